using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Where a telling says the event is: the place in its phrases, then in its clause.</summary>
internal static class PlaceReader
{
    public static PlaceHit? Of(EventSentence view, Frame frame, EventKind kind)
    {
        var s = view.Syntax;
        if (kind is EventKind.Decision or EventKind.Deadline or EventKind.Measure or EventKind.Ruling)
        {
            return null;
        }

        foreach (var phrase in frame.Phrases)
        {
            if (phrase.Preposition is "in" or "at" or "near" or "to" or "outside" or "into" or "over" or "for" or "off" or "through" or "across"
                && (phrase.Preposition is not ("to" or "for") || kind == EventKind.Visit) && (phrase.Preposition is not ("through" or "across") || kind == EventKind.Incident) && At(view, phrase.Token, phrase.Preposition) is { } hit)
            {
                return hit;
            }
        }

        if (kind == EventKind.Visit)
        {
            foreach (var token in frame.Objects)
            {
                if (At(view, token, "in") is { } visited)
                {
                    return visited;
                }
            }
        }

        var clause = view.ClauseOf(frame.Predicate);
        foreach (var place in view.Places)
        {
            if (view.ClauseOf(place.Last) == clause && place.First > 0 && s[place.First - 1].Norm is "in" or "at")
            {
                return place;
            }
        }

        return null;
    }

    private static PlaceHit? At(EventSentence view, int token, string preposition)
    {
        foreach (var place in view.Places)
        {
            if (place.First <= token && token <= place.Last)
            {
                return place;
            }
        }

        if (preposition is "in" or "to" or "for" or "into" or "through" or "across" && view.MentionAt(token) is { Referent: { Kind: ReferentKind.State, Country: { } country }, Form: MentionForm.Name or MentionForm.Metonym } state)
        {
            return new PlaceHit(state.Span.Of(view.Syntax.Text), country, token, token);
        }

        return null;
    }
}
