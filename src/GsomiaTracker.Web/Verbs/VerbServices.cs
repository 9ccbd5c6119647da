using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Web.Ingestion;

namespace GsomiaTracker.Web.Verbs;

/// <summary>The tracker's services for a verb that does its work and ends: the same as the server's, without the server.</summary>
internal static class VerbServices
{
    /// <param name="more">Services of this verb alone.</param>
    /// <exception cref="Store.StoreException">The dossier cannot be used; or, when the store is first asked for, the data directory.</exception>
    public static ServiceProvider Open(CommandLine line, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Given(line))
            .Build();
        var registered = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(Logging.ForVerbs)
            .AddTracker();
        more?.Invoke(registered);
        var services = registered.BuildServiceProvider();
        try
        {
            // Before anything is done: a verb that would stumble over its dossier halfway does nothing at all.
            services.GetRequiredService<Dossier>();
            return services;
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Given(CommandLine line)
    {
        if (line["--data"] is { } data)
        {
            yield return new(TrackerSettings.DataKey, data);
        }

        if (line["--dossier"] is { } dossier)
        {
            yield return new(TrackerSettings.DossierKey, dossier);
        }
    }
}
