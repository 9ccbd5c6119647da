using GsomiaTracker.Domain.Officials;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>The deadline that is followed: one instant, stored once.</summary>
/// <param name="Instant">The moment at which the thing ends, with the offset papers at its seat use.</param>
/// <param name="Zone">IANA zone of the parties' reckoning: a day without a clock time ends in it.</param>
/// <param name="LastDay">The day papers print for it; others may be right too (see <paramref name="PrintedDays"/>).</param>
/// <param name="PrintedDays">Every day that sources print for the same instant ("Nov. 22" for its last minute, "Nov. 23").</param>
/// <param name="Subject">Key of the <see cref="Subject"/> whose expiry it is.</param>
public sealed record Deadline(DateTimeOffset Instant, string Zone, DateOnly LastDay, IReadOnlyList<DateOnly> PrintedDays, string Subject);

/// <summary>A state that the dossier is about or that speaks in it.</summary>
public sealed record Party(string Country, string Name, string Adjective, string Capital, string Zone, bool IsParty);

/// <summary>A clock that pages show: label and IANA zone.</summary>
public sealed record ShownZone(string Label, string Zone);

/// <summary>Something that texts name in several ways: the pact, the curbs, the rulings. Names are matched whole, ignoring case unless all capitals.</summary>
/// <param name="Key">"pact"; rules and issues refer to it.</param>
/// <param name="Title">As pages call it.</param>
/// <param name="Parties">Countries that it binds or hits, in the order actor, other.</param>
/// <param name="Names">Phrases that name it for certain: "GSOMIA".</param>
/// <param name="ShortNames">Phrases that name it when nothing nearer does: "the pact", "the deal".</param>
public sealed record Subject(string Key, string Title, IReadOnlyList<string> Parties, IReadOnlyList<string> Names, IReadOnlyList<string> ShortNames);

/// <summary>What a metonym or a body's name stands for.</summary>
public enum BodyKind { Government, Presidency, ForeignMinistry, DefenseMinistry, TradeMinistry, Ministry, Parliament, Court, Military, Party, Other }

/// <summary>A name that stands for a state or one of its bodies: "Cheong Wa Dae" → KR, presidency. <paramref name="Place"/>: it is a place too ("arrived in Seoul").</summary>
public sealed record NamedBody(string Words, string Country, BodyKind Kind, bool Place);

/// <summary>A name or an adjective of a state beside those that general readers know: "Persia", "Soviet".</summary>
public sealed record StateName(string Words, string Country, bool IsAdjective);

/// <summary>A question on which positions are taken. <paramref name="Rules"/> is the raw JSON of the rules by which a text's clauses are sorted (read by the extraction).</summary>
public sealed record Issue(string Key, string Title, string For, string Against, string Conditional, int Order, string Rules)
{
    /// <summary>The file it stands in ("issues/keep.json"); empty for one made otherwise.</summary>
    public string File { get; init; } = "";
}

/// <summary>A place that lies in a wider one, as papers name both: "Bangkok" in "Thailand".</summary>
public sealed record PlaceWithin(string Name, string Within);

/// <summary>A meeting known by its name: "Security Consultative Meeting", of two states.</summary>
public sealed record NamedMeeting(string Words, IReadOnlyList<string> States);

/// <summary>One crisis as data. Everything a journalist could argue about is here; a second dossier needs no line of code.</summary>
public sealed record Dossier(
    string Id,
    string Title,
    string About,
    Deadline Deadline,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<ShownZone> Zones,
    IReadOnlyList<Subject> Subjects,
    IReadOnlyList<Issue> Issues,
    IReadOnlyList<Official> Officials,
    IReadOnlyList<NamedBody> Bodies,
    DateOnly FirstDay,
    DateOnly LastDay)
{
    /// <summary>Which place lies in which, beyond the parties' capitals; for knowing one event again under "Bangkok" and "Thailand".</summary>
    public IReadOnlyList<PlaceWithin> Places { get; init; } = [];

    /// <summary>Meetings with a name of their own and the states that always take part.</summary>
    public IReadOnlyList<NamedMeeting> Meetings { get; init; } = [];

    /// <summary>Days that are known anyway, with the words that speak of them; for placing a text that bears no date.</summary>
    public IReadOnlyList<KnownDays> Known { get; init; } = [];

    /// <summary>What states and parties are called besides.</summary>
    public IReadOnlyList<StateName> StateNames { get; init; } = [];

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Deadline.Zone);

    public Subject DeadlineSubject => Subjects.First(s => s.Key == Deadline.Subject);
}
