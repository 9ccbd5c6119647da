namespace GsomiaTracker.Store.Tables;

/// <summary>
/// One piece of work in the durable queue: a text that is safely stored and waits to be read, or a stored text that waits to be read again.
/// The row goes when the work is on the record, in the same transaction.
/// </summary>
public sealed class InboxRow
{
    public long Id { get; set; }

    /// <summary>Hash of the text: the same text waits once.</summary>
    public required string Hash { get; set; }

    /// <summary>The text; null for a re-reading, whose text is on the record already.</summary>
    public string? Text { get; set; }

    public string? Supplied { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public Origin Origin { get; set; }

    public string? FileName { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>The one row that says how far the record has come.</summary>
public sealed class StateRow
{
    public int Id { get; set; }

    /// <summary>Goes up by one with every change that a reader could see: part of cache keys, and what live pages listen for.</summary>
    public long RecordVersion { get; set; }

    /// <summary>When a text was last put on the record; null before the first.</summary>
    public DateTimeOffset? LastIngestAt { get; set; }

    /// <summary>Hand-overs refused since the beginning.</summary>
    public long Refused { get; set; }

    /// <summary>The latest refusal, in words; null before the first.</summary>
    public string? LastRefusal { get; set; }

    /// <summary>The reader whose readings the chronicle is made of; null before the first reading.</summary>
    public int? ReaderId { get; set; }

    /// <summary>Which program and dossier the chronicle was folded by; another one folds it anew before it adds to it.</summary>
    public string? FoldedBy { get; set; }
}

/// <summary>What a newer reader made of the archive: one row for each change of reader that was carried through.</summary>
public sealed class RereadingRow : IAppendOnly
{
    public long Id { get; set; }

    public int FromReaderId { get; set; }

    public ReaderRow? FromReader { get; set; }

    public int ToReaderId { get; set; }

    public ReaderRow? ToReader { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    public int Texts { get; set; }

    /// <summary>Findings that only the newer reader has, that only the older one had, and that both have with other contents.</summary>
    public int Found { get; set; }

    public int Lost { get; set; }

    public int Altered { get; set; }

    /// <summary>One line for each finding that changed, "found event-0123456789ab yonhap-2019-11-17-...": the first thousand.</summary>
    public required string Changes { get; set; }
}
