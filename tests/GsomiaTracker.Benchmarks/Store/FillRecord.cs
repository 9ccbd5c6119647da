using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>
/// <c>store-fill DATA ARTICLES</c>: a data directory to serve, with the project's own texts as the reader reads them and so many articles of the made-up archive (whose readings pass for the
/// reader's, so that none is read again): for measuring the desk on a tracker of some years.
/// </summary>
internal static class FillRecord
{
    private const int Batch = 2000;

    public static void Run(string[] args)
    {
        var (data, articles) = (args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        var dossier = DossierFolder.Load(DossierPath.Find(null)).Value;
        var reader = new ArticleReader(dossier);
        using var writer = new RecordWriter(TrackerStore.Open(data), dossier, TimeProvider.System);
        var own = Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "texts", "own"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        writer.Import([.. own.Select(t => (new IncomingText(t, Origin.Command, null), reader.Read(t)))]);
        for (var done = 0; done < articles; done += Batch)
        {
            writer.Import([.. Enumerable.Range(done, Math.Min(Batch, articles - done)).Select(MadeArchive.Article).Select(a => (new IncomingText(a.Text, Origin.Command, null), AsRead(a.Reading)))]);
        }

        Read AsRead(Read made) => made with { Reader = reader.Identity };
    }
}
