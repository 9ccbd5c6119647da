namespace GsomiaTracker.Web.Rendering;

/// <summary>What an address asks for: the record as of its moment, and the rest of its state.</summary>
public sealed record Asked(RecordAsOf Record, ViewState View);

/// <summary>Turns a request into the record and the state it asks for; the one door for pages, feeds, exports and calls alike.</summary>
public sealed class PageRequest(Snapshots snapshots)
{
    /// <summary>What some pages ask besides the state; a good address near to a refused one keeps it.</summary>
    private static readonly string[] Own = ["q", "take", "against"];

    /// <param name="path">The path that refusals build their good addresses on.</param>
    public ValueTask<Answer<Asked>> Read(HttpContext context, string path) => Read(context, path, context.Request.Query);

    public async ValueTask<Answer<Asked>> Read(HttpContext context, string path, IQueryCollection query)
    {
        var whole = await snapshots.AsOf(null, context.RequestAborted);
        foreach (var name in Own)
        {
            if (query[name].ToString() is { Length: > 0 } value)
            {
                path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
            }
        }

        var parsed = ViewQuery.Parse(whole.Dossier, path, query);
        if (parsed.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = parsed.Value!;
        if (Facets.Check(whole, view, path) is { } facet)
        {
            return facet;
        }

        return new Asked(view.Moment is { } moment ? await snapshots.AsOf(moment, context.RequestAborted) : whole, view);
    }

    public async ValueTask<Answer<Asked>> Default(CancellationToken cancel)
    {
        var whole = await snapshots.AsOf(null, cancel);
        return new Asked(whole, ViewState.Default(whole.Dossier));
    }
}
