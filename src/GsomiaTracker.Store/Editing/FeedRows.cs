namespace GsomiaTracker.Store.Editing;

/// <summary>A feed (RSS or Atom) that is watched, and how it fares.</summary>
public sealed class FeedRow
{
    public int Id { get; set; }

    public required string Address { get; set; }

    /// <summary>As the feed calls itself.</summary>
    public string? Title { get; set; }

    /// <summary>What the server wants to be asked with: nothing comes back where nothing is new.</summary>
    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    public DateTimeOffset NextPollAt { get; set; }

    public DateTimeOffset? LastPollAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    public string? LastError { get; set; }

    /// <summary>Set where it is not asked any more: by an editor, or after too many failures.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    public required string AddedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>How far an item of a feed has come.</summary>
public enum FeedItemState { Waiting, Taken, Refused }

/// <summary>An item that a feed has listed: its page is fetched once, and handed over to the queue.</summary>
public sealed class FeedItemRow
{
    public int Id { get; set; }

    public int FeedId { get; set; }

    public FeedRow? Feed { get; set; }

    public required string Link { get; set; }

    /// <summary>The item's time, as <c>PublicationTime</c> writes it; or null.</summary>
    public string? Published { get; set; }

    public FeedItemState State { get; set; }

    public int Attempts { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}
