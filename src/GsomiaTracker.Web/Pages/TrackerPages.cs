using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GsomiaTracker.Web.Api;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace GsomiaTracker.Web.Pages;

/// <summary>Everything people and programs read over HTTP: pages, their siblings, styles and scripts. The record comes from the store unless the host supplies <see cref="LoadRecord"/> and <see cref="RecordVersion"/>.</summary>
public static class TrackerPages
{
    public static IServiceCollection AddTrackerPages(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/Pages").AddApplicationPart(typeof(TrackerPages).Assembly);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(o => o.AppendTrailingSlash = false);
        services.TryAddSingleton<LoadRecord>(s => s.GetRequiredService<Store.Queries.RecordQueries>().LoadAsync);
        services.TryAddSingleton(s => new Store.Queries.VersionProbe(s.GetRequiredService<Store.TrackerStore>()));
        services.TryAddSingleton<RecordVersion>(s => s.GetRequiredService<Store.Queries.VersionProbe>().Current);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Snapshots>();
        services.AddSingleton<PageRequest>();
        services.AddSingleton<SentenceSearch>();
        services.AddSingleton<LiveFeed>();
        services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin().WithMethods("GET", "HEAD").AllowAnyHeader().WithExposedHeaders("ETag", "Link").SetPreflightMaxAge(TimeSpan.FromDays(1))));
        services.AddOutputCache(o => o.AddBasePolicy(b => b.AddPolicy<PageCache>(), excludeDefaultPolicy: true));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/problem+json", "image/svg+xml", "text/calendar", "text/csv", "text/javascript"];
        });
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        return services;
    }

    public static WebApplication MapTrackerPages(this WebApplication app)
    {
        Assets.ReadFrom(app.Environment.WebRootFileProvider);
        // HEAD is GET without the body, which the server itself keeps back; only a stream would have no end.
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method) && context.Request.Path != "/live")
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseMiddleware<SecurityHeaders>();
        app.UseCors();
        app.UseMiddleware<NotModified>();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseStatusCodePages(ProblemAnswers.Answer);
        app.UseExceptionHandler(e => e.Run(ProblemAnswers.Failed));
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SecurityHeaders.KeepForEver });
        app.UseRouting();
        app.UseDesk();
        app.MapRazorPages();
        app.MapTrackerApi();
        app.MapSiblings();
        app.MapOpenApi();
        app.MapLive();
        return app;
    }
}
