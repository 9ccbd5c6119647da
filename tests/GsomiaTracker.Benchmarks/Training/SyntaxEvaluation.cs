using System.Globalization;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>Right answers among all words; UAS and LAS count punctuation, as the CoNLL shared tasks do.</summary>
internal readonly record struct SyntaxScore(int Words, int Pos, int Tags, int Heads, int Labelled)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"UPOS {100.0 * Pos / Words:F2} XPOS {100.0 * Tags / Words:F2} UAS {100.0 * Heads / Words:F2} LAS {100.0 * Labelled / Words:F2}");
}

internal static class SyntaxEvaluation
{
    /// <summary>With the treebank's own sentences and words; the tags are the network's.</summary>
    public static SyntaxScore GoldTokens(SyntaxModel model, List<TreebankSentence> sentences)
    {
        var network = new TreeNetwork(model.Network);
        var space = new TreeNetwork.Workspace();
        var index = model.Words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);
        int pos = 0, tag = 0, head = 0, labelled = 0, all = 0;
        foreach (var s in sentences)
        {
            var words = new int[s.Count];
            var features = new int[s.Count * WordFeatures.Count];
            for (var i = 0; i < s.Count; i++)
            {
                var form = SyntaxTrainer.Straight(s.Forms[i]);
                words[i] = index.GetValueOrDefault(SyntaxTrainer.Key(form));
                WordFeatures.Write(form, form.ToLowerInvariant(), i == 0, features.AsSpan(i * WordFeatures.Count, WordFeatures.Count));
            }

            var tags = new int[s.Count];
            var heads = new int[s.Count];
            var relations = new Deprel[s.Count];
            network.Run(space, network.Enter(space, words, features), [0, s.Count], tags, heads, relations);
            for (var i = 0; i < s.Count; i++)
            {
                all++;
                pos += model.Tags[tags[i]].Pos == s.Pos[i] ? 1 : 0;
                tag += model.Tags[tags[i]].Tag == s.Tags[i] ? 1 : 0;
                head += heads[i] == s.Heads[i] ? 1 : 0;
                labelled += heads[i] == s.Heads[i] && relations[i] == s.Relations[i] ? 1 : 0;
            }
        }

        return new SyntaxScore(all, pos, tag, head, labelled);
    }

    /// <summary>
    /// From the bare text: F1 over tokens that cover the same characters (each is counted once on both sides, so the figures are the shared tasks').
    /// Sentence by sentence, or as running text in paragraphs of ten sentences.
    /// </summary>
    public static string OwnTokens(SyntaxParser parser, List<TreebankSentence> sentences, bool running)
    {
        int gold = 0, own = 0, same = 0, pos = 0, tag = 0, head = 0, labelled = 0, lemma = 0, ends = 0, ownSentences = 0, goldSentences = 0;
        foreach (var chunk in sentences.Chunk(running ? 10 : 1))
        {
            var text = string.Join(' ', chunk.Select(s => s.Text()));
            var found = new Dictionary<(int, int), (Token Token, Token? Head)>();
            var boundaries = new HashSet<(int, int)>();
            foreach (var sentence in parser.Parse(text, new Domain.Text.TextSpan(0, text.Length)))
            {
                boundaries.Add((sentence.Span.Start, sentence.Span.End));
                foreach (var token in sentence.Tokens)
                {
                    found[(token.Start, token.End)] = (token, token.Head < 0 ? null : sentence[token.Head]);
                }
            }

            own += found.Count;
            ownSentences += boundaries.Count;
            goldSentences += chunk.Length;
            var at = 0;
            foreach (var s in chunk)
            {
                var spans = new (int Start, int End)[s.Count];
                for (var i = 0; i < s.Count; i++)
                {
                    spans[i] = (at, at + s.Forms[i].Length);
                    at = spans[i].End + (s.SpaceAfter[i] && i + 1 < s.Count ? 1 : 0);
                }

                ends += boundaries.Contains((spans[0].Start, spans[^1].End)) ? 1 : 0;
                at++;
                gold += s.Count;
                for (var i = 0; i < s.Count; i++)
                {
                    if (!found.TryGetValue(spans[i], out var token))
                    {
                        continue;
                    }

                    same++;
                    pos += token.Token.Pos == s.Pos[i] ? 1 : 0;
                    tag += token.Token.Tag == s.Tags[i] ? 1 : 0;
                    lemma += token.Token.Lemma == SyntaxTrainer.Straight(s.Lemmas[i]).ToLowerInvariant() ? 1 : 0;
                    var right = s.Heads[i] < 0 ? token.Head is null : token.Head is { } h && (h.Start, h.End) == spans[s.Heads[i]];
                    head += right ? 1 : 0;
                    labelled += right && token.Token.Relation == s.Relations[i] ? 1 : 0;
                }
            }
        }

        string F(int correct) => (200.0 * correct / (gold + own)).ToString("F2", CultureInfo.InvariantCulture);
        return $"tokens {F(same)} sentences {(200.0 * ends / (goldSentences + ownSentences)).ToString("F2", CultureInfo.InvariantCulture)} UPOS {F(pos)} XPOS {F(tag)} lemma {F(lemma)} UAS {F(head)} LAS {F(labelled)}";
    }
}
