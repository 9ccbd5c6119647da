using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>What becomes of an event: grammar first, then the days against the day of the text, then what the text tells of the whole.</summary>
internal static class Outcome
{
    public static EventStatus StatusOf(Telling telling, DateOnly? anchor)
    {
        var fact = telling.Fact;
        var ahead = telling.Days is { } days && anchor is { } today && days.From > today;
        var over = telling.Days is { } d && anchor is { } t && d.To < t;
        var status = fact.Status;
        if (telling.Kind == EventKind.Deadline)
        {
            return status switch
            {
                EventStatus.Cancelled => EventStatus.Cancelled,
                EventStatus.Happened when !ahead => EventStatus.Happened,

                // "was to have run out", "was to expire last Friday": what was planned for a day that is over, and is not said to have come.
                EventStatus.Scheduled when over && fact.Past => EventStatus.Cancelled,
                _ => over && status is not EventStatus.Scheduled ? EventStatus.Happened : EventStatus.Scheduled,
            };
        }

        if (telling.Kind == EventKind.Decision && status == EventStatus.Cancelled && fact.Past && telling.Hit.Frame is { IsVerb: false, Carried: true } reversed
            && telling.View.Lemma(reversed.Predicate) is "suspend" or "reverse" or "revoke" or "rescind" or "cancel" or "withdraw" or "scrap" or "overturn" or "freeze" or "postpone" or "delay" or "defer")
        {
            // "has suspended its decision to leave": a decision, too.
            return EventStatus.Happened;
        }

        if (fact.Conditional && status is null or EventStatus.Happened or EventStatus.Scheduled)
        {
            return EventStatus.Tentative;
        }

        if (status is EventStatus.Scheduled && telling.Days is { IsOneDay: false, Days: < 32 } running && anchor is { } now && running.Contains(now)
            && telling.Kind is EventKind.Meeting or EventKind.Exercise or EventKind.Visit && telling.Hit.Frame.Carried && telling.View.Lemma(telling.Hit.Frame.Predicate) is "run" or "last" or "continue" or "end" or "conclude" or "be" or "set")
        {
            return EventStatus.Happened;
        }

        return status switch
        {
            null => ahead ? EventStatus.Scheduled : EventStatus.Happened,
            EventStatus.Happened when ahead => EventStatus.Scheduled,
            _ => status.Value,
        };
    }

    /// <summary>What lies ahead of the day of the text has not happened, however its other tellings speak of it ("the curbs", which begin on Thursday).</summary>
    public static void Ahead(List<EventCluster> clusters, DateOnly? anchor)
    {
        foreach (var cluster in clusters)
        {
            if (cluster.Status == EventStatus.Happened && cluster.Days is { } days && anchor is { } today && days.From > today)
            {
                var dated = cluster.Tellings.Where(t => t.Days == days && t.Status is EventStatus.Scheduled or EventStatus.Tentative or EventStatus.Cancelled).Select(t => (EventStatus?)t.Status).FirstOrDefault();
                cluster.Status = dated ?? EventStatus.Scheduled;
            }
        }
    }

    /// <summary>A deadline that a decision of the same text kept from coming is cancelled; one told of in the past tense stays what it was.</summary>
    public static void Settle(List<EventCluster> clusters, DateOnly? anchor)
    {
        var saving = clusters.FindAll(c => c.Status == EventStatus.Happened && (c.Kind == EventKind.Decision && c.Action == "keep" || c.Kind == EventKind.Agreement && c.Tellings.Any(Extends)));
        foreach (var deadline in saving.Count == 0 ? [] : clusters)
        {
            if (deadline.Kind != EventKind.Deadline || deadline.Status is EventStatus.Cancelled)
            {
                continue;
            }

            if (saving.Exists(c => c.About.Overlaps(deadline.About) && (c.Kind == EventKind.Decision ? c.Days is not { } when || anchor is not { } today || when.From >= today.AddDays(-30)
                : (c.Days?.From ?? anchor) is { } agreed && deadline.Days is { } due && due.From >= agreed && due.From <= agreed.AddDays(30))
                && !deadline.Tellings.All(t => c.Tellings.Any(own => own.Sentence == t.Sentence) && New(t))))
            {
                deadline.Status = EventStatus.Cancelled;
            }
        }
    }

    /// <summary>"has been extended", "agreed to prolong it".</summary>
    private static bool Extends(Telling telling) => telling.Hit.Trigger.Lemma is "extend" or "renew" or "prolong"
        || telling.Hit.Trigger.Lemma == "agree" && telling.Hit.Frame.Clauses.Exists(c => telling.View.Lemma(c) is "extend" or "renew" or "prolong");

    /// <summary>"put off the departure until Jan. 31": the day that was gained, not the one that was averted.</summary>
    private static bool New(Telling telling)
    {
        var s = telling.View.Syntax;
        foreach (var date in telling.View.Dates)
        {
            if (date.Date.Days == telling.Days && date.First > 0 && s[date.First - 1].Norm is "until" or "till" or "to")
            {
                return true;
            }
        }

        return false;
    }
}
