using System.Collections.Frozen;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>
/// Tense of the clause that a time expression belongs to, from the sentence's tree: up from the expression to the word it modifies and on to the first predicate that
/// decides (<c>Lexicon/en/dates/tense-verbs.tsv</c>). The way up is bounded, so a deep tree costs no more than a flat one.
/// </summary>
internal static class SyntaxTense
{
    private const int Steps = 24;

    private static readonly FrozenDictionary<string, FrozenSet<string>> _lists =
        LexiconFile.Rows("dates/tense-verbs.tsv").GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => g.Select(r => r[1]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> _plan = _lists["plan"];
    private static readonly FrozenSet<string> _planNoun = _lists["plannoun"];
    private static readonly FrozenSet<string> _toldNoun = _lists["toldnoun"];
    private static readonly FrozenSet<string> _say = _lists["say"];
    private static readonly FrozenSet<string> _timed = _lists["timed"];
    private static readonly FrozenSet<string> _modal = _lists["modal"];
    private static readonly FrozenSet<string> _modifier = _lists["modifier"];

    /// <param name="at">Token of the expression: its weekday, month or unit.</param>
    /// <param name="within">What the clause must not reach beyond: the inside of the quotation that holds the expression, or the whole sentence.</param>
    /// <param name="presentIsPast">In captions and decks the present tells what happened.</param>
    public static Tense At(Sentence sentence, int at, TextSpan within, bool presentIsPast)
    {
        var preposition = Preposition(sentence, at);
        if (preposition is "since")
        {
            return Tense.Past;
        }

        if (preposition is "to" && GoesBack(sentence, at))
        {
            // "The row goes back to October."
            return Tense.Past;
        }

        if (sentence[at].Pos is Upos.Propn && preposition is "by" && !sentence[at].Norm.EndsWith("day", StringComparison.Ordinal)
            && Climb(sentence, at, within, presentIsPast) is (Tense.Past or Tense.FutureInPast) and var told && (told is Tense.Past ? !IsBehindWould(sentence, at) : IsOldPlan(sentence, at)))
        {
            // "hit chipmakers by August"; "was to withdraw by May 1"
            return told;
        }

        if (preposition is "in" && SetIn(sentence, at))
        {
            return Tense.Past;
        }

        if (preposition is "until" && Before(sentence, at, "until") is > 0 and var until && sentence[until - 1].Norm is "not" && until > 1 && sentence[until - 2].Norm is "was" or "did")
        {
            // "It was not until Tuesday that he spoke."
            return Tense.Past;
        }

        if (sentence[at].Pos is Upos.Propn && !sentence[at].Norm.EndsWith("day", StringComparison.Ordinal) && HadBeen(sentence, at))
        {
            // "had been due in May"
            return Tense.Past;
        }

        if (preposition is "by" or "until" && IsOpening(sentence, at, preposition) && HasPastAhead(sentence, at))
        {
            // "By Sunday night, they were at odds", "Until Wednesday, firms could send it"
            return Tense.Past;
        }

        if (preposition is "until" or "till" && sentence[at].Pos is Upos.Propn && !sentence[at].Norm.EndsWith("day", StringComparison.Ordinal))
        {
            return Climb(sentence, at, within, presentIsPast) is Tense.Past or Tense.FutureInPast ? Tense.FutureInPast : Tense.Future;
        }

        if (sentence[at].Pos is Upos.Propn && (preposition is "by" || (preposition is "until" or "till" or "through" && sentence[at].Norm.EndsWith("day", StringComparison.Ordinal))))
        {
            return Tense.Future;
        }

        if (at > 1 && sentence[at - 1].Norm is "before" && sentence[at - 2].Lemma is "thing" or "state" or "level" or "situation" or "affair" or "condition" or "position" or "was" or "be" or "stand")
        {
            // "a return to the state of things before July 1"
            return Tense.Past;
        }

        if (at > 1 && sentence[at - 1].Norm is "as" && sentence[at - 2].Norm is "early" or "soon" && Climb(sentence, at, within, presentIsPast) is var early
            && (early != Tense.Past || sentence[at].Norm.EndsWith("day", StringComparison.Ordinal)))
        {
            // "could summon him as early as Friday"
            return Tense.Future;
        }

        if (at > 0 && sentence[at - 1].Norm is "effective" or "due" || IsDue(sentence, at) || PutOff(sentence, at, preposition))
        {
            return Tense.Future;
        }

        if (BesidePlanned(sentence, at))
        {
            return Tense.Future;
        }

        var tense = Climb(sentence, at, within, presentIsPast);
        return tense == Tense.Unknown && preposition is "by" or "until" or "before" ? Tense.Future : tense;
    }

    /// <summary>Whether an expression stands in a relative clause, or in one of "since": what it tells is by the way.</summary>
    public static bool IsAside(Sentence sentence, int at)
    {
        for (int i = at, step = 0; i >= 0 && step < Steps; i = sentence[i].Head, step++)
        {
            if (sentence[i].Relation is Deprel.AclRelcl || sentence[i].Relation is Deprel.Advcl && sentence.Child(i, Deprel.Mark) is >= 0 and var mark && sentence[mark].Norm is "since")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tense of a sentence's own verb, for a heading that has none: what is told in the present is to come; null where no verb stands.</summary>
    public static Tense? OfSentence(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD && !IsAside(sentence, i))
            {
                return sentence[i].Tag is Xpos.VBD ? Tense.Past : Tense.Future;
            }
        }

        return null;
    }

    /// <summary>Whether nothing but this preposition stands before an expression in its sentence.</summary>
    private static bool IsOpening(Sentence sentence, int at, string preposition) => at is 1 or 2 && sentence[0].Norm == preposition;

    /// <summary>Whether the first verb behind a comma is past: "were", "had", "could send", "met".</summary>
    private static bool HasPastAhead(Sentence sentence, int at)
    {
        for (var t = at + 1; t < sentence.Count; t++)
        {
            if (sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return sentence[t].Tag is Xpos.VBD || sentence[t].Norm is "could";
            }
        }

        return false;
    }

    private static int Before(Sentence sentence, int at, string norm)
    {
        for (var t = at - 1; t >= 0 && at - t <= 3; t--)
        {
            if (sentence[t].Norm == norm)
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>"had been due", "had been scheduled for": a plan of the past.</summary>
    private static bool HadBeen(Sentence sentence, int at)
    {
        for (var t = at - 1; t > 1 && at - t <= 4; t--)
        {
            if (sentence[t].Norm is "due" or "scheduled" or "planned" or "set" or "slated" or "expected")
            {
                return sentence[t - 1].Norm is "been" && sentence[t - 2].Norm is "had" or "originally";
            }
        }

        return false;
    }

    /// <summary>"due to open Thursday", "ahead of Thursday's talks": whatever the tense of the verb above.</summary>
    private static bool IsDue(Sentence sentence, int at)
    {
        if (at > 1 && sentence[at - 1].Norm is "of" && sentence[at - 2].Norm is "ahead")
        {
            return true;
        }

        for (var t = at - 1; t > 1 && at - t <= 6 && sentence[t].Norm is not ("," or ";" or "and"); t--)
        {
            if (sentence[t].Tag == Xpos.VB && sentence[t - 1].Norm is "to" && sentence[t - 2].Norm is "due")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"discussed a possible summit in December": what is only possible lies ahead, whichever of the two words before the tree gives the day to.</summary>
    private static bool BesidePlanned(Sentence sentence, int at)
    {
        var preposition = sentence.Child(at, Deprel.Case);
        return sentence[at].Relation is Deprel.Obl && preposition > 0 && preposition < at && sentence[preposition - 1] is { Relation: Deprel.Obj, Pos: Upos.Noun } thing
            && thing.Head == sentence[at].Head && HasModifier(sentence, preposition - 1);
    }

    /// <summary>"announced that all would be out by May 1", whichever verb the tree gives the day to.</summary>
    private static bool IsBehindWould(Sentence sentence, int at)
    {
        for (var t = at - 1; t >= 0 && at - t <= 8 && sentence[t].Tag is not Xpos.VBD && sentence[t].Norm is not ","; t--)
        {
            if (sentence[t].Norm is "would" or "will" or "'ll")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was to withdraw by May 1"; "the deal signed in February 2020 called for all to depart by May 1": a day of a plan that was made long ago may be past.</summary>
    private static bool IsOldPlan(Sentence sentence, int at)
    {
        for (var t = at - 1; t > 0; t--)
        {
            if ((sentence[t].Norm is "to" && sentence[t - 1].Norm is "was" or "were") || (sentence[t].Norm is "year" && sentence[t - 1].Norm is "last"))
            {
                return true;
            }

            if (sentence[t].Norm is { Length: 4 } year && year[0] is '1' or '2' && int.TryParse(year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The deadline was set in July", not "for July".</summary>
    private static bool SetIn(Sentence sentence, int at)
    {
        var verb = sentence[at].Head;
        if (verb < 0 || sentence[verb].Tag is not Xpos.VBN || sentence[verb].Lemma is not ("set" or "fix" or "agree" or "arrange"))
        {
            return false;
        }

        foreach (var child in sentence.Children(verb))
        {
            if (sentence[child].Relation is Deprel.AuxPass && sentence[child].Norm is "was" or "were")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"goes back to October", "dates back to Friday".</summary>
    private static bool GoesBack(Sentence sentence, int at)
    {
        var back = Before(sentence, at, "back");
        return back > 0 && sentence[back + 1].Norm is "to" && sentence[back - 1].Lemma is "go" or "date" or "reach" or "stretch" or "run" or "trace" or "look";
    }

    /// <summary>"put off to Thursday", "moved to Friday": the day it is to be on now.</summary>
    private static bool PutOff(Sentence sentence, int at, string? preposition)
    {
        for (var t = at - 1; preposition is "to" or "until" or "for" or "till" && t >= 0 && at - t <= 5; t--)
        {
            if (sentence[t].Lemma is "postpone" or "delay" or "reschedule" or "defer" or "move" or "push" or "extend" or "adjourn" || sentence[t].Lemma is "put" && sentence[t + 1].Norm is "off" or "back")
            {
                return true;
            }
        }

        return false;
    }

    private static string? Preposition(Sentence sentence, int at)
    {
        var word = at;
        for (var step = 0; step < 3 && word >= 0; step++)
        {
            var preposition = sentence.Child(word, Deprel.Case);
            if (preposition >= 0 && preposition < at)
            {
                return sentence[preposition].Norm;
            }

            word = sentence[word].Pos is Upos.Noun or Upos.Propn or Upos.Num ? sentence[word].Head : -1;
        }

        return null;
    }

    private static Tense Climb(Sentence sentence, int at, TextSpan within, bool presentIsPast)
    {
        for (int i = at, step = 0; i >= 0 && step < Steps; i = sentence[i].Head, step++)
        {
            var token = sentence[i];
            if (!within.Contains(token.Start))
            {
                return Tense.Unknown;
            }

            if (i != at ? IsPredicate(sentence, i) : sentence.Has(i, Deprel.Cop))
            {
                var tense = Of(sentence, i, direct: sentence[at].Head == i, presentIsPast, out var decided);
                if (decided)
                {
                    return tense;
                }
            }
            else if (i != at && token.Pos is Upos.Noun or Upos.Propn)
            {
                if (_planNoun.Contains(token.Lemma) || HasModifier(sentence, i))
                {
                    return Tense.Future;
                }

                if (_toldNoun.Contains(token.Lemma))
                {
                    return Tense.Past;
                }
            }
            else if (i != at && token.Pos is Upos.Adj && _plan.Contains(token.Lemma))
            {
                return Tense.Future;
            }

        }

        return Tense.Unknown;
    }

    private static bool IsPredicate(Sentence sentence, int i) =>
        sentence[i].Pos is Upos.Verb or Upos.Aux || sentence.Has(i, Deprel.Cop) || sentence.Has(i, Deprel.Nsubj) || sentence.Has(i, Deprel.NsubjPass);

    private static bool HasModifier(Sentence sentence, int noun)
    {
        foreach (var child in sentence.Children(noun))
        {
            if (sentence[child].Relation is Deprel.Amod && _modifier.Contains(sentence[child].Norm))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a predicate's form says; <paramref name="decided"/> is false where its governor has to say it.</summary>
    private static Tense Of(Sentence sentence, int verb, bool direct, bool presentIsPast, out bool decided)
    {
        decided = true;
        var token = sentence[verb];
        bool modal = false, have = false, past = false, present = false, passive = false, infinitive = false, conditional = false;
        foreach (var child in sentence.Children(verb))
        {
            var word = sentence[child];
            switch (word.Relation)
            {
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    modal |= _modal.Contains(word.Norm) || _modal.Contains(word.Lemma);
                    have |= word.Lemma == "have";
                    past |= word.Norm is "was" or "were" or "did" or "had";
                    present |= word.Norm is "is" or "are" or "am" or "'s" or "'re" or "do" or "does";
                    passive |= word.Relation == Deprel.AuxPass;
                    break;
                case Deprel.Mark:
                    infinitive |= word.Norm == "to";
                    conditional |= word.Norm is "if" or "unless" or "once" or "until";
                    break;
                default:
                    break;
            }
        }

        if (modal)
        {
            return have ? Tense.Past : Would(sentence, verb) ? Tense.FutureInPast : Tense.Future;
        }

        if (infinitive && (present || past))
        {
            return past ? Tense.FutureInPast : Tense.Future;
        }

        if (_plan.Contains(token.Lemma) && token.Tag is Xpos.VBN or Xpos.JJ && (passive || present || past || token.Relation is Deprel.Acl or Deprel.Root or Deprel.Advcl or Deprel.Xcomp or Deprel.Parataxis)
            && !have && token.Lemma is not ("agree" or "decide" or "call" or "ask" or "order" or "urge"))
        {
            return Tense.Future;
        }

        if (infinitive)
        {
            return Infinitive(sentence, verb, out decided);
        }

        if (past || have || token.Tag is Xpos.VBD)
        {
            return Tense.Past;
        }

        switch (token.Tag)
        {
            case Xpos.VBZ or Xpos.VBP:
                if (presentIsPast || _say.Contains(token.Lemma))
                {
                    return Tense.Past;
                }

                if (token.Lemma is "expect" or "await" or "hope" or "want" or "plan" or "anticipate" or "intend" or "aim")
                {
                    return Tense.Future;
                }

                return _timed.Contains(token.Lemma) || (direct && token.Lemma == "be") ? Tense.Future : Tense.Unknown;
            case Xpos.VBG when sentence.Child(verb, Deprel.Mark) is >= 0 and var mark && sentence[mark].Norm is "after" or "since":
                // "were to resume on Monday after breaking down on Friday"
                return Tense.Past;
            case Xpos.VBG when present:
                return _say.Contains(token.Lemma) ? Tense.Past : Tense.Future;
            case Xpos.VBN when passive && present:
                return Tense.Future;
            case Xpos.VBN when token.Relation is Deprel.Acl:
                return Tense.Past;
            default:
                if (present)
                {
                    return conditional || token.Pos is not Upos.Verb ? Tense.Future : Tense.Unknown;
                }

                decided = token.Head < 0;
                return Tense.Unknown;
        }
    }

    private static bool Would(Sentence sentence, int verb)
    {
        foreach (var child in sentence.Children(verb))
        {
            if (sentence[child].Norm is "would")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"set to expire", "agreed to meet", "plans to visit", "is to end" are to come; "failed to agree" and a purpose play when their governor does.</summary>
    private static Tense Infinitive(Sentence sentence, int verb, out bool decided)
    {
        decided = true;
        var governor = sentence[verb].Head;
        if (governor < 0)
        {
            return Tense.Future;
        }

        var over = sentence[governor];
        if (_plan.Contains(over.Lemma) || _planNoun.Contains(over.Lemma) || (over.Lemma == "be" && sentence[verb].Relation is Deprel.Xcomp or Deprel.Csubj or Deprel.Ccomp))
        {
            return over.Norm is "was" or "were" || over.Tag == Xpos.VBD ? Tense.FutureInPast : Tense.Future;
        }

        if (sentence[verb].Relation is Deprel.Acl && over.Pos is Upos.Noun && over.Lemma is "decision" or "promise" or "notice" or "offer" or "agreement" or "demand" or "request" or "order" or "chance" or "call")
        {
            return Tense.Future;
        }

        if (over.Head < 0 && over.Pos is Upos.Noun or Upos.Propn && verb > governor && verb - governor <= 3)
        {
            // "Envoys to meet Friday": a headline.
            return Tense.Future;
        }

        if (sentence[verb].Relation is Deprel.Xcomp && over.Tag is Xpos.VBZ or Xpos.VBP && !sentence.Has(governor, Deprel.Aux) && over.Lemma is not ("seem" or "appear" or "tend" or "happen" or "continue" or "claim" or "be" or "have" or "help"))
        {
            // "a law compels him to ask on Saturday"
            return Tense.Future;
        }

        decided = false;
        return Tense.Unknown;
    }
}
