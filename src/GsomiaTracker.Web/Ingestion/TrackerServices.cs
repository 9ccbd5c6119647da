using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Verification;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>The way of a text from hand-over to record, as services. One registration for the server and for the verbs.</summary>
public static class TrackerServices
{
    /// <summary>Store, queue, reader and record of one data directory and dossier.</summary>
    public static IServiceCollection AddTracker(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => TrackerSettings.From(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton(s => LoadDossier(s.GetRequiredService<TrackerSettings>().DossierDirectory));
        services.AddSingleton<ArticleReader>();
        services.AddSingleton(s => s.GetRequiredService<ArticleReader>().Identity);
        services.AddSingleton<ReadArticle>(s => s.GetRequiredService<ArticleReader>().Read);
        services.AddSingleton(s => TrackerStore.Open(s.GetRequiredService<TrackerSettings>().DataDirectory));
        services.AddSingleton<RecordQueries>();
        services.AddSingleton<RecordVerifier>();
        services.AddSingleton<Intake>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<QueueProcessor>();
        services.AddSingleton<QueueBell>();
        return services;
    }

    /// <summary>What runs while the tracker is served.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddHostedService<SeedArticles>();
        services.AddHostedService<QueueWorker>();
        services.AddHostedService<InboxFolder>();
        return services;
    }

    private static Dossier LoadDossier(string directory)
    {
        var dossier = DossierFolder.Load(directory);
        return dossier.Ok ? dossier.Value : throw new StoreException($"The dossier '{directory}' cannot be used: {dossier.Fault}");
    }
}
