using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>A draft as it would be read, and what filing it would change.</summary>
/// <param name="Reading">As the reader has it, what an editor says of the header laid over it.</param>
/// <param name="Own">The header as the reader has it.</param>
/// <param name="Text">What the reading's spans index.</param>
/// <param name="TakeOf">The story it would be a take of; null where it opens one.</param>
/// <param name="Before">The record as it is.</param>
public sealed record ReadDraft(Reading Reading, ReadingHeader Own, string Text, Story? TakeOf, IReadOnlyList<ChronicleChange> Changes, RecordAsOf Before)
{
    private const int MostDays = 3;

    /// <summary>Days that the text names, the latest first: where nothing states when it was published, it was hardly before the last of them.</summary>
    public IReadOnlyList<(DateOnly Day, string Words)> DaysNamed =>
        [.. Reading.Dates.Where(d => d.Days is { IsOneDay: true }).Select(d => (d.Days!.Value.From, d.Words.Words)).DistinctBy(d => d.From).OrderByDescending(d => d.From).Take(MostDays)];
}

/// <summary>Reads drafts the way the queue would.</summary>
public sealed class DraftReading(ReadArticle read, Snapshots snapshots, Dossier dossier, TimeProvider clock)
{
    /// <summary>The header as the reader has it from the text alone.</summary>
    public ReadingHeader Header(string text) => read(text, null).Header;

    /// <param name="supplied">When it was published, as an editor says, for a text that does not state it.</param>
    /// <param name="facts">What an editor says of the header otherwise: field to JSON value.</param>
    public async Task<ReadDraft> ReadAsync(string text, PublicationTime? supplied, IReadOnlyDictionary<string, string> facts, CancellationToken cancel)
    {
        var reading = read(text, supplied);
        var own = reading.Header;
        var (shown, hash, now) = (reading.Text ?? text, IncomingText.HashOf(text), clock.GetUtcNow());
        var contents = await snapshots.Contents(cancel);
        var known = own.Published?.KnownSince(dossier.Zone) ?? now;
        var sketch = TakeSketch.Of(hash, shown, own, known);
        var alike = contents.Revisions.FirstOrDefault(r => r.Revision != hash
            && string.Equals(r.Reading.Header.Agency, own.Agency, StringComparison.OrdinalIgnoreCase)
            && (r.KnownSince - known).Duration() <= StoryMatcher.Window
            && StoryMatcher.SameStory(TakeSketch.Of(r.Revision, r.Text, r.Reading.Header, r.KnownSince), sketch));

        // What is on the record is folded already; with the draft only what it could touch is folded, without it and with it.
        var before = await snapshots.AsOf(null, cancel);
        var take = new ArticleRevision(alike?.Article ?? StoryMatcher.Name(own, hash), hash, shown, reading, known, now);
        var last = contents.Corrections.Count == 0 ? 0 : contents.Corrections.Max(c => c.Sequence);
        var meant = HeaderFacts.Corrections(take.Article, facts).Select((d, i) => new Correction(last + 1 + i, d.Act, d.Article, d.Target, d.Field, d.Value, "", now, HeaderFacts.Because));
        var (touched, without) = (contents, before);
        if (contents.Revisions.Count > NearTakes.FoldedWhole)
        {
            var near = NearTakes.Of((await snapshots.Takes(cancel)).Takes, before.Chronicle, take, dossier);
            touched = contents with { Revisions = [.. near.Among(contents.Revisions)] };
            without = snapshots.Supposing(touched);
        }

        var after = snapshots.Supposing(touched with { Revisions = [.. touched.Revisions.Where(r => r.Revision != hash), take], Corrections = [.. contents.Corrections, .. meant] });
        return new ReadDraft(reading with { Header = HeaderFacts.Over(own, facts) }, own, shown, alike is null ? null : before.Story(alike.Article),
            ChronicleDifference.Between(without.Chronicle, after.Chronicle, h => $"{StanceWords.Holder(after, h.Country, h.Person, h.Org)}: {StanceWords.IssueTitle(after, h.Issue)}", after.Dossier.Zone), before);
    }
}
