using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>The lemmas that the treebanks have and the rules would miss.</summary>
internal static class LemmaTable
{
    /// <summary>For each form and part of speech, the commonest lemma, where the rule gives another.</summary>
    public static Dictionary<(string, Upos), string> Build(List<TreebankSentence> train, Func<string, bool> known)
    {
        var table = new Dictionary<(string, Upos), string>();
        var seen = train.SelectMany(s => Enumerable.Range(0, s.Count).Select(i => (Norm: SyntaxTrainer.Straight(s.Forms[i]).ToLowerInvariant(), Pos: s.Pos[i], Tag: s.Tags[i], Lemma: SyntaxTrainer.Straight(s.Lemmas[i]).ToLowerInvariant())));
        foreach (var group in seen.Where(w => w.Pos is not (Upos.X or Upos.Sym or Upos.Punct or Upos.Num or Upos.Intj)).GroupBy(w => (w.Norm, w.Pos)))
        {
            var lemma = group.GroupBy(w => w.Lemma).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            var tag = lemma.GroupBy(w => w.Tag).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            var open = group.Key.Pos is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Adv or Upos.Propn;
            if (lemma.Key.Length > 0 && lemma.Key != "_" && Lemmatizer.Rule(group.Key.Norm, tag, known) != lemma.Key && !(open && tag is Xpos.NN or Xpos.NNP or Xpos.JJ or Xpos.VB or Xpos.VBP))
            {
                table[group.Key] = lemma.Key;
            }
        }

        return table;
    }
}
