using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using static GsomiaTracker.Extraction.Events.EventTitleNames;

namespace GsomiaTracker.Extraction.Events;

/// <summary>One short sentence in our own words, for a title on a timeline. It says who does it only where the grammar told; else whom it concerns, in brackets.</summary>
internal sealed class EventSummary(Dossier dossier)
{
    private readonly EventTitleNames _names = new(dossier);

    public string Of(EventCluster cluster, IReadOnlyList<OfficialNamed> officials)
    {
        var people = cluster.Sides.People.Take(4).ToArray();
        var states = cluster.Sides.Countries.Take(4).ToArray();
        var about = cluster.About.Select(key => dossier.Subjects.First(s => s.Key == key).Title).FirstOrDefault();
        var told = new Told(cluster, people, [.. people.Select(p => Person(p, officials))], states, about, officials);
        var title = Capital(cluster.Kind switch
        {
            EventKind.Meeting => Meeting(told),
            EventKind.Visit => Visit(told),
            EventKind.Call => Call(told),
            EventKind.Decision => Decision(told),
            EventKind.Notice => Notice(told),
            EventKind.Measure => Measure(told),
            EventKind.Ruling => Ruling(told),
            EventKind.WeaponsTest => WeaponsTest(told),
            EventKind.Exercise => told.Does(told.States.Length == 1, "hold", _names.States(told.States)) + " a military exercise",
            EventKind.Agreement => Agreement(told),
            EventKind.Deadline => Deadline(told),
            EventKind.Incident => Incident(told),
            EventKind.Appointment => Appointment(told),
            EventKind.Address => Address(told),
            _ => Concerned(told),
        });
        return cluster.Status switch
        {
            EventStatus.Cancelled => $"{title} (called off)",
            EventStatus.Alleged => $"{title} (alleged)",
            EventStatus.Tentative when !title.Contains(" may ", StringComparison.Ordinal) => $"{title} (possible)",
            _ => title,
        };
    }

    private string Meeting(Told told)
    {
        var cluster = told.Cluster;
        if (cluster.ProperName is { } name)
        {
            return Spelled(cluster, name) + told.Where;
        }

        switch (told.People.Length)
        {
            case > 1:
                return told.Does(false, "meet", And(told.Names)) + told.Where;
            case 1 when Others(told) is { Length: > 0 } others:
                return told.Does(true, "meet", told.Names[0]) + " " + Officials(others) + told.Where;
            case 1:
                return told.Does(true, "hold", told.Names[0]) + " talks" + told.Where;
            default:
                break;
        }

        var who = cluster.Level switch
        {
            Level.Leaders => "leaders",
            Level.Foreign => "diplomats",
            Level.Defense => "defense officials",
            Level.Trade => "trade officials",
            Level.Military => "military officers",
            Level.ViceMinister => "vice ministers",
            Level.Working => "working-level officials",
            Level.Security => "security officials",
            _ => "officials",
        };
        return told.States.Length == 1
            ? told.Does(false, cluster.Level == Level.Internal ? "meet" : "hold", _names.Of(told.States[0], who)) + (cluster.Level == Level.Internal ? "" : " talks") + told.Where
            : told.Does(false, "meet", cluster.Level is Level.None or Level.Forum ? _names.States(told.States) : $"{who} of {_names.States(told.States)}") + told.Where;
    }

    private string Visit(Told told)
    {
        var who = told.People.Length > 0 ? And(told.Names) : _names.Of(told.States[0], "officials");
        var one = told.People.Length == 1;
        return told.Cluster.Place is { } place ? $"{told.Does(one, "visit", who)} {place}"
            : Others(told) is { Length: > 0 } others ? $"{told.Does(one, "visit", who)} {_names.States(others)}"
            : $"{told.Does(one, "travel", who)}";
    }

    private string Call(Told told) => told.People.Length switch
    {
        > 1 => told.Does(false, "talk", And(told.Names)) + " by telephone",
        1 => told.Does(true, "talk", told.Names[0]) + " by telephone" + (Others(told) is { Length: > 0 } others ? " with " + Officials(others) : ""),
        _ => told.Does(false, "talk", told.States.Length == 1 ? _names.Of(told.States[0], "officials") : $"officials of {_names.States(told.States)}") + " by telephone",
    };

    /// <summary>A decision is its state's, whoever announces it.</summary>
    private string Decision(Told told)
    {
        var who = told.States.Length > 0 ? _names.States(told.States) : And(told.Names);
        var one = told.States.Length == 1 || told.States.Length == 0 && told.People.Length == 1;
        return (told.Cluster.Action, told.About is { } about ? _names.Own(about, told.States) : null) switch
        {
            ("end", { } what) => $"{told.Does(one, "decide", who)} to end {what}",
            ("keep", { } what) => $"{told.Does(one, "decide", who)} to keep {what}",
            ("ease", { } what) => $"{told.Does(one, "decide", who)} to ease {what}",
            (_, { } what) => $"{told.Does(one, "decide", who)} on {what}",
            _ when EventThing.Course(told.Cluster) is { } course => $"{told.Does(one, "decide", who)} {course}",
            _ => $"{told.Does(one, "announce", who)} a decision",
        };
    }

