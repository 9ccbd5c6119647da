using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>
/// Lets names do what pronouns do in the treebanks: a capital for a government (<i>Tokyo denies that ...</i>), a family name alone (<i>Stilwell arrived</i>).
/// Web logs and e-mail seldom have a bare name before a verb, wire copy has one in every other sentence; without this a plural noun or an adverb is seen there.
/// </summary>
internal sealed class NameStyle(Dice dice)
{
    internal static readonly string[] Capitals =
    [
        "Tokyo", "Seoul", "Washington", "London", "Paris", "Berlin", "Moscow", "Beijing", "Pyongyang", "Manila", "Ankara", "Brussels", "Tehran", "Jakarta", "Hanoi", "Kyiv", "Warsaw", "Ottawa", "Delhi", "Cairo",
        "Japan", "Russia", "China", "Germany", "France", "Turkey", "Iran", "Norway", "Brazil", "Vietnam",
    ];

    private static readonly string[] First = ["Stil", "Har", "Mar", "Ken", "Bol", "Wed", "Tan", "Kow", "Nak", "Ber", "Lor", "Sal", "Fuj", "Mor", "Hol", "Ped", "Gar", "Yam", "Kel", "Os", "Dal", "Wen", "Rud", "Cas"];
    private static readonly string[] Second = ["well", "ley", "ly", "ton", "er", "man", "son", "ski", "ov", "ada", "oto", "awa", "ura", "ey", "ings", "ers", "s", "ing", "ed", "o", "i", "enko", "es", "inger"];

    public TreebankSentence Vary(TreebankSentence s)
    {
        if (dice.Unit() >= 0.4f)
        {
            return s;
        }

        // "it" that stands for a clause or the weather is an expletive in the treebanks and stays.
        var pronouns = Enumerable.Range(0, s.Count)
            .Where(i => s.Tags[i] == Xpos.PRP && s.Relations[i] is Deprel.Nsubj or Deprel.NsubjPass && s.Lemmas[i] is "he" or "she" or "it" && s.Forms[i].Length <= 3
                && s.SpaceAfter[i] && i + 1 < s.Count && !s.Heads.Contains(i))
            .ToArray();
        if (pronouns.Length == 0)
        {
            return s;
        }

        var at = pronouns[dice.Below(pronouns.Length)];
        var name = s.Lemmas[at] == "it" || dice.Below(3) == 0 ? Capitals[dice.Below(Capitals.Length)] : First[dice.Below(First.Length)] + Second[dice.Below(Second.Length)];
        T[] With<T>(T[] old, T value)
        {
            T[] made = [.. old];
            made[at] = value;
            return made;
        }

        return s with { Forms = With(s.Forms, name), Lemmas = With(s.Lemmas, name), Pos = With(s.Pos, Upos.Propn), Tags = With(s.Tags, Xpos.NNP) };
    }
}
