namespace GsomiaTracker.Store.Editing;

/// <summary>A key with which a program hands over articles in a person's name. Only its hash is kept.</summary>
public sealed class ApiTokenRow
{
    public int Id { get; set; }

    public required string PersonId { get; set; }

    public Person? Person { get; set; }

    /// <summary>What it is for, in the person's words.</summary>
    public required string Label { get; set; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>Corrections that one editor proposes and another has to publish: kept here, not on the record, until that is done.</summary>
public sealed class ProposalRow
{
    public long Id { get; set; }

    /// <summary>The drafts, as JSON.</summary>
    public required string Drafts { get; set; }

    public required string Author { get; set; }

    public required string Reason { get; set; }

    /// <summary>The highest correction that its author saw.</summary>
    public long Seen { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>An article on its way in that an editor has not filed yet: it outlives a lost session, and is seen by every editor.</summary>
public sealed class DraftRow
{
    /// <summary>Hash of the text, as revisions are named: the same text is one draft.</summary>
    public required string Id { get; set; }

    public required string Text { get; set; }

    /// <summary>Name of the file, address of the page, or null for what was pasted.</summary>
    public string? Source { get; set; }

    /// <summary>The publication time that the editor has settled, as <c>PublicationTime</c> writes it; or null.</summary>
    public string? Supplied { get; set; }

    /// <summary>Header facts that an editor says otherwise than the reader: field to JSON value, as JSON; null where there are none.</summary>
    public string? Facts { get; set; }

    /// <summary>Who said them.</summary>
    public string? FactsBy { get; set; }

    /// <summary>Who filed it, while its facts wait for the text to be on the record; null for one that has not been filed.</summary>
    public string? FiledBy { get; set; }

    public required string Author { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