    private string Notice(Told told)
    {
        var paper = EventThing.Paper(told.Cluster);
        var over = told.About is { } about ? $" {(paper is "envoy" or "protest" ? "over" : "about")} {about}" : "";
        if (told.About is { } named && (named.Contains(paper, StringComparison.Ordinal) || paper == "case" && named.Contains("complaint", StringComparison.Ordinal)))
        {
            return Actor(told) is { } filer ? $"{told.Does(true, "file", filer.Name)} {named}" : named + Concerned(told);
        }

        if (Actor(told) is not { } actor)
        {
            return (paper switch { "envoy" => "envoy summoned", "case" => "case brought", _ => paper }) + over + Concerned(told);
        }

        var other = told.People.Zip(told.Names).Where(p => told.Cluster.Sides.Serves(p.First) is { } state && state != actor.State).Select(p => p.Second).FirstOrDefault();
        return paper switch
        {
            "envoy" => $"{told.Does(true, "summon", actor.Name)} {other ?? "an envoy"}{over}",
            "protest" => $"{told.Does(true, "protest", actor.Name)}{((other ?? States(told, actor.State)) is { Length: > 0 } whom ? " to " + whom : "")}{over}",
            "request" => $"{told.Does(true, "make", actor.Name)} a request{over}",
            "case" => $"{told.Does(true, "bring", actor.Name)} a case{over}",
            "notification" or "notice" => $"{told.Does(true, "give", actor.Name)} {other ?? States(told, actor.State)} notice{over}".Replace("  ", " ", StringComparison.Ordinal),
            "letter" or "message" or "note" => $"{told.Does(true, "send", actor.Name)} {other} a {paper}{over}".Replace("  ", " ", StringComparison.Ordinal),
            _ => $"{told.Does(true, "file", actor.Name)} {(paper[0] is 'a' or 'u' ? "an" : "a")} {paper}{over}",
        };
    }

    private string States(Told told, string? but) => _names.States(told.States.Where(s => s != but));

    private string Measure(Told told)
    {
        var cluster = told.Cluster;
        if (told.About is { } what)
        {
            var many = IsPlural(what);
            return (cluster.Action, what) switch
            {
                ("ease", _) => told.Undergoes(!many, what, "eased"),
                ("remove", _) when what.Contains("list", StringComparison.Ordinal) => told.Does(true, "take", $"removal from {what}") + " effect",
                ("end" or "remove", _) => told.Undergoes(!many, what, "lifted"),
                _ => told.Does(!many, "take", what) + " effect",
            };
        }

        return (cluster.Action switch { "ease" => "curbs eased", "remove" => "removal from a list", "restrict" => "curbs", _ => EventThing.Measure(cluster) }) + Concerned(told);
    }

    private string Ruling(Told told)
    {
        var court = told.States.Length == 1 ? _names.Of(told.States[0], "court") : "a court";
        return told.About switch
        {
            null => told.Does(true, "hand", court) + " down a ruling",
            { } about when about.Contains("ruling", StringComparison.Ordinal) || about.Contains("verdict", StringComparison.Ordinal) => $"{told.Does(true, "hand", court)} down {about}",
            { } about => $"{told.Does(true, "rule", court)} on {about}",
        };
    }

    private string WeaponsTest(Told told)
    {
        var one = told.States.Length == 1;
        return EventThing.Weapon(told.Cluster) switch
        {
            { } weapon => $"{told.Does(one, "fire", _names.States(told.States))} {weapon}",
            null => $"{told.Does(one, "test", _names.States(told.States))} weapons",
        };
    }

    private string Agreement(Told told)
    {
        var on = told.About is { } about ? $" on {about}" : "";
        return told.Cluster.Domestic && told.States.Length == 1 ? $"{told.Does(false, "vote", _names.Of(told.States[0], "lawmakers"))}{on}"
            : told.States.Length > 1 ? $"{told.Does(false, "reach", _names.States(told.States))} an agreement{on}"
            : $"agreement{on}{Concerned(told)}";
    }

    private static string Deadline(Told told)
    {
        if (told.About is not { } what)
        {
            return "the deadline falls due";
        }

        var one = !IsPlural(what);
        return told.Cluster.Status switch
        {
            EventStatus.Happened => $"{what} {(one ? "ends" : "end")}",
            EventStatus.Cancelled => $"{what} {(one ? "was" : "were")} due to end",
            _ => $"{what} {(one ? "is" : "are")} due to end",
        };
    }

