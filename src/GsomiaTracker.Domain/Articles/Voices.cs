using System.Runtime.InteropServices;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Articles;

/// <summary>
/// Whose words each take's are in the end, for counting independent sources: the agency that files them, the outlet that a digest digests,
/// and for a copy of another text of the days before whoever that one's words are. Takes are added in known order; the earliest is the original.
/// What is older than <see cref="Window"/> is let go, so that it stays as small as a week's news.
/// </summary>
public sealed class Voices
{
    /// <summary>How much of the shorter of two texts must stand in the other for one to be a copy, and in how many sentences at least.</summary>
    public const double CopyShare = 0.6;
    public const int CopySentences = 3;

    /// <summary>How old a text is at most whose copy another one is: pages carry a wire's copy within days.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>A sentence that everybody carries is background; it does not tell whose copy a text is.</summary>
    private const int MostBearers = 24;
    private const int FewestKept = 1024;

    private readonly Dictionary<long, Bearers> _bearers = [];
    private readonly List<Told> _takes = [];
    private DateTimeOffset _reach;

    /// <param name="reach">All takes known since then will be told, and none earlier.</param>
    public Voices(DateTimeOffset reach) => _reach = reach;

    /// <summary>The takes with a sentence, ascending. Nearly every sentence has one: it needs no list of its own.</summary>
    private struct Bearers
    {
        private int _first;
        private List<int>? _others;

        public int Count { get; private set; }

        public readonly int this[int at] => at == 0 ? _first : _others![at - 1];

        /// <summary>Place of the first that is a given take or a later one.</summary>
        public readonly int From(int take)
        {
            if (Count == 0 || _first >= take || _others is null)
            {
                return Count == 0 || _first >= take ? 0 : 1;
            }

            var at = _others.BinarySearch(take);
            return 1 + (at < 0 ? ~at : at);
        }

        public void Add(int take)
        {
            if (Count++ == 0)
            {
                _first = take;
            }
            else
            {
                (_others ??= []).Add(take);
            }
        }

        public void RemoveLast()
        {
            if (--Count > 0)
            {
                _others!.RemoveAt(Count - 1);
            }
        }
    }

    private readonly record struct Told(TextSketch Sketch, DateTimeOffset Known, string Voice);

    /// <summary>Whether it has all that a take known at that instant may be a copy of.</summary>
    public bool Reaches(DateTimeOffset known) => _reach <= Before(known);

    /// <summary>Of what a take known at that instant may be a copy: what became known at this instant or later.</summary>
    public static DateTimeOffset Before(DateTimeOffset known) => known - DateTimeOffset.MinValue > Window ? known - Window : DateTimeOffset.MinValue;

    /// <summary>The next take in known order.</summary>
    /// <returns>Its voice.</returns>
    public string Add(ArticleRevision take, TextSketch sketch)
    {
        var voice = Original(sketch, take.KnownSince) ?? Own(take.Reading.Header) ?? take.Article;
        Know(sketch, take.KnownSince, voice);
        return voice;
    }

    /// <summary>The next take in known order, whose voice is known.</summary>
    public void Know(TextSketch sketch, DateTimeOffset known, string voice)
    {
        if (_takes.Count >= FewestKept && _takes[_takes.Count / 2].Known < Before(known))
        {
            LetGo(Before(known));
        }

        foreach (var mark in sketch.Marks)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_bearers, mark, out _).Add(_takes.Count);
        }

        _takes.Add(new Told(sketch, known, voice));
    }

    /// <summary>Takes back all that became known at an instant or later.</summary>
    public void TakeBack(DateTimeOffset from)
    {
        for (var i = _takes.Count - 1; i >= 0 && _takes[i].Known >= from; i--)
        {
            foreach (var mark in _takes[i].Sketch.Marks)
            {
                ref var bearers = ref CollectionsMarshal.GetValueRefOrNullRef(_bearers, mark);
                bearers.RemoveLast();
                if (bearers.Count == 0)
                {
                    _bearers.Remove(mark);
                }
            }

            _takes.RemoveAt(i);
        }
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

    private string? Original(TextSketch sketch, DateTimeOffset known)
    {
        var first = First(Before(known));
        SortedDictionary<int, int>? shared = null;
        foreach (var mark in sketch.Marks)
        {
            if (_bearers.TryGetValue(mark, out var bearers))
            {
                var at = bearers.From(first);
                for (var end = Math.Min(bearers.Count, at + MostBearers); at < end; at++)
                {
                    (shared ??= [])[bearers[at]] = shared.GetValueOrDefault(bearers[at]) + 1;
                }
            }
        }

        foreach (var (bearer, sentences) in shared ?? [])
        {
            if (sentences >= CopySentences && IsCopy(sketch, _takes[bearer].Sketch))
            {
                return _takes[bearer].Voice;
            }
        }

        return null;
    }

    /// <summary>Place of the first take known at an instant or later.</summary>
    private int First(DateTimeOffset known)
    {
        var (low, high) = (0, _takes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_takes[middle].Known < known)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void LetGo(DateTimeOffset before)
    {
        var kept = _takes[First(before)..];
        _takes.Clear();
        _bearers.Clear();
        _reach = before;
        foreach (var (sketch, known, voice) in kept)
        {
            Know(sketch, known, voice);
        }
    }
}
