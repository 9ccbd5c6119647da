using System.Collections.Concurrent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Loads what is on the record; called again only when <see cref="RecordVersion"/> has moved.</summary>
public delegate Task<RecordContents> LoadRecord(CancellationToken cancel);

/// <summary>The version of what is on the record now; cheap, asked on every request.</summary>
public delegate long RecordVersion();

/// <summary>
/// Hands out the record as of a moment, folded once for each (version, moment) and shared by all requests. The whole record seen while its deadline
/// still runs depends on the clock, so it is folded anew each minute; everything else stays as it is until the version moves.
/// </summary>
public sealed class Snapshots(LoadRecord load, RecordVersion version, TimeProvider clock)
{
    private const int MostMoments = 256;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private Generation? _current;

    /// <summary>What an answer depends on besides its address: the version, and for the whole record the minute while the clock matters.</summary>
    public async ValueTask<string> Freshness(bool whole, CancellationToken cancel)
    {
        var generation = await Current(cancel);
        var now = clock.GetUtcNow();
        var minute = whole && generation.DeadlineAhead(now) ? now.UtcTicks / TimeSpan.TicksPerMinute : 0;
        return FormattableString.Invariant($"{generation.Contents.Version}.{minute}");
    }

    public async ValueTask<RecordAsOf> AsOf(DateTimeOffset? moment, CancellationToken cancel)
    {
        var generation = await Current(cancel);
        var now = clock.GetUtcNow();
        var key = moment?.UtcTicks ?? (generation.DeadlineAhead(now) ? -(now.UtcTicks / TimeSpan.TicksPerMinute) : 0);
        if (generation.Made.Count > MostMoments)
        {
            generation.Made.Clear();
        }

        return generation.Made.GetOrAdd(key, _ => new Lazy<RecordAsOf>(() => Make(generation, moment, now))).Value;
    }

    /// <summary>Every take of the record as it is now, with its version: for what is derived from all of it, such as the search.</summary>
    public async ValueTask<(long Version, IReadOnlyList<ArticleRevision> Takes)> Takes(CancellationToken cancel)
    {
        var generation = await Current(cancel);
        return (generation.Contents.Version, generation.Folded.Takes);
    }

    /// <summary>The contents of the record that pages show now.</summary>
    public async ValueTask<RecordContents> Contents(CancellationToken cancel) => (await Current(cancel)).Contents;

    /// <summary>The whole record as it would be with other contents: for previews. Nothing is kept of it.</summary>
    public RecordAsOf Supposing(RecordContents contents) => Make(new Generation(contents, null), null, clock.GetUtcNow());

    private RecordAsOf Make(Generation generation, DateTimeOffset? moment, DateTimeOffset now)
    {
        var contents = generation.Contents;
        // The whole record is seen from now: a plan whose day is long past is then one without a report, and a deadline that has passed has passed.
        var seen = moment ?? (generation.LastKnown is { } last && last > now ? last : now);
        var known = generation.Folded.Known(seen);
        return new RecordAsOf(contents.Version, contents.Dossier, moment, now, generation.Folded.At(seen), known, generation.Moments, generation.StoriesOf(known))
        {
            Withdrawn = Withdrawals.Of(contents, seen),
            Removed = generation.Removals.Count == 0 ? RemovedEvents.None : new RemovedEvents(() => generation.Uncut.At(seen), generation.Removals),
            Around = generation.Around,
        };
    }

    private async ValueTask<Generation> Current(CancellationToken cancel)
    {
        var wanted = version();
        if (_current is { } ready && ready.Contents.Version >= wanted)
        {
            return ready;
        }

        await _loading.WaitAsync(cancel);
        try
        {
            if (_current is not { } loaded || loaded.Contents.Version < wanted)
            {
                _current = loaded = new Generation(await load(cancel), _current?.Folded);
            }

            return loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <param name="before">The record before, folded: what became known after all of it is added to that.</param>
    private sealed class Generation(RecordContents contents, FoldedRecord? before)
    {
        public RecordContents Contents { get; } = contents;

        public FoldedRecord Folded { get; } = FoldedRecord.Of(contents.Revisions, contents.Corrections, contents.Dossier, before);

        /// <summary>What editors have rejected and withdrawn.</summary>
        public IReadOnlyList<Correction> Removals { get; } = [.. ActiveCorrections.Of(contents.Corrections).Where(IsRemoval)];

        /// <summary>The record as it would be without those.</summary>
        public FoldedRecord Uncut => field ??= FoldedRecord.Of(Contents.Revisions, [.. ActiveCorrections.Of(Contents.Corrections).Where(c => !IsRemoval(c))], Contents.Dossier);

        private static bool IsRemoval(Correction c) => c.Act is CorrectionAct.Reject or CorrectionAct.Retract;

        public IReadOnlyList<DateTimeOffset> Moments => field ??= [.. Folded.Moments.Select(m => m.ToUniversalTime()).Distinct().Order()];

        public DateTimeOffset? LastKnown => Moments.Count == 0 ? null : Moments[^1];

        public SentencesAround Around { get; } = new();

        /// <summary>Stories by how many takes are known: takes only come, so their number names them.</summary>
        private readonly ConcurrentDictionary<int, StoriesKnown> _stories = new();

        public StoriesKnown StoriesOf(IReadOnlyList<ArticleRevision> known)
        {
            if (_stories.Count > MostMoments)
            {
                _stories.Clear();
            }

            return _stories.GetOrAdd(known.Count, static (_, takes) => StoriesKnown.Of(takes), known);
        }

        public ConcurrentDictionary<long, Lazy<RecordAsOf>> Made { get; } = new();

        /// <summary>Plans go stale a day after their last day, so the clock counts until some time after the deadline and the last plan.</summary>
        public bool DeadlineAhead(DateTimeOffset now) => now < Horizon;

        private DateTimeOffset Horizon { get; } = contents.Dossier.Deadline.Instant.AddDays(400);
    }
}
