using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Tests.Support;

/// <summary>What must hold for the reading of any text at all. Answers what is broken, so that a failing test shows it.</summary>
public static class ReadingLaws
{
    /// <summary>The longest evidence of one piece, in UTF-16 units: beyond it a span points at nothing.</summary>
    public const int LongestPiece = 700;

    public static IEnumerable<string> Broken(string input, Reading reading)
    {
        var text = reading.Text ?? input;
        foreach (var (what, evidence) in Evidence(reading))
        {
            if (evidence.Span.Start < 0 || evidence.Span.End > text.Length || evidence.Span.IsEmpty)
            {
                yield return $"{what}: {evidence.Span} lies outside the text of {text.Length} units";
            }
            else if (evidence.Span.Of(text) != evidence.Words)
            {
                yield return $"{what}: {evidence.Span} holds '{evidence.Span.Of(text)}', not '{evidence.Words}'";
            }
        }

        var officials = reading.Officials.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var person in reading.Events.SelectMany(e => e.People).Concat(reading.Stances.Select(s => s.Person).OfType<string>()))
        {
            if (!officials.Contains(person))
            {
                yield return $"'{person}' takes part but is no official of the reading";
            }
        }

        foreach (var found in reading.Events.Where(e => e.Evidence.Count == 0).Select(e => e.Summary).Concat(reading.Stances.Where(s => s.Evidence.Count == 0).Select(s => s.Issue)))
        {
            yield return $"'{found}' has no evidence";
        }

        foreach (var twice in Keys(reading).GroupBy(k => k).Where(g => g.Count() > 1))
        {
            yield return $"key {twice.Key} stands {twice.Count()} times";
        }

        foreach (var days in reading.Events.Select(e => e.Days).Concat(reading.Dates.Select(d => d.Days)))
        {
            if (days is { } range && range.To < range.From)
            {
                yield return $"{range} ends before it begins";
            }
        }
    }

    private static IEnumerable<string> Keys(Reading reading) =>
        reading.Officials.Select(o => o.Key)
            .Concat(reading.Events.Select(e => e.Key))
            .Concat(reading.Stances.Select(s => s.Key))
            .Concat(reading.Quotes.Select(q => q.Key))
            .Concat(reading.Statements.Select(s => s.Key))
            .Select(k => k.Value);

    private static IEnumerable<(string What, Evidence Evidence)> Evidence(Reading reading)
    {
        foreach (var o in reading.Officials)
        {
            foreach (var e in o.Evidence)
            {
                yield return ($"official {o.Name}", e);
            }
        }

        foreach (var d in reading.Dates)
        {
            yield return ("date", d.Words);
        }

        foreach (var found in reading.Events)
        {
            foreach (var e in found.Evidence.Concat(found.Details.Select(d => d.Evidence)))
            {
                yield return ($"event {found.Summary}", e);
            }
        }

        foreach (var s in reading.Statements)
        {
            foreach (var e in s.Content.Concat(new[] { s.Source, s.Cue }.OfType<Evidence>()))
            {
                yield return ("statement", e);
            }
        }

        foreach (var q in reading.Quotes)
        {
            yield return ("quote", q.Words);
        }

        foreach (var s in reading.Stances)
        {
            foreach (var e in s.Evidence.Concat(new[] { s.Condition }.OfType<Evidence>()))
            {
                yield return ($"stance {s.Issue}", e);
            }
        }
    }
}
