using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Web.Pages;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GsomiaTracker.Tests.Support;

/// <summary>The pages on a port of their own, over a record held in memory: what a browser or an HTTP client sees, without a database.</summary>
public sealed class TrackerSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RecordContents _contents;

    private TrackerSite(IReadOnlyList<ArticleRevision> revisions, TimeProvider? clock)
    {
        _contents = new RecordContents(1, TestDossier.Gsomia, revisions, []);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = Checkout.File("src", "GsomiaTracker.Web", "wwwroot"), EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<LoadRecord>(_ => Task.FromResult(_contents));
        builder.Services.AddSingleton<RecordVersion>(() => _contents.Version);
        builder.Services.AddSingleton(clock ?? Clock);
        builder.Services.AddTrackerPages();
        _app = builder.Build();
        _app.MapTrackerPages();
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero));

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<TrackerSite> Open(IReadOnlyList<ArticleRevision>? revisions = null, TimeProvider? clock = null)
    {
        var site = new TrackerSite(revisions ?? MadeUpCrisis.Revisions, clock);
        await site._app.StartAsync();
        site.Address = new Uri(site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        site.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        return site;
    }

    /// <summary>Puts another record in its place, as a commit would.</summary>
    public void Change(IReadOnlyList<ArticleRevision> revisions, IReadOnlyList<Correction>? corrections = null) =>
        _contents = new RecordContents(_contents.Version + 1, _contents.Dossier, revisions, corrections ?? []);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _app.DisposeAsync();
    }
}
