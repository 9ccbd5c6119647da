using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>Articles that editors have brought in and not filed yet.</summary>
public sealed class Drafts(PeopleContext context, TimeProvider clock)
{
    /// <summary>Keeps a text; the same text again is the same draft.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> KeepAsync(string text, string? source, string author, PublicationTime? supplied = null)
    {
        var id = IncomingText.HashOf(text);
        if (!await context.Drafts.AnyAsync(d => d.Id == id))
        {
            context.Drafts.Add(new DraftRow { Id = id, Text = text, Source = source, Author = author, Supplied = supplied?.ToString(), CreatedAt = clock.GetUtcNow() });
            await context.SaveChangesAsync();
        }

        return id;
    }

    public async Task<IReadOnlyList<DraftRow>> AllAsync() => await context.Drafts.AsNoTracking().OrderByDescending(d => d.CreatedAt).Take(500).ToListAsync();

    public Task<DraftRow?> FindAsync(string id) => context.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id);

    public Task SettleAsync(string id, PublicationTime? supplied)
    {
        var text = supplied?.ToString();
        return context.Drafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Supplied, text));
    }

    /// <summary>Puts a draft away: filed, or not wanted.</summary>
    public Task DropAsync(string id) => context.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync();
}
