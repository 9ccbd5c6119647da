using System.Buffers;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>read [--json|--page] [--explain] [--dossier DIR] [--published INSTANT-OR-DATE] FILE...</c>: reads each file alone; no database, no other file.</summary>
public static class ReadVerb
{
    private const int LongestPage = 16 << 20;

    public const string Usage = "read [--json|--page] [--explain] [--dossier DIR] [--published INSTANT-OR-DATE] FILE...   (FILE '-' is standard input)";

    public const string ExplainUsage = "explain [--json] [--dossier DIR] [--published INSTANT-OR-DATE] FILE...   (read --explain: each finding with the rules and steps that led to it)";

    public static int Run(IEnumerable<string> args, Stream input, Stream output, TextWriter errors)
    {
        var parsed = CommandLine.Parse(args, ["--dossier", "--published"], ["--json", "--page", "--explain"]);
        if (!parsed.Ok)
        {
            return Refuse(errors, parsed.Fault!.ToString());
        }

        var line = parsed.Value;
        if (line.Rest.Count == 0)
        {
            return Refuse(errors, "no FILE given");
        }

        PublicationTime? supplied = null;
        if (line["--published"] is { } published)
        {
            var time = PublicationTime.Parse(published);
            if (!time.Ok)
            {
                return Refuse(errors, $"--published: {time.Fault}");
            }

            supplied = time.Value;
        }

        var dossier = DossierFolder.Load(DossierPath.Find(line["--dossier"]));
        if (!dossier.Ok)
        {
            return Refuse(errors, $"--dossier: {dossier.Fault}");
        }

        var reader = new ArticleReader(dossier.Value);
        (Reading Reading, ReadingTrace? Trace) Read(string text) => line.Has("--explain") ? reader.Explain(text, supplied) : (reader.Read(text, supplied), null);
        var status = ExitStatus.Ok;
        foreach (var file in line.Rest)
        {
            var text = line.Has("--page") ? LoadPage(file, input) : Load(file, input);
            if (!text.Ok)
            {
                status = ExitStatus.Failed;
            }

            if (line.Has("--page"))
            {
                WriteLine(output, json => PageJson.Write(json, file, text));
            }
            else if (line.Has("--json"))
            {
                WriteLine(output, json => Answer(json, file, text, Read));
            }
            else
            {
                Show(output, file, text, Read);
            }
        }

        return status;
    }

    private static void Answer(Utf8JsonWriter json, string file, Parsed<string> text, Func<string, (Reading Reading, ReadingTrace? Trace)> read)
    {
        if (text.Ok)
        {
            var (reading, trace) = read(text.Value);
            ReadingJson.Write(json, file, reading, trace);
            return;
        }

        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartObject("error");
        json.WriteString("reason", text.Fault!.Reason);
        json.WriteString("at", text.Fault.At);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Show(Stream output, string file, Parsed<string> text, Func<string, (Reading Reading, ReadingTrace? Trace)> read)
    {
        var shown = text.Ok && read(text.Value) is var (reading, trace) ? ReadingView.Show(file, text.Value, reading, trace) : $"{file}: {text.Fault}\n";
        output.Write(Encoding.UTF8.GetBytes(shown));
    }

    private static Parsed<string> Load(string file, Stream input) => Load(file, input, TextIntake.MaxBytes, bytes => TextIntake.Decode(bytes.Span));

    /// <summary>A saved page may be longer than a text that is handed over, and in whatever charset it says.</summary>
    private static Parsed<string> LoadPage(string file, Stream input) =>
        Load(file, input, LongestPage, bytes => bytes.Length > LongestPage ? Parsed<string>.No("longer than 16 MiB") : Parsed<string>.Of(Decoded(bytes)));

    /// <summary>A page that was saved as UTF-8 often still says what it was before.</summary>
    private static string Decoded(ReadOnlyMemory<byte> bytes) => TextIntake.Decode(bytes.Span) is { Ok: true } utf8 ? utf8.Value : PageFetcher.Decode(bytes.ToArray(), System.Text.Unicode.Utf8.IsValid(bytes.Span) ? "utf-8" : null);

    private static Parsed<string> Load(string file, Stream input, int longest, Func<ReadOnlyMemory<byte>, Parsed<string>> decode)
    {
        try
        {
            using var source = file == "-" ? input : File.OpenRead(file);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while (bytes.Length <= longest && (read = source.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
            }

            return decode(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Parsed<string>.No(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message, file);
        }
    }

    private static void WriteLine(Stream output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Options))
        {
            write(json);
        }

        output.Write(buffer.WrittenSpan);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static int Refuse(TextWriter errors, string reason)
    {
        errors.WriteLine($"read: {reason}");
        errors.WriteLine($"usage: {Usage}");
        return ExitStatus.Usage;
    }
}
