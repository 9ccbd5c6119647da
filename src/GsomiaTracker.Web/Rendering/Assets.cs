using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Addresses of the styles and scripts with a mark of their content, so that browsers may keep them for ever.</summary>
public static class Assets
{
    /// <summary>The one script that pages name; it fetches its neighbours under its own mark, so its mark is that of them all.</summary>
    private const string Script = "tracker.js";

    private static readonly ConcurrentDictionary<string, string> Urls = new(StringComparer.Ordinal);
    private static IFileProvider _files = new NullFileProvider();

    public static void ReadFrom(IFileProvider files)
    {
        _files = files;
        Urls.Clear();
    }

    public static string Url(string name) => Urls.GetOrAdd(name, static n =>
    {
        var files = n == Script
            ? _files.GetDirectoryContents("").Where(f => f.Name.EndsWith(".js", StringComparison.Ordinal)).OrderBy(f => f.Name, StringComparer.Ordinal).ToList()
            : [_files.GetFileInfo(n)];
        if (files.Count == 0 || !files.All(f => f.Exists))
        {
            return "/" + n;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var content = new MemoryStream();
            using var stream = file.CreateReadStream();
            stream.CopyTo(content);
            hash.AppendData(content.ToArray());
        }

        return $"/{n}?v={Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 5))}";
    });
}
