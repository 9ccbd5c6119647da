using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Where a text came from, for people.</summary>
public static class ComingWords
{
    public static string Of(Origin origin) => origin switch
    {
        Origin.Seed => "the dossier",
        Origin.Command => "the command line",
        Origin.Folder => "the watched folder",
        Origin.Desk => "the desk",
        Origin.Feed => "a feed",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
