using System.Text.Json;
using GsomiaTracker.Domain.Corrections;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>Corrections that wait for a second editor.</summary>
/// <param name="Seen">The highest correction that the author saw.</param>
public sealed record Proposal(long Id, IReadOnlyList<CorrectionDraft> Drafts, string Author, string Reason, long Seen, DateTimeOffset CreatedAt);

/// <summary>What one editor proposes and another publishes, turns down, or its author takes back.</summary>
public sealed class Proposals(PeopleContext context, TimeProvider clock)
{
    /// <returns>Its id.</returns>
    public async Task<long> KeepAsync(IReadOnlyList<CorrectionDraft> drafts, string author, string reason, long seen)
    {
        var row = new ProposalRow { Drafts = JsonSerializer.Serialize(drafts), Author = author, Reason = reason, Seen = seen, CreatedAt = clock.GetUtcNow() };
        context.Proposals.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Proposal>> AllAsync(CancellationToken cancel = default) =>
        [.. (await context.Proposals.AsNoTracking().OrderBy(p => p.Id).Take(500).ToListAsync(cancel)).Select(Of)];

    public async Task<Proposal?> FindAsync(long id) => await context.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id) is { } row ? Of(row) : null;

    /// <summary>Takes it off the list.</summary>
    /// <returns>False where somebody else has: of two who publish at once, one may.</returns>
    public async Task<bool> DropAsync(long id) => await context.Proposals.Where(p => p.Id == id).ExecuteDeleteAsync() == 1;

    private static Proposal Of(ProposalRow row) => new(row.Id, JsonSerializer.Deserialize<List<CorrectionDraft>>(row.Drafts) ?? [], row.Author, row.Reason, row.Seen, row.CreatedAt);
}
