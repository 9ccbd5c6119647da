using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>What of a chronicle changes.</summary>
public enum ChangedThing { Event, Position, Disagreement, Deadline }

public enum ChangeOf { Appears, Goes, Changes }

/// <summary>A value before and after; null where there is none.</summary>
public sealed record ValueChange(string Name, string? Before, string? After);

/// <param name="Title">What it is, for a person: the event's title, who on what.</param>
/// <param name="Event">The event to look at, where it is one.</param>
public sealed record ChronicleChange(ChangedThing Thing, ChangeOf How, string Title, ChronicleEvent? Event, IReadOnlyList<ValueChange> Values);

/// <summary>What a reader of the chronicle would see change: the preview of every correction, before it is made. Pure.</summary>
public static class ChronicleDifference
{
    /// <param name="holder">Words for who holds a position.</param>
    /// <param name="zone">The zone of the instants in it.</param>
    public static IReadOnlyList<ChronicleChange> Between(Chronicle before, Chronicle after, Func<StanceHistory, string> holder, TimeZoneInfo zone) =>
        [.. Events(before, after, zone), .. Positions(before, after, holder), .. Disagreements(before, after), .. Deadlines(before, after, zone)];

    private static IEnumerable<ChronicleChange> Events(Chronicle before, Chronicle after, TimeZoneInfo zone)
    {
        var old = before.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var now = after.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var pairs = new List<(ChronicleEvent? Before, ChronicleEvent? After)>();
        var left = old.Values.Where(e => !now.ContainsKey(e.Id)).ToList();
        foreach (var e in after.Events)
        {
            if (!old.TryGetValue(e.Id, out var same))
            {
                // An event goes by its first report; without it, by its next.
                var names = e.Aliases.ToHashSet(StringComparer.Ordinal);
                same = left.Find(o => o.Aliases.Any(names.Contains));
                left.Remove(same!);
            }

            if (same is null || !ReferenceEquals(same, e))
            {
                pairs.Add((same, e));
            }
        }

        pairs.AddRange(left.Select(e => ((ChronicleEvent?)e, (ChronicleEvent?)null)));
        foreach (var (a, b) in pairs)
        {
            var values = a is null || b is null ? [] : Values(a, b, zone);
            if (a is null || b is null || values.Count > 0)
            {
                yield return new ChronicleChange(ChangedThing.Event, a is null ? ChangeOf.Appears : b is null ? ChangeOf.Goes : ChangeOf.Changes, (b ?? a)!.Title, b ?? a, values);
            }
        }
    }

    private static List<ValueChange> Values(ChronicleEvent a, ChronicleEvent b, TimeZoneInfo zone)
    {
        var values = new List<ValueChange>();
        void Compare(string name, string? x, string? y)
        {
            if (x != y)
            {
                values.Add(new ValueChange(name, x, y));
            }
        }

        Compare("title", a.Title, b.Title);
        Compare("kind", Vocabulary.Word(a.Kind), Vocabulary.Word(b.Kind));
        Compare("status", Vocabulary.Word(a.Status), Vocabulary.Word(b.Status));
        Compare("history", History(a, zone), History(b, zone));
        Compare("days", a.Days?.ToString(), b.Days?.ToString());
        Compare("place", a.Place, b.Place);
        Compare("countries", Set(a.Countries), Set(b.Countries));
        Compare("people", Set(a.People), Set(b.People));
        Compare("reports", Count(a.Telling.Count()), Count(b.Telling.Count()));
        Compare("independent sources", Count(a.Sources), Count(b.Sources));
        return values;

        // In which order the reports name them is no change.
        static string? Set(IEnumerable<string> names) => List([.. names.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<ChronicleChange> Positions(Chronicle before, Chronicle after, Func<StanceHistory, string> holder)
    {
        static (string, string?, string?, string) Key(StanceHistory h) => (h.Country, h.Person, h.Org, h.Issue);
        static string Steps(StanceHistory h) => string.Join(" → ", h.Steps.Select(s => Vocabulary.Word(s.Position)));
        var old = before.Stances.ToDictionary(Key);
        foreach (var now in after.Stances)
        {
            if (!old.Remove(Key(now), out var was))
            {
                yield return new ChronicleChange(ChangedThing.Position, ChangeOf.Appears, holder(now), null, [new ValueChange("position", null, Steps(now))]);
            }
            else if (Steps(was) != Steps(now) || was.Reports != now.Reports)
            {
                yield return new ChronicleChange(ChangedThing.Position, ChangeOf.Changes, holder(now), null,
                    [.. new[] { new ValueChange("position", Steps(was), Steps(now)), new ValueChange("reports", Count(was.Reports), Count(now.Reports)) }.Where(v => v.Before != v.After)]);
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new ChronicleChange(ChangedThing.Position, ChangeOf.Goes, holder(gone), null, [new ValueChange("position", Steps(gone), null)]);
        }
    }

    private static IEnumerable<ChronicleChange> Disagreements(Chronicle before, Chronicle after)
    {
        var old = before.Disagreements.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (var now in after.Disagreements.DistinctBy(d => d.Id))
        {
            if (!old.Remove(now.Id, out var was))
            {
                yield return new ChronicleChange(ChangedThing.Disagreement, ChangeOf.Appears, Title(now), after.Find(now.EventId), []);
            }
            else if (was.ExplainedBy != now.ExplainedBy)
            {
                yield return new ChronicleChange(ChangedThing.Disagreement, ChangeOf.Changes, Title(now), after.Find(now.EventId), [new ValueChange("explained by", was.ExplainedBy, now.ExplainedBy)]);
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new ChronicleChange(ChangedThing.Disagreement, ChangeOf.Goes, Title(gone), before.Find(gone.EventId), []);
        }

        static string Title(Disagreement d) => $"{d.About}: {string.Join(" / ", d.Sides.Select(s => s.Value).Distinct())}";
    }

    private static IEnumerable<ChronicleChange> Deadlines(Chronicle before, Chronicle after, TimeZoneInfo zone)
    {
        if (before.Deadline.Kind != after.Deadline.Kind || before.Deadline.OutcomeState?.KnownSince != after.Deadline.OutcomeState?.KnownSince)
        {
            yield return new ChronicleChange(ChangedThing.Deadline, ChangeOf.Changes, "the deadline", after.Deadline.Outcome, [new ValueChange("state", State(before.Deadline), State(after.Deadline))]);
        }

        string State(DeadlineState d) => Vocabulary.Word(d.Kind) + (d.OutcomeState is { } o ? FormattableString.Invariant($", known since {TimeZoneInfo.ConvertTime(o.KnownSince, zone):yyyy-MM-dd HH:mm zzz}") : "");
    }

    private static string History(ChronicleEvent e, TimeZoneInfo zone) =>
        string.Join(" → ", e.History.Select(h => FormattableString.Invariant($"{Vocabulary.Word(h.Status)} ({TimeZoneInfo.ConvertTime(h.KnownSince, zone):yyyy-MM-dd})")));

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(", ", values);

    private static string Count(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
