using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.FileProviders;

namespace GsomiaTracker.Web.Rendering;

/// <summary>
/// Addresses of the styles and scripts with a mark of their content, so that browsers may keep them for ever; and the styles that the pages at which
/// people arrive carry within themselves, so that the first thing painted waits for no second answer. The policy allows these by their hashes alone.
/// </summary>
public static partial class Assets
{
    /// <summary>The one script that pages name; it fetches its neighbours under its own mark, so its mark is that of them all.</summary>
    private const string Script = "tracker.js";

    private static readonly ConcurrentDictionary<string, string> Urls = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, IHtmlContent> Within = new(StringComparer.Ordinal);
    private static readonly string[] Carried = ["tracker.css", "page.css"];
    private static IFileProvider _files = new NullFileProvider();

    /// <summary>What the policy calls the styles that pages carry: <c>'sha256-...'</c>, a blank between two; empty before the files are known.</summary>
    public static string StyleHashes { get; private set; } = "";

    public static void ReadFrom(IFileProvider files)
    {
        _files = files;
        Urls.Clear();
        Within.Clear();
        StyleHashes = string.Join(' ', Carried.Where(n => _files.GetFileInfo(n).Exists).Select(n => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Small(n))))}'"));
    }

    /// <summary>A style file as an element of the page.</summary>
    public static IHtmlContent Style(string name) => Within.GetOrAdd(name, static n =>
        new HtmlString(_files.GetFileInfo(n).Exists ? $"<style>{Small(n)}</style>" : $"<link rel=\"stylesheet\" href=\"{Url(n)}\">"));

    /// <summary>The file without its comments and line ends.</summary>
    private static string Small(string name)
    {
        using var reader = new StreamReader(_files.GetFileInfo(name).CreateReadStream());
        return LineEnds().Replace(Comments().Replace(reader.ReadToEnd(), ""), "");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineEnds();

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
