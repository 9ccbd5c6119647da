using GsomiaTracker.Domain.Text;

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
        using var stream = EmbeddedLexicon.Open("syntax.bin");
        return new SyntaxParser(SyntaxModel.Read(stream));
    });

    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly TreeNetwork _network;
    private readonly (Upos Pos, Xpos Tag)[] _tags;
    private readonly WordTable _words;

    internal SyntaxParser(SyntaxModel model)
    {
        _network = new TreeNetwork(model.Network);
        _tags = model.Tags;
        _words = new WordTable(model);
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
        for (var b = from; b < to; b++)
        {
            s.Starts[b - from + 1] = s.Ends[b] - first;
            for (var i = s.Starts[b - from]; i < s.Starts[b - from + 1]; i++)
            {
                var form = s.Tokens[first + i];
                (s.Words[i], s.Norms[i]) = _words.Find(text.AsSpan(form.Start, form.Length), i == s.Starts[b - from], s.Features.AsSpan(i * WordFeatures.Count, WordFeatures.Count));
            }
        }

        _network.Run(s.Space, s.Words.AsSpan(0, count), s.Features.AsSpan(0, count * WordFeatures.Count), s.Starts.AsSpan(0, to - from + 1), s.Tags, s.Heads, s.Relations);
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
                var norm = s.Norms[start + i]!;
                tokens[i] = new Token(raw.Start, raw.End, pos, tag, s.Heads[start + i], s.Relations[start + i], _words.Lemma(norm, pos, tag), norm);
            }

            sentences[b] = new Sentence(text, new TextSpan(tokens[0].Start, tokens[^1].End), tokens);
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

        public string?[] Norms { get; private set; } = [];

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
                Norms = new string?[tokens];
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

            Array.Clear(Norms);
        }
    }
}
