using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>"The first since October": an earlier event of the same kind, told in passing; the one that is told bears the claim.</summary>
internal static class Earlier
{
    public static Telling? Of(EventSentence view, Telling telling)
    {
        if (telling.Kind is not (EventKind.Meeting or EventKind.Call or EventKind.WeaponsTest))
        {
            return null;
        }

        var s = view.Syntax;
        foreach (var hit in view.Dates)
        {
            if (hit.First == 0 || s[hit.First - 1].Norm != "since" || hit.Date.Days is not { } days)
            {
                continue;
            }

            if (telling.Doubts.HasFlag(Doubt.NeverWas))
            {
                if (view.ClauseOf(hit.First) == view.ClauseOf(telling.Hit.Frame.Predicate))
                {
                    return OnceBefore(telling, hit, days, telling.Sides);
                }

                continue;
            }

            for (var i = hit.First - 2; i >= 0; i--)
            {
                if (s[i].Norm is "first" && hit.First - i <= 14)
                {
                    var sides = new Sides();
                    for (var k = i + 1; k < hit.First - 1; k++)
                    {
                        if (view.MentionAt(k) is { } named && named.Head == k)
                        {
                            sides.Add(named.Referent);
                        }
                    }

                    telling.FirstSince = new TextSpan(s[i].Start, hit.Date.Words.Span.End);
                    return OnceBefore(telling, hit, days, sides.Countries.Count > 0 ? sides : telling.Sides);
                }
            }
        }

        return null;
    }

    private static Telling OnceBefore(Telling telling, DateHit hit, DayRange days, Sides sides) => new()
    {
        View = telling.View,
        Hit = telling.Hit,
        Kind = telling.Kind,
        Evidence = telling.Evidence.Union(hit.Date.Words.Span),
        Fact = new Fact(EventStatus.Happened, Past: true),
        Dated = new Dated(days, hit.Date.Words.Words, true),
        Sides = sides,
        Level = telling.Level,
        Arity = telling.Arity,
        About = [.. telling.About],
        IsEarlier = true,
        Status = EventStatus.Happened,
    };
}
