using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Text in, sentences with their trees out. Safe to use from many threads at once; the same text gives the same trees on every machine.
/// Any text is answered, in time linear in its length.
/// </summary>
public sealed class SyntaxParser
{
    // Sentences are run through the network together, up to about so many tokens.
    private const int BatchTokens = 512;

    private static readonly Lazy<SyntaxParser> Embedded = new(() =>
    {
        using var stream = LexiconFile.Open("syntax.bin");
        return new SyntaxParser(SyntaxModel.Read(stream));
    });

    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly TreeNetwork _network;
    private readonly (Upos Pos, Xpos Tag)[] _tags;
    private readonly FormTable _forms;

    internal SyntaxParser(SyntaxModel model)
    {
        _network = new TreeNetwork(model.Network);
        _tags = model.Tags;
        _forms = new FormTable(model);
    }

    /// <summary>The parser with the model of this assembly; read once.</summary>
    public static SyntaxParser Load() => Embedded.Value;

    /// <summary>
    /// Splits a paragraph (a stretch of the text without blank lines) into sentences and reads each. Offsets are in the whole text. Every
    /// character of the paragraph that is not blank lies in exactly one token. No blank paragraph has sentences.
    /// </summary>
    public Sentence[] Parse(string text, TextSpan paragraph)
    {
        var s = _scratch ??= new Scratch();
        s.Tokens.Clear();
        s.Ends.Clear();
        Tokenizer.Cut(text, Math.Max(0, paragraph.Start), Math.Min(text.Length, paragraph.End), AbbreviationList.English, s.Tokens);
        SentenceSplitter.Split(text, s.Tokens, AbbreviationList.English, s.Ends);
        var sentences = new Sentence[s.Ends.Count];
        var done = 0;
        while (done < sentences.Length)
        {
            var first = done == 0 ? 0 : s.Ends[done - 1];
            var upTo = done + 1;
            while (upTo < sentences.Length && s.Ends[upTo] - first <= BatchTokens)
            {
                upTo++;
            }

            Read(text, s, done, upTo, sentences);
            done = upTo;
        }

        s.Shrink();
        return sentences;
    }

    private void Read(string text, Scratch s, int from, int to, Sentence[] sentences)
    {
        var first = from == 0 ? 0 : s.Ends[from - 1];
        var count = s.Ends[to - 1] - first;
        s.Reserve(count, to - from);
        var strange = 0;
        for (var b = from; b < to; b++)
        {
            s.Starts[b - from + 1] = s.Ends[b] - first;
            for (var i = s.Starts[b - from]; i < s.Starts[b - from + 1]; i++)
            {
                var token = s.Tokens[first + i];
                var form = text.AsSpan(token.Start, token.Length);
                var begins = i == s.Starts[b - from];
                if (_forms.Met(form, begins) is { } known)
                {
                    (s.Forms[i], s.Rows[i]) = (known, known.Row);
                }
                else
                {
                    s.Forms[i] = _forms.Make(form, begins, s.Features.AsSpan(strange * WordFeatures.Count, WordFeatures.Count));
                    (s.Words[strange], s.Strange[strange++]) = (s.Forms[i].Word, i);
                }
            }
        }

        Meet(s, strange);
        _network.Run(s.Space, s.Rows.AsSpan(0, count), s.Starts.AsSpan(0, to - from + 1), s.Tags.AsSpan(0, count), s.Heads.AsSpan(0, count), s.Relations.AsSpan(0, count));
        for (var b = from; b < to; b++)
        {
            int start = s.Starts[b - from], length = s.Starts[b - from + 1] - start;
            for (var i = start; i < start + length; i++)
            {
                s.Pos[i] = _tags[s.Tags[i]].Pos;
                s.Commas[i] = _tags[s.Tags[i]].Tag == Xpos.Comma;
            }

            OneSubject.Repair(s.Pos.AsSpan(start, length), s.Commas.AsSpan(start, length), s.Heads.AsSpan(start, length), s.Relations.AsSpan(start, length));
            var tokens = new Token[length];
            for (var i = 0; i < length; i++)
            {
                var raw = s.Tokens[first + start + i];
                var (pos, tag) = _tags[s.Tags[start + i]];
                var form = s.Forms[start + i];
                tokens[i] = new Token(raw.Start, raw.End, pos, tag, s.Heads[start + i], s.Relations[start + i], _forms.Lemma(form, pos, tag), form.Norm);
            }

            var known = s.Forms.AsSpan(start, length);
            NoAdverbs.Repair(text, tokens, known, _forms);
            StrayArcs.Repair(tokens, known);
            PossessedPlurals.Repair(text, ref tokens, known, _forms);
            VerbsInS.Repair(text, ref tokens, known, _forms);
            LostVerbs.Repair(text, ref tokens, known, _forms);
            PairsAndModifiers.Repair(ref tokens);
            FormsByArc.Repair(text, tokens, known, _forms);
            FiniteForms.Repair(tokens, known, _forms);
            sentences[b] = new Sentence(text, new TextSpan(tokens[0].Start, tokens[^1].End), tokens);
        }
    }

    /// <summary>Forms not met before: what the network takes from them is worked out together, then kept.</summary>
    private void Meet(Scratch s, int strange)
    {
        if (strange == 0)
        {
            return;
        }

        var rows = _network.Enter(s.Space, s.Words.AsSpan(0, strange), s.Features.AsSpan(0, strange * WordFeatures.Count));
        for (var k = 0; k < strange; k++)
        {
            var i = s.Strange[k];
            s.Rows[i] = s.Forms[i].Row = rows[k];
            _forms.Keep(s.Forms[i]);
        }
    }

    /// <summary>What one thread needs while it reads; kept, so that reading allocates little more than its answer.</summary>
    private sealed class Scratch
    {
        private const int Keep = 4096;

        public List<RawToken> Tokens { get; private set; } = [];

        public List<int> Ends { get; private set; } = [];

        public TreeNetwork.Workspace Space { get; } = new();

        public int[] Words { get; private set; } = [];

        public int[] Features { get; private set; } = [];

        public int[] Tags { get; private set; } = [];

        public int[] Heads { get; private set; } = [];

        public Deprel[] Relations { get; private set; } = [];

        public Upos[] Pos { get; private set; } = [];

        public bool[] Commas { get; private set; } = [];

        public KnownForm[] Forms { get; private set; } = [];

        public float[][] Rows { get; private set; } = [];

        /// <summary>Which tokens are of forms not met before.</summary>
        public int[] Strange { get; private set; } = [];

        public int[] Starts { get; private set; } = [];

        public void Reserve(int tokens, int sentences)
        {
            if (Words.Length < tokens)
            {
                Words = new int[tokens];
                Features = new int[tokens * WordFeatures.Count];
                Tags = new int[tokens];
                Heads = new int[tokens];
                Relations = new Deprel[tokens];
                Pos = new Upos[tokens];
                Commas = new bool[tokens];
                Forms = new KnownForm[tokens];
                Rows = new float[tokens][];
                Strange = new int[tokens];
            }

            if (Starts.Length < sentences + 1)
            {
                Starts = new int[sentences + 1];
            }

            Starts[0] = 0;
        }

        /// <summary>One huge paragraph does not leave its lists behind.</summary>
        public void Shrink()
        {
            if (Tokens.Capacity > Keep)
            {
                Tokens = [];
                Ends = [];
            }

            Array.Clear(Forms);
            Array.Clear(Rows);
        }
    }
}
