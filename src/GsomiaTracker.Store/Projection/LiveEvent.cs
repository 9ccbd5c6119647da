using GsomiaTracker.Domain.Chronicle;

namespace GsomiaTracker.Store.Projection;

/// <summary>An event in the writer's memory, with what has come to it since it was last written down.</summary>
/// <param name="cluster">What the fold remembers of it.</param>
/// <param name="stored">True where it has its rows already.</param>
internal sealed class LiveEvent(EventCluster cluster, bool stored)
{
    public EventCluster Cluster { get; } = cluster;

    public bool Stored { get; private set; } = stored;

    /// <summary>Its reports in the order of the fold; null until asked for.</summary>
    public List<Report>? Reports { get; set; }

    /// <summary>The takes of its reports, in the same order.</summary>
    public List<long>? Takes { get; set; }

    /// <summary>What was known of it, from when to when, not written down yet; null for nothing.</summary>
    public List<Noted>? Versions { get; set; }

    /// <summary>It has changed since it was written down.</summary>
    public bool Changed { get; set; }

    /// <summary>With which stretch it was last written down.</summary>
    public int LastTouched { get; set; }

    /// <summary>How many of its reports were counted as kept when it was last written down.</summary>
    public int ReportsRested { get; set; }

    /// <summary>What it was after so many reports, as bytes: of an event of many reports now and then one.</summary>
    public List<(int Reports, byte[] Cluster)>? Past { get; set; }

    /// <summary>The same with its first reports alone, all of it written down.</summary>
    public LiveEvent With(EventCluster cluster, int reports) =>
        new(cluster, stored: true) { Reports = Reports?[..reports], Takes = Takes?[..reports], Past = Past };

    /// <summary>Its reports need not stay.</summary>
    public void LetGo() => (Reports, Takes) = (null, null);

    /// <summary>All of it goes to its rows now.</summary>
    public void HandedOver()
    {
        Stored = true;
        Changed = false;
        Versions = null;
    }
}

/// <summary>What is known of an event from an instant on. Its row is made of it when it is written down.</summary>
/// <param name="First">Its first report, of which its address is made.</param>
/// <param name="Line">What is shown of it, without its address; null while the first report is the only one.</param>
internal readonly record struct Noted(DateTimeOffset From, Report First, EventLine? Line);
