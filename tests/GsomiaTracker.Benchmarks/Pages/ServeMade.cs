using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Web.Pages;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GsomiaTracker.Benchmarks.Pages;

/// <summary><c>serve-made EVENTS URL DOSSIER WEBROOT [long]</c>: the pages over a made-up crisis held in memory, until stopped; for measuring and looking.</summary>
public static class ServeMade
{
    public static void Run(string[] args)
    {
        var (events, url, dossierFolder, webRoot) = (int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3], args[4]);
        var dossier = DossierFolder.Load(dossierFolder).Value;
        var contents = new RecordContents(1, dossier, MadeCrisis.Of(dossier, events, args is [_, _, _, _, _, "long"]), []);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = Path.GetFullPath(webRoot), EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton<LoadRecord>(_ => Task.FromResult(contents));
        builder.Services.AddSingleton<RecordVersion>(() => contents.Version);
        builder.Services.AddTrackerPages();
        var app = builder.Build();
        app.MapTrackerPages();
        app.Run();
    }
}
