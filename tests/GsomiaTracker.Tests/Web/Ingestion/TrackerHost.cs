using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace GsomiaTracker.Tests.Web.Ingestion;

/// <summary>The whole program with data and a dossier of its own; the dossier starts as a copy of the project's without articles.</summary>
public sealed class TrackerHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-").FullName;

    public TrackerHost()
    {
        var articles = Directory.CreateDirectory(Path.Combine(Dossier, "articles")).FullName;
        foreach (var file in Directory.EnumerateFiles(Support.Checkout.Dossier, "*", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f) != Path.Combine(Support.Checkout.Dossier, "articles")))
        {
            var copy = Path.Combine(Dossier, Path.GetRelativePath(Support.Checkout.Dossier, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Articles = articles;
    }

    public string Data => Path.Combine(_folder, "data");

    public string Dossier => Path.Combine(_folder, "dossier");

    /// <summary>The dossier's articles: put texts here before the first request to have them as seeds.</summary>
    public string Articles { get; }

    public string Inbox => Path.Combine(Data, "inbox");

    /// <summary>Settings beside the folders; to be set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Tracker:DataDirectory", Data);
        builder.UseSetting("Tracker:DossierDirectory", Dossier);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
