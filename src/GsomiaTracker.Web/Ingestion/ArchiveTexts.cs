using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>
/// The texts of an archive: all files of a folder and its folders, or the lines of a .jsonl file, each a JSON object with <c>text</c> and, where it is known, <c>published</c> and <c>name</c>.
/// What is no text comes with the reason and its place; the others go on.
/// </summary>
public static class ArchiveTexts
{
    private const string JsonLines = ".jsonl";

    /// <summary>Endings of files that hold a text; what else lies in a folder is refused by name, not read as prose.</summary>
    private static readonly FrozenSet<string> TextEndings = FrozenSet.ToFrozenSet(["", ".txt", ".text", ".html", ".htm", ".xhtml", ".eml"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path is taken for an archive rather than for one text.</summary>
    public static bool IsArchive(string path) => Directory.Exists(path) || path.EndsWith(JsonLines, StringComparison.OrdinalIgnoreCase);

    /// <param name="path">A folder, or a .jsonl file.</param>
    /// <param name="supplied">The publication time of those that bring none.</param>
    /// <returns>Each text with its place: "folder/name.txt", "name.jsonl:12".</returns>
    public static IEnumerable<(string Place, Parsed<IncomingText> Text)> Of(string path, PublicationTime? supplied) => Directory.Exists(path)
        ? Files(path).SelectMany(f => IsArchive(f) ? Lines(f, supplied)
            : [(f, TextEndings.Contains(Path.GetExtension(f)) ? FileIntake.Load(f, Origin.Command, supplied) : Parsed<IncomingText>.No("no text by its name (.txt, .html, .eml, .jsonl or no ending)"))])
        : Lines(path, supplied);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Place, Parsed<IncomingText> Text)> Lines(string path, PublicationTime? supplied)
    {
        if (!File.Exists(path))
        {
            yield return (path, Parsed<IncomingText>.No("there is no such file"));
            yield break;
        }

        // Byte for byte: what is no UTF-8 is one line's fault.
        using var lines = new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            var place = FormattableString.Invariant($"{path}:{number}");
            var bytes = Encoding.Latin1.GetBytes(line);
            if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            {
                bytes = bytes[Encoding.UTF8.Preamble.Length..];
            }

            if (bytes.AsSpan().ContainsAnyExcept(" \t"u8))
            {
                yield return (place, Line(bytes, FormattableString.Invariant($"{Path.GetFileName(path)}:{number}"), supplied));
            }
        }
    }

    private static Parsed<IncomingText> Line(byte[] line, string place, PublicationTime? supplied)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object || Word(json.RootElement, "text") is not { } words)
            {
                return Parsed<IncomingText>.No("a line is an object with a \"text\"");
            }

            var published = supplied;
            if (Word(json.RootElement, "published") is { } stated)
            {
                var time = PublicationTime.Parse(stated);
                if (!time.Ok)
                {
                    return Parsed<IncomingText>.No($"published: {time.Fault}");
                }

                published = time.Value;
            }

            var text = TextIntake.Decode(Encoding.UTF8.GetBytes(words));
            return text.Ok
                ? Parsed<IncomingText>.Of(new IncomingText(text.Value, Origin.Command, Word(json.RootElement, "name") ?? place, published))
                : Parsed<IncomingText>.No(text.Fault!);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Parsed<IncomingText>.No($"not JSON: {broken.Message}");
        }
    }

    /// <exception cref="InvalidOperationException">The string holds half a character.</exception>
    private static string? Word(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
