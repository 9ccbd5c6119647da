using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Addresses of the styles and scripts with a mark of their content, so that browsers may keep them for ever.</summary>
public static class Assets
{
    private static readonly ConcurrentDictionary<string, string> Urls = new(StringComparer.Ordinal);
    private static IFileProvider _files = new NullFileProvider();

    /// <summary>The scripts of every page, one concern a file.</summary>
    public static IReadOnlyList<string> Modules { get; } = ["clock.js", "replay.js", "keys.js", "live.js"];

    public static void ReadFrom(IFileProvider files)
    {
        _files = files;
        Urls.Clear();
    }

    public static string Url(string name) => Urls.GetOrAdd(name, static n =>
    {
        var file = _files.GetFileInfo(n);
        if (!file.Exists)
        {
            return "/" + n;
        }

        using var stream = file.CreateReadStream();
        return $"/{n}?v={Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 5))}";
    });
}
