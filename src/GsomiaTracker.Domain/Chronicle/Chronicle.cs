using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>One take's report of an event: what it says, and the words by which it says so.</summary>
/// <param name="Source">Whose words these are in the end: the wire whose copy it is, or the outlet a digest digests; null: the agency, or else the article.</param>
/// <param name="Superseded">A later take of the same story speaks in this one's place; it counts for the history only.</param>
public sealed record Report(
    string Article,
    string Revision,
    string? Agency,
    string? Headline,
    PublicationTime? Published,
    DateTimeOffset KnownSince,
    EventReported Finding,
    string? Source = null,
    bool Superseded = false)
{
    public Evidence Words => Finding.Evidence[0];

    /// <summary>"The first since October last year": the days that the text says no such event has been since.</summary>
    public DayRange? FirstSince { get; init; }

    /// <summary>What tells independent voices apart: equal for copies of one wire's copy and for everything one agency files.</summary>
    public string Voice => Source ?? Agency ?? Article;
}

/// <summary>From which report each of an event's shown values comes (the rules: docs/RECORD.md).</summary>
public sealed record EventOrigins(Report Title, Report? Days, Report? Place, Report? Countries);

/// <summary>A state that an event was in, from the instant it became known, by the report that said so.</summary>
public sealed record EventState(EventStatus Status, DateTimeOffset KnownSince, Report Report);

/// <summary>What two sources differ in: each side keeps its own words; nothing is merged away.</summary>
/// <param name="About">"days", "place", "duration", "number", "participants", "first", "status", "actor".</param>
public sealed record Disagreement(string Id, string EventId, string About, IReadOnlyList<DisagreementSide> Sides, string? ExplainedBy);

public sealed record DisagreementSide(string Value, Report Report, Evidence Words);

/// <summary>One real-world event, however many articles tell it. <c>Reports</c> holds all of them in the order of becoming known, superseded takes included (see <c>Telling</c>).</summary>
/// <param name="Id">Made from its first report; ids of all its reports resolve to it.</param>
/// <param name="Sources">Independent sources: copies of one wire's copy count once.</param>
/// <param name="NoReportFound">A plan whose last day is more than 24 hours past without a report of what became of it.</param>
public sealed record ChronicleEvent(
    string Id,
    string Slug,
    EventKind Kind,
    string Title,
    DayRange? Days,
    EventStatus Status,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> People,
    string? Place,
    IReadOnlyList<string> About,
    IReadOnlyList<EventState> History,
    IReadOnlyList<Report> Reports,
    IReadOnlyList<Disagreement> Disagreements,
    int Sources,
    bool NoReportFound)
{
    public DateTimeOffset KnownSince => Reports[0].KnownSince;

    /// <summary>The reports that speak now: those of takes that no later take has replaced.</summary>
    public IEnumerable<Report> Telling => Reports.Where(r => !r.Superseded);

    /// <summary>No speaking take tells it any more: its only source has dropped it.</summary>
    public bool Withdrawn => Reports.All(r => r.Superseded);

    /// <summary>Other ids that lead here: those of all its reports, and of events merged into it.</summary>
    public IEnumerable<string> Aliases => Reports.Select(ReportId.Of).Distinct();

    public EventOrigins? Origins { get; init; }

    /// <summary>The instant from which this plan counts as unreported if nothing more becomes known; null for what is no dated plan.</summary>
    public DateTimeOffset? UnreportedFrom { get; init; }

    /// <summary>Days from the event's first day to the deadline's: 6 for "T−6"; negative after it; null without days.</summary>
    public int? DaysToDeadline(Deadline deadline) => Days is { } days ? deadline.LastDay.DayNumber - days.From.DayNumber : null;
}

/// <summary>A position as one report has it, in a holder's history on one issue.</summary>
public sealed record StanceReport(
    string Article,
    string Revision,
    string? Agency,
    PublicationTime? Published,
    DateTimeOffset KnownSince,
    StanceTaken Finding);

/// <summary>A stretch of a holder's history during which the position stayed the same.</summary>
public sealed record StanceStep(Position Position, DateTimeOffset From, DateTimeOffset LastSeen, IReadOnlyList<StanceReport> Reports);

/// <summary>Holder and issue with its stepped history, oldest first. Holder: a person's id, a party's name, or null for the government.</summary>
public sealed record StanceHistory(string Country, string? Person, string? Org, string Issue, IReadOnlyList<StanceStep> Steps)
{
    public StanceStep Now => Steps[^1];

    /// <summary>What stories tell beside the position that they left standing: for a thing, and under a condition, in one breath.</summary>
    public IReadOnlyList<StanceReport> Beside { get; init; } = [];

    /// <summary>Where the position changed: the step before and the step after, oldest first.</summary>
    public IEnumerable<(StanceStep Before, StanceStep After)> Changes => Steps.Zip(Steps.Skip(1));

    /// <summary>How many reports in all; with one, nothing can be said of consistency.</summary>
    public int Reports => Steps.Sum(s => s.Reports.Count);

    /// <summary>Whole days since the position was first reported as it is now: "no change in 63 days". Null with a single report.</summary>
    public int? DaysUnchanged(DateTimeOffset moment) => Now.Reports.Count > 1 ? Math.Max(0, (int)(moment - Now.From).TotalDays) : null;

    /// <summary>Who reported the present position first.</summary>
    public StanceReport SaidFirst => Now.Reports[0];
}

public enum DeadlineStateKind { Running, Averted, Expired, Extended, Superseded, Unknown }

/// <summary>What the record says of the deadline as of a moment.</summary>
/// <param name="Remaining">Time left while running, else null.</param>
/// <param name="Outcome">The event that says what became of it, or null.</param>
/// <param name="Before">How long before the deadline the outcome became known (negative: after), or null.</param>
public sealed record DeadlineState(DeadlineStateKind Kind, DateTimeOffset Instant, TimeSpan? Remaining, ChronicleEvent? Outcome, EventState? OutcomeState, TimeSpan? Before);

/// <summary>What many readings add up to, as known at one moment. Events in order of day, then of becoming known.</summary>
public sealed record Chronicle(
    DateTimeOffset? AsOf,
    IReadOnlyList<ChronicleEvent> Events,
    IReadOnlyList<StanceHistory> Stances,
    IReadOnlyList<Disagreement> Disagreements,
    DeadlineState Deadline)
{
    /// <summary>Events that no speaking take tells any more: not listed, but their addresses still lead somewhere.</summary>
    public IReadOnlyList<ChronicleEvent> Withdrawn { get; init; } = [];

    /// <summary>Who would do what if what came first, oldest first.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Corrections that found nothing to correct, for review.</summary>
    public IReadOnlyList<Corrections.Orphan> Orphans { get; init; } = [];

    /// <summary>When the last thing known became known; null for an empty record.</summary>
    public DateTimeOffset? LastKnown { get; init; }

    /// <summary>The event that an id or a slug leads to, its own or that of any of its reports; null when it leads nowhere.</summary>
    public ChronicleEvent? Find(string idOrSlug)
    {
        var id = ReportId.FromSlug(idOrSlug);
        return Events.FirstOrDefault(e => e.Id == id) ?? Withdrawn.FirstOrDefault(e => e.Id == id)
            ?? Events.FirstOrDefault(e => e.Aliases.Contains(id)) ?? Withdrawn.FirstOrDefault(e => e.Aliases.Contains(id));
    }
}
