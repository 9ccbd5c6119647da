using System.Globalization;

namespace GsomiaTracker.Domain.Corrections;

/// <summary>A correction that corrects nothing, and why: shown for review, never dropped in silence.</summary>
public sealed record Orphan(Correction Correction, string Reason);

/// <summary>Which corrections hold: an undo takes back the correction it names, and the undo of an undo brings it back.</summary>
public static class ActiveCorrections
{
    /// <summary>Those that hold, undos left out, in order of sequence.</summary>
    public static IReadOnlyList<Correction> Of(IEnumerable<Correction> corrections)
    {
        var undone = new HashSet<long>();
        var held = new List<Correction>();
        foreach (var correction in corrections.OrderByDescending(c => c.Sequence))
        {
            if (undone.Contains(correction.Sequence))
            {
                continue;
            }

            if (correction.Act == CorrectionAct.Undo)
            {
                // An undo may only reach back; one that names itself or the future undoes nothing.
                if (Undoes(correction) is { } sequence && sequence < correction.Sequence)
                {
                    undone.Add(sequence);
                }
            }
            else
            {
                held.Add(correction);
            }
        }

        held.Reverse();
        return held;
    }

    /// <summary>The sequence an undo names, or null.</summary>
    public static long? Undoes(Correction undo) =>
        undo.Act == CorrectionAct.Undo && long.TryParse(undo.Target, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    /// <summary>Undos whose target is not among the corrections before them.</summary>
    public static IEnumerable<Orphan> Astray(IReadOnlyCollection<Correction> corrections)
    {
        var sequences = corrections.Select(c => c.Sequence).ToHashSet();
        return corrections
            .Where(c => c.Act == CorrectionAct.Undo && !(Undoes(c) is { } s && s < c.Sequence && sequences.Contains(s)))
            .Select(c => new Orphan(c, $"there is no earlier correction {c.Target} to undo"));
    }
}
