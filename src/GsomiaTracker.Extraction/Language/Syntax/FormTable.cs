namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// From written forms to what is known of them: vocabulary row, the form in lower case, what the network takes from it, its lemmas. A table of fixed size in
/// which a newer form displaces an older one, so that a word met before costs one look: what it returns never depends on what it holds.
/// Safe for several threads.
/// </summary>
internal sealed class FormTable
{
    private const int Slots = 1 << 13;
    private const int LongestKey = 64;

    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _words;
    private readonly KnownForm?[] _forms = new KnownForm?[Slots];
    private readonly Lemmatizer _lemmatizer;

    public FormTable(SyntaxModel model)
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

    /// <summary>The form as it was met before, or null.</summary>
    /// <param name="first">Whether it begins a sentence: the network is told.</param>
    public KnownForm? Met(ReadOnlySpan<char> form, bool first)
    {
        var held = Volatile.Read(ref _forms[Slot(form, first)]);
        return held is not null && held.First == first && form.SequenceEqual(held.Form) ? held : null;
    }

    /// <summary>Keeps a form, its row filled in; very long ones are not kept.</summary>
    public void Keep(KnownForm form)
    {
        if (form.Form.Length <= LongestKey)
        {
            Volatile.Write(ref _forms[Slot(form.Form, form.First)], form);
        }
    }

    /// <summary>Looks a form up in the vocabulary and writes its feature rows. What the network takes from it is still to be filled in.</summary>
    public KnownForm Make(ReadOnlySpan<char> form, bool first, Span<int> features)
    {
        var large = form.Length > LongestKey ? new char[2 * form.Length] : null;
        Span<char> straight = large is null ? stackalloc char[LongestKey] : large.AsSpan(0, form.Length);
        Span<char> norm = large is null ? stackalloc char[LongestKey] : large.AsSpan(form.Length);
        straight = straight[..form.Length];
        norm = norm[..form.Length];
        var digits = false;
        for (var i = 0; i < form.Length; i++)
        {
            straight[i] = WordFeatures.Straight(form[i]);
            norm[i] = char.ToLowerInvariant(straight[i]);
            digits |= norm[i] is >= '1' and <= '9';
        }

        WordFeatures.Write(straight, norm, first, features);
        var row = 0;
        if (form.Length <= LongestKey)
        {
            Span<char> key = stackalloc char[LongestKey];
            row = _lookup.TryGetValue(key[..WordFeatures.Key(norm, key)], out var found) ? found : 0;
        }

        var written = new string(form);
        var lower = row > 0 && !digits ? _words[row] : norm.SequenceEqual(form) ? written : new string(norm);
        return new KnownForm(written, first, lower, row);
    }

    public string Lemma(KnownForm form, Upos pos, Xpos tag)
    {
        for (var known = form.Lemmas; known is not null; known = known.Next)
        {
            if (known.Pos == pos && known.Tag == tag)
            {
                return known.Lemma;
            }
        }

        // Two threads may each add the same one: the list is as long as a form has tags, and either is right.
        var lemma = _lemmatizer.Lemma(form.Norm, pos, tag);
        form.Lemmas = new KnownLemma(pos, tag, lemma, form.Lemmas);
        return lemma;
    }

    private static uint Slot(ReadOnlySpan<char> form, bool first)
    {
        var hash = first ? 2166136261u : 2166136263u;
        foreach (var c in form)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return ((hash ^ (hash >> 15)) * 0x2C1B3C6Du) >> (32 - 13);
    }
}

/// <summary>A written form and what is known of it.</summary>
/// <param name="Form">As it stands in the text.</param>
/// <param name="Norm">In lower case with straight quotation marks.</param>
/// <param name="Word">Its row in the vocabulary; 0 where it is unknown.</param>
internal sealed record KnownForm(string Form, bool First, string Norm, int Word)
{
    /// <summary>What the network takes from it (<see cref="TreeNetwork.Enter"/>).</summary>
    public float[] Row { get; set; } = [];

    /// <summary>The lemmas it has been asked for.</summary>
    public KnownLemma? Lemmas { get; set; }
}

/// <summary>A form's lemma under one pair of tags.</summary>
internal sealed record KnownLemma(Upos Pos, Xpos Tag, string Lemma, KnownLemma? Next);
