using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Tests.Support;

/// <summary>The project's own dossier, loaded once.</summary>
public static class TestDossier
{
    private static readonly Lazy<Dossier> Loaded = new(() => DossierFolder.Load(Checkout.Dossier).Value);

    public static Dossier Gsomia => Loaded.Value;
}
