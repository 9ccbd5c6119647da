using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Projection;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Verification;

/// <summary>A law that the record breaks, and where.</summary>
public sealed record Breach(string Law, string Where)
{
    public override string ToString() => $"{Law}: {Where}";
}

/// <param name="Texts">How many texts were looked at.</param>
/// <param name="Moments">At how many moments the chronicle was compared.</param>
public sealed record Verification(int Texts, int Moments, IReadOnlyList<Breach> Breaches);

/// <summary>
/// Holds the laws of the record against the real database: texts are what their hashes say, evidence is its slice, nothing hangs in the air,
/// and the chronicle kept beside the archive is the one that folding the archive gives, at every moment looked at. Changes nothing.
/// </summary>
public sealed class RecordVerifier(TrackerStore store, Dossier dossier)
{
    private const int MostBreaches = 100;

    /// <param name="moments">At how many moments, spread over the record, the chronicle is compared; the last one is always among them.</param>
    public async Task<Verification> VerifyAsync(int moments = 20, CancellationToken cancel = default)
    {
        var breaches = new List<Breach>();
        await using var context = store.Context();
        await using var moment = await context.Database.BeginTransactionAsync(cancel);
        await Database(context, breaches, cancel);
        var texts = await Archive(context, breaches, cancel);
        await Orphans(context, breaches, cancel);
        if (breaches.Count > 0)
        {
            return new Verification(texts, 0, breaches);
        }

        var contents = await new RecordQueries(store, dossier).LoadAsync(context, cancel);
        Stories(contents, breaches);
        var compared = 0;
        foreach (var at in Spread(contents.Revisions, moments))
        {
            await Compare(context, contents, at, breaches, cancel);
            compared++;
            if (breaches.Count > MostBreaches)
            {
                break;
            }
        }

        return new Verification(texts, compared, breaches);
    }

    private static async Task Database(TrackerContext context, List<Breach> breaches, CancellationToken cancel)
    {
        foreach (var line in await context.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(cancel))
        {
            if (line != "ok")
            {
                breaches.Add(new Breach("the database file is whole", line));
            }
        }

        var dangling = await context.Database.SqlQueryRaw<string>("""SELECT "table" || ' row ' || COALESCE("rowid", '?') || ' -> ' || "parent" AS "Value" FROM pragma_foreign_key_check""").ToListAsync(cancel);
        breaches.AddRange(dangling.Select(d => new Breach("what a row names exists", d)));
    }

    /// <summary>Texts and readings, one after the other: the archive may be larger than the memory.</summary>
    private static async Task<int> Archive(TrackerContext context, List<Breach> breaches, CancellationToken cancel)
    {
        var texts = 0;
        var rows = context.Readings.OrderBy(r => r.RevisionId).Select(r => new { r.RevisionId, r.Payload, r.Revision!.Text, r.Revision.Hash });
        long last = -1;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.RevisionId != last)
            {
                last = row.RevisionId;
                texts++;
                if (IncomingText.HashOf(row.Text) != row.Hash)
                {
                    breaches.Add(new Breach("a text is what its hash says", row.Hash));
                }
            }

