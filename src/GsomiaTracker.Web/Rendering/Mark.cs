using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Rendering;

/// <summary>What a mark in a text stands for.</summary>
public enum MarkKind { Event, Stance, Statement, Quote, Source, Cue, Condition, Official, Date }

/// <summary>Words of a text that carry a finding.</summary>
/// <param name="Finding">Key of the finding; its place in the list is <c>f-KEY</c>.</param>
/// <param name="Anchor">Id of the mark itself, for the first words of a finding: <c>m-KEY</c>; else null.</param>
/// <param name="Label">"E1": how the list of findings calls it; null where the words themselves are the link, or where nothing leads on.</param>
/// <param name="Tone">Further class: a position, a status.</param>
public sealed record Mark(TextSpan Span, MarkKind Kind, string Finding, string? Anchor, string? Label, string? Tone)
{
    /// <summary>Names and dates are links themselves; sentences carry a small reference at their end.</summary>
    public bool IsWord => Kind is MarkKind.Official or MarkKind.Date;

    /// <summary>How a day was worked out, without the name of the rule in brackets at its end, which only programs want.</summary>
    public static string Plain(string from) => from.EndsWith(']') && from.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var at ? from[..at] : from;

    public static string DateKey(DatedExpression date) => FormattableString.Invariant($"date-{date.Words.Span.Start}");

    /// <summary>Every mark of a reading, with findings numbered in the order of the text.</summary>
    public static IReadOnlyList<Mark> Of(Reading reading)
    {
        var marks = new List<Mark>();

        void Add(MarkKind kind, FindingKey key, string? label, string? tone, IEnumerable<Evidence> pieces)
        {
            var first = true;
            foreach (var piece in pieces.Where(p => !p.Span.IsEmpty))
            {
                marks.Add(new Mark(piece.Span, kind, key.Value, first ? "m-" + key.Value : null, first ? label : null, tone));
                first = false;
            }
        }

        foreach (var (e, n) in Numbered(reading.Events, e => e.Evidence))
        {
            Add(MarkKind.Event, e.Key, $"E{n}", Vocabulary.Word(e.Status), e.Evidence);
        }

        foreach (var (s, n) in Numbered(reading.Stances, s => s.Evidence))
        {
            Add(MarkKind.Stance, s.Key, $"P{n}", Vocabulary.Word(s.Position), s.Evidence);
            if (s.Condition is { } condition)
            {
                marks.Add(new Mark(condition.Span, MarkKind.Condition, s.Key.Value, null, null, null));
            }
        }

        foreach (var (s, n) in Numbered(reading.Statements, s => s.Content))
        {
            Add(MarkKind.Statement, s.Key, $"S{n}", Vocabulary.Word(s.Form), s.Content);
            foreach (var (piece, kind) in new[] { (s.Source, MarkKind.Source), (s.Cue, MarkKind.Cue) })
            {
                if (piece is { } words && !words.Span.IsEmpty)
                {
                    marks.Add(new Mark(words.Span, kind, s.Key.Value, null, null, null));
                }
            }
        }

        foreach (var (q, n) in Numbered(reading.Quotes, q => [q.Words]))
        {
            Add(MarkKind.Quote, q.Key, $"Q{n}", null, [q.Words]);
        }

        foreach (var o in reading.Officials)
        {
            Add(MarkKind.Official, o.Key, null, null, o.Evidence);
        }

        foreach (var d in reading.Dates)
        {
            Add(MarkKind.Date, new FindingKey(DateKey(d)), null, null, [d.Words]);
        }

        return marks;
    }

    /// <summary>Findings in the order of their first words, numbered from 1; the list beside the text counts alike.</summary>
    public static IEnumerable<(T Finding, int Number)> Numbered<T>(IEnumerable<T> findings, Func<T, IReadOnlyList<Evidence>> pieces) =>
        findings.OrderBy(f => pieces(f) is [var first, ..] ? first.Span.Start : int.MaxValue).Select((f, i) => (f, i + 1));
}
