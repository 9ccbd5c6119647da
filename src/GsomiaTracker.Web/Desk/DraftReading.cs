using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>A draft as it would be read, and what filing it would change.</summary>
/// <param name="Text">What the reading's spans index.</param>
/// <param name="TakeOf">The story it would be a take of; null where it opens one.</param>
public sealed record ReadDraft(Reading Reading, string Text, Story? TakeOf, IReadOnlyList<ChronicleChange> Changes);

/// <summary>Reads drafts the way the queue would.</summary>
public sealed class DraftReading(ReadArticle read, Snapshots snapshots, Dossier dossier, TimeProvider clock)
{
    public async Task<ReadDraft> ReadAsync(string text, PublicationTime? supplied, CancellationToken cancel)
    {
        var reading = read(text, supplied);
        var (shown, hash, now) = (reading.Text ?? text, IncomingText.HashOf(text), clock.GetUtcNow());
        var contents = await snapshots.Contents(cancel);
        var known = reading.Header.Published?.KnownSince(dossier.Zone) ?? now;
        var sketch = TakeSketch.Of(hash, shown, reading.Header, known);
        var alike = contents.Revisions.FirstOrDefault(r => r.Revision != hash
            && string.Equals(r.Reading.Header.Agency, reading.Header.Agency, StringComparison.OrdinalIgnoreCase)
            && (r.KnownSince - known).Duration() <= StoryMatcher.Window
            && StoryMatcher.SameStory(TakeSketch.Of(r.Revision, r.Text, r.Reading.Header, r.KnownSince), sketch));
        var before = snapshots.Supposing(contents);
        var take = new ArticleRevision(alike?.Article ?? StoryMatcher.Name(reading.Header, hash), hash, shown, reading, known, now);
        var after = snapshots.Supposing(contents with { Revisions = [.. contents.Revisions.Where(r => r.Revision != hash), take] });
        return new ReadDraft(reading, shown, alike is null ? null : before.Story(alike.Article),
            ChronicleDifference.Between(before.Chronicle, after.Chronicle, h => $"{StanceWords.Holder(after, h.Country, h.Person, h.Org)}: {StanceWords.IssueTitle(after, h.Issue)}"));
    }
}
