using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Ingestion;

namespace GsomiaTracker.Web.Verbs;

/// <summary>
/// Puts archives on the record in batches, past the queue: the texts of a batch are read on all cores, and go on the record in one transaction. A line is said of a batch once it is on disk; after a kill
/// the same call goes on behind it. A text that is refused or cannot be read is named by file and line and keeps no other back.
/// </summary>
internal sealed class ArchiveIngest(RecordWriter writer, RecordQueries record, Intake intake, ReadArticle read, TextWriter output, TextWriter errors)
{
    private const int Batch = 2000;

    /// <returns>Whether all texts were taken and read.</returns>
    public async Task<bool> RunAsync(string path, PublicationTime? supplied)
    {
        var whole = true;
        foreach (var batch in ArchiveTexts.Of(path, supplied).Chunk(Batch))
        {
            var texts = Taken(batch);
            var known = await record.ArticlesOfAsync([.. texts.Select(t => t.Text.Hash)]);
            var read = texts.Where(t => !known.ContainsKey(t.Text.Hash)).DistinctBy(t => t.Text.Hash).AsParallel().AsOrdered().Select(Read).ToList();
            var fresh = writer.Import([.. read.Where(r => r.Reading is not null).Select(r => (r.Text, r.Reading!))]);
            foreach (var (place, text, _, error) in read.Where(r => r.Reading is null))
            {
                intake.Accept([text]);
                errors.WriteLine($"{place}: safely stored, but reading it failed; it waits in the queue: {error}");
            }

            whole &= texts.Count == batch.Length && read.TrueForAll(r => r.Reading is not null);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{batch[^1].Place}: {fresh:N0} recorded since the last line, {known.Count:N0} were on the record already"));
        }

        return whole;
    }

    /// <summary>Leaves the texts to the tracker that is serving.</summary>
    /// <returns>Whether all texts were taken.</returns>
    public bool HandOver(string path, PublicationTime? supplied)
    {
        var whole = true;
        foreach (var batch in ArchiveTexts.Of(path, supplied).Chunk(Batch))
        {
            var texts = Taken(batch);
            intake.Accept([.. texts.Select(t => t.Text)]);
            whole &= texts.Count == batch.Length;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{batch[^1].Place}: {texts.Count:N0} more safely stored; the tracker that is serving reads them"));
        }

        return whole;
    }

    private List<(string Place, IncomingText Text)> Taken((string Place, Domain.Text.Parsed<IncomingText> Text)[] batch)
    {
        var texts = new List<(string, IncomingText)>(batch.Length);
        foreach (var (place, text) in batch)
        {
            if (text.Ok)
            {
                texts.Add((place, text.Value));
                continue;
            }

            intake.Refused($"{place}: {text.Fault}");
            errors.WriteLine($"{place}: refused: {text.Fault}");
        }

        return texts;
    }

    private (string Place, IncomingText Text, Reading? Reading, string? Error) Read((string Place, IncomingText Text) piece)
    {
        try
        {
            return (piece.Place, piece.Text, read(piece.Text.Text, piece.Text.Supplied), null);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            return (piece.Place, piece.Text, null, failed.Message);
        }
    }
}
