using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store;
using GsomiaTracker.Web.Ingestion;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>serve [--data DIR] [--dossier DIR] [--urls URLS]</c>: the tracker with its pages and its ingestion, until it is stopped.</summary>
public static class ServeVerb
{
    public const string Usage = "serve [--data DIR] [--dossier DIR] [--urls URLS]   (the default; http://localhost:5080)";

    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Switches that the host itself understands, and settings (<c>--Section:Key VALUE</c>), go to the configuration as they are.</summary>
    private static readonly string[] HostSwitches = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> services, Action<WebApplication> routes)
    {
        var settings = Settings(args);
        if (!settings.Ok)
        {
            Console.Error.WriteLine($"serve: {settings.Fault}");
            Console.Error.WriteLine($"usage: {Usage}");
            return ExitStatus.Usage;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings.Value,
            ContentRootPath = settings.Value.Any(a => a.StartsWith("--contentRoot", StringComparison.Ordinal)) ? null : AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddTracker().AddIngestion();
        services(builder);
        await using var app = builder.Build();
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            var tracker = app.Services.GetRequiredService<TrackerSettings>();
            using var turn = WriterLock.Take(tracker.DataDirectory)
                ?? throw new StoreException($"Another tracker is serving the data directory '{tracker.DataDirectory}'.");
            app.Services.GetRequiredService<TrackerStore>();
            app.MapHealth();
            routes(app);
            app.Lifetime.ApplicationStarted.Register(() => Greet(app, tracker));
            await app.RunAsync();
            return ExitStatus.Ok;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it was starting.
            return ExitStatus.Ok;
        }
        catch (StoreException unusable)
        {
            Console.Error.WriteLine($"serve: {unusable.Message}");
            return ExitStatus.Failed;
        }
        catch (IOException inUse) when (inUse.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"serve: {inUse.Message} (choose another with --urls)");
            return ExitStatus.Failed;
        }
    }

    /// <summary>The call's words as settings; a word that nobody understands is refused by name.</summary>
    private static Parsed<string[]> Settings(string[] args)
    {
        // A host that starts us with settings of its own names each setting's section too, without a value.
        var named = args.Where(a => a.StartsWith("--", StringComparison.Ordinal)).Select(a => a.Split('=')[0]).Where(a => a.Contains(':', StringComparison.Ordinal)).ToList();
        var sections = named.Select(n => n.Split(':')[0]);
        var line = CommandLine.Parse(args, [.. HostSwitches, "--data", "--dossier", .. named, .. sections], []);
        if (!line.Ok)
        {
            return Parsed<string[]>.No(line.Fault!);
        }

        if (line.Value.Rest.Count > 0)
        {
            return Parsed<string[]>.No($"'{line.Value.Rest[0]}' means nothing here");
        }

        return Parsed<string[]>.Of([.. line.Value.Switches.Select(s => s.Key switch
        {
            "--data" => $"--{TrackerSettings.DataKey}={s.Value}",
            "--dossier" => $"--{TrackerSettings.DossierKey}={s.Value}",
            _ => $"{s.Key}={s.Value}",
        })]);
    }

    private static void Greet(WebApplication app, TrackerSettings tracker)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        Console.WriteLine($"GSOMIA Tracker: open {address}/ (data in {tracker.DataDirectory}; Ctrl+C stops it)");
    }
}
