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
            EventKind.Meeting when cluster.Level == Level.Internal && people.Length == 0 => $"Officials of {who} {Verb(cluster, "meet", "to meet")}{where}",
            EventKind.Meeting => one ? $"{who} {Verb(cluster, "holds talks", "to hold talks")}{where}" : $"{who} {Verb(cluster, "meet", "to meet")}{where}",
            EventKind.Visit => $"{who} {Verb(cluster, one ? "visits" : "visit", "to visit")} {cluster.Place ?? And(Others(cluster))}",
            EventKind.Call => $"{who} {Verb(cluster, "talk", "to talk")} by telephone",
            EventKind.Decision => Course(cluster, subject) is { } course
                ? $"{who} {Verb(cluster, one ? "decides" : "decide", "to decide")} {course}"
                : $"{who} {Verb(cluster, one ? "announces" : "announce", "to announce")} a decision{(subject is null ? "" : $" about {subject}")}",
            EventKind.Notice => $"{who}: {Noun(cluster)}{(subject is null ? "" : $" about {subject}")}",
            EventKind.Measure => $"{And(countries)}: {Measure(cluster, subject)}",
            EventKind.Ruling => $"{And(countries)}: court ruling{(subject is null ? "" : $" ({subject})")}",
            EventKind.WeaponsTest => $"{And(countries)} {Verb(cluster, one ? "tests" : "test", "to test")} weapons",
            EventKind.Exercise => $"{And(countries)}: military exercise",
            EventKind.Agreement => $"{And(countries)}: agreement{(subject is null ? "" : $" on {subject}")}",
            EventKind.Deadline => $"{Capital(subject ?? "the deadline")} {(subject is null ? "falls due" : cluster.Status == EventStatus.Happened ? "ends" : "is due to end")}",
            EventKind.Incident => $"{who}: {Noun(cluster)}{where}",
            EventKind.Appointment => Office(cluster, who, one),
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

    /// <summary>What is decided, as far as it is known; null where only that something is.</summary>
    private static string? Course(EventCluster cluster, string? subject) => (cluster.Action, subject) switch
    {
        ("end", null) => "to pull out",
        ("end", { } what) => $"to end {what}",
        ("keep", null) => "to hold off",
        ("keep", { } what) => $"to keep {what}",
        ("restrict", null) => "on curbs",
        ("remove", null) => "on a removal",
        ("ease", null) => "to ease curbs",
        ("ease", { } what) => $"to ease {what}",
        ("file", null) => "to file a case",
        ("resume", null) => "to go ahead",
        ("restrict" or "remove", { } what) => $"on {what}",
        _ => null,
    };

    private static string Office(EventCluster cluster, string who, bool one) => cluster.First.Hit.Trigger.Lemma switch
    {
        "reshuffle" or "shakeup" or "shake-up" or "reshuffling" => $"{who}: Cabinet reshuffle",
        "resign" or "quit" or "step" or "resignation" => $"{who} {Verb(cluster, one ? "resigns" : "resign", "to resign")}",
        "dismiss" or "sack" or "oust" or "fire" or "remove" or "dismissal" or "ouster" => $"{who}: dismissal",
        "replace" or "succeed" => $"{who}: handover of an office",
        "assume" or "take" or "become" or "swear" or "inaugurate" or "inauguration" => $"{who} {Verb(cluster, one ? "takes office" : "take office", "to take office")}",
        _ => $"{who}: appointment",
    };

    private static string Measure(EventCluster cluster, string? subject) => (cluster.Action, subject) switch
    {
        ("ease", { } what) => $"easing of {what}",
        (_, { } what) => what,
        ("ease", null) => "curbs eased",
        ("remove", null) => "removal from a list",
        ("restrict", null) => "curbs",
        _ => Noun(cluster),
    };

    private static string Noun(EventCluster cluster)
    {
        var word = cluster.First.Hit.Trigger.Lemma;
        return cluster.Kind switch
        {
            EventKind.Address => word switch { "conference" or "presser" => "news conference", "briefing" => "briefing", "speech" or "lecture" => word, _ => "public occasion" },
            _ when cluster.First.Hit.Trigger.Part == TriggerPart.Noun => word,
            EventKind.Notice => Filed(cluster) ?? word switch
            {
                "summon" or "call" or "have" => "envoy summoned",
                "notify" or "inform" or "tell" => "notification",
                "protest" => "protest",
                "ask" or "request" or "seek" or "demand" or "propose" => "request",
                "sue" or "go" or "take" or "bring" or "refer" or "appeal" or "petition" => "case brought",
                "write" => "letter",
                _ => "notice",
            },
            EventKind.Measure => word switch { "expel" or "deport" => "expulsion", "recall" => "ambassador recalled", "deploy" or "dispatch" or "station" => "deployment", "release" or "free" => "release", "detain" or "arrest" or "jail" or "imprison" => "arrest", _ => "measure" },
            _ => word switch { "clash" or "collide" or "skirmish" => "clash", "rally" or "march" or "protest" or "demonstrate" or "take" or "chant" or "shout" => "protest", "fast" => "hunger strike", _ => "incident" },
        };
    }

    /// <summary>The paper that is filed, handed over or introduced.</summary>
    private static string? Filed(EventCluster cluster)
    {
        foreach (var token in cluster.First.Hit.Frame.Objects)
        {
            if (cluster.First.View.Lemma(token) is "complaint" or "protest" or "petition" or "note" or "letter" or "notice" or "notification" or "bill" or "resolution" or "lawsuit" or "suit" or "appeal" or "request" or "message" or "motion" or "ultimatum")
            {
                return cluster.First.View.Lemma(token);
            }
        }

        return null;
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
