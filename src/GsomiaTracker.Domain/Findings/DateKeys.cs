using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Findings;

/// <summary>Names the time expressions of a reading, which carry no key of their own: by their words and, of the same words, by their place among them.</summary>
public static class DateKeys
{
    /// <returns>One key for each, in the order given.</returns>
    public static IReadOnlyList<FindingKey> Of(IReadOnlyList<DatedExpression> dates)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new FindingKey[dates.Count];
        foreach (var i in Enumerable.Range(0, dates.Count).OrderBy(i => dates[i].Words.Span))
        {
            var words = dates[i].Words.Words;
            keys[i] = FindingKey.Of("date", "", words, seen.GetValueOrDefault(words));
            seen[words] = seen.GetValueOrDefault(words) + 1;
        }

        return keys;
    }

    /// <summary>The expression that goes by a key, or null.</summary>
    public static DatedExpression? Find(IReadOnlyList<DatedExpression> dates, string key)
    {
        if (!key.StartsWith("date-", StringComparison.Ordinal))
        {
            return null;
        }

        var keys = Of(dates);
        for (var i = 0; i < dates.Count; i++)
        {
            if (keys[i].Value == key)
            {
                return dates[i];
            }
        }

        return null;
    }
}
