using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Corrections;

/// <summary>A reading with corrections laid over it, and which of them found something to correct in it.</summary>
/// <param name="Applied">Sequences of the corrections that applied.</param>
/// <param name="Faults">Corrections that concern this reading but cannot be applied, with the reason.</param>
public sealed record Overlaid(Reading Reading, IReadOnlyList<long> Applied, IReadOnlyList<Orphan> Faults);

/// <summary>
/// The one function through which every reading passes on its way to a page: editors correct the reading, never the text. Pure, and idempotent:
/// laid over twice it gives the same. Corrections of events (merge, split, explain) and of whole articles (retract) are not its matter.
/// </summary>
public static class CorrectionOverlay
{
    /// <param name="text">The text that the reading's spans index: added findings get their evidence from it.</param>
    /// <param name="article">The story's id; corrections of other stories are passed over.</param>
    /// <param name="corrections">Any corrections, undos included.</param>
    public static Overlaid Apply(Reading reading, string text, string article, IEnumerable<Correction> corrections)
    {
        var applied = new List<long>();
        var faults = new List<Orphan>();
        foreach (var correction in ActiveCorrections.Of(corrections))
        {
            if (correction.Article is { } other && other != article)
            {
                continue;
            }

            var result = Apply(reading, text, correction);
            if (result is not { } answer)
            {
                continue;
            }

            if (answer.Ok)
            {
                reading = answer.Value;
                applied.Add(correction.Sequence);
            }
            else
            {
                faults.Add(new Orphan(correction, answer.Fault!.Reason));
            }
        }

        return new Overlaid(reading, applied, faults);
    }

    /// <summary>Null where the correction has nothing to do with this reading.</summary>
    private static Parsed<Reading>? Apply(Reading reading, string text, Correction c)
    {
        switch (c.Act)
        {
            case CorrectionAct.Header when c.Article is not null:
                return Amendment.Of(reading.Header, c.Field, c.Value).Then(h => reading with { Header = h });
            case CorrectionAct.Reject:
                return Reject(reading, c.Target);
            case CorrectionAct.Amend:
                return Amend(reading, c);
            case CorrectionAct.Add:
                return Addition.Apply(reading, text, c);
            case CorrectionAct.Accept:
                return Has(reading, c) ? Parsed<Reading>.Of(reading) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether what was found right is there: a finding, a field of the header with the same value, that the text is a copy.</summary>
    private static bool Has(Reading reading, Correction c) =>
        c.Target == "header" ? c.Field == "published" && JsonValue.Parse(c.Value) is { Ok: true } value && value.Value.ValueKind == JsonValueKind.String && value.Value.GetString() == reading.Header.Published?.ToString()
        : c.Target == "copy" || reading.Events.Any(e => e.Key.Value == c.Target) || reading.Stances.Any(s => s.Key.Value == c.Target) || reading.Officials.Any(o => o.Key.Value == c.Target)
            || reading.Quotes.Any(q => q.Key.Value == c.Target) || reading.Statements.Any(s => s.Key.Value == c.Target) || DateKeys.Find(reading.Dates, c.Target) is not null;

    private static Parsed<Reading>? Reject(Reading reading, string key)
    {
        var rest = reading with
        {
            Events = Without(reading.Events, e => e.Key.Value == key),
            Stances = Without(reading.Stances, s => s.Key.Value == key),
            Officials = Without(reading.Officials, o => o.Key.Value == key),
            Quotes = Without(reading.Quotes, q => q.Key.Value == key),
            Statements = Without(reading.Statements, s => s.Key.Value == key),
            Dates = DateKeys.Find(reading.Dates, key) is { } date ? Without(reading.Dates, d => ReferenceEquals(d, date)) : reading.Dates,
        };
        return ReferenceEquals(rest.Events, reading.Events) && ReferenceEquals(rest.Stances, reading.Stances) && ReferenceEquals(rest.Officials, reading.Officials)
            && ReferenceEquals(rest.Quotes, reading.Quotes) && ReferenceEquals(rest.Statements, reading.Statements) && ReferenceEquals(rest.Dates, reading.Dates)
            ? null
            : Parsed<Reading>.Of(rest);
    }

    private static Parsed<Reading>? Amend(Reading reading, Correction c)
    {
        if (reading.Events.FirstOrDefault(e => e.Key.Value == c.Target) is { } e)
        {
            return Amendment.Of(e, c.Field, c.Value).Then(v => reading with { Events = With(reading.Events, e, v) });
        }

        if (reading.Stances.FirstOrDefault(s => s.Key.Value == c.Target) is { } s)
        {
            return Amendment.Of(s, c.Field, c.Value).Then(v => reading with { Stances = With(reading.Stances, s, v) });
        }

        if (reading.Officials.FirstOrDefault(o => o.Key.Value == c.Target) is { } o)
        {
            return Amendment.Of(o, c.Field, c.Value).Then(v => reading with { Officials = With(reading.Officials, o, v) });
        }

        if (DateKeys.Find(reading.Dates, c.Target) is { } d)
        {
            return Amendment.Of(d, c.Field, c.Value).Then(v => reading with { Dates = With(reading.Dates, d, v) });
        }

        return reading.Quotes.FirstOrDefault(q => q.Key.Value == c.Target) is { } q
            ? Amendment.Of(q, c.Field, c.Value).Then(v => reading with { Quotes = With(reading.Quotes, q, v) })
            : null;
    }

    internal static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, Func<T, bool> gone) => list.Any(gone) ? [.. list.Where(x => !gone(x))] : list;

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, T old, T now) where T : class => [.. list.Select(x => ReferenceEquals(x, old) ? now : x)];
}
