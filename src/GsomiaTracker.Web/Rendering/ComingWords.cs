using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Where a text came from, for people.</summary>
public static class ComingWords
{
    private const int HashShown = 8;

    public static string Of(Origin origin) => origin switch
    {
        Origin.Seed => "the dossier",
        Origin.Command => "the command line",
        Origin.Folder => "the watched folder",
        Origin.Desk => "the desk",
        Origin.Feed => "a feed",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <summary>The beginning of a lexicon's hash, enough to tell two apart on a page; JSON has all of it.</summary>
    public static string Short(string hash) => hash[(hash.IndexOf('-', StringComparison.Ordinal) + 1)..] is { Length: > HashShown } digits ? digits[..HashShown] : hash;
}
