using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>Counts of what was found, made up and missed: events by kind, place and touching days, and with days, status and states right. Optional entries count neither way.</summary>
internal sealed class EventScore
{
    private const int LongestSpan = 700;

    private readonly int[] _counts = new int[6];

    public double Found => F1(0);

    public double Strict => F1(3);

    public void Add(EventText text, IReadOnlyList<EventReported> reported)
    {
        var told = text.Only is { } only ? [.. reported.Where(r => r.Kind == only)] : reported;
        Count(0, text.Gold, told, Same);
        Count(3, text.Gold, told, (g, r) => Same(g, r) && (g.Optional || g.Countries is null || g.Days == r.Days && g.Status == r.Status && g.Countries.Order(StringComparer.Ordinal).SequenceEqual(r.Countries.Order(StringComparer.Ordinal))));
    }

    private static bool Same(EventGold gold, EventReported told) =>
        gold.Kind == told.Kind && gold.DaysMeet(told.Days) && gold.Meets([.. told.Evidence.Select(e => e.Span).Where(s => s.Length <= LongestSpan)]);

    private void Count(int into, IReadOnlyList<EventGold> golds, IReadOnlyList<EventReported> told, Func<EventGold, EventReported, bool> fits)
    {
        var goldOf = Matched(golds, told.Count, (g, p) => fits(golds[g], told[p]), (g, p) => golds[g].Days == told[p].Days ? 1 : 0);
        for (var g = 0; g < golds.Count; g++)
        {
            _counts[into + (goldOf.Contains(g) ? 0 : 2)] += golds[g].Optional ? 0 : 1;
        }

        // What an optional entry takes up is no extra.
        _counts[into + 1] += goldOf.Count(g => g < 0);
    }

    /// <summary>The gold entry of each told one, -1 without: one to one, best first, then as many as can be, what is optional last.</summary>
    public static int[] Matched(IReadOnlyList<EventGold> golds, int told, Func<int, int, bool> fits, Func<int, int, double> likeness)
    {
        var goldOf = new int[told];
        Array.Fill(goldOf, -1);
        var found = new bool[golds.Count];
        bool Room(int g, HashSet<int> tried)
        {
            for (var p = 0; p < told; p++)
            {
                if (fits(g, p) && tried.Add(p) && (goldOf[p] < 0 || golds[goldOf[p]].Optional == golds[g].Optional && Room(goldOf[p], tried)))
                {
                    goldOf[p] = g;
                    return true;
                }
            }

            return false;
        }

        foreach (var optional in (ReadOnlySpan<bool>)[false, true])
        {
            var pairs = Enumerable.Range(0, golds.Count).Where(g => golds[g].Optional == optional)
                .SelectMany(g => Enumerable.Range(0, told).Where(p => fits(g, p)).Select(p => (g, p))).OrderByDescending(x => likeness(x.g, x.p));
            foreach (var (g, p) in pairs)
            {
                if (!found[g] && goldOf[p] < 0)
                {
                    (goldOf[p], found[g]) = (g, true);
                }
            }

            for (var g = 0; g < golds.Count; g++)
            {
                found[g] = found[g] || golds[g].Optional == optional && Room(g, []);
            }
        }

        return goldOf;
    }

    private double F1(int at) => 2.0 * _counts[at] / Math.Max(1, 2 * _counts[at] + _counts[at + 1] + _counts[at + 2]);

    public override string ToString() => FormattableString.Invariant(
        $"{Found:F3} / {Strict:F3}  (P {(double)_counts[0] / Math.Max(1, _counts[0] + _counts[1]):F3} R {(double)_counts[0] / Math.Max(1, _counts[0] + _counts[2]):F3})");
}
