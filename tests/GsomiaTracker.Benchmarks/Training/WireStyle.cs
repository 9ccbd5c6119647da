using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>
/// Puts into treebank sentences what news agencies write and web logs do not: the bare weekday after the verb (<i>said Monday</i>, <i>said Lund Monday</i>),
/// where something was said, and a title before a name. The inserted words hang as the treebanks hang them elsewhere.
/// </summary>
internal sealed class WireStyle(Dice dice)
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    private static readonly string[] Speech = ["say", "tell", "announce", "add", "report", "state", "warn", "note", "stress", "explain", "claim", "argue", "confirm", "insist", "deny"];
    private static readonly string[] Places = ["statement", "interview", "briefing", "speech", "report", "message", "session", "forum", "conference"];
    private static readonly string[][] Titles =
    [
        ["President"], ["Prime", "Minister"], ["Foreign", "Minister"], ["Defense", "Minister"], ["Ambassador"], ["Vice", "Foreign", "Minister"], ["Gen."], ["Sen."], ["Deputy", "Secretary"],
        ["Chief", "Cabinet", "Secretary"], ["Trade", "Minister"], ["Defense", "Secretary"], ["spokesman"], ["spokeswoman"], ["ministry", "spokeswoman"], ["Vice", "President"], ["Chairman"], ["lawmaker"],
    ];

    public TreebankSentence Vary(TreebankSentence s)
    {
        var roll = dice.Unit();
        return roll < 0.13f ? When(s) : roll < 0.19f ? Titled(s) : s;
    }

    /// <summary>A time or a place of speaking, after a past tense with a subject, where nothing stands between verb and clause.</summary>
    private TreebankSentence When(TreebankSentence s)
    {
        var verbs = Enumerable.Range(0, s.Count).Where(i => s.Pos[i] == Upos.Verb && s.Tags[i] == Xpos.VBD && Has(s, i, Deprel.Nsubj)).ToArray();
        if (verbs.Length == 0)
        {
            return s;
        }

        var verb = verbs[dice.Below(verbs.Length)];
        var speech = Speech.Contains(s.Lemmas[verb]);

        // Straight after the verb, or after the subject or object that follows it, if there the verb's next dependent (or the end) begins.
        var places = new List<int>();
        var after = verb + 1;
        if (Free(s, verb, after))
        {
            places.Add(after);
        }

        for (var i = verb + 1; i < s.Count; i++)
        {
            if (s.Heads[i] == verb && s.Relations[i] is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj)
            {
                after = End(s, i);
                if (Free(s, verb, after))
                {
                    places.Add(after);
                }
            }
        }

        if (places.Count == 0)
        {
            return s;
        }

        var at = places[dice.Below(places.Count)];
        return dice.Below(speech ? 7 : 5) switch
        {
            0 or 1 or 2 => Insert(s, at, verb, ([Days[dice.Below(7)]], [Upos.Propn], [Xpos.NNP], [-1], [Deprel.OblUnmarked])),
            3 => Insert(s, at, verb, (["on", Days[dice.Below(7)]], [Upos.Adp, Upos.Propn], [Xpos.IN, Xpos.NNP], [1, -1], [Deprel.Case, Deprel.Obl])),
            4 => Insert(s, at, verb, (["on", Months[dice.Below(12)], (1 + dice.Below(30)).ToString(System.Globalization.CultureInfo.InvariantCulture)],
                [Upos.Adp, Upos.Propn, Upos.Num], [Xpos.IN, Xpos.NNP, Xpos.CD], [2, 2, -1], [Deprel.Case, Deprel.NmodUnmarked, Deprel.Obl])),
            5 => Insert(s, at, verb, (["in", "a", Places[dice.Below(Places.Length)]], [Upos.Adp, Upos.Det, Upos.Noun], [Xpos.IN, Xpos.DT, Xpos.NN], [2, 2, -1], [Deprel.Case, Deprel.Det, Deprel.Obl])),
            _ => Insert(s, at, verb, (["at", "a", dice.Below(2) == 0 ? "news" : "press", "conference"], [Upos.Adp, Upos.Det, Upos.Noun, Upos.Noun], [Xpos.IN, Xpos.DT, Xpos.NN, Xpos.NN],
                [3, 3, 3, -1], [Deprel.Case, Deprel.Det, Deprel.Compound, Deprel.Obl])),
        };
    }

    private TreebankSentence Titled(TreebankSentence s)
    {
        var names = Enumerable.Range(0, s.Count).Where(i => s.Pos[i] == Upos.Propn && s.Tags[i] == Xpos.NNP && char.IsUpper(s.Forms[i][0])
            && s.Relations[i] is Deprel.Nsubj or Deprel.Obj or Deprel.OblAgent or Deprel.Obl or Deprel.NsubjPass
            && Enumerable.Range(0, s.Count).All(c => s.Heads[c] != i || s.Relations[c] is Deprel.Flat or Deprel.Case or Deprel.Punct or Deprel.Appos)
            && Enumerable.Range(0, s.Count).Any(c => s.Heads[c] == i && s.Relations[c] == Deprel.Flat)).ToArray();
        if (names.Length == 0)
        {
            return s;
        }

        var name = names[dice.Below(names.Length)];
        var title = Titles[dice.Below(Titles.Length)];
        var last = title.Length - 1;
        return Insert(s, name, name, (
            title,
            [.. title.Select((w, i) => i == last ? (char.IsUpper(w[0]) ? Upos.Propn : Upos.Noun) : w is "Prime" or "Foreign" or "Chief" or "Deputy" ? Upos.Adj : char.IsUpper(w[0]) ? Upos.Propn : Upos.Noun)],
            [.. title.Select(w => char.IsUpper(w[0]) ? Xpos.NNP : Xpos.NN)],
            [.. title.Select((_, i) => i == last ? -1 : last)],
            [.. title.Select((w, i) => i == last ? Deprel.NmodDesc : w is "Prime" or "Foreign" or "Chief" or "Deputy" ? Deprel.Amod : Deprel.Compound)]));
    }

    private static bool Has(TreebankSentence s, int head, Deprel relation)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Heads[i] == head && s.Relations[i] == relation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an adverbial of the verb may stand before this token: it is "that", a preposition of the verb's, or a mark that ends or parts.</summary>
    private static bool Free(TreebankSentence s, int verb, int at)
    {
        if (at >= s.Count)
        {
            return true;
        }

        if (s.Tags[at] is Xpos.Stop or Xpos.Comma)
        {
            return true;
        }

        var top = at;
        while (s.Heads[top] >= 0 && s.Heads[top] != verb)
        {
            top = s.Heads[top];
        }

        return s.Heads[top] == verb && Start(s, top) == at && s.Relations[top] is Deprel.Ccomp or Deprel.Obl or Deprel.Advcl;
    }

    private static int End(TreebankSentence s, int top)
    {
        var end = top;
        for (var i = top + 1; i < s.Count; i++)
        {
            if (Under(s, i, top))
            {
                end = i;
            }
        }

        return end + 1;
    }

    private static int Start(TreebankSentence s, int top)
    {
        for (var i = 0; i < top; i++)
        {
            if (Under(s, i, top))
            {
                return i;
            }
        }

        return top;
    }

    private static bool Under(TreebankSentence s, int i, int top)
    {
        for (; i >= 0; i = s.Heads[i])
        {
            if (i == top)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Inserts words before token <paramref name="at"/>; a head of -1 among them is <paramref name="head"/> of the old sentence.</summary>
    internal static TreebankSentence Insert(TreebankSentence s, int at, int head, (string[] Forms, Upos[] Pos, Xpos[] Tags, int[] Heads, Deprel[] Relations) words)
    {
        var n = words.Forms.Length;
        int Moved(int i) => i >= at ? i + n : i;
        T[] With<T>(T[] old, T[] inserted) => [.. old[..at], .. inserted, .. old[at..]];
        var heads = s.Heads.Select(Moved).ToArray();
        return new TreebankSentence(
            With(s.Forms, words.Forms),
            With(s.Lemmas, words.Forms),
            With(s.Pos, words.Pos),
            With(s.Tags, words.Tags),
            With(heads, [.. words.Heads.Select(h => h < 0 ? Moved(head) : at + h)]),
            With(s.Relations, words.Relations),
            With(s.SpaceAfter, [.. words.Forms.Select(_ => true)]));
    }
}
