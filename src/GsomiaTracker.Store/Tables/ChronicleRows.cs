using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Tables;

/// <summary>One real-world event. Its id is its place among all events in order of their first reports.</summary>
public sealed class EventRow
{
    public long Id { get; set; }

    /// <summary>The name of its first report: its id outside of this database.</summary>
    public required string PublicId { get; set; }

    /// <summary>When its first report became known.</summary>
    public DateTimeOffset FirstKnown { get; set; }

    /// <summary>What the fold remembers of it (see <see cref="Projection.ClusterCodec"/>).</summary>
    public required byte[] Cluster { get; set; }
}

/// <summary>A key under which an event is found by reports that may speak of it. Keys of one page stand together (see <see cref="Domain.Chronicle.EventBlocking"/>).</summary>
public sealed class EventKeyRow
{
    public long Key { get; set; }

    public long EventId { get; set; }
}

/// <summary>A report of an event; those of one event stand together, in the order of the fold.</summary>
public sealed class ReportRow
{
    public long EventId { get; set; }

    /// <summary>Grows in the order of the fold: the take's place, then the finding's.</summary>
    public long Id { get; set; }

    /// <summary>The report's name, by which its event is found too.</summary>
    public required string PublicId { get; set; }

    public long RevisionId { get; set; }

    /// <summary>Place of the finding in the reading's events.</summary>
    public int Finding { get; set; }
}

/// <summary>What was known of an event during a stretch of known-time: what a line of the timeline shows.</summary>
public sealed class EventVersionRow
{
    public long EventId { get; set; }

    /// <summary>From this instant on, inclusive.</summary>
    public DateTimeOffset KnownFrom { get; set; }

    /// <summary>Until this instant, exclusive; the end of time for what is known now.</summary>
    public DateTimeOffset KnownUntil { get; set; }

    public DateTimeOffset FirstKnown { get; set; }

    public required string PublicId { get; set; }

    public required string Slug { get; set; }

    public EventKind Kind { get; set; }

    public EventStatus Status { get; set; }

    public required string Title { get; set; }

    /// <summary>Day numbers; the largest there is where the days are not known.</summary>
    public int DayFrom { get; set; }

    public int DayTo { get; set; }

    public string? Place { get; set; }

    /// <summary>Country codes with commas between them, in the order of the view.</summary>
    public required string Countries { get; set; }

    /// <summary>Officials' ids with commas between them, in the order of the view.</summary>
    public required string People { get; set; }

    public int Sources { get; set; }

    public int Reports { get; set; }

    /// <summary>No speaking take tells it any more: it is not listed.</summary>
    public bool Withdrawn { get; set; }
}

/// <summary>
/// Days that some event has been given, and the earliest instant at which an event of these days was known: a timeline as of a moment passes over the
/// days of which nothing was known yet. The instant may be too early, never too late.
/// </summary>
public sealed class DaysRow
{
    public int DayFrom { get; set; }

    public int DayTo { get; set; }

    public DateTimeOffset FirstKnown { get; set; }
}
