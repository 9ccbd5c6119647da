using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Corrections;

public enum CorrectionAct { Amend, Reject, Add, Merge, Split, Explain, Undo, Retract, Header, Accept }

/// <summary>
/// An editor's correction: appended, attributed, never changed; undone by a further one. It is bound to a <see cref="FindingKey"/>
/// (or an event id for merge, split and explain), so that it survives a re-reading.
/// </summary>
/// <param name="Sequence">Order of commit, from 1.</param>
/// <param name="Article">The story it concerns, or null for what concerns events alone.</param>
/// <param name="Target">FindingKey, event id, disagreement id, or (undo) the sequence of the correction undone.</param>
/// <param name="Field">Amend: which field ("status", "days", "countries", "people", "place", "kind", "position", ...); merge: the other event id.</param>
/// <param name="Value">The new value as JSON; null where the act needs none. Accept of a header's field: the value that was found right.</param>
/// <param name="Author">Who made it, or proposed it where two persons are demanded.</param>
/// <param name="Seconder">Who published what the author proposed; null where one person did both.</param>
public sealed record Correction(
    long Sequence,
    CorrectionAct Act,
    string? Article,
    string Target,
    string? Field,
    string? Value,
    string Author,
    DateTimeOffset RecordedAt,
    string Reason,
    string? Seconder = null);
