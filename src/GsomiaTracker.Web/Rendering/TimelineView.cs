using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>One entry of the timeline, ready to be shown.</summary>
public sealed record TimelineItem(ChronicleEvent Event, EventState State, Report Speaks)
{
    public string StatusWord => Vocabulary.Word(Event.Status);

    public string Anchor => "e-" + Event.Slug;

    /// <summary>" · Nov. 16–18 · Bangkok · Japan, South Korea · Kyodo, 1 of 3 reports, 2 sources": what else is known, each piece with a dot before it; last, whose sentence is shown.</summary>
    /// <param name="daysAbove">The heading tells the days already.</param>
    public string Facts(RecordAsOf record, int year, bool daysAbove)
    {
        var facts = new System.Text.StringBuilder();
        void Add(string? fact)
        {
            if (!string.IsNullOrEmpty(fact))
            {
                facts.Append(" · ").Append(fact);
            }
        }

        Add(!daysAbove && Event.Days is { IsOneDay: false } days ? TimeText.Range(days, year) : null);
        Add(Event.Place);
        Add(string.Join(", ", Event.Countries.Select(record.CountryName)));
        var told = Event.Told();
        Add(Cite.Outlet(record, Speaks) + (told > 1 ? $", 1 of {told} reports, {TimeText.Count(Event.Sources, "source")}" : ""));
        return facts.ToString();
    }

    /// <summary>The report that gives the state shown, and its sentence.</summary>
    public static TimelineItem Of(ChronicleEvent e)
    {
        var state = e.History[^1];
        var speaks = state.Report.Superseded ? e.Telling.LastOrDefault(r => r.Finding.Status == e.Status) ?? state.Report : state.Report;
        return new TimelineItem(e, state, speaks);
    }
}

/// <summary>Counts that pages show of events.</summary>
public static class EventCounts
{
    /// <summary>Reports that speak now; those of replaced takes do not count twice.</summary>
    public static int Told(this ChronicleEvent e) => Math.Max(1, e.Telling.Count());
}

/// <summary>A rule across the list: where "now" stands, or the deadline.</summary>
public enum RuleKind { Now, Deadline }

/// <summary>A stretch of the list: the events under one heading, with what precedes it.</summary>
/// <param name="Anchor">"d2019-11-17": the address of the day within the page.</param>
/// <param name="Day">The day, or for an inexact date the first of the days it may be; null where no day is known.</param>
/// <param name="Heading">"Sunday, Nov. 17"; "June 2019".</param>
/// <param name="Label">"T−6", or null where no single day is known.</param>
/// <param name="GapBefore">Days between this and the heading above with nothing on the record; 0 for none.</param>
/// <param name="RulesBefore">Rules that stand between this and the heading above.</param>
/// <param name="Far">Below the first screen, so that a browser may leave it until it is near. For what is seen at once that only costs: it lays the page out twice.</param>
public sealed record TimelineDay(string Anchor, DateOnly? Day, string Heading, string? Label, IReadOnlyList<TimelineItem> Items, int GapBefore, IReadOnlyList<RuleKind> RulesBefore, bool Far);

