using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Store.Projection;

/// <summary>An event in the writer's memory, with what has come to it since it was last written down.</summary>
/// <param name="cluster">What the fold remembers of it.</param>
/// <param name="stored">True where it has its rows already.</param>
internal sealed class LiveEvent(EventCluster cluster, bool stored)
{
    public EventCluster Cluster { get; } = cluster;

    public bool Stored { get; private set; } = stored;

    /// <summary>Its address, made of its first report; null until asked for.</summary>
    public string? Slug { get; set; }

    /// <summary>Its reports in the order of the fold; null until asked for.</summary>
    public List<Report>? Reports { get; set; }

    /// <summary>The takes of its reports, in the same order.</summary>
    public List<long> Takes { get; } = new(1);

    /// <summary>What was known of it, from when to when, not written down yet.</summary>
    public List<EventVersionRow> Versions { get; } = new(1);

    /// <summary>It has changed since it was written down.</summary>
    public bool Changed { get; set; }

    /// <summary>It has changed since the stretch before was written down.</summary>
    public bool JustTouched { get; set; }

    /// <summary>All of it is written down.</summary>
    public void WrittenDown()
    {
        Stored = true;
        Changed = false;
        Versions.Clear();
    }
}
