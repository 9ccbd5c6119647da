using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>Counts of what was found, made up and missed: positions by state, and by person too. Optional entries count neither way.</summary>
internal sealed class StanceScore
{
    private readonly int[] _counts = new int[6];

    public double Found => F1(0);

    public double WithHolder => F1(3);

    public double Joint => (Found + WithHolder) / 2;

    public void Add(StanceText text, IReadOnlyList<StanceTaken> taken)
    {
        var golds = text.Gold;
        var preds = taken.Select(t => (t.Country, Names: (IReadOnlyList<string>)(t.Person is { } id ? text.NamesOf(new Holder(t.Country, id, null)) : []), t.Issue, t.Position, Spans: (IReadOnlyList<TextSpan>)[.. t.Evidence.Select(e => e.Span)])).ToArray();
        Count(3, golds, g => g.Optional, preds.Length, (g, p) => g.Country == preds[p].Country && g.Issue == preds[p].Issue && g.Position == preds[p].Position
            && g.Meets(preds[p].Spans) && (g.Optional || g.IsHeldBy(preds[p].Names)));
        var folded = golds.GroupBy(g => (g.Country, g.Issue, g.Position))
            .Select(g => g.First() with { Optional = g.All(x => x.Optional), Spans = [.. g.SelectMany(x => x.Spans)] }).ToArray();
        var foldedPreds = preds.GroupBy(p => (p.Country, p.Issue, p.Position)).Select(p => (p.Key, Spans: p.SelectMany(x => x.Spans).ToArray())).ToArray();
        Count(0, folded, g => g.Optional, foldedPreds.Length, (g, p) => (g.Country, g.Issue, g.Position) == foldedPreds[p].Key && g.Meets(foldedPreds[p].Spans));
    }

    private void Count<T>(int into, IReadOnlyList<T> golds, Func<T, bool> optional, int preds, Func<T, int, bool> fits)
    {
        var goldOf = new int[preds];
        Array.Fill(goldOf, -1);
        var found = new bool[golds.Count];
        bool Room(int g, HashSet<int> tried)
        {
            for (var p = 0; p < preds; p++)
            {
                if (fits(golds[g], p) && tried.Add(p) && (goldOf[p] < 0 || optional(golds[goldOf[p]]) == optional(golds[g]) && Room(goldOf[p], tried)))
                {
                    goldOf[p] = g;
                    return true;
                }
            }

            return false;
        }

        foreach (var late in (ReadOnlySpan<bool>)[false, true])
        {
            for (var g = 0; g < golds.Count; g++)
            {
                if (optional(golds[g]) == late)
                {
                    found[g] = Room(g, []);
                }
            }
        }

        for (var g = 0; g < golds.Count; g++)
        {
            _counts[into + (found[g] ? 0 : 2)] += optional(golds[g]) ? 0 : 1;
        }

        _counts[into + 1] += goldOf.Count(g => g < 0);
    }

    private double F1(int at) => 2.0 * _counts[at] / Math.Max(1, 2 * _counts[at] + _counts[at + 1] + _counts[at + 2]);

    public override string ToString() => FormattableString.Invariant(
        $"{Found:F3} / {WithHolder:F3}  (P {(double)_counts[0] / Math.Max(1, _counts[0] + _counts[1]):F3} R {(double)_counts[0] / Math.Max(1, _counts[0] + _counts[2]):F3})");
}
