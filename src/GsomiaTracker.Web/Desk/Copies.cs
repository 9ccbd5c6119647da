using System.Runtime.CompilerServices;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>A story most of whose sentences stand in an earlier one: both count as one source.</summary>
/// <param name="Share">How much of the shorter text stands in the other, 0 to 1.</param>
public sealed record Copy(Story Later, Story Earlier, double Share);

/// <summary>Finds them, by the sentences that texts share (<see cref="Voices"/> counts by the same measure).</summary>
public static class Copies
{
    private const int MostBearers = 24;

    /// <summary>A text is sketched once, however often the queue is looked at.</summary>
    private static readonly ConditionalWeakTable<string, TextSketch> _sketches = [];

    public static IReadOnlyList<Copy> Of(RecordAsOf record)
    {
        var bearers = new Dictionary<long, List<int>>();
        var sketches = new List<TextSketch>();
        var found = new List<Copy>();
        var stories = record.Stories.OrderBy(s => s.Takes[0].KnownSince).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        foreach (var story in stories)
        {
            var sketch = _sketches.GetValue(story.Latest.Text, TextSketch.Of);
            var shared = new Dictionary<int, int>();
            foreach (var mark in sketch.Marks)
            {
                if (!bearers.TryGetValue(mark, out var others))
                {
                    bearers[mark] = others = new List<int>(1);
                }

                foreach (var other in others)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }

                if (others.Count < MostBearers)
                {
                    others.Add(sketches.Count);
                }
            }

            sketches.Add(sketch);
            if (shared.Where(s => s.Value >= Voices.CopySentences).OrderBy(s => s.Key).Select(s => (int?)s.Key).FirstOrDefault(s => Voices.IsCopy(sketch, sketches[s!.Value])) is { } original)
            {
                found.Add(new Copy(story, stories[original], sketch.Containment(sketches[original])));
            }
        }

        return found;
    }
}
