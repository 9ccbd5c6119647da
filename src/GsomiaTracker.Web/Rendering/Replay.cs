namespace GsomiaTracker.Web.Rendering;

/// <summary>The neighbours of the moment shown at which something became known: where the replay steps to. Null at either end.</summary>
public sealed record Replay(DateTimeOffset? First, DateTimeOffset? Previous, DateTimeOffset? Next)
{
    public static Replay Of(RecordAsOf record, ViewState view)
    {
        var moments = record.Moments;
        if (moments.Count == 0)
        {
            return new Replay(null, null, null);
        }

        // The last moment that has come: what is shown is what was known at it, so one step back is the moment before it.
        var here = moments.Count - 1;
        if (view.Moment is { } asked)
        {
            while (here >= 0 && moments[here] > asked)
            {
                here--;
            }
        }

        return new Replay(
            moments[0],
            here > 0 ? moments[here - 1] : null,
            here + 1 < moments.Count ? moments[here + 1] : null);
    }
}
