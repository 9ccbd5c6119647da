using System.Text.Json;
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

    /// <summary>Keeps what an editor says about the piece.</summary>
    /// <param name="supplied">When it was published, for a text that does not state it.</param>
    /// <param name="facts">What the reader is told otherwise: field to JSON value.</param>
    public Task SettleAsync(string id, PublicationTime? supplied, IReadOnlyDictionary<string, string> facts, string by)
    {
        var (text, json) = (supplied?.ToString(), facts.Count == 0 ? null : JsonSerializer.Serialize(facts));
        var who = json is null ? null : by;
        return context.Drafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Supplied, text).SetProperty(d => d.Facts, json).SetProperty(d => d.FactsBy, who));
    }

    /// <summary>What editors said of a draft's header, by field; JSON values.</summary>
    public static IReadOnlyDictionary<string, string> FactsOf(DraftRow draft) =>
        draft.Facts is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] : new Dictionary<string, string>();

    /// <summary>Says that a draft has been handed over to be read, and stays until its facts are on the record too.</summary>
    public Task FiledAsync(string id, string by) => context.Drafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.FiledBy, by));

    /// <summary>Those whose facts wait for the text to be read.</summary>
    public async Task<IReadOnlyList<DraftRow>> FiledAsync(CancellationToken cancel) => await context.Drafts.AsNoTracking().Where(d => d.FiledBy != null).OrderBy(d => d.CreatedAt).Take(500).ToListAsync(cancel);

    /// <summary>Puts a draft away: filed, or not wanted.</summary>
    /// <returns>False where it was gone already: of two who finish it at once, one does.</returns>
    public async Task<bool> DropAsync(string id) => await context.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync() == 1;
}
