using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>At which level people meet, by the offices named in the words around.</summary>
internal static class LevelReader
{
    public static Level Of(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        if (IsInternal(view, frame))
        {
            return Level.Internal;
        }

        if (view.Lemma(frame.Trigger) is "summit")
        {
            return Level.Leaders;
        }

        if (!frame.IsVerb && (Sideline(view, frame.Trigger) || frame.Carried && view.Lemma(frame.Predicate) is "involve" or "bring" or "group" or "gather" or "comprise" or "include"))
        {
            return Level.Forum;
        }

        if (!frame.IsVerb)
        {
            foreach (var phrase in frame.Phrases)
            {
                if (s[phrase.Token].Head == frame.Trigger && phrase.Preposition is "between" or "of" or "among" && OfPhrase(s, phrase.Token) is not Level.None and var own)
                {
                    return own;
                }
            }
        }

        foreach (var role in new[] { frame.Before, frame.Subjects, frame.Objects, frame.Possessors })
        {
            foreach (var token in role)
            {
                if (OfPhrase(s, token) is not Level.None and var level)
                {
                    return level;
                }
            }
        }

        foreach (var phrase in frame.Phrases)
        {
            if (phrase.Preposition is "with" or "between" or "of" or "among" && OfPhrase(s, phrase.Token) is not Level.None and var level)
            {
                return level;
            }
        }

        return Level.None;
    }

    /// <summary>"on the sidelines of a regional meeting": the forum itself.</summary>
    private static bool Sideline(EventSentence view, int noun)
    {
        var s = view.Syntax;
        for (var i = noun - 1; i >= Math.Max(0, noun - 16); i--)
        {
            if (s[i].Norm is "sidelines" or "margins" or "sideline" or "fringes")
            {
                return i + 1 < s.Count && s[i + 1].Norm == "of";
            }

            if (s[i].Norm is "," or ";" || view.IsVerb(i))
            {
                return false;
            }
        }

        for (var i = noun - 1; i >= Math.Max(0, noun - 4); i--)
        {
            if (s[i].Norm is "multilateral" or "regional" or "ministerial" or "plenary" or "international")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A body of one state sits: "a Cabinet meeting", "the National Security Council met", "a Senate hearing".</summary>
    private static bool IsInternal(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        if (view.Lemma(frame.Trigger) is "hearing")
        {
            return true;
        }

        var roles = frame.IsVerb ? frame.Subjects.Concat(frame.Objects) : frame.Before.Concat(frame.Possessors).Concat(frame.Phrases.Where(p => p.Preposition == "of" && s[p.Token].Head == frame.Trigger).Select(p => p.Token));
        return roles.Any(r => view.Lemma(r) is "cabinet" or "council" or "committee" or "senate" or "parliament" or "nsc" or "emergency" or "assembly" && !s[r].Norm.EndsWith("minister", StringComparison.Ordinal));
    }

    private static Level OfPhrase(Sentence s, int token)
    {
        var first = Math.Max(s.Leftmost(token), token - 6);
        var last = Math.Min(s.Rightmost(token), token + 2);
        var vice = false;
        for (var i = first; i <= last; i++)
        {
            switch (s[i].Norm)
            {
                case "vice" or "deputy" or "assistant":
                    vice = true;
                    break;
                case "foreign" or "diplomat" or "diplomats":
                    return vice ? Level.ViceMinister : Level.Foreign;
                case "defense" or "defence":
                    return vice ? Level.ViceMinister : Level.Defense;
                case "trade" or "industry" or "commerce":
                    return vice ? Level.ViceMinister : Level.Trade;
                case "leader" or "leaders" or "president" or "presidents" or "premier" or "premiers" or "prime":
                    return vice ? Level.None : Level.Leaders;
                case "director-general" or "director" or "working" or "bureau":
                    return Level.Working;
                default:
                    break;
            }
        }

        return Level.None;
    }
}
