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
}
