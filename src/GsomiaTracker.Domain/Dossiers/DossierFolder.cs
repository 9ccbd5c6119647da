using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// Reads a dossier from its folder: <c>dossier.json</c>, <c>officials.tsv</c>, <c>tenures.tsv</c>, <c>names.tsv</c> and <c>issues/*.json</c>.
/// docs/DOSSIER.md describes the files. Every fault names the file and the line or field.
/// </summary>
public static class DossierFolder
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Where the texts that come with the dossier lie; may be missing or empty.</summary>
    public static string Articles(string directory) => Path.Combine(directory, "articles");

    public static Parsed<Dossier> Load(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return Parsed<Dossier>.No("there is no such dossier folder", directory);
        }

        try
        {
            return Parsed<Dossier>.Of(Build(directory));
        }
        catch (DossierFault fault)
        {
            return Parsed<Dossier>.No(fault.Message, fault.At);
        }
        catch (JsonException e)
        {
            return Parsed<Dossier>.No(e.Message, directory);
        }
        catch (IOException e)
        {
            return Parsed<Dossier>.No(e.Message, directory);
        }
    }

    private static Dossier Build(string directory)
    {
        using var document = Json(directory, "dossier.json");
        var root = new Field(document.RootElement, "dossier.json");
        var names = Rows(directory, "names.tsv", "words", "stands", "key", "detail");
        var deadline = root["deadline"];
        Subject[] subjects = [.. root["subjects"].Items.Select(s => Subject(s, names))];
        var keys = subjects.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        Known(names, keys);
        NamedBody[] bodies = [.. names.Where(r => r["stands"] is "body" or "place").Select(Body)];
        var officials = Officials(directory);
        return new Dossier(
            root["id"].Text,
            root["title"].Text,
            root["about"].Text,
            new Deadline(
                Instant(deadline["instant"]),
                Zone(deadline["zone"]),
                Day(deadline["lastDay"]),
                [.. deadline["printedDays"].Items.Select(Day)],
                keys.Contains(deadline["subject"].Text) ? deadline["subject"].Text : throw NoSubject(deadline["subject"].Text, deadline["subject"].At)),
            [.. root["parties"].Items.Select(p => new Party(
                Country(p["country"].Text, p["country"].At), p["name"].Text, p["adjective"].Text, p["capital"].Text, Zone(p["zone"]), p["isParty"].Flag))],
            [.. root["zones"].Items.Select(z => new ShownZone(z["label"].Text, Zone(z["zone"])))],
            subjects,
            Issues(directory, new IssueChecks(keys, officials)),
            officials,
            bodies,
            Day(root["firstDay"]),
            Day(root["lastDay"]))
        {
            Places = File.Exists(Path.Combine(directory, "places.tsv"))
                ? [.. Rows(directory, "places.tsv", "place", "within").Select(r => new PlaceWithin(r["place"], r["within"]))]
                : [],
            Meetings = File.Exists(Path.Combine(directory, "meetings.tsv"))
                ? [.. Rows(directory, "meetings.tsv", "words", "states").Select(r => new NamedMeeting(r["words"], [.. r.List("states").Select(c => Country(c, r.At))]))]
                : [],
            Known = File.Exists(Path.Combine(directory, "days.tsv"))
                ? [.. Rows(directory, "days.tsv", "from", "to", "words").Select(Known)]
                : [],
        };
    }

    private static KnownDays Known(Table.Row row)
    {
        DateOnly On(string column) => DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new DossierFault($"'{row[column]}' is no day", row.At);
        string[][] words = [.. row["words"].Split(';').Select(g => g.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(g => g.Length > 0)];
        return words.Length == 0 ? throw new DossierFault("no words speak of the day", row.At)
            : On("to") < On("from") ? throw new DossierFault("the last day comes before the first", row.At)
            : new KnownDays(new DayRange(On("from"), On("to")), words);
    }

    private static Subject Subject(Field field, IReadOnlyList<Table.Row> names)
    {
        var key = field["key"].Text;
        string[] Called(string detail) =>
            [.. names.Where(r => r["stands"] == "subject" && r["key"] == key && r["detail"] == detail).Select(r => r["words"])];
        return new Subject(key, field["title"].Text, [.. field["parties"].Items.Select(p => Country(p.Text, p.At))], Called("name"), Called("short"));
    }

    /// <summary>A name that stands for nothing known would never be found, and nobody would learn why.</summary>
    private static void Known(IReadOnlyList<Table.Row> names, HashSet<string> subjects)
    {
        foreach (var row in names)
        {
            DossierFault? fault = row["stands"] switch
            {
                "body" or "place" => null,
                "subject" when !subjects.Contains(row["key"]) => NoSubject(row["key"], row.At),
                "subject" when row["detail"] is not ("name" or "short") => new DossierFault($"'{row["detail"]}' is neither name nor short", row.At),
                "subject" => null,
                _ => new DossierFault($"'{row["stands"]}' is none of subject, body, place", row.At),
            };
            if (fault is not null)
            {
                throw fault;
            }
        }
    }

    private static DossierFault NoSubject(string key, string at) => new($"'{key}' is no key of dossier.json's subjects", at);

    private static NamedBody Body(Table.Row row)
    {
        return Vocabulary.TryParse<BodyKind>(row["detail"], out var kind)
            ? new NamedBody(row["words"], Country(row["key"], row.At), kind, row["stands"] == "place")
            : throw new DossierFault($"'{row["detail"]}' is no kind of body", row.At);
    }

    private static string Country(string code, string at) =>
        CountryCodes.Has(code) ? code : throw new DossierFault($"'{code}' is no country code (ISO 3166-1 alpha-2, or EU, UN, NATO)", at);

    private static Issue[] Issues(string directory, IssueChecks checks)
    {
        var folder = Path.Combine(directory, "issues");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var issues = new List<Issue>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = Json(folder, Path.GetFileName(file));
            var root = new Field(document.RootElement, $"issues/{Path.GetFileName(file)}");
            if (document.RootElement.TryGetProperty("rules", out var given) && checks.Fault(given, $"{root.At}:rules") is { } fault)
            {
                throw new DossierFault(fault.Reason, fault.At);
            }

            issues.Add(new Issue(
                root["key"].Text,
                root["title"].Text,
                root["for"].Text,
                root["against"].Text,
                root["conditional"].Text,
                root["order"].Number,
                document.RootElement.TryGetProperty("rules", out var rules) ? rules.GetRawText() : "{}"));
        }

        return [.. issues.OrderBy(i => i.Order).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    private static Official[] Officials(string directory)
    {
        var tenures = Rows(directory, "tenures.tsv", "official", "office", "from", "to").ToLookup(r => r["official"]);
        var officials = Rows(directory, "officials.tsv", "id", "name", "aliases", "native", "language", "country")
            .Select(r => new Official(
                r["id"],
                r["name"],
                r.List("aliases"),
                r["native"].Length > 0 ? r["native"] : null,
                r["language"].Length > 0 ? r["language"] : null,
                Country(r["country"], r.At),
                [.. tenures[r["id"]].Select(t => new Tenure(t["office"], From(t), To(t))).OrderBy(t => t.From ?? DateOnly.MinValue)]))
            .ToArray();
        var ids = officials.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var stray = tenures.FirstOrDefault(t => !ids.Contains(t.Key));
        return stray is null ? officials : throw new DossierFault($"'{stray.Key}' is no official of officials.tsv", stray.First().At);
    }

    /// <summary>A day or a month; a month's beginning is its first day.</summary>
    private static DateOnly? From(Table.Row row) => Month(row, "from")?.From;

    /// <summary>The first day no longer held: the day itself (the successor's first), or the day after the month's last.</summary>
    private static DateOnly? To(Table.Row row) => Month(row, "to") is { } days ? days.IsOneDay ? days.From : days.To.AddDays(1) : null;

    private static DayRange? Month(Table.Row row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return DayRange.Year(year);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return DayRange.Month(month.Year, month.Month);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DayRange.Of(day)
            : throw new DossierFault($"'{text}' is no day, month or year", row.At);
    }

    private static IReadOnlyList<Table.Row> Rows(string directory, string name, params string[] columns)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
        {
            throw new DossierFault("the file is missing", name);
        }

        var table = Table.Parse(name, File.ReadAllText(path), columns);
        return table.Ok ? table.Value.Rows : throw new DossierFault(table.Fault!.Reason, table.Fault.At);
    }

    private static JsonDocument Json(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
        {
            throw new DossierFault("the file is missing", name);
        }

        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (JsonException e)
        {
            throw new DossierFault(e.Message, name);
        }
    }

    private static DateOnly Day(Field field) =>
        DateOnly.TryParseExact(field.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new DossierFault($"'{field.Text}' is no day (2019-11-23)", field.At);

    private static DateTimeOffset Instant(Field field)
    {
        var parsed = PublicationTime.Parse(field.Text);
        return parsed.Ok && parsed.Value is { Time: { } time, Offset: { } offset } value
            ? new DateTimeOffset(value.Day.ToDateTime(time), offset)
            : throw new DossierFault($"'{field.Text}' is no instant with its offset (2019-11-23T00:00+09:00)", field.At);
    }

    private static string Zone(Field field) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(field.Text, out _) ? field.Text : throw new DossierFault($"'{field.Text}' is no known time zone", field.At);

    /// <summary>A JSON value that knows where it stands, for faults.</summary>
    private readonly record struct Field(JsonElement Element, string At)
    {
        public Field this[string name] =>
            Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value)
                ? new Field(value, $"{At}:{name}")
                : throw new DossierFault($"field '{name}' is missing", At);

        public string Text => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw new DossierFault("must be a string", At);

        public bool Flag => Element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? Element.GetBoolean()
            : throw new DossierFault("must be true or false", At);

        public int Number => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number)
            ? number
            : throw new DossierFault("must be a whole number", At);

        public IEnumerable<Field> Items
        {
            get
            {
                if (Element.ValueKind != JsonValueKind.Array)
                {
                    throw new DossierFault("must be a list", At);
                }

                var at = At;
                return Element.EnumerateArray().Select((e, i) => new Field(e, $"{at}[{i}]"));
            }
        }
    }

    private sealed class DossierFault(string message, string at) : Exception(message)
    {
        public string At { get; } = at;
    }
}
