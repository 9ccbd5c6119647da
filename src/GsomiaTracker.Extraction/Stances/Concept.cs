using System.Buffers;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// A thing told by several ideas in any order, a few words apart: one of <c>curb*|restrict*|limit*</c> and one of <c>export*|shipment*</c>.
/// <c>*</c> ends the beginning of a word, so that <i>restrict</i>, <i>restricted</i> and <i>restrictions</i> are one idea.
/// </summary>
/// <param name="Slots">How many ideas must come together; at most <see cref="ConceptTable.MostSlots"/>.</param>
/// <param name="Window">How many tokens they may lie apart, first to last.</param>
internal sealed record Concept(IssueSeed Seed, int Slots, int Window);

/// <summary>A concept where it stands: first and last token of the ideas that make it.</summary>
internal readonly record struct ConceptAt(IssueSeed Seed, int First, int Last);

/// <summary>All concepts of a dossier, found in one pass over a sentence's tokens.</summary>
internal sealed class ConceptTable
{
    public const int MostSlots = 4;

    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 12;

    private readonly List<Concept> _concepts = [];
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _byBeginning;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byStart;

    public ConceptTable(IEnumerable<(IReadOnlyList<string> Ideas, IssueSeed Seed, int Window)> concepts)
    {
        foreach (var (ideas, seed, window) in concepts)
        {
            Add(ideas, seed, window);
        }

        _byBeginning = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        _byStart = _beginnings.Keys.Select(b => b[..ShortestBeginning]).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Concepts of a sentence in the order of their last word; the nearest ideas make one.</summary>
    public void Find(Sentence s, List<ConceptAt> into)
    {
        into.Clear();
        if (_concepts.Count == 0)
        {
            return;
        }

        var slots = _concepts.Count * MostSlots;
        var last = ArrayPool<int>.Shared.Rent(slots);
        Array.Fill(last, int.MinValue / 2, 0, slots);
        var words = SentenceWords.Of(s);
        for (var i = 0; i < s.Count; i++)
        {
            ref readonly var t = ref s[i];
            if (t.Pos == Upos.Punct && t.Norm is ";" or "." or "!" or "?" or ":")
            {
                Array.Fill(last, int.MinValue / 2, 0, slots);
                continue;
            }

            if (t.Tag is Xpos.VBG or Xpos.JJ && i + 1 < s.Count && IsParty(s, i + 1))
            {
                // "the ruling Democratic Party"
                continue;
            }

            Meet(words.Norm(i), i, last, into);
            if (words.OtherLemma(i) is { } lemma)
            {
                Meet(lemma, i, last, into);
            }
        }

        ArrayPool<int>.Shared.Return(last);
    }

    /// <summary>A party or a coalition follows within four words.</summary>
    internal static bool IsParty(Sentence s, int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 4); i++)
        {
            if (s[i].Norm is "party" or "coalition" or "camp" or "bloc")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The ideas that a word tells, those of the whole word first, then those of its beginnings.</summary>
    private int[] Slots(string word)
    {
        List<int> slots = _words.TryGetValue(word, out var exact) ? [.. exact] : [];
        if (word.Length >= ShortestBeginning && _byStart.Contains(word.AsSpan(0, ShortestBeginning)))
        {
            for (var length = ShortestBeginning; length <= Math.Min(word.Length, LongestBeginning); length++)
            {
                if (_byBeginning.TryGetValue(word.AsSpan(0, length), out var family))
                {
                    slots.AddRange(family);
                }
            }
        }

        return [.. slots];
    }

    private void Meet(WordFacts word, int at, int[] last, List<ConceptAt> into)
    {
        var ideas = word.Ideas;
        if (ideas is null || !ReferenceEquals(ideas.Table, this))
        {
            word.Ideas = ideas = new WordIdeas(this, Slots(word.Word));
        }

        foreach (var slot in ideas.Slots)
        {
            last[slot] = at;
            var index = slot / MostSlots;
            var concept = _concepts[index];
            var first = at;
            for (var k = 0; k < concept.Slots; k++)
            {
                first = Math.Min(first, last[index * MostSlots + k]);
            }

            if (at - first <= concept.Window && !Overlaps(into, concept.Seed, first, at))
            {
                into.Add(new ConceptAt(concept.Seed, first, at));
            }
        }
    }

    private static bool Overlaps(List<ConceptAt> found, IssueSeed seed, int first, int last)
    {
        foreach (var at in found)
        {
            if (at.Seed.Issue == seed.Issue && at.Seed.Kind == seed.Kind && at.Last >= first && at.First <= last)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(IReadOnlyList<string> ideas, IssueSeed seed, int window)
    {
        if (ideas.Count is 0 or > MostSlots)
        {
            return;
        }

        var index = _concepts.Count;
        _concepts.Add(new Concept(seed, ideas.Count, window));
        for (var k = 0; k < ideas.Count; k++)
        {
            foreach (var word in Words(ideas[k]).Distinct(StringComparer.Ordinal))
            {
                var family = word.EndsWith('*');
                var key = family ? word[..^1] : word;
                if (family && key.Length is < ShortestBeginning or > LongestBeginning)
                {
                    continue;
                }

                var table = family ? _beginnings : _words;
                if (!table.TryGetValue(key, out var slots))
                {
                    table[key] = slots = [];
                }

                slots.Add(index * MostSlots + k);
            }
        }
    }

    /// <summary>The words of an idea; <c>@talk</c> stands for a row of <c>Lexicon/en/stances-ideas.tsv</c>, an unknown one for nothing.</summary>
    private static IEnumerable<string> Words(string idea) =>
        idea.ToLowerInvariant().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(w => w[0] != '@' ? [w] : Shared.TryGetValue(w[1..], out var row) ? row.Split('|') : []);

    private static readonly Dictionary<string, string> Shared =
        LexiconTable.Rows("stances-ideas.tsv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
}
