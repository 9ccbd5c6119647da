using System.Text;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

/// <summary>What holds for every text, sensible or not.</summary>
public class TreeLawTests
{
    private static readonly string[] Pieces =
    [
        "Minister", "said", " ", "  ", "\n", ".", ",", "\"", "“", "”", "'", "’s", "n't", "-", "--", "—", "(", ")", "[", "U.S.", "Nov.", "17", "3.5", "$", "%", "…", "...", "?", "!",
        "Jae-in", "pro-", "\uD800", "\uDC00", "\0", "\u200B", "\u00A0", "😀", "شكرا", "서울", "é", "http://a.b/c", "a@b.c", "cannot", "it's", "WASHINGTON", "the", "of", "A", "#", "==", "\t", ";", ":",
    ];

    public static TheoryData<string> NastyTexts() =>
    [
        "", " ", ".", "\"", "\0\0\0", "\uD800", "\uDC00\uD800", "’", "-", "a", "...", ". . . .", "((((((((((((", "\u200B\uFEFF", "- -- - --", "'s", "n't", "''", "``x''", "@", "a@", "@b", "http://", "www.",
        "1,000,00", "3.", ".3", "$", "A.B.C.D.", "U.S.'s", "Ph.D.s", "x-", "-x", "a--b", "é\u0301", "ﬁ", "ß", "İstanbul", "IJ", "٣٫١٤", "a_b", "___", "=====", "***", "!?!?", "“”“”", "\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(NastyTexts))]
    public void Nasty_texts_keep_the_laws(string text) => Check(text, new TextSpan(0, text.Length));

    [Fact]
    public void Random_texts_keep_the_laws()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(60); i >= 0; i--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
                if (random.Next(2) == 0)
                {
                    text.Append(' ');
                }
            }

            var all = text.ToString();
            var from = random.Next(all.Length + 1);
            Check(all, new TextSpan(0, all.Length));
            Check(all, new TextSpan(from, from + random.Next(all.Length - from + 1)));
        }
    }

    [Fact]
    public void Huge_texts_are_read_in_pieces()
    {
        foreach (var unit in new[] { "word ", "(", "\"", "a", "- ", ".", "no stop here, and on it goes with that which they said ", "\uD83D" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 4_000 / unit.Length));
            Check(text, new TextSpan(0, text.Length));
        }
    }

    /// <summary>Forms met before are remembered, and newer ones displace them: neither may show.</summary>
    [Fact]
    public void A_sentence_is_read_the_same_whatever_was_read_before_it()
    {
        const string text = "The minister, said to be reluctant, will sign the accord on Friday; The Minister signs.";
        var fresh = Fresh();
        var first = Show(fresh, text);
        for (var i = 0; i < 40; i++)
        {
            var crowd = string.Join(' ', Enumerable.Range(0, 400).Select(k => $"w{(i * 400) + k}"));
            fresh.Parse(crowd, new TextSpan(0, crowd.Length));
        }

        Assert.Equal(first, Show(fresh, text));
        Assert.Equal(first, Show(fresh, text));
        Assert.Equal(first, Show(SyntaxParser.Load(), text));

        static SyntaxParser Fresh()
        {
            using var stream = LexiconFile.Open("syntax.bin");
            return new SyntaxParser(SyntaxModel.Read(stream));
        }

        static string Show(SyntaxParser parser, string text) =>
            string.Join('\n', parser.Parse(text, new TextSpan(0, text.Length)).SelectMany(s => s.Tokens.ToArray().Select(t => t.ToString())));
    }

    [Fact]
    public void The_same_text_gives_the_same_trees_from_many_threads()
    {
        const string text = "The two ministers said Monday that the accord, which was signed in 2016, would be kept. \"We hope so,\" said Anna Lund.";
        var first = Print(text);
        Parallel.For(0, 200, i => Assert.Equal(first, Print(i % 3 == 0 ? text : text + " It held.")[..first.Length]));
    }

    [Fact]
    public void A_paragraph_in_the_middle_of_a_text_has_the_offsets_of_the_text()
    {
        const string text = "First paragraph.\n\nThe envoy left Oslo.\n\nThird.";
        var at = text.IndexOf("The envoy", StringComparison.Ordinal);
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, TextSpan.OfLength(at, "The envoy left Oslo.".Length)));
        Assert.Equal("The envoy left Oslo.", sentence.Span.Of(text));
        Assert.Equal(["The", "envoy", "left", "Oslo", "."], sentence.Tokens.ToArray().Select(t => t.Span.Of(text)));
    }

    private static string Print(string text) =>
        string.Join('\n', SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)).SelectMany(s => s.Tokens.ToArray()).Select(t => t.ToString()));

    private static void Check(string text, TextSpan paragraph)
    {
        var sentences = SyntaxParser.Load().Parse(text, paragraph);
        var covered = new bool[text.Length];
        var last = paragraph.Start;
        foreach (var sentence in sentences)
        {
            Assert.InRange(sentence.Count, 1, 160);
            Assert.Equal(new TextSpan(sentence[0].Start, sentence[sentence.Count - 1].End), sentence.Span);
            var roots = 0;
            for (var i = 0; i < sentence.Count; i++)
            {
                var token = sentence[i];
                Assert.True(token.Start >= last && token.End > token.Start && token.End <= paragraph.End, $"token {i} at {token.Span} after {last}");
                last = token.End;
                covered.AsSpan(token.Start, token.End - token.Start).Fill(true);
                Assert.Equal(token.End - token.Start, token.Norm.Length);
                Assert.False(string.IsNullOrEmpty(token.Lemma));
                Assert.True(token.Head >= -1 && token.Head < sentence.Count && token.Head != i);
                Assert.Equal(token.Head < 0, token.Relation == Deprel.Root);
                roots += token.Head < 0 ? 1 : 0;
                var steps = 0;
                for (var at = i; at >= 0; at = sentence[at].Head)
                {
                    Assert.True(++steps <= sentence.Count, "a circle");
                }

                Assert.Equal(i, sentence.At(token.Start));
            }

            Assert.Equal(1, roots);
            Assert.Equal((0, sentence.Count - 1), (sentence.Leftmost(sentence.Root), sentence.Rightmost(sentence.Root)));
        }

        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            Assert.True(covered[i] || char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || text[i] is >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or '\u00AD', $"lost U+{(int)text[i]:X4} at {i}");
        }
    }
}
