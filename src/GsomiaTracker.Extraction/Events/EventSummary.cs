using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>One short sentence in our own words, for a title on a timeline.</summary>
internal sealed class EventSummary(Dossier dossier)
{
    public string Of(EventCluster cluster, IReadOnlyList<OfficialNamed> officials)
    {
        var people = cluster.Sides.People.Select(id => officials.FirstOrDefault(o => o.Id == id)?.Name ?? id).Take(4).ToArray();
        var countries = cluster.Sides.Countries.Select(Name).ToArray();
        var who = people.Length > 0 ? And(people) : And(countries.Take(4));
        var subject = cluster.About.Select(key => dossier.Subjects.First(s => s.Key == key).Title).FirstOrDefault();
        var one = people.Length == 1 || people.Length == 0 && countries.Length == 1;
        var where = cluster.Place is { } place ? $" in {place}" : "";
        var sentence = cluster.Kind switch
        {
            EventKind.Meeting when cluster.ProperName is { } name => $"{Title(cluster, name)}{where}",
            EventKind.Meeting when people.Length == 1 && countries.Length > 1 => $"{who} {Verb(cluster, "meets", "to meet")} counterparts of {And(Others(cluster))}{where}",
            EventKind.Meeting => one ? $"{who} {Verb(cluster, "holds a meeting", "to hold a meeting")}{where}" : $"{who} {Verb(cluster, "meet", "to meet")}{where}",
            EventKind.Visit => $"{who} {Verb(cluster, one ? "visits" : "visit", "to visit")} {cluster.Place ?? And(Others(cluster))}",
            EventKind.Call => $"{who} {Verb(cluster, "talk", "to talk")} by telephone",
            EventKind.Decision => $"{who} {Verb(cluster, one ? "decides" : "decide", "to decide")} {Course(cluster, subject)}",
            EventKind.Notice => $"{who}: {Noun(cluster)}{(subject is null ? "" : $" about {subject}")}",
            EventKind.Measure => $"{And(countries)}: {(subject is null ? Noun(cluster) : subject)}",
            EventKind.Ruling => $"{And(countries)}: court ruling{(subject is null ? "" : $" ({subject})")}",
            EventKind.WeaponsTest => $"{And(countries)} {Verb(cluster, one ? "tests" : "test", "to test")} weapons",
            EventKind.Exercise => $"{And(countries)}: military exercise",
            EventKind.Agreement => $"{And(countries)}: agreement{(subject is null ? "" : $" on {subject}")}",
            EventKind.Deadline => $"{Capital(subject ?? "the deadline")} {(subject is null ? "falls due" : cluster.Status == EventStatus.Happened ? "ends" : "is due to end")}",
            EventKind.Incident => $"{who}: {Noun(cluster)}{where}",
            EventKind.Appointment => $"{who}: change of office",
            EventKind.Address => $"{who} {Verb(cluster, one ? "speaks" : "speak", "to speak")} at a {Noun(cluster)}{where}",
            _ => who,
        };
        return cluster.Status switch
        {
            EventStatus.Cancelled => $"{sentence} (called off)",
            EventStatus.Tentative => $"{sentence} (possible)",
            EventStatus.Alleged => $"{sentence} (alleged)",
            _ => sentence,
        };
    }

    private static string Verb(EventCluster cluster, string present, string planned) => cluster.Status is EventStatus.Scheduled or EventStatus.Tentative ? planned : present;

    private static string Course(EventCluster cluster, string? subject)
    {
        var what = subject ?? "a course";
        return cluster.Action switch
        {
            "end" => $"to end {what}",
            "keep" => $"to keep {what}",
            "restrict" => subject is null ? "on curbs" : $"on {what}",
            "remove" => subject is null ? "on a removal" : $"on {what}",
            "ease" => subject is null ? "to ease curbs" : $"to ease {what}",
            _ => subject is null ? "on a course" : $"about {what}",
        };
    }

    private static string Noun(EventCluster cluster)
    {
        var word = cluster.First.Hit.Trigger.Lemma;
        return cluster.Kind switch
        {
            EventKind.Address => word switch { "conference" or "presser" => "news conference", "briefing" => "briefing", _ => "public occasion" },
            _ when cluster.First.Hit.Trigger.Part == TriggerPart.Noun => word,
            EventKind.Notice => word switch { "summon" or "call" => "envoy summoned", "notify" or "inform" => "notification", "protest" => "protest", _ => "formal step" },
            EventKind.Measure => "measure",
            _ => "incident",
        };
    }

    private IEnumerable<string> Others(EventCluster cluster) => cluster.Sides.Countries.Count > 1 ? cluster.Sides.Countries.Skip(1).Select(Name) : cluster.Sides.Countries.Select(Name);

    private static string Title(EventCluster cluster, string name)
    {
        var view = cluster.Tellings.First(t => t.ProperName == name).View;
        var at = view.Syntax.Text.IndexOf(name, view.Document.Span.Start, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? Capital(name) : Capital(view.Syntax.Text.Substring(at, name.Length));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string Name(string country) => dossier.Parties.FirstOrDefault(p => p.Country == country)?.Name ?? CountryNames.Of(country);

    private static string And(IEnumerable<string> parts)
    {
        var list = parts.ToArray();
        return list.Length switch
        {
            0 => "Somebody",
            1 => list[0],
            _ => string.Join(", ", list[..^1]) + " and " + list[^1],
        };
    }
}
