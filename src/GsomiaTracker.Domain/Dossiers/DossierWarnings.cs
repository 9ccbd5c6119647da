using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>What usually goes wrong in a dossier that can be read: everything here works, and makes that something is missed or mixed up.</summary>
internal sealed partial class DossierWarnings
{
    private static readonly string[] RootFields = ["id", "title", "about", "firstDay", "lastDay", "deadline", "parties", "zones", "subjects"];
    private static readonly string[] DeadlineFields = ["instant", "zone", "lastDay", "printedDays", "subject"];
    private static readonly string[] PartyFields = ["country", "name", "adjective", "capital", "zone", "isParty"];
    private static readonly string[] SubjectFields = ["key", "title", "parties"];
    private static readonly string[] IssueFields = ["key", "title", "order", "for", "against", "conditional", "rules"];

    private readonly DossierFiles _files;
    private readonly Dossier _dossier;
    private readonly List<DossierRemark> _remarks = [];

    private DossierWarnings(DossierFiles files, Dossier dossier)
    {
        _files = files;
        _dossier = dossier;
    }

    public static IReadOnlyList<DossierRemark> Of(DossierFiles files, Dossier dossier)
    {
        var warnings = new DossierWarnings(files, dossier);
        warnings.Root();
        warnings.Deadline();
        warnings.Parties();
        warnings.Subjects();
        warnings.Names();
        warnings.Officials();
        warnings.Tenures();
        warnings.Days();
        warnings.Issues();
        return warnings._remarks;
    }

    private void Root()
    {
        Strange(_files.Root, RootFields);
        Strange(_files.Root["deadline"], DeadlineFields);
        if (_dossier.LastDay < _dossier.FirstDay)
        {
            Warn("dossier.json:lastDay", "comes before firstDay");
        }
    }

    private void Deadline()
    {
        var deadline = _dossier.Deadline;
        const string At = "dossier.json:deadline";
        var there = TimeZoneInfo.ConvertTime(deadline.Instant, _dossier.Zone);
        if (there.Offset != deadline.Instant.Offset)
        {
            Warn($"{At}:instant", string.Create(CultureInfo.InvariantCulture, $"{deadline.Zone} is at {Offset(there.Offset)} then, not at {Offset(deadline.Instant.Offset)}: meant is {there:yyyy-MM-dd'T'HH:mm}{Offset(there.Offset)}, or {deadline.Instant:yyyy-MM-dd'T'HH:mm}{Offset(there.Offset)}?"));
        }

        var day = DateOnly.FromDateTime(there.AddTicks(-1).DateTime);
        if (there.TimeOfDay != TimeSpan.Zero)
        {
            Note($"{At}:instant", string.Create(CultureInfo.InvariantCulture, $"the deadline is {there:HH:mm} in {deadline.Zone}, not the end of a day (which is written 00:00 of the next)"));
        }

        if (!deadline.PrintedDays.Contains(day))
        {
            Warn($"{At}:printedDays", $"the last day in {deadline.Zone}, {DayRange.Iso(day)}, is not among them: a text that prints it is taken to speak of another deadline");
        }

        if (!deadline.PrintedDays.Contains(deadline.LastDay))
        {
            Warn($"{At}:printedDays", $"lastDay, {DayRange.Iso(deadline.LastDay)}, is not among them");
        }

        if (deadline.LastDay < _dossier.FirstDay || deadline.LastDay > _dossier.LastDay)
        {
            Warn($"{At}:lastDay", "lies outside firstDay to lastDay");
        }
    }

    private void Parties()
    {
        var fields = _files.Root["parties"].Items;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (party, field) in _dossier.Parties.Zip(fields))
        {
            Strange(field, PartyFields);
            if (!codes.Add(party.Country))
            {
                Warn($"{field.At}:country", $"'{party.Country}' stands twice: other names belong into names.tsv (stands: state)");
            }

            if (party.Capital.Length == 0 && CountryCodes.IsState(party.Country))
            {
                Warn($"{field.At}:capital", "is empty: \"London said\" then stands for nobody");
            }

            if (party.Name.Length == 0 || party.Adjective.Length == 0)
            {
                Warn(field.At, "name or adjective is empty");
            }

            if (party.Zone == "Etc/UTC" && CountryCodes.IsState(party.Country))
            {
                Note($"{field.At}:zone", $"Etc/UTC is hardly the clock of {party.Name}");
            }
        }

