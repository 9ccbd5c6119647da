namespace GsomiaTracker.Store.Tables;

/// <summary>A row that is written once and never changed or deleted: refused by the interceptor and, under it, by triggers of the database.</summary>
public interface IAppendOnly;

/// <summary>How a text came in.</summary>
public enum Origin { Seed, Command, Folder, Desk, Feed }

/// <summary>A text as it arrived, each text once.</summary>
public sealed class RevisionRow : IAppendOnly
{
    public long Id { get; set; }

    /// <summary>32 hexadecimal digits of the text's SHA-256: the revision's id everywhere outside of this database.</summary>
    public required string Hash { get; set; }

    public required string Text { get; set; }

    /// <summary>The publication time that was handed over with it, as <c>PublicationTime</c> writes it; or null.</summary>
    public string? Supplied { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public Origin Origin { get; set; }

    /// <summary>Name of the file, address of the page, or null.</summary>
    public string? FileName { get; set; }
}

/// <summary>
/// The public id of an article, made when a text was first read. Each take has its own; a story goes by the id of its earliest take, and
/// the ids of all its takes lead to it, so an address never dies when an earlier take turns up.
/// </summary>
public sealed class ArticleRow : IAppendOnly
{
    public required string Id { get; set; }

    public long RevisionId { get; set; }

    public RevisionRow? Revision { get; set; }
}

/// <summary>Which reader made a reading; few rows.</summary>
public sealed class ReaderRow : IAppendOnly
{
    public int Id { get; set; }

    public required string Version { get; set; }

    public required string Lexicon { get; set; }

    public required string Dossier { get; set; }
}

/// <summary>What one reader found in one text. A re-reading appends; the takes say which reading is the current one.</summary>
public sealed class ReadingRow : IAppendOnly
{
    public long Id { get; set; }

    public long RevisionId { get; set; }

    public RevisionRow? Revision { get; set; }

    public int ReaderId { get; set; }

    public ReaderRow? Reader { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The reading, compressed (see <see cref="Readings.StoredReading"/>).</summary>
    public required byte[] Payload { get; set; }
}

/// <summary>An editor's correction, in order of commit.</summary>
public sealed class CorrectionRow : IAppendOnly
{
    public long Sequence { get; set; }

    /// <summary>The word of the act (<c>Vocabulary</c>).</summary>
    public required string Act { get; set; }

    public string? Article { get; set; }

    public required string Target { get; set; }

    public string? Field { get; set; }

    public string? Value { get; set; }

    public required string Author { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who published what the author proposed; null where one person did both.</summary>
    public string? Seconder { get; set; }
}
