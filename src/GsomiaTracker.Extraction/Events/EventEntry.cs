namespace GsomiaTracker.Extraction.Events;

/// <summary>An event that may become an entry: its tellings, and the signs by which <see cref="EventChoice"/> weighs it.</summary>
internal sealed class EventEntry(EventCluster cluster)
{
    public EventCluster Cluster { get; } = cluster;

    public List<(EventSign Sign, double Value)> Signs { get; } = new(16);

    /// <summary>Log odds that the text tells it.</summary>
    public double Odds { get; set; }
}
