using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>A dossier's files as they lie in the folder, with every fault that was found in reading them.</summary>
internal sealed class DossierFiles
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _directory;

    public DossierFiles(string directory)
    {
        _directory = directory;
        Root = Json("dossier.json");
        Names = Rows("names.tsv", "words", "stands", "key", "detail");
        Officials = Rows("officials.tsv", "id", "name", "aliases", "country");
        Tenures = Rows("tenures.tsv", "official", "office", "from", "to");
        Places = Optional("places.tsv", "place", "within");
        Meetings = Optional("meetings.tsv", "words", "states");
        Days = Optional("days.tsv", "from", "to", "words");
        var issues = Path.Combine(directory, "issues");
        Issues = Directory.Exists(issues)
            ? [.. Directory.GetFiles(issues, "*.json").Order(StringComparer.Ordinal).Select(f => Json($"issues/{Path.GetFileName(f)}"))]
            : [];
    }

    public FaultList Faults { get; } = new();

    public JsonField Root { get; }

    public IReadOnlyList<Table.Row> Names { get; }

    public IReadOnlyList<Table.Row> Officials { get; }

    public IReadOnlyList<Table.Row> Tenures { get; }

    public IReadOnlyList<Table.Row> Places { get; }

    public IReadOnlyList<Table.Row> Meetings { get; }

    public IReadOnlyList<Table.Row> Days { get; }

    /// <summary>The issues' files, in the order of their names.</summary>
    public IReadOnlyList<JsonField> Issues { get; }

    /// <summary>The dossier; null where there is a fault.</summary>
    public Dossier? Build()
    {
        var deadline = Root["deadline"];
        Subject[] subjects = [.. Root["subjects"].Items.Select(Subject)];
        var keys = subjects.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        Once(Root["subjects"].Items.Select(s => (s["key"].Element.ToString(), s.At)), "subject");
        foreach (var row in Names)
        {
            CheckName(row, keys);
        }

        var officials = OfficialsWithPosts();
        var checks = new IssueChecks(keys, officials);
        Issue[] issues = [.. Issues.Where(i => !i.IsMissing).Select(i => ReadIssue(i, checks)).OrderBy(i => i.Order).ThenBy(i => i.Key, StringComparer.Ordinal)];
        Once(Issues.Where(i => !i.IsMissing).Select(i => (i["key"].Element.ToString(), i.At)), "issue");
        var (id, title, about) = (Root["id"].Text, Root["title"].Text, Root["about"].Text);
        var held = new Deadline(
            deadline["instant"].Instant, deadline["zone"].Zone, deadline["lastDay"].Day, [.. deadline["printedDays"].Items.Select(d => d.Day)], deadline["subject"].Text);
        if (held.Subject.Length > 0 && !keys.Contains(held.Subject))
        {
            NoSubject(held.Subject, deadline["subject"].At);
        }

        Party[] parties = [.. Root["parties"].Items.Select(p => new Party(
            p["country"].Country, p["name"].Text, p["adjective"].Text, p["capital"].Text, p["zone"].Zone, p["isParty"].Flag))];
        ShownZone[] zones = [.. Root["zones"].Items.Select(z => new ShownZone(z["label"].Text, z["zone"].Zone))];
        var (first, last) = (Root["firstDay"].Day, Root["lastDay"].Day);
        NamedMeeting[] meetings = [.. Meetings.Select(r => new NamedMeeting(r["words"], [.. r.List("states").Select(c => Country(c, r.At))]))];
        KnownDays[] known = [.. Days.Select(r => ReadDays(r, keys)).OfType<KnownDays>()];
        return Faults.Found.Count > 0 ? null : new Dossier(
            id, title, about, held, parties, zones, subjects, issues, officials, [.. Names.Where(r => r["stands"] is "body" or "place").Select(Body)], first, last)
        {
            Places = [.. Places.Select(r => new PlaceWithin(r["place"], r["within"]))],
            Meetings = meetings,
            Known = known,
            StateNames = [.. Names.Where(r => r["stands"] == "state").Select(r => new StateName(r["words"], r["key"], r["detail"] == "adjective"))],
        };
    }

    private Subject Subject(JsonField field)
    {
        var key = field["key"].Text;
        string[] Called(string detail) =>
            [.. Names.Where(r => r["stands"] == "subject" && r["key"] == key && r["detail"] == detail).Select(r => r["words"])];
        return new Subject(key, field["title"].Text, [.. field["parties"].Items.Select(p => p.Country)], Called("name"), Called("short"));
    }

    /// <summary>A name that stands for nothing known would never be found, and nobody would learn why.</summary>
    private void CheckName(Table.Row row, HashSet<string> subjects)
    {
        if (row["words"].Length == 0)
        {
            Faults.Add("no words", row.At);
        }

        switch (row["stands"])
        {
            case "body" or "place" when !Vocabulary.TryParse<BodyKind>(row["detail"], out _):
                Faults.Add($"'{row["detail"]}' is no kind of body ({string.Join(", ", Enum.GetValues<BodyKind>().Select(Vocabulary.Word))})", row.At);
                break;
            case "body" or "place":
                Country(row["key"], row.At);
                break;
            case "state" when row["detail"] is not ("name" or "adjective"):
                Faults.Add($"'{row["detail"]}' is neither name nor adjective", row.At);
                break;
            case "state":
                Country(row["key"], row.At);
                break;
            case "subject" when !subjects.Contains(row["key"]):
                NoSubject(row["key"], row.At);
                break;
            case "subject" when row["detail"] is not ("name" or "short"):
                Faults.Add($"'{row["detail"]}' is neither name nor short", row.At);
                break;
            case "subject":
                break;
            default:
                Faults.Add($"'{row["stands"]}' is none of subject, body, place, state", row.At);
                break;
        }
    }

    private static NamedBody Body(Table.Row row) =>
        new(row["words"], row["key"], Vocabulary.TryParse<BodyKind>(row["detail"], out var kind) ? kind : BodyKind.Other, row["stands"] == "place");

    private static Issue ReadIssue(JsonField root, IssueChecks checks)
    {
        var given = root.Element.ValueKind == JsonValueKind.Object && root.Element.TryGetProperty("rules", out var rules) ? rules : default;
        if (given.ValueKind != JsonValueKind.Undefined)
        {
            checks.Check(new JsonField(given, $"{root.At}:rules", root.Faults));
        }

        return new Issue(
            root["key"].Text,
            root["title"].Text,
            root["for"].Text,
            root["against"].Text,
            root["conditional"].Text,
            root["order"].Number,
            given.ValueKind == JsonValueKind.Undefined ? "{}" : Strict(given))
        { File = root.At };
    }

    /// <summary>The rules as they stand in the file; written anew where comments or trailing commas stand in them, which whoever reads them does not take.</summary>
    private static string Strict(JsonElement rules)
    {
        try
        {
            using var read = JsonDocument.Parse(rules.GetRawText());
            return rules.GetRawText();
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(rules);
        }
    }

    private Official[] OfficialsWithPosts()
    {
        var posts = Tenures.Select(t => (Id: t["official"], Tenure: Post(t))).ToLookup(t => t.Id, t => t.Tenure, StringComparer.Ordinal);
        var ids = Officials.Select(o => o["id"]).ToHashSet(StringComparer.Ordinal);
        Once(Officials.Select(o => (o["id"], o.At)), "official");
        foreach (var stray in Tenures.Where(t => !ids.Contains(t["official"])))
        {
            Faults.Add($"'{stray["official"]}' is no official of officials.tsv", stray.At);
        }

        return [.. Officials.Select(r => new Official(
            r["id"],
            r["name"].Length > 0 ? r["name"] : NoName(r.At),
            r.List("aliases"),
            r["native"].Length > 0 ? r["native"] : null,
            r["language"].Length > 0 ? r["language"] : null,
            Country(r["country"], r.At),
            [.. posts[r["id"]].OrderBy(t => t.From ?? DateOnly.MinValue)]))];
    }

    private string NoName(string at)
    {
        Faults.Add("no name", at);
        return "";
    }

    /// <summary>A row of tenures.tsv.</summary>
    public Tenure Post(Table.Row row)
    {
        var (from, to) = (From(row), To(row));
        if (to < from)
        {
            Faults.Add($"the post ends ({row["to"]}) before it begins ({row["from"]})", row.At);
        }

        return new Tenure(row["office"], from, to);
    }

    /// <summary>A day, a month or a year; its beginning is its first day.</summary>
    private DateOnly? From(Table.Row row) => Month(row, "from")?.From;

    /// <summary>The first day no longer held: the day itself (the successor's first), or the day after the month's last.</summary>
    private DateOnly? To(Table.Row row) => Month(row, "to") is { } days ? days.IsOneDay ? days.From : days.To.AddDays(1) : null;

    private DayRange? Month(Table.Row row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            return DayRange.Year(year);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return DayRange.Month(month.Year, month.Month);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DayRange.Of(day);
        }

        Faults.Add($"'{text}' is no day, month or year (2019-11-23, 2019-11, 2019)", row.At);
        return null;
    }

    private KnownDays? ReadDays(Table.Row row, HashSet<string> subjects)
    {
        DateOnly? On(string column)
        {
            if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            Faults.Add($"'{row[column]}' is no day", row.At);
            return null;
        }

        string[][] words = [.. row["words"].Split(';').Select(g => g.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(g => g.Length > 0)];
        if (words.Length == 0)
        {
            Faults.Add("no words speak of the day", row.At);
        }

        foreach (var key in words.SelectMany(g => g).Where(w => w[0] == '#' && !subjects.Contains(w[1..])))
        {
            NoSubject(key[1..], row.At);
        }

        if (On("from") is not { } from || On("to") is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            Faults.Add("the last day comes before the first", row.At);
            return null;
        }

        return new KnownDays(new DayRange(from, to), words);
    }

    private void NoSubject(string key, string at) => Faults.Add($"'{key}' is no key of dossier.json's subjects", at);

    private string Country(string code, string at)
    {
        if (!CountryCodes.Has(code))
        {
            Faults.Add($"'{code}' is no country code ({CountryCodes.Kinds})", at);
        }

        return code;
    }

    /// <summary>Two things under one key: whatever refers to it would mean either.</summary>
    private void Once(IEnumerable<(string Key, string At)> keys, string what)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, at) in keys)
        {
            if (!seen.TryAdd(key, at))
            {
                Faults.Add($"{what} '{key}' stands twice (first at {seen[key]})", at);
            }
        }
    }

    private IReadOnlyList<Table.Row> Optional(string name, params string[] columns) => File.Exists(Path.Combine(_directory, name)) ? Rows(name, columns) : [];

    private IReadOnlyList<Table.Row> Rows(string name, params string[] columns)
    {
        var path = Path.Combine(_directory, name);
        if (!File.Exists(path))
        {
            Faults.Add("the file is missing", name);
            return [];
        }

        var table = Table.Parse(name, File.ReadAllText(path), columns);
        if (!table.Ok)
        {
            Faults.Add(table.Fault!.Reason, table.Fault.At);
        }

        return table.Ok ? table.Value.Rows : [];
    }

    private JsonField Json(string name)
    {
        var path = Path.Combine(_directory, name);
        if (!File.Exists(path))
        {
            Faults.Add("the file is missing", name);
            return new JsonField(default, name, Faults);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return new JsonField(document.RootElement.Clone(), name, Faults);
        }
        catch (JsonException e)
        {
            // The library counts lines from 0 and tells the place a second time at the end of its message.
            var told = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            Faults.Add(told < 0 ? e.Message : e.Message[..told], e.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"{name}:{line + 1}") : name);
            return new JsonField(default, name, Faults);
        }
    }
}
