using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>Days on which something known happened, as a sentence speaks of it.</summary>
/// <param name="Words">Groups, all to be met by one of their alternatives: beginnings of words in lower case, or <c>#key</c> for a subject's names.</param>
public sealed record KnownDays(DayRange Days, IReadOnlyList<IReadOnlyList<string>> Words);
