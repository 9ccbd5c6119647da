using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>That an editor has taken on something that needs a decision.</summary>
public sealed class AssignmentRow
{
    /// <summary>Where it is decided: its address at the desk.</summary>
    public required string Id { get; set; }

    public required string Editor { get; set; }

    public DateTimeOffset TakenAt { get; set; }
}

/// <summary>Who has taken on what of the queue.</summary>
public sealed class Assignments(PeopleContext context, TimeProvider clock)
{
    private const int LongestId = 500;

    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancel = default) =>
        await context.Assignments.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Editor, StringComparer.Ordinal, cancel);

    /// <summary>Gives something to an editor, whoever had it before.</summary>
    public async Task<bool> TakeAsync(string id, string editor)
    {
        if (id.Length is 0 or > LongestId)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (await context.Assignments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Editor, editor).SetProperty(a => a.TakenAt, now)) == 0)
        {
            context.Assignments.Add(new AssignmentRow { Id = id, Editor = editor, TakenAt = now });
            await context.SaveChangesAsync();
        }

        return true;
    }

    public async Task<bool> GiveBackAsync(string id) => await context.Assignments.Where(a => a.Id == id).ExecuteDeleteAsync() == 1;

    /// <summary>Forgets what is no longer in the queue.</summary>
    public async Task KeepOnlyAsync(IReadOnlySet<string> ids, CancellationToken cancel)
    {
        var gone = (await context.Assignments.AsNoTracking().Select(a => a.Id).ToListAsync(cancel)).Where(a => !ids.Contains(a)).ToList();
        if (gone.Count > 0)
        {
            await context.Assignments.Where(a => gone.Contains(a.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}
