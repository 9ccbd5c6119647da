namespace GsomiaTracker.Store.Projection;

/// <summary>What has come to events and waits to be written down. Used again and again: lists of a stretch's size made anew each time would have all memory looked through for what is large.</summary>
internal sealed class EventsWaiting
{
    public List<EventWaiting> Events { get; } = [];

    /// <summary>What was known of them, one event's after the other's.</summary>
    public List<Noted> Known { get; } = [];

    /// <summary>Keys under which events are found.</summary>
    public List<(long Key, long EventId)> Keys { get; } = [];

    public List<ReportWaiting> Reports { get; } = [];

    public void Clear()
    {
        Events.Clear();
        Known.Clear();
        Keys.Clear();
        Reports.Clear();
    }
}

/// <summary>What an event's own row says now, and how many rows of what was known of it follow.</summary>
/// <param name="Opens">Its first instant where it has no row yet.</param>
internal readonly record struct EventWaiting(long Id, string PublicId, DateTimeOffset? Opens, byte[] Cluster, int Versions);

internal readonly record struct ReportWaiting(long EventId, long Id, string PublicId, long RevisionId, int Finding);
