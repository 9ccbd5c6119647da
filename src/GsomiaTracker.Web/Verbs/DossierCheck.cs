using System.Globalization;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dossiers;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>dossier check [--json] DIR [FILE...]</c>: what is wrong with a dossier, and what some texts bring that it does not know.</summary>
public static class DossierCheck
{
    public const string Usage = "dossier check [--json] DIR [FILE...]   (faults, sentences that are misread, what usually goes wrong; with texts, what in them the dossier does not know)";

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, [], ["--json"]);
        if (!line.Ok)
        {
            return DossierVerb.Refuse(errors, line.Fault!.ToString(), Usage);
        }

        if (line.Value.Rest is not [var directory, ..])
        {
            return DossierVerb.Refuse(errors, "no DIR given", Usage);
        }

        if (!Directory.Exists(directory))
        {
            return DossierVerb.Refuse(errors, $"there is no such dossier folder: {directory}", Usage);
        }

        string[] files = [.. line.Value.Rest.Skip(1)];
        var reading = DossierFolder.Check(directory);
        List<DossierRemark> remarks = [.. reading.Remarks];
        CoverageReport? coverage = null;
        if (reading.Dossier is { } dossier)
        {
            remarks.AddRange(DossierExamples.Misread(dossier));
            remarks.AddRange(DossierWords.Remarks(dossier));
            coverage = files.Length > 0 ? Cover(dossier, files, errors) : null;
        }

        remarks = [.. remarks.OrderBy(r => r.Kind)];
        if (line.Value.Has("--json"))
        {
            output.WriteLine(Json(directory, remarks, coverage));
        }
        else
        {
            output.Write(Shown(directory, reading.Dossier, remarks, coverage));
        }

        return remarks.Exists(r => r.Kind is RemarkKind.Fault or RemarkKind.Misread) || coverage is { } c && c.Texts < files.Length ? ExitStatus.Failed : ExitStatus.Ok;
    }

    private static CoverageReport Cover(Dossier dossier, string[] files, TextWriter errors)
    {
        var coverage = new DossierCoverage(dossier);
        foreach (var file in files)
        {
            var text = Load(file);
            if (text.Ok)
            {
                coverage.Add(text.Value);
            }
            else
            {
                errors.WriteLine($"dossier: {text.Fault}");
            }
        }

        return coverage.Report;
    }

    private static Parsed<string> Load(string file)
    {
        try
        {
            var text = new FileInfo(file) is { Exists: true, Length: > TextIntake.MaxBytes } ? Parsed<string>.No("longer than 1 MiB") : TextIntake.Decode(File.ReadAllBytes(file));
            return text.Ok ? text : Parsed<string>.No(text.Fault!.Reason, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Parsed<string>.No(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message, file);
        }
    }

    private static string Shown(string directory, Dossier? dossier, List<DossierRemark> remarks, CoverageReport? coverage)
    {
        var shown = new StringBuilder();
        foreach (var remark in remarks)
        {
            Line(shown, $"{Vocabulary.Word(remark.Kind),-8} {remark.At}: {remark.Reason}");
        }

        if (dossier is not null)
        {
            Line(shown, $"{directory}: {Of(dossier.Issues.Count, "issue")}, {Of(dossier.Officials.Count, "official")}, {Of(dossier.Subjects.Count, "subject")} under {Of(dossier.Subjects.Sum(s => s.Names.Count + s.ShortNames.Count), "name")}");
        }

        Line(shown, $"{Count(RemarkKind.Fault, "fault")}, {Count(RemarkKind.Misread, "misread sentence")}, {Count(RemarkKind.Warning, "warning")}{(dossier is null ? "; sentences and words are looked at once the faults are gone" : "")}");
        if (coverage is not null)
        {
            Cover(shown, coverage);
        }

        return shown.ToString();

        string Count(RemarkKind kind, string what) => Of(remarks.Count(r => r.Kind == kind), what);
    }

    private static void Cover(StringBuilder shown, CoverageReport coverage)
    {
        Line(shown, $"\n{Of(coverage.Texts, "text")}, {Of(coverage.Sentences, "sentence")}; {coverage.AboutSomething.ToString(CultureInfo.InvariantCulture)} name something of an issue or go on about it");
        foreach (var issue in coverage.Issues)
        {
            Line(shown, $"  {issue.Issue,-24} {Of(issue.Sentences, "sentence")}, {Of(issue.Positions, "position")}");
        }

        Section(shown, "Things that no issue knows (names.tsv, or about)", coverage.Things.Select(Words));
        Section(shown, "Names that stand for nothing (names.tsv, officials.tsv or places.tsv)", coverage.Names.Select(Words));
        Section(shown, "What officials say in words of which no issue knows any (about, concepts or claims; or it is no position)", coverage.Said.Select(s => $"      {s.Speaker}: {Tidy(s.Sentence)}"));
        Section(shown, "Who speaks and is not in officials.tsv", coverage.Speakers.Select(s => $"{s.Statements,4}  {s.Name} ({s.Country ?? "?"}{(s.Office is null ? "" : ", " + s.Office)})"));
    }

    private static string Tidy(string sentence) => string.Join(' ', sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static void Section(StringBuilder shown, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(shown, $"\n{title}");
            all.ForEach(l => Line(shown, l));
        }
    }

    private static string Words(UnknownWords words) => string.Create(CultureInfo.InvariantCulture, $"{words.Times,4}  {words.Words} ({Of(words.Texts, "text")}; \"{Cut(Tidy(words.Sentence))}\")");

    private static string Cut(string sentence) => sentence.Length <= 100 ? sentence : sentence[..sentence.LastIndexOf(' ', 99)] + " ...";

    private static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Line(StringBuilder shown, string line) => shown.Append(line).Append('\n');

    private static string Json(string directory, List<DossierRemark> remarks, CoverageReport? coverage)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ReadingJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("dossier", directory);
            Array(json, "remarks", remarks, r =>
            {
                json.WriteString("kind", Vocabulary.Word(r.Kind));
                json.WriteString("at", r.At);
                json.WriteString("reason", r.Reason);
            });
            if (coverage is not null)
            {
                json.WriteStartObject("texts");
                json.WriteNumber("texts", coverage.Texts);
                json.WriteNumber("sentences", coverage.Sentences);
                json.WriteNumber("aboutSomething", coverage.AboutSomething);
                Array(json, "issues", coverage.Issues, i =>
                {
                    json.WriteString("issue", i.Issue);
                    json.WriteNumber("sentences", i.Sentences);
                    json.WriteNumber("positions", i.Positions);
                });
                Array(json, "things", coverage.Things, w => Words(json, w));
                Array(json, "names", coverage.Names, w => Words(json, w));
                Array(json, "speakers", coverage.Speakers, s =>
                {
                    json.WriteString("name", s.Name);
                    json.WriteString("country", s.Country);
                    json.WriteString("office", s.Office);
                    json.WriteNumber("statements", s.Statements);
                });
                Array(json, "said", coverage.Said, s =>
                {
                    json.WriteString("speaker", s.Speaker);
                    json.WriteString("sentence", s.Sentence);
                });
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Words(Utf8JsonWriter json, UnknownWords words)
    {
        json.WriteString("words", words.Words);
        json.WriteNumber("times", words.Times);
        json.WriteNumber("texts", words.Texts);
        json.WriteString("sentence", words.Sentence);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