            try
            {
                StoredReading.Decode(row.Payload, row.Text);
            }
            catch (InvalidDataException broken)
            {
                breaches.Add(new Breach("evidence is a slice of its text", $"{row.Hash}: {broken.Message}"));
            }
        }

        return texts;
    }

    private static async Task Orphans(TrackerContext context, List<Breach> breaches, CancellationToken cancel)
    {
        await Say("every text on the record has been read and has its place", context.Revisions.Where(r => !context.Takes.Any(t => t.RevisionId == r.Id)).Select(r => r.Hash));
        await Say("every text on the record has its own id", context.Revisions.Where(r => !context.Articles.Any(a => a.RevisionId == r.Id)).Select(r => r.Hash));
        await Say("a take's reading is of its own text", context.Takes.Where(t => t.Reading!.RevisionId != t.RevisionId).Select(t => t.ArticleId));
        await Say("a story is one of its takes", context.Takes.Where(t => !context.Takes.Any(s => s.ArticleId == t.Story && s.Story == t.Story)).Select(t => t.ArticleId));
        await Say("a report's event exists", context.Reports.Where(r => !context.Events.Any(e => e.Id == r.EventId)).Select(r => r.PublicId));
        await Say("a report's take exists", context.Reports.Where(r => !context.Takes.Any(t => t.RevisionId == r.RevisionId)).Select(r => r.PublicId));
        await Say("an event has a report", context.Events.Where(e => !context.Reports.Any(r => r.EventId == e.Id)).Select(e => e.PublicId));
        await Say("an event is known from its first report on, unless editors have grouped it anew", context.Events.Where(e =>
            !context.Corrections.Any(c => c.Act == "merge" || c.Act == "split") && !context.EventVersions.Any(v => v.EventId == e.Id && v.KnownFrom == e.FirstKnown)).Select(e => e.PublicId));
        await Say("what is known of an event belongs to one", context.EventVersions.Where(v => !context.Events.Any(e => e.Id == v.EventId)).Select(v => v.PublicId));
        await Say("days are known of no later than their events", context.EventVersions.Where(v =>
            !context.Days.Any(d => d.DayFrom == v.DayFrom && d.DayTo == v.DayTo && d.FirstKnown <= v.FirstKnown)).Select(v => v.PublicId));
        await Say("a key leads to an event", context.EventKeys.Where(k => !context.Events.Any(e => e.Id == k.EventId)).Select(k => k.EventId.ToString()));

        async Task Say(string law, IQueryable<string> breaking)
        {
            foreach (var where in await breaking.Take(10).ToListAsync(cancel))
            {
                breaches.Add(new Breach(law, where));
            }
        }
    }

    private static void Stories(RecordContents contents, List<Breach> breaches)
    {
        var sketches = contents.Revisions.Select(r => TakeSketch.Of(r.Revision, r.Text, r.Reading.Header, r.KnownSince)).ToList();
        var expected = StoryMatcher.Assign(sketches).ToDictionary(p => p.Revision, p => p.Story, StringComparer.Ordinal);
        var first = contents.Revisions.GroupBy(r => r.Article, StringComparer.Ordinal)
            .SelectMany(g => g.Select(r => (r.Revision, Members: g.Select(m => m.Revision))))
            .ToDictionary(p => p.Revision, p => p.Members.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var story in expected.GroupBy(p => p.Value, p => p.Key, StringComparer.Ordinal))
        {
            var members = story.ToHashSet(StringComparer.Ordinal);
            if (!first[story.Key].SetEquals(members))
            {
                breaches.Add(new Breach("takes of one story are one story", story.Key));
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Spread(IReadOnlyList<ArticleRevision> revisions, int most)
    {
        var instants = revisions.Select(r => r.KnownSince.ToUniversalTime()).Distinct().Order().ToList();
        var step = Math.Max(1, (instants.Count + most - 1) / Math.Max(1, most));
        return instants.Where((_, i) => (instants.Count - 1 - i) % step == 0);
    }

    private async Task Compare(TrackerContext context, RecordContents contents, DateTimeOffset at, List<Breach> breaches, CancellationToken cancel)
    {
        var chronicle = ChronicleBuilder.Build(contents.Revisions, contents.Corrections, dossier, at);
        var expected = chronicle.Events.Concat(chronicle.Withdrawn).ToDictionary(e => e.Id, e => Line(VersionShelf.RowOf(0, EventLine.Of(e), at)), StringComparer.Ordinal);
        var kept = await context.EventVersions.Where(v => v.KnownFrom <= at && v.KnownUntil > at).ToListAsync(cancel);
        foreach (var row in kept)
        {
            if (!expected.Remove(row.PublicId, out var line))
            {
                breaches.Add(new Breach("the chronicle kept is the one that folding gives", $"as of {at:O} it has an event {row.PublicId} that the fold has not"));
            }
            else if (line != Line(row))
            {
                breaches.Add(new Breach("the chronicle kept is the one that folding gives", $"as of {at:O} event {row.PublicId} is kept as {Line(row)} and folded as {line}"));
            }
        }

        breaches.AddRange(expected.Keys.Select(id => new Breach("the chronicle kept is the one that folding gives", $"as of {at:O} it lacks event {id}")));
    }

    private static string Line(EventVersionRow row) => FormattableString.Invariant(
        $"{row.Slug} {row.Kind} {row.Status} '{row.Title}' {row.DayFrom}-{row.DayTo} at {row.Place} [{row.Countries}] [{row.People}] first known {row.FirstKnown.UtcTicks} {row.Sources}/{row.Reports} {(row.Withdrawn ? "withdrawn" : "")}");
}
