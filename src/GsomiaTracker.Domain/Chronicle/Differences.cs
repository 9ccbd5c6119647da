using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Finds what independent sources of one event differ in. Both sides keep their words.</summary>
public static class Differences
{
    public static IReadOnlyList<Disagreement> Within(ChronicleEvent e, Dossier dossier, Gazetteer places, IReadOnlyDictionary<string, string>? explained) => [];
}
