using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Articles;

/// <summary>
/// Whose words each take's are in the end, for counting independent sources: the agency that files them, the outlet that a digest digests,
/// and for a copy of another text whoever that one's words are. Takes are added in known order; the earliest is the original.
/// </summary>
public sealed class Voices
{
    /// <summary>How much of the shorter of two texts must stand in the other for one to be a copy, and in how many sentences at least.</summary>
    public const double CopyShare = 0.6;
    public const int CopySentences = 3;

    private const int MostBearers = 24;

    private readonly Dictionary<long, List<int>> _bearers = [];
    private readonly List<(TextSketch Sketch, string Voice)> _takes = [];

    /// <summary>The next take in known order; null where nothing names its voice.</summary>
    public string? Add(ArticleRevision take)
    {
        var sketch = TextSketch.Of(take.Text);
        var voice = Original(sketch) ?? Own(take.Reading.Header) ?? take.Article;
        foreach (var mark in sketch.Marks)
        {
            if (!_bearers.TryGetValue(mark, out var bearers))
            {
                _bearers[mark] = bearers = new List<int>(1);
            }

            // A sentence that everybody carries is background; it does not tell whose copy a text is.
            if (bearers.Count < MostBearers)
            {
                bearers.Add(_takes.Count);
            }
        }

        _takes.Add((sketch, voice));
        return voice;
    }

    /// <summary>The agency, or for a digest the outlet before the comma of "NHK, 2019-07-01".</summary>
    public static string? Own(ReadingHeader header)
    {
        if (header.Digests is not { } digested)
        {
            return header.Agency;
        }

        var comma = digested.IndexOf(',', StringComparison.Ordinal);
        return (comma < 0 ? digested : digested[..comma]).Trim();
    }

    public static bool IsCopy(TextSketch later, TextSketch earlier) =>
        later.Shared(earlier).Sentences >= CopySentences && later.Containment(earlier) >= CopyShare;

    private string? Original(TextSketch sketch)
    {
        var shared = new Dictionary<int, int>();
        foreach (var mark in sketch.Marks)
        {
            if (_bearers.TryGetValue(mark, out var bearers))
            {
                foreach (var bearer in bearers)
                {
                    shared[bearer] = shared.GetValueOrDefault(bearer) + 1;
                }
            }
        }

        foreach (var (bearer, _) in shared.Where(p => p.Value >= CopySentences).OrderBy(p => p.Key))
        {
            if (IsCopy(sketch, _takes[bearer].Sketch))
            {
                return _takes[bearer].Voice;
            }
        }

        return null;
    }
}
