namespace GsomiaTracker.Domain.Corrections;

/// <summary>A correction that is not made yet: what an editor means to do. See <see cref="Correction"/> for the fields.</summary>
public sealed record CorrectionDraft(CorrectionAct Act, string? Article, string Target, string? Field = null, string? Value = null);

/// <summary>What became of drafts that were to be appended: all of them done, or none because somebody was faster.</summary>
/// <param name="Done">The corrections as they stand on the record.</param>
/// <param name="Meanwhile">What others did to the same things since the editor last looked; where there is any, nothing was appended.</param>
public sealed record Appended(IReadOnlyList<Correction> Done, IReadOnlyList<Correction> Meanwhile);

/// <summary>Which corrections concern one thing: those that name it, and those that undo one of them.</summary>
public static class CorrectionThread
{
    /// <param name="target">A finding's key, an event's id, a disagreement's id, an article's id, or the sequence of a correction.</param>
    /// <param name="article">The story, where the thing belongs to one.</param>
    public static IReadOnlyList<Correction> On(IEnumerable<Correction> corrections, string target, string? article)
    {
        var thread = new List<Correction>();
        var held = new HashSet<long>();
        foreach (var c in corrections.OrderBy(c => c.Sequence))
        {
            var names = (c.Target == target || (c.Act == CorrectionAct.Merge && c.Field == target)) && (article is null || c.Article is null || c.Article == article);
            if (names || (ActiveCorrections.Undoes(c) is { } undone && held.Contains(undone)))
            {
                thread.Add(c);
                held.Add(c.Sequence);
            }
        }

        return thread;
    }

    /// <summary>What was done to the things a draft touches after a sequence.</summary>
    public static IReadOnlyList<Correction> Since(IReadOnlyCollection<Correction> corrections, CorrectionDraft draft, long seen)
    {
        // An undo competes with other undos of the same correction, not with that correction itself.
        var targets = draft.Act == CorrectionAct.Merge && draft.Field is { } other ? new[] { draft.Target, other } : [draft.Target];
        return [.. targets.SelectMany(t => On(corrections, t, draft.Article)).Where(c => c.Sequence > seen).DistinctBy(c => c.Sequence)];
    }
}
