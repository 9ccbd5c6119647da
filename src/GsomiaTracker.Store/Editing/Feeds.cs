using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>A watched feed with its items counted.</summary>
public sealed record FeedHealth(FeedRow Feed, int Waiting, int Taken, int Refused);

/// <summary>An item as a feed lists it.</summary>
/// <param name="Published">As <c>PublicationTime</c> writes it; or null.</param>
public sealed record ListedItem(string Link, string? Published);

/// <summary>The feeds that are watched, and what has become of their items.</summary>
public sealed class Feeds(PeopleContext context, TimeProvider clock)
{
    /// <summary>Items remembered for each feed; older ones are forgotten once the feed lists them no more.</summary>
    public const int MostItems = 2_000;

    public async Task<IReadOnlyList<FeedHealth>> AllAsync(CancellationToken cancel = default)
    {
        var feeds = await context.Feeds.AsNoTracking().OrderBy(f => f.Id).Take(500).ToListAsync(cancel);
        var counts = await context.FeedItems.GroupBy(i => new { i.FeedId, i.State }).Select(g => new { g.Key.FeedId, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        int Count(int feed, FeedItemState state) => counts.Find(c => c.FeedId == feed && c.State == state)?.Count ?? 0;
        return [.. feeds.Select(f => new FeedHealth(f, Count(f.Id, FeedItemState.Waiting), Count(f.Id, FeedItemState.Taken), Count(f.Id, FeedItemState.Refused)))];
    }

    public Task<FeedRow?> FindAsync(int id, CancellationToken cancel = default) => context.Feeds.FirstOrDefaultAsync(f => f.Id == id, cancel);

    /// <summary>Watches an address; the same address again is the same feed.</summary>
    public async Task<FeedRow> AddAsync(string address, string by)
    {
        if (await context.Feeds.FirstOrDefaultAsync(f => f.Address == address) is { } known)
        {
            return known;
        }

        var now = clock.GetUtcNow();
        var feed = new FeedRow { Address = address, AddedBy = by, CreatedAt = now, NextPollAt = now };
        context.Feeds.Add(feed);
        await context.SaveChangesAsync();
        return feed;
    }

    /// <summary>Feeds whose turn it is, the longest overdue first.</summary>
    public async Task<IReadOnlyList<int>> DueAsync(int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await context.Feeds.Where(f => f.PausedAt == null && f.NextPollAt <= now).OrderBy(f => f.NextPollAt).Take(most).Select(f => f.Id).ToListAsync(cancel);
    }

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);

    /// <summary>Remembers what is new among the items, in the feed's order.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> ListAsync(FeedRow feed, IReadOnlyList<ListedItem> items, CancellationToken cancel)
    {
        var known = (await context.FeedItems.Where(i => i.FeedId == feed.Id).Select(i => i.Link).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var fresh = items.Where(i => known.Add(i.Link)).Take(MostItems).ToList();
        context.FeedItems.AddRange(fresh.Select(i => new FeedItemRow { FeedId = feed.Id, Link = i.Link, Published = i.Published, SeenAt = now }));
        await context.SaveChangesAsync(cancel);
        var listed = items.Select(i => i.Link).ToHashSet(StringComparer.Ordinal);
        var surplus = await context.FeedItems.CountAsync(i => i.FeedId == feed.Id, cancel) - MostItems;
        if (surplus > 0)
        {
            var old = await context.FeedItems.Where(i => i.FeedId == feed.Id && i.State != FeedItemState.Waiting).OrderBy(i => i.Id).Take(surplus + listed.Count).ToListAsync(cancel);
            context.FeedItems.RemoveRange(old.Where(i => !listed.Contains(i.Link)).Take(surplus));
            await context.SaveChangesAsync(cancel);
        }

        return fresh.Count;
    }

    /// <summary>Items that wait to be fetched, oldest first.</summary>
    public async Task<IReadOnlyList<FeedItemRow>> WaitingAsync(FeedRow feed, int most, CancellationToken cancel) =>
        await context.FeedItems.Where(i => i.FeedId == feed.Id && i.State == FeedItemState.Waiting).OrderBy(i => i.Id).Take(most).ToListAsync(cancel);

    /// <summary>The latest items that could not be taken.</summary>
    public async Task<IReadOnlyList<FeedItemRow>> RefusedAsync(int most, CancellationToken cancel) =>
        await context.FeedItems.AsNoTracking().Include(i => i.Feed).Where(i => i.State == FeedItemState.Refused).OrderByDescending(i => i.Id).Take(most).ToListAsync(cancel);

    public async Task<bool> PauseAsync(int id)
    {
        var now = clock.GetUtcNow();
        return await context.Feeds.Where(f => f.Id == id && f.PausedAt == null).ExecuteUpdateAsync(set => set.SetProperty(f => f.PausedAt, now)) == 1;
    }

    /// <summary>Watches a paused feed again, from now on, its failures forgotten.</summary>
    public async Task<bool> ResumeAsync(int id)
    {
        var now = clock.GetUtcNow();
        return await context.Feeds.Where(f => f.Id == id && f.PausedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.PausedAt, (DateTimeOffset?)null).SetProperty(f => f.Failures, 0).SetProperty(f => f.NextPollAt, now)) == 1;
    }

    /// <summary>Watches a feed no more; what it brought stays on the record.</summary>
    public async Task<bool> RemoveAsync(int id) => await context.Feeds.Where(f => f.Id == id).ExecuteDeleteAsync() == 1;
}