        if (!_dossier.Parties.Any(p => p.IsParty))
        {
            Warn("dossier.json:parties", "none has isParty: nobody is bound by what ends");
        }

        foreach (var row in _files.Officials.Select(r => (Code: r["country"], r.At)).Concat(_files.Names.Where(r => r["stands"] != "subject").Select(r => (Code: r["key"], r.At)))
            .Where(r => CountryCodes.IsOwn(r.Code) && !codes.Contains(r.Code)).DistinctBy(r => r.Code))
        {
            Warn(row.At, $"'{row.Code}' is a code of your own, and no party of dossier.json says what it is called");
        }
    }

    private void Subjects()
    {
        foreach (var (subject, field) in _dossier.Subjects.Zip(_files.Root["subjects"].Items))
        {
            Strange(field, SubjectFields);
            if (subject.Names.Count == 0)
            {
                Warn(field.At, $"'{subject.Key}' has no name in names.tsv (stands: subject, key: {subject.Key}, detail: name): it is never found");
            }
            else if (subject.ShortNames.Count == 0)
            {
                Warn(field.At, $"'{subject.Key}' has no short names in names.tsv (detail: short; \"the pact\", \"the deal\"): texts go on with these");
            }

            if (subject.Parties.Count == 0)
            {
                Warn($"{field.At}:parties", $"whose is '{subject.Key}'? (actor first)");
            }
        }
    }

    private void Issues()
    {
        if (_dossier.Issues.Count == 0)
        {
            Warn("issues", "there is no issue: no position is read");
        }

        foreach (var same in _dossier.Issues.GroupBy(i => i.Order).Where(g => g.Count() > 1))
        {
            Warn("issues", string.Create(CultureInfo.InvariantCulture, $"order {same.Key} is that of {string.Join(" and ", same.Select(i => i.Key))}"));
        }

        foreach (var root in _files.Issues)
        {
            Strange(root, IssueFields);
            var issue = _dossier.Issues.First(i => i.Key == root["key"].Text);
            if (issue.For.Length == 0 || issue.Against.Length == 0)
            {
                Warn(root.At, "for or against is empty: what does each position mean?");
            }

            Sides(issue, root.At);
        }
    }

    private void Sides(Issue issue, string at)
    {
        using var rules = JsonDocument.Parse(issue.Rules);
        if (!rules.RootElement.TryGetProperty("reads", out var reads) || reads.GetArrayLength() == 0)
        {
            Warn($"{at}:rules", "no sentence under reads: nothing shows that it is read");
        }

        if (!rules.RootElement.TryGetProperty("sides", out var sides))
        {
            return;
        }

        foreach (var side in sides.EnumerateObject().Select(s => s.Name))
        {
            var slash = side.IndexOf('/', StringComparison.Ordinal);
            var (state, holder) = slash < 0 ? (side, null) : (side[..slash], side[(slash + 1)..]);
            if (_dossier.Parties.All(p => p.Country != state) && _dossier.Officials.All(o => o.Country != state))
            {
                _remarks.Add(new DossierRemark(
                    CountryCodes.IsOwn(state) ? RemarkKind.Warning : RemarkKind.Note, $"{at}:rules:sides:{side}", $"the dossier has neither a party nor an official of '{state}'"));
            }
            else if (holder is not null && _dossier.Officials.All(o => o.Id != holder) && !_dossier.Bodies.Any(b => b.Country == state && b.Words == holder))
            {
                Warn($"{at}:rules:sides:{side}", $"'{holder}' is no body of {state} in names.tsv: a party holds a position under the name that stands there");
            }
        }
    }

    private void Strange(JsonField field, string[] known)
    {
        foreach (var name in field.Strange(known))
        {
            Warn(field.At, $"the field '{name}' means nothing here, only {string.Join(", ", known)}");
        }
    }

    private static string Line(Table.Row row) => row.Line.ToString(CultureInfo.InvariantCulture);

    private static string Offset(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh':'mm}");

    private void Warn(string at, string reason) => _remarks.Add(new DossierRemark(RemarkKind.Warning, at, reason));

    private void Note(string at, string reason) => _remarks.Add(new DossierRemark(RemarkKind.Note, at, reason));
}
