using Microsoft.Extensions.Configuration;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>What the tracker works on.</summary>
/// <param name="DataDirectory">Setting <c>Tracker:DataDirectory</c>, switch <c>--data</c>: the database, the writer's lock and the watched folder.</param>
/// <param name="DossierDirectory">Setting <c>Tracker:DossierDirectory</c>, switch <c>--dossier</c>.</param>
public sealed record TrackerSettings(string DataDirectory, string DossierDirectory)
{
    public const string DataKey = "Tracker:DataDirectory";
    public const string DossierKey = "Tracker:DossierDirectory";
    public const string DefaultData = "data";

    /// <summary>The folder that is watched: a file put here is handed over and moved to <c>done/</c> or <c>refused/</c>.</summary>
    public string InboxDirectory => Path.Combine(DataDirectory, "inbox");

    public static TrackerSettings From(IConfiguration configuration) => new(
        Path.GetFullPath(configuration[DataKey] is { Length: > 0 } data ? data : DefaultData),
        Verbs.DossierPath.Find(configuration[DossierKey]));
}
