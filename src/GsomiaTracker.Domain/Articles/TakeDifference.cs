using System.Text;

namespace GsomiaTracker.Domain.Articles;

public enum SentenceChange { Same, Moved, Added, Removed, Changed }

/// <summary>A sentence's fate between two takes, with its words in each.</summary>
/// <param name="Before">Null for an added one.</param>
/// <param name="After">Null for a removed one.</param>
public sealed record SentencePair(SentenceChange Change, Sentence? Before, Sentence? After);

/// <summary>What changed between two takes of a story, sentence by sentence, in the order of the later take; a removed one stands where it would have come.</summary>
public sealed record TakeDifference(IReadOnlyList<SentencePair> Sentences)
{
    /// <summary>Edits that touch at most this share of a sentence's letters, and this many, are typing errors put right.</summary>
    public const double TypoShare = 0.04;
    public const int TypoLetters = 3;

    private const double ChangedOverlap = 0.5;

    /// <summary>With more pairs of sentences than these that might be one, what is not the same was added or removed: a huge text holds up no page.</summary>
    private const long MostCompared = 250_000;

    public int Count(SentenceChange change) => Sentences.Count(s => s.Change == change);

    /// <summary>Nothing a reader would care about.</summary>
    public bool IsSilent => Sentences.All(s => s.Change is SentenceChange.Same or SentenceChange.Moved);

    public static TakeDifference Between(string before, string after)
    {
        var old = Articles.Sentences.Of(before);
        var now = Articles.Sentences.Of(after);
        var partner = new int[now.Count];
        Array.Fill(partner, -1);
        var taken = new bool[old.Count];
        MatchSame(old, now, partner, taken);
        var few = (long)taken.Count(t => !t) * partner.Count(p => p < 0) <= MostCompared;
        if (few)
        {
            MatchTypos(before, after, old, now, partner, taken);
        }

        var same = partner.ToArray();
        if (few)
        {
            MatchChanged(before, after, old, now, partner, taken);
        }

        // Of the sentences that stayed, those outside the longest run in old order have moved.
        var stayed = Enumerable.Range(0, now.Count).Where(i => same[i] >= 0).ToList();
        var inOrder = LongestRise([.. stayed.Select(i => same[i])]).Select(k => stayed[k]).ToHashSet();
        var pairs = new List<SentencePair>();
        var gone = 0;
        for (var i = 0; i < now.Count; i++)
        {
            if (partner[i] is var p && p >= 0 && (same[i] < 0 || inOrder.Contains(i)))
            {
                for (; gone < p; gone++)
                {
                    AddRemoved(gone);
                }
            }

            pairs.Add(partner[i] < 0 ? new SentencePair(SentenceChange.Added, null, now[i])
                : same[i] < 0 ? new SentencePair(SentenceChange.Changed, old[partner[i]], now[i])
                : new SentencePair(inOrder.Contains(i) ? SentenceChange.Same : SentenceChange.Moved, old[same[i]], now[i]));
            for (; gone < old.Count && (!taken[gone] || gone == partner[i]); gone++)
            {
                AddRemoved(gone);
            }
        }

        for (; gone < old.Count; gone++)
        {
            AddRemoved(gone);
        }

        return new TakeDifference(pairs);

        void AddRemoved(int i)
        {
            if (!taken[i])
            {
                pairs.Add(new SentencePair(SentenceChange.Removed, old[i], null));
            }
        }
    }

    private static void MatchSame(IReadOnlyList<Sentence> old, IReadOnlyList<Sentence> now, int[] partner, bool[] taken)
    {
        var places = new Dictionary<long, List<int>>();
        for (var j = 0; j < old.Count; j++)
        {
            if (!places.TryGetValue(old[j].Fingerprint, out var at))
            {
                places[old[j].Fingerprint] = at = [];
            }

            at.Add(j);
        }

        for (var i = 0; i < now.Count; i++)
        {
            if (places.GetValueOrDefault(now[i].Fingerprint) is { Count: > 0 } at)
            {
                // Nearest first: a line that stands in a text twice goes with its own.
                var k = at.MinBy(j => Math.Abs(j - i));
                partner[i] = k;
                taken[k] = true;
                at.Remove(k);
            }
        }
    }

    private static void MatchTypos(string before, string after, IReadOnlyList<Sentence> old, IReadOnlyList<Sentence> now, int[] partner, bool[] taken)
    {
        var left = Enumerable.Range(0, old.Count).Where(j => !taken[j]).Select(j => (At: j, Letters: Letters(before, old[j]))).ToList();
        for (var i = 0; i < now.Count; i++)
        {
            if (partner[i] < 0)
            {
                var letters = Letters(after, now[i]);
                foreach (var (k, _) in left.Where(o => !taken[o.At] && IsTypo(o.Letters, letters)).OrderBy(o => Math.Abs(o.At - i)).Take(1).ToList())
                {
                    partner[i] = k;
                    taken[k] = true;
                }
            }
        }
    }

    private static void MatchChanged(string before, string after, IReadOnlyList<Sentence> old, IReadOnlyList<Sentence> now, int[] partner, bool[] taken)
    {
        var stems = old.Select((s, j) => taken[j] ? [] : Stems.Of(s.Span.In(before))).ToList();
        var pairs = new List<(double Overlap, int Now, int Old)>();
        for (var i = 0; i < now.Count; i++)
        {
            if (partner[i] < 0)
            {
                var own = Stems.Of(now[i].Span.In(after));
                for (var j = 0; j < old.Count; j++)
                {
                    if (!taken[j] && Stems.Overlap(own, stems[j]) is var overlap && overlap >= ChangedOverlap && Math.Min(own.Length, stems[j].Length) * 3 >= Math.Max(own.Length, stems[j].Length))
                    {
                        pairs.Add((overlap, i, j));
                    }
                }
            }
        }

        foreach (var (_, i, j) in pairs.OrderByDescending(p => p.Overlap).ThenBy(p => p.Now).ThenBy(p => p.Old))
        {
            if (partner[i] < 0 && !taken[j])
            {
                partner[i] = j;
                taken[j] = true;
            }
        }
    }

    private static string Letters(string text, Sentence sentence)
    {
        var letters = new StringBuilder(sentence.Letters);
        foreach (var c in sentence.Span.In(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>Few letters put right; a changed figure is never a typing error.</summary>
    private static bool IsTypo(string before, string after)
    {
        var allowed = Math.Min(TypoLetters, (int)(TypoShare * Math.Max(before.Length, after.Length)));
        return allowed > 0
            && Math.Abs(before.Length - after.Length) <= allowed
            && before.Where(char.IsDigit).SequenceEqual(after.Where(char.IsDigit))
            && Distance(before, after, allowed) <= allowed;
    }

    /// <summary>Edit distance, given up beyond <paramref name="most"/>: only the band about the diagonal is filled.</summary>
    private static int Distance(string a, string b, int most)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : most + 1;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var above = j == i + most ? most + 1 : row[j];
                var cell = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cell;
                least = Math.Min(least, cell);
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return row[b.Length];
    }

    /// <summary>Indexes of a longest rising subsequence.</summary>
    private static IEnumerable<int> LongestRise(int[] values)
    {
        var tails = new List<int>();
        var before = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (at, end) = (0, tails.Count);
            while (at < end)
            {
                var middle = (at + end) / 2;
                (at, end) = values[tails[middle]] < values[i] ? (middle + 1, end) : (at, middle);
            }

            before[i] = at == 0 ? -1 : tails[at - 1];
            if (at == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[at] = i;
            }
        }

        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = before[i])
        {
            yield return i;
        }
    }
}