/// <summary>The list of events as one page shows it: whole days, newest first unless asked otherwise.</summary>
/// <param name="Total">Events that match, on all pages.</param>
/// <param name="Known">Events on the record at the moment shown.</param>
/// <param name="Newer">Address of the neighbouring page in that direction, or null.</param>
/// <param name="RulesAfter">Rules below the last heading.</param>
public sealed record TimelineView(
    IReadOnlyList<TimelineDay> Days,
    int Total,
    int Known,
    string? Newer,
    string? Older,
    IReadOnlyList<RuleKind> RulesAfter)
{
    /// <summary>A page holds whole days until it has this many events; set closely, twice as many.</summary>
    public const int PageEvents = 100;

    /// <summary>Events that a screen shows, a tall one too; set closely, three times as many.</summary>
    private const int ScreenEvents = 8;

    public static TimelineView Of(RecordAsOf record, ViewState view) => Of(record, view, view.Density == Density.Compact ? 2 * PageEvents : PageEvents);

    public static TimelineView Of(RecordAsOf record, ViewState view, int pageEvents)
    {
        var chronicle = record.Chronicle;
        var matching = chronicle.Events.Where(e => Facets.Match(e, view)).ToList();
        var year = record.Dossier.Deadline.LastDay.Year;

        var now = record.ShownDay;
        var groups = matching
            .GroupBy(e => Place(e, now))
            .OrderByDescending(g => g.Key.First ?? DateOnly.MinValue).ThenByDescending(g => g.Key.Inexact?.Days ?? 0)
            .ToList();

        // The window: whole days, cut where the page is full.
        var inWindow = groups.Where(g => (view.To is not { } to || g.Key.First is not { } f || f <= to) && (view.From is not { } from || g.Key.First is { } l && l >= from)).ToList();
        var page = new List<IGrouping<(DateOnly? First, DayRange? Inexact), ChronicleEvent>>();
        var held = 0;
        foreach (var group in view.From is not null && view.To is null ? Enumerable.Reverse(inWindow) : inWindow)
        {
            if (held > 0 && held + group.Count() > pageEvents)
            {
                break;
            }

            held += group.Count();
            page.Add(group);
        }

        if (view.From is not null && view.To is null)
        {
            page.Reverse();
        }

        string? newer = null, older = null;
        if (page.Count > 0)
        {
            var first = groups.IndexOf(page[0]);
            var last = groups.IndexOf(page[^1]);
            newer = first > 0 && groups[first - 1].Key.First is { } n ? (view with { From = n, To = null }).Url("/timeline") : null;
            older = last < groups.Count - 1 && groups[last + 1].Key.First is var o ? (view with { From = null, To = o ?? DateOnly.MinValue }).Url("/timeline") : null;
        }

        if (view.Order == TimelineOrder.Oldest)
        {
            page.Reverse();
        }

        var (days, after) = Dress(record, view, page, year, newer is null, older is null);
        return new TimelineView(days, matching.Count, chronicle.Events.Count, newer, older, after);
    }

    /// <summary>
    /// Under which heading an event stands: its first day, or the days it may be where they are many. A plan whose days have begun and are not over may still
    /// come: it stands under its days at the head of what is to come.
    /// </summary>
    private static (DateOnly? First, DayRange? Inexact) Place(ChronicleEvent e, DateOnly now) => e.Days switch
    {
        null => (null, null),
        { } d when e.Status is EventStatus.Tentative or EventStatus.Scheduled && d.From <= now && d.To > now => (now.AddDays(1), d),
        { Days: > 7 } d => (d.From, d),
        { } d => (d.From, null),
    };

    private static (IReadOnlyList<TimelineDay> Days, IReadOnlyList<RuleKind> After) Dress(
        RecordAsOf record, ViewState view, List<IGrouping<(DateOnly? First, DayRange? Inexact), ChronicleEvent>> page, int year, bool atNewest, bool atOldest)
    {
        var newestFirst = view.Order == TimelineOrder.Newest;
        var deadline = record.Dossier.Deadline.LastDay;
        var now = record.ShownDay;
        // Newest first: a rule stands above the first day that is not after it. Oldest first: above the first day that is after it.
        var rules = new List<(RuleKind Kind, DateOnly Day)> { (RuleKind.Now, now), (RuleKind.Deadline, deadline) };
        rules.Sort((a, b) => newestFirst ? b.Day.CompareTo(a.Day) : a.Day.CompareTo(b.Day));

        var days = new List<TimelineDay>();
        var held = 0;
        DateOnly? above = null;
        foreach (var group in page)
        {
            var (first, inexact) = group.Key;
            var passed = rules.Where(r => first is { } f && (newestFirst
                ? (r.Kind == RuleKind.Deadline ? f < r.Day : f <= r.Day)
                : (r.Kind == RuleKind.Deadline ? f >= r.Day : f > r.Day))).ToList();
            rules.RemoveAll(passed.Contains);
            if (above is null && days.Count == 0 && !(newestFirst ? atNewest : atOldest))
            {
                passed.Clear(); // the rule stands on another page
            }

            var gap = above is { } a && first is { } b && inexact is null ? Math.Abs(a.DayNumber - b.DayNumber) - 1 : 0;
            if (gap > 0 && (above > now || first > now))
            {
                // Days that are still to come are no gap in the record.
                gap = newestFirst && first <= now ? now.DayNumber - first!.Value.DayNumber : 0;
            }

            days.Add(new TimelineDay(
                inexact is { } many ? Anchor(many) : first is { } day ? "d" + DayRange.Iso(day) : "undated",
                first,
                first is not { } d ? "Day not known" : inexact is { } range ? TimeText.Range(range, year) : TimeText.Weekday(d, year),
                first is { } t && inexact is null ? TimeText.ToDeadline(deadline.DayNumber - t.DayNumber) : null,
                [.. (newestFirst ? group.Reverse() : group).Select(TimelineItem.Of)],
                Math.Max(0, gap),
                [.. passed.Select(r => r.Kind)],
                held >= (view.Density == Density.Compact ? 3 * ScreenEvents : ScreenEvents)));
            held += group.Count();
            above = inexact is null ? first : above;
        }

        // Two headings may begin with the same day: "Nov. 1–10", "November 2019".
        string Anchor(DayRange many) => "m" + DayRange.Iso(many.From) + (days.Any(d => d.Anchor == "m" + DayRange.Iso(many.From)) ? "-" + DayRange.Iso(many.To) : "");

        return (days, (newestFirst ? atOldest : atNewest) ? [.. rules.Select(r => r.Kind)] : []);
    }
}
