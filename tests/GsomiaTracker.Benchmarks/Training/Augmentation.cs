using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>Varies a treebank sentence in ways that do not change its tree: case, the full stop at the end, names of two syllables, and the ways of news agencies.</summary>
internal sealed class Augmentation(Dice dice)
{
    private static readonly string[] First = ["Jae", "Kyung", "Hyun", "Sung", "Min", "Eui", "Kyeong", "Do", "Nak", "Young", "Sang", "Ji", "Byung", "Chul", "Yong", "Hee"];
    private static readonly string[] Second = ["in", "wha", "chong", "hoon", "doo", "yong", "yon", "min", "won", "hee", "ho", "jin", "soo", "kyu", "sik", "un", "il"];

    private readonly WireStyle _wire = new(dice);
    private readonly SpeechStyle _speech = new(dice);
    private readonly NameStyle _names = new(dice);

    public TreebankSentence Vary(TreebankSentence s)
    {
        s = _speech.Vary(_wire.Vary(_names.Vary(s)));
        var forms = s.Forms;
        var roll = dice.Unit();
        if (roll < 0.03f)
        {
            forms = [.. forms.Select(f => f.ToLowerInvariant())];
        }
        else if (roll < 0.05f)
        {
            forms = [.. forms.Select(f => f.ToUpperInvariant())];
        }
        else if (roll < 0.5f && s.Relations.Contains(Deprel.Flat))
        {
            forms = [.. forms];
            for (var i = 1; i < forms.Length; i++)
            {
                if (s.Relations[i] == Deprel.Flat && s.Pos[i] == Upos.Propn && s.Heads[i] == i - 1 && dice.Unit() < 0.3f)
                {
                    forms[i] = First[dice.Below(First.Length)] + "-" + Second[dice.Below(Second.Length)];
                }
            }
        }

        s = s with { Forms = forms };
        var last = s.Count - 1;
        return last > 3 && s.Tags[last] == Xpos.Stop && dice.Unit() < 0.04f && !s.Heads.Contains(last)
            ? new TreebankSentence(s.Forms[..last], s.Lemmas[..last], s.Pos[..last], s.Tags[..last], s.Heads[..last], s.Relations[..last], s.SpaceAfter[..last])
            : s;
    }
}
