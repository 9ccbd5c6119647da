using System.Runtime.CompilerServices;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// From forms to vocabulary rows, and one string for each word however often it comes. Words outside the vocabulary go through a table of fixed
/// size in which a newer word displaces an older one: what it returns never depends on what it holds.
/// </summary>
internal sealed class WordTable
{
    private const int Slots = 1 << 15;
    private const int LongestKey = 64;

    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _words;
    private readonly string?[] _norms = new string?[Slots];
    private readonly LemmaEntry?[] _lemmas = new LemmaEntry?[Slots];
    private readonly Lemmatizer _lemmatizer;

    public WordTable(SyntaxModel model)
    {
        _words = model.Words;
        _index = new Dictionary<string, int>(_words.Length, StringComparer.Ordinal);
        for (var i = 1; i < _words.Length; i++)
        {
            _index[_words[i]] = i;
        }

        _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        _lemmatizer = new Lemmatizer(model.Lemmas, _index.ContainsKey);
    }

    /// <summary>The vocabulary row (0: unknown) and the form in lower case with straight quotation marks; writes the word's feature rows.</summary>
    public (int Word, string Norm) Find(ReadOnlySpan<char> form, bool first, Span<int> features)
    {
        var large = form.Length > LongestKey ? new char[2 * form.Length] : null;
        Span<char> straight = large is null ? stackalloc char[LongestKey] : large.AsSpan(0, form.Length);
        Span<char> norm = large is null ? stackalloc char[LongestKey] : large.AsSpan(form.Length);
        straight = straight[..form.Length];
        norm = norm[..form.Length];
        var digits = false;
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            if (c < 128)
            {
                straight[i] = c is '`' ? '\'' : c;
                norm[i] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : straight[i];
                digits |= c is >= '1' and <= '9';
            }
            else
            {
                straight[i] = WordFeatures.Straight(c);
                norm[i] = char.ToLowerInvariant(straight[i]);
            }
        }

        WordFeatures.Write(straight, norm, first, features);
        if (form.Length > LongestKey)
        {
            return (0, new string(norm));
        }

        if (!digits)
        {
            return _lookup.TryGetValue(norm, out var row) ? (row, _words[row]) : (0, Pooled(norm));
        }

        Span<char> key = stackalloc char[LongestKey];
        var length = WordFeatures.Key(norm, key);
        return (_lookup.TryGetValue(key[..length], out var number) ? number : 0, Pooled(norm));
    }

    public string Lemma(string norm, Upos pos, Xpos tag)
    {
        var hash = ((uint)RuntimeHelpers.GetHashCode(norm) + ((uint)tag * 0x51ED270Bu) + ((uint)pos * 0x2545F491u)) * 0x9E3779B1u;
        var slot = hash >> 17;
        var entry = Volatile.Read(ref _lemmas[slot]);
        if (entry is not null && ReferenceEquals(entry.Norm, norm) && entry.Pos == pos && entry.Tag == tag)
        {
            return entry.Lemma;
        }

        var lemma = _lemmatizer.Lemma(norm, pos, tag);
        if (norm.Length <= LongestKey)
        {
            Volatile.Write(ref _lemmas[slot], new LemmaEntry(norm, pos, tag, lemma));
        }

        return lemma;
    }

    private string Pooled(ReadOnlySpan<char> norm)
    {
        var hash = 2166136261u;
        foreach (var c in norm)
        {
            hash = (hash ^ c) * 16777619u;
        }

        ref var slot = ref _norms[(hash ^ (hash >> 15)) % Slots];
        var held = Volatile.Read(ref slot);
        if (held is not null && norm.SequenceEqual(held))
        {
            return held;
        }

        var made = new string(norm);
        Volatile.Write(ref slot, made);
        return made;
    }

    private sealed record LemmaEntry(string Norm, Upos Pos, Xpos Tag, string Lemma);
}
