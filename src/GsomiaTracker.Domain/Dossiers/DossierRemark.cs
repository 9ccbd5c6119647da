namespace GsomiaTracker.Domain.Dossiers;

/// <summary>How much a remark on a dossier weighs.</summary>
public enum RemarkKind
{
    /// <summary>The dossier cannot be used as it is.</summary>
    Fault,

    /// <summary>An example of an issue is read otherwise than it says.</summary>
    Misread,

    /// <summary>It works, but something will probably be missed or taken for something else.</summary>
    Warning,

    /// <summary>Nothing is wrong: something the author may want to look at.</summary>
    Note,
}

/// <summary>Something to say about a dossier's files.</summary>
/// <param name="At">File with line or field: <c>names.tsv:12</c>, <c>issues/keep.json:rules:about[1]</c>.</param>
public sealed record DossierRemark(RemarkKind Kind, string At, string Reason)
{
    public override string ToString() => $"{At}: {Reason}";
}

/// <summary>A dossier folder looked through to its end.</summary>
/// <param name="Dossier">Null where there is a fault.</param>
/// <param name="Remarks">Faults first, then warnings and notes, each in the order of the files.</param>
public sealed record DossierReading(Dossier? Dossier, IReadOnlyList<DossierRemark> Remarks)
{
    public IEnumerable<DossierRemark> Of(RemarkKind kind) => Remarks.Where(r => r.Kind == kind);
}
