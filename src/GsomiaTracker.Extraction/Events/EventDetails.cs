using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Checkable details in an event's evidence that another source may contradict: how long, how many, the first since when.</summary>
internal static partial class EventDetails
{
    /// <summary>What every duration has: most evidence has none of them, which is found out sooner than a match tried at every "a".</summary>
    private static readonly SearchValues<string> Units = SearchValues.Create(
        [" minute", "-minute", " hour", "-hour", " day", "-day", " week", "-week", " month", "-month"], StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<EventDetail> Of(string text, EventCluster cluster)
    {
        var details = new List<EventDetail>();
        foreach (var telling in cluster.Tellings)
        {
            var span = telling.Evidence;
            var words = span.Of(text);
            if (words.AsSpan().ContainsAny(Units))
            {
                Add(text, span, Duration().Match(words), details, "duration", DurationValue);
            }

            if (telling.FirstSince is { } claim)
            {
                Add(text, claim, FirstSince().Match(claim.Of(text)), details, "first", m => m.Value.ToLowerInvariant());
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Call or EventKind.WeaponsTest or EventKind.Visit && !telling.IsEarlier)
            {
                Add(text, span, FirstSince().Match(words), details, "first", m => m.Value.ToLowerInvariant());
            }

            if (cluster.Kind is EventKind.WeaponsTest or EventKind.Incident)
            {
                Add(text, span, Count().Match(words), details, "count", m => Number(m.Groups[1].Value));
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.WeaponsTest)
            {
                Add(text, span, Rank().Match(words), details, "rank", m => Number(m.Groups[1].Value));
            }
        }

        Name(text, cluster, details);
        Course(text, cluster, details);
        return details;
    }

    /// <summary>The name that it bears without its number ("security consultative meeting"), and what is one thing by its kind alone ("reshuffle").</summary>
    private static void Name(string text, EventCluster cluster, List<EventDetail> into)
    {
        foreach (var telling in cluster.Tellings)
        {
            var name = cluster.Kind switch
            {
                EventKind.Meeting => telling.ProperName is { } proper ? Numbered().Replace(proper, "") : "",
                EventKind.Appointment when telling.Hit.Trigger.Lemma is "reshuffle" or "shakeup" or "shake-up" or "reshuffling" => "reshuffle",
                _ => "",
            };
            if (name.Length > 0)
            {
                into.Add(new EventDetail("name", name, Evidence.In(text, telling.Evidence)));
                return;
            }
        }
    }

    /// <summary>What is done ("action": end, keep, restrict, ease, remove ...) by a decision, measure or notice; at which level ("level") those met whom nothing names.</summary>
    private static void Course(string text, EventCluster cluster, List<EventDetail> into)
    {
        foreach (var telling in cluster.Tellings)
        {
            if (cluster.Kind is EventKind.Decision or EventKind.Measure or EventKind.Notice && telling.Action is { } action && !action.StartsWith("not ", StringComparison.Ordinal))
            {
                into.Add(new EventDetail("action", action, Evidence.In(text, telling.Evidence)));
                return;
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Call && cluster.Sides.People.Count == 0 && LevelOf(telling.Level) is { } level)
            {
                into.Add(new EventDetail("level", level, Evidence.In(text, telling.Evidence)));
                return;
            }
        }
    }

    private static string? LevelOf(Level level) => level switch
    {
        Level.Leaders => "leaders",
        Level.Foreign => "foreign",
        Level.Defense => "defense",
        Level.Trade => "trade",
        Level.Military => "military",
        Level.ViceMinister => "vice-minister",
        Level.Working => "working",
        Level.Security => "security",
        _ => null,
    };

    private static void Add(string text, TextSpan span, Match match, List<EventDetail> into, string name, Func<Match, string> value)
    {
        if (match.Success && value(match) is { Length: > 0 } said && !into.Any(d => d.Name == name))
        {
            into.Add(new EventDetail(name, said, Evidence.In(text, TextSpan.OfLength(span.Start + match.Index, match.Length))));
        }
    }

    private static string DurationValue(Match match)
    {
        var number = Number(match.Groups[1].Value);
        var half = match.Value.Contains("and a half", StringComparison.OrdinalIgnoreCase);
        var unit = match.Groups[2].Value.ToLowerInvariant();
        return unit switch
        {
            "minute" => $"PT{number}M",
            "hour" => half ? $"PT{number}H30M" : $"PT{number}H",
            "day" => $"P{number}D",
            "week" => $"P{number}W",
            "month" => $"P{number}M",
            _ => "",
        };
    }

    private static string Number(string word)
    {
        string[] words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        string[] ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
        var lower = word.ToLowerInvariant();
        var at = Array.IndexOf(words, lower);
        at = at >= 0 ? at : Array.IndexOf(ordinals, lower);
        if (at >= 0)
        {
            return at.ToString(CultureInfo.InvariantCulture);
        }

        return lower is "a" or "an" ? "1" : new string([.. lower.Where(char.IsAsciiDigit)]);
    }

    /// <summary>What a thing takes; not how far it is from another ("a week after the speech", "ten days before", "in two weeks", "the first in six months").</summary>
    [GeneratedRegex(@"(?<!\b(?:in|within|every|past|last|next|by)\s(?:the\s|about\s|some\s|only\s|just\s|over\s|nearly\s)?)\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ -]and[ -]a[ -]half)?[ -](minute|hour|day|week|month)s?\b(?!\s(?:after|before|later|earlier|ago|from|since|ahead|until|till|away|left|prior|old|in\sadvance)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\bfirst\b[^.;]{0,60}?\b(?:since|in)\b[^.,;]{3,40}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstSince();

    [GeneratedRegex(@"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?: [a-z-]+){0,3} (?:missiles?|rockets?|projectiles?|rounds?|tests?|launches|people|soldiers|protesters)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?:\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d|annual|yearly) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?: [a-z]+){0,2} (?:round|meeting|summit|test|launch|talks|session)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rank();
}
