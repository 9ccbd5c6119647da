using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Days to which something is put off: they are the thing's, not those of the act.</summary>
internal static partial class DayFinder
{
    private const int TermWords = 14;

    /// <summary>Whether the noun is put off, moved or extended to a day: "moved the <b>date</b> to Oct. 31".</summary>
    public static bool Deferred(EventSentence view, int noun, EventLexicon lexicon) =>
        Deferring(view, noun, lexicon) is var verb and >= 0 && view.Dates.Any(d => IsTermOf(view, verb, d));

    private static bool IsNewTerm(EventSentence view, Frame frame, DateHit hit, EventLexicon lexicon)
    {
        var verb = frame.IsVerb ? Defers(view, frame.Trigger) ? frame.Trigger : -1 : Deferring(view, frame.Trigger, lexicon);
        return verb >= 0 && IsTermOf(view, verb, hit);
    }

    private static int Deferring(EventSentence view, int noun, EventLexicon lexicon)
    {
        var t = view.Syntax[noun];
        return t.Relation is Deprel.Obj or Deprel.NsubjPass && t.Head >= 0 && lexicon.Terms.Contains(view.Lemma(noun)) && Defers(view, t.Head) ? t.Head : -1;
    }

    private static bool Defers(EventSentence view, int verb) => view.Lemma(verb) switch
    {
        "postpone" or "delay" or "defer" or "extend" or "prolong" or "suspend" => true,
        "put" or "push" or "move" or "shift" => view.IsVerb(verb),
        _ => false,
    };

    /// <summary>"until Jan. 31", "to Jan. 31", "beyond Jan. 31" right behind what is put off, no other verb between.</summary>
    private static bool IsTermOf(EventSentence view, int verb, DateHit hit)
    {
        var s = view.Syntax;
        if (hit.First <= verb + 1 || hit.First - verb > TermWords || s[hit.First - 1].Norm is not ("until" or "till" or "to" or "beyond" or "past" or "through"))
        {
            return false;
        }

        for (var i = verb + 1; i < hit.First; i++)
        {
            if (view.IsVerb(i) && s[i].Tag is not (Xpos.VBN or Xpos.VBG) || s[i].Norm is ";" or ":")
            {
                return false;
            }
        }

        return true;
    }
}
