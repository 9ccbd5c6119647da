using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>A text whose reading has failed, and when its turn comes again.</summary>
public sealed record FailingText(string Hash, string? FileName, int Attempts, string Error, DateTimeOffset NextAttemptAt);

/// <summary>The texts of the queue that cannot be read, for the desk.</summary>
public sealed class FailingTexts(TrackerStore store)
{
    public async Task<IReadOnlyList<FailingText>> AllAsync(CancellationToken cancel = default)
    {
        await using var context = store.Context();
        return await context.Inbox.Where(i => i.LastError != null).OrderBy(i => i.Id).Take(200)
            .Select(i => new FailingText(i.Hash, i.FileName, i.Attempts, i.LastError!, i.NextAttemptAt)).ToListAsync(cancel);
    }
}
