namespace GsomiaTracker.Web.Desk;

/// <summary>Where the server on a data directory can be reached, left there for the verbs beside it (<c>served-at</c>) as long as it serves.</summary>
public static class ServedAt
{
    private const string File = "served-at";

    /// <param name="addresses">As bound; of those that stand for every address of the machine it is the machine itself.</param>
    /// <returns>The one that people are told.</returns>
    public static string Of(IEnumerable<string>? addresses) =>
        (addresses?.FirstOrDefault() ?? "http://localhost").Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);

    public static void Tell(string directory, string address) => System.IO.File.WriteAllText(Path.Combine(directory, File), address);

    public static void Forget(string directory) => System.IO.File.Delete(Path.Combine(directory, File));

    /// <summary>The address, or null where nothing serves the directory, or what did was killed before it could tell.</summary>
    public static string? Read(string directory)
    {
        var path = Path.Combine(directory, File);
        return System.IO.File.Exists(path) && Uri.TryCreate(System.IO.File.ReadAllText(path).Trim(), UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null;
    }
}
