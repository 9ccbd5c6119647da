namespace GsomiaTracker.Web.Rendering;

/// <summary>A stretch of a query as typed, and whether something is wrong with it.</summary>
public sealed record QueryPart(string Text, bool Wrong);

/// <summary>Cuts a query into its right and its wrong stretches, so that a page can show the error in its place.</summary>
public static class QueryParts
{
    public static IReadOnlyList<QueryPart> Of(SearchQuery query)
    {
        var parts = new List<QueryPart>();
        var at = 0;
        foreach (var fault in query.Faults.OrderBy(f => f.Start))
        {
            if (fault.Start < at)
            {
                continue;
            }

            parts.Add(new QueryPart(query.Typed[at..fault.Start], false));
            parts.Add(new QueryPart(query.Typed[fault.Start..fault.End], true));
            at = fault.End;
        }

        parts.Add(new QueryPart(query.Typed[at..], false));
        return [.. parts.Where(p => p.Text.Length > 0)];
    }
}