    private string Incident(Told told) => EventThing.Incident(told.Cluster)
        + (told.Where.Length > 0 ? told.Where : told.People.Length == 0 && told.States.Length == 1 ? $" in {_names.State(told.States[0])}" : "")
        + (told.People.Length > 0 || told.States.Length > 1 ? Concerned(told) : "");

    private string Appointment(Told told)
    {
        var who = told.People.Length > 0 ? And(told.Names) : _names.Of(told.States[0], "officials");
        var one = told.People.Length == 1;
        return told.Cluster.First.Hit.Trigger.Lemma switch
        {
            "reshuffle" or "shakeup" or "shake-up" or "reshuffling" => $"Cabinet reshuffle in {_names.States(told.States)}",
            "resign" or "quit" or "step" or "resignation" => told.Does(one, "resign", who),
            "dismiss" or "sack" or "oust" or "fire" or "remove" or "dismissal" or "ouster" => told.Undergoes(one, who, "dismissed"),
            "replace" or "succeed" => $"handover of an office ({who})",
            "assume" or "take" or "become" or "swear" or "inaugurate" or "inauguration" => $"{told.Does(one, "take", who)} office",
            _ => told.Undergoes(one, who, "appointed"),
        };
    }

    private string Address(Told told)
    {
        var (verb, what) = EventThing.Occasion(told.Cluster);
        return told.Does(told.People.Length == 1, verb, told.People.Length > 0 ? And(told.Names) : _names.Of(told.States[0], "officials")) + what + told.Where;
    }

    /// <summary>Who does it, where its verb's subject (or agent) names a person or a state.</summary>
    private (string Name, string? State)? Actor(Told told)
    {
        var first = told.Cluster.First;
        var frame = first.Hit.Frame;
        foreach (var token in frame.Passive ? frame.Agents : frame.Subjects)
        {
            if (first.View.MentionAt(token)?.Referent is { } who)
            {
                if (who.Official is { } id && told.People.Contains(id))
                {
                    return (Person(id, told.Officials), who.Country);
                }

                if (who.Country is { } country && told.States.Contains(country))
                {
                    return (_names.State(country), country);
                }
            }
        }

        return null;
    }

    /// <summary>" (Taro Kono and Nam Gwan-pyo)": persons, else states.</summary>
    private string Concerned(Told told)
    {
        var who = told.People.Length > 0 ? And(told.Names) : _names.States(told.States);
        return who.Length == 0 ? "" : $" ({who})";
    }

    /// <summary>The states that its one person does not serve.</summary>
    private static string[] Others(Told told)
    {
        var own = told.People.Select(p => told.Cluster.Sides.Serves(p) ?? told.Officials.FirstOrDefault(o => o.Id == p)?.Country).FirstOrDefault() ?? told.States.FirstOrDefault();
        return [.. told.States.Where(s => s != own)];
    }

    private string Officials(string[] states) => states.Length == 1 ? _names.Of(states[0], "officials") : $"officials of {_names.States(states)}";

    private static bool IsPlural(string title) => title.EndsWith('s') && !title.EndsWith("ss", StringComparison.Ordinal);

    /// <summary>A name of its own as the text spells it.</summary>
    private static string Spelled(EventCluster cluster, string name)
    {
        var view = cluster.Tellings.First(t => t.ProperName == name).View;
        var at = view.Syntax.Text.IndexOf(name, view.Document.Span.Start, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? name : view.Syntax.Text.Substring(at, name.Length);
    }

    /// <param name="People">Ids, four at most.</param>
    /// <param name="Names">Their names.</param>
    /// <param name="States">ISO codes, four at most.</param>
    /// <param name="About">Title of the first of the dossier's subjects that it is of.</param>
    private sealed record Told(EventCluster Cluster, string[] People, string[] Names, string[] States, string? About, IReadOnlyList<OfficialNamed> Officials)
    {
        public string Where => Cluster.Place is { } place ? $" in {place}" : "";

        /// <summary>"A meets", "A to meet", "A may meet".</summary>
        public string Does(bool one, string verb, string who) => Cluster.Status switch
        {
            EventStatus.Scheduled or EventStatus.Cancelled => $"{who} to {verb}",
            EventStatus.Tentative => $"{who} may {verb}",
            _ => $"{who} {(one ? Third(verb) : verb)}",
        };

        /// <summary>"the curbs are eased", "to be eased", "may be eased".</summary>
        public string Undergoes(bool one, string what, string participle) => Cluster.Status switch
        {
            EventStatus.Scheduled or EventStatus.Cancelled => $"{what} to be {participle}",
            EventStatus.Tentative => $"{what} may be {participle}",
            _ => $"{what} {(one ? "is" : "are")} {participle}",
        };

        private static string Third(string verb) => verb[^1] is 'h' or 's' ? verb + "es" : verb + "s";
    }
}
