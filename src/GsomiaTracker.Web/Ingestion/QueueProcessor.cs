using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Recording;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>Reads a text: <c>ArticleReader.Read</c> in the program, anything in a test.</summary>
public delegate Reading ReadArticle(string text, PublicationTime? supplied);

/// <summary>What became of a text whose turn had come: recorded, or failed and put back with a reason.</summary>
public sealed record Processed(QueuedText Text, Recorded? Recorded, string? Error);

/// <summary>
/// Works through the queue: reads a text, puts it on the record. A text whose reading fails stays in the queue and comes again
/// later; the others go on.
/// </summary>
public sealed class QueueProcessor(Intake intake, RecordWriter writer, ReadArticle read, ILogger<QueueProcessor> log)
{
    /// <summary>How many texts are taken from the queue at a time.</summary>
    private const int Batch = 64;

    /// <summary>Everything whose turn it is, one after the other; ends when nothing is due.</summary>
    public IEnumerable<Processed> Due(CancellationToken cancel)
    {
        while (true)
        {
            var batch = intake.Next(Batch);
            if (batch.Count == 0)
            {
                yield break;
            }

            foreach (var text in batch)
            {
                if (cancel.IsCancellationRequested)
                {
                    yield break;
                }

                yield return Process(text);
            }
        }
    }

    private Processed Process(QueuedText text)
    {
        try
        {
            var reading = read(text.Text, text.Supplied);
            if (text.Again)
            {
                writer.RecordAgain(text, reading);
                return new Processed(text, null, null);
            }

            var recorded = writer.Record(text, reading);
            if (recorded is not null)
            {
                log.LogInformation("Recorded {File} as {Article}, take {Takes} of {Story}", text.FileName, recorded.Article, recorded.Takes, recorded.Story);
            }

            return new Processed(text, recorded, null);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            var again = intake.Failed(text, failed.Message);
            log.LogError(failed, "Reading {File} failed for the {Attempt}. time; again at {Again}", text.FileName, text.Attempts + 1, again);
            return new Processed(text, null, failed.Message);
        }
    }
}
