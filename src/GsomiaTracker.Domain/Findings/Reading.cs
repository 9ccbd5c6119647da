using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Findings;

/// <summary>Which reader made a reading: program version, hash of the lexicon, id of the dossier.</summary>
public sealed record ReaderIdentity(string Version, string Lexicon, string Dossier);

/// <summary>Where a story says it was filed. Either may be missing; with neither there is no dateline.</summary>
public sealed record Dateline(string? Place, DateOnly? Date);

/// <summary>The facts about the piece itself; the annotation guide's "header".</summary>
/// <param name="Digests">For a digest in our own words: which outlet's report of which day it digests; null for an outlet's own text.</param>
public sealed record ReadingHeader(
    string? Agency,
    string? Headline,
    int? Revision,
    string? RevisionNote,
    IReadOnlyList<string> Byline,
    Dateline? Dateline,
    PublicationTime? Published,
    PublishedHow PublishedHow,
    string PublishedFrom,
    string? Digests = null);

/// <summary>An official named in the text. <c>Id</c> is the dossier's, or a slug of the name for someone it does not know.</summary>
public sealed record OfficialNamed(
    FindingKey Key,
    string Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string? Country,
    string? Office,
    bool Former,
    IReadOnlyList<Evidence> Evidence);

/// <summary>A TIMEX3. <c>Days</c> is null for durations and sets, and where the calendar days cannot be worked out. <c>From</c> says from what it was worked out.</summary>
public sealed record DatedExpression(Evidence Words, DayRange? Days, TimexType Type, string? Value, string? Mod, string From);

/// <summary>A checkable detail of an event's report that other reports may contradict: "40-minute" → ("duration", "PT40M").</summary>
public sealed record EventDetail(string Name, string Value, Evidence Evidence);

/// <summary>An event as one text reports it; one entry however often the text tells it.</summary>
/// <param name="About">Keys of the dossier's subjects that the event concerns ("pact"), in order of key.</param>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
/// <param name="People">Ids of officials of this reading.</param>
/// <param name="DaysFrom">The words that gave the days, or how they were worked out; empty without days.</param>
public sealed record EventReported(
    FindingKey Key,
    EventKind Kind,
    string Summary,
    DayRange? Days,
    string DaysFrom,
    EventStatus Status,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> People,
    string? Place,
    IReadOnlyList<string> About,
    IReadOnlyList<EventDetail> Details,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How sure the reader is that the text tells it, in percent (<see cref="Findings.Certainty"/>); null where nothing was weighed.</summary>
    public byte? Certainty { get; init; }
}

/// <summary>An attribution: who (source), by which words (cue), what (content, in one or more pieces).</summary>
/// <param name="Speaker">Id of an official of this reading, or null (unnamed, or a body).</param>
/// <param name="SpeakerName">The fullest name of the speaker in the text, official or not; null when unnamed or a body.</param>
/// <param name="Country">Whom the speaker serves, where known.</param>
public sealed record Statement(
    FindingKey Key,
    Evidence? Source,
    Evidence? Cue,
    IReadOnlyList<Evidence> Content,
    string? Speaker,
    string? SpeakerName,
    string? Country,
    StatementForm Form);

/// <summary>A direct quotation of a clause or more; <c>Words</c> is what stands between the marks.</summary>
public sealed record Quotation(FindingKey Key, Evidence Words, string? Speaker, string? SpeakerName, string? Country);

/// <summary>Who is for or against what, as this text reports it. Without person and org, the holder is the country's government.</summary>
/// <param name="Person">Id of an official of this reading, or null.</param>
/// <param name="Condition">For a conditional position, the words of what must come first, where the text has them.</param>
public sealed record StanceTaken(
    FindingKey Key,
    string Country,
    string? Person,
    string? Org,
    string Issue,
    Position Position,
    SpeechAct Act,
    Evidence? Condition,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How sure the reader is that the text says it, in percent (<see cref="Findings.Certainty"/>); null where nothing was weighed.</summary>
    public byte? Certainty { get; init; }
}

/// <summary>
/// All that a reader found in one revision. <c>Text</c> is set where spans index a flattened text (HTML), null where they index the text as it arrived.
/// </summary>
public sealed record Reading(
    ReaderIdentity Reader,
    string? Text,
    ReadingHeader Header,
    IReadOnlyList<OfficialNamed> Officials,
    IReadOnlyList<DatedExpression> Dates,
    IReadOnlyList<EventReported> Events,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Quotation> Quotes,
    IReadOnlyList<StanceTaken> Stances,
    IReadOnlyList<string> Warnings);
