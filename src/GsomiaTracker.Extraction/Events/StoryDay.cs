using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The day that the story is at, sentence by sentence, for events told without a date of their own ("later in the day", "said at a news conference").</summary>
internal sealed class StoryDay(DateOnly? anchor)
{
    private DayRange? _day;
    private string _from = "";
    private int _sentence = -100;

    public DateOnly? Anchor => anchor;

    /// <summary>Takes note of the day that a sentence sets.</summary>
    public void Pass(EventSentence view)
    {
        foreach (var hit in view.Dates)
        {
            if (hit.Date.Days is { IsOneDay: true } day && (anchor is not { } today || day.From <= today && day.From >= today.AddDays(-4)))
            {
                _day = day;
                _from = hit.Date.Words.Words;
                _sentence = view.Index;
            }
        }
    }

    /// <summary>Gives a telling the story's day where its words call for it.</summary>
    public void Lend(Telling telling)
    {
        if (telling.Days is not null || telling.OnlyPoints || telling.Fact.Status is EventStatus.Scheduled or EventStatus.Tentative or EventStatus.Cancelled)
        {
            return;
        }

        if (SameDay(telling) || telling.Kind == EventKind.Address && telling.Hit.Frame.Carried)
        {
            if (telling.View.Dates.Where(d => d.Date.Days is { IsOneDay: true } && d.Last < telling.Hit.Frame.Trigger).Select(d => (DateHit?)d).LastOrDefault() is { } own
                && (anchor is not { } today || own.Date.Days!.Value.From <= today))
            {
                telling.Dated = new Dated(own.Date.Days, own.Date.Words.Words, false);
            }
            else if (_day is not null && telling.Sentence - _sentence <= 4)
            {
                telling.Dated = new Dated(_day, _from, false);
            }
            else if (anchor is { } day)
            {
                telling.Dated = new Dated(DayRange.Of(day), "the story's day", false);
            }
        }
    }

    private static bool SameDay(Telling telling)
    {
        var s = telling.View.Syntax;
        for (var i = 0; i + 2 < s.Count; i++)
        {
            if (s[i].Norm is "later" or "earlier" && s[i + 1].Norm is "in" or "on" && s[i + 2].Norm is "the" or "that" && i + 3 < s.Count && s[i + 3].Norm == "day"
                || s[i].Norm is "same" or "that" && s[i + 1].Norm == "day")
            {
                return telling.View.ClauseOf(i) == telling.View.ClauseOf(telling.Hit.Frame.Predicate);
            }
        }

        return false;
    }
}
