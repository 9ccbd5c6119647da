namespace GsomiaTracker.Store.Tables;

/// <summary>
/// A text in its place in the record: which story it is a take of, since when it is known, which reading speaks for it.
/// Made from readings and corrections; it can be thrown away and made again.
/// </summary>
public sealed class TakeRow
{
    public long RevisionId { get; set; }

    public RevisionRow? Revision { get; set; }

    public long ReadingId { get; set; }

    public ReadingRow? Reading { get; set; }

    /// <summary>This take's own id, and the story's: that of its earliest take.</summary>
    public required string ArticleId { get; set; }

    public required string Story { get; set; }

    /// <summary>Since when it is known by its own header: this decides which story it is a take of.</summary>
    public DateTimeOffset ReadSince { get; set; }

    /// <summary>Since when it is known, an editor's correction of its publication included: this decides its place in the chronicle.</summary>
    public DateTimeOffset KnownSince { get; set; }

    /// <summary>When a later take silenced this one; the end of time while none did.</summary>
    public DateTimeOffset KnownUntil { get; set; }

    /// <summary>Its place in the order of the fold, from 0; -1 for a retracted one.</summary>
    public long Place { get; set; }

    /// <summary>Whose words these are in the end (see <c>Voices</c>); null where nothing names it.</summary>
    public string? Voice { get; set; }

    /// <summary>Which events its findings went to, in the order of the reading (see <see cref="Projection.ToldCodec"/>); null while it has no place.</summary>
    public byte[]? Told { get; set; }

    public string? Agency { get; set; }

    public string? Headline { get; set; }

    /// <summary>As <c>PublicationTime</c> writes it; null when unknown.</summary>
    public string? Published { get; set; }
}
