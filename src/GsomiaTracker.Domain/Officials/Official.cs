using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Officials;

/// <summary>A post as papers word it, lower case and without the country: "chief cabinet secretary".</summary>
/// <param name="Name">The post.</param>
/// <param name="From">First day held; null when not known.</param>
/// <param name="To">Last day held, inclusive as of the successor's first day; null while held as far as known.</param>
public sealed record Tenure(string Name, DateOnly? From, DateOnly? To)
{
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || day < To);
}

/// <summary>A person who holds or held a public office.</summary>
/// <param name="Id">Slug, stable: "taro-kono".</param>
/// <param name="Name">As wires most often print it.</param>
/// <param name="Aliases">Other spellings, family name alone included where papers use it.</param>
/// <param name="NativeName">In the person's own script, or null.</param>
/// <param name="NativeLanguage">BCP 47 tag of <paramref name="NativeName"/>: "ja", "ko", "zh"; or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the state or body served.</param>
/// <param name="Tenures">Posts held, in order.</param>
public sealed record Official(
    string Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string? NativeName,
    string? NativeLanguage,
    string Country,
    IReadOnlyList<Tenure> Tenures)
{
    public Tenure? OfficeOn(DateOnly day) => Tenures.LastOrDefault(t => t.HeldOn(day));
}
