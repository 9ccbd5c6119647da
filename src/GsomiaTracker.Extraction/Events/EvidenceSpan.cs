using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The words that carry an event: at least a clause, at most a sentence.</summary>
internal static class EvidenceSpan
{
    private const int Enough = 30;
    private const int Most = 320;

    public static TextSpan Of(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        var first = frame.Trigger;
        var last = frame.Trigger;
        Widen(s, frame.Trigger, ref first, ref last);
        if (frame.Carried || frame.IsVerb)
        {
            first = Math.Min(first, frame.Predicate);
            last = Math.Max(last, frame.Predicate);
            foreach (var token in frame.Subjects.Concat(frame.Objects).Concat(frame.Agents).Concat(frame.Phrases.Select(p => p.Token)))
            {
                Widen(s, token, ref first, ref last);
            }
        }

        if (s[last].End - s[first].Start < Enough)
        {
            Widen(s, view.ClauseOf(frame.Predicate), ref first, ref last);
        }

        if (s[last].End - s[first].Start < Enough)
        {
            (first, last) = (0, s.Count - 1);
        }

        // Too long: keep the words around the trigger.
        while (s[last].End - s[first].Start > Most)
        {
            if (last - frame.Trigger > frame.Trigger - first)
            {
                last--;
            }
            else
            {
                first++;
            }
        }

        while (first < frame.Trigger && s[first].Pos == Upos.Punct && s[first].Tag != Xpos.OpenBracket)
        {
            first++;
        }

        while (last > frame.Trigger && s[last].Pos == Upos.Punct && s[last].Tag != Xpos.CloseBracket)
        {
            last--;
        }

        return new TextSpan(s[first].Start, s[last].End);
    }

    private static void Widen(Sentence s, int token, ref int first, ref int last)
    {
        first = Math.Min(first, s.Leftmost(token));
        last = Math.Max(last, s.Rightmost(token));
    }
}
