using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Which events a report could possibly belong to, by equality of keys alone, so that an index finds them without a scan. An event goes
/// under the <see cref="Index"/> keys of all its reports; a report looks under its <see cref="Lookup"/> keys. A key is a hash of kind, one
/// country or subject, and a bucket of the calendar. Under each key only the <see cref="Depth"/> events that opened last are looked at.
/// </summary>
public static class EventBlocking
{
    /// <summary>How many events a key shows at most, the latest by first report.</summary>
    public const int Depth = 32;

    /// <summary>Longer ranges than this are filed by month, and longer ones than a month by year.</summary>
    private const int ExactDays = 4;
    private const int MonthDays = 45;

    private enum Bucket { Day, Month, Year, Undated, AnyInMonth, AnyInYear, Any, Link }

    /// <summary>Keys under which an event with this report is found.</summary>
    public static IReadOnlyList<long> Index(Mention m)
    {
        var keys = new List<long>(16) { Link(m) };
        foreach (var scope in Scopes(m, 8))
        {
            keys.Add(Key(scope, Bucket.Any, 0));
            if (m.Days is not { } days)
            {
                keys.Add(Key(scope, Bucket.Undated, 0));
                continue;
            }

            for (var year = days.From.Year; year <= Math.Min(days.To.Year, days.From.Year + 2); year++)
            {
                keys.Add(Key(scope, Bucket.AnyInYear, year));
            }

            foreach (var month in Months(days))
            {
                keys.Add(Key(scope, Bucket.AnyInMonth, month));
            }

            switch (days.Days)
            {
                case <= ExactDays:
                    for (var day = days.From.DayNumber; day <= days.To.DayNumber; day++)
                    {
                        keys.Add(Key(scope, Bucket.Day, day));
                    }

                    break;
                case <= MonthDays:
                    foreach (var month in Months(days))
                    {
                        keys.Add(Key(scope, Bucket.Month, month));
                    }

                    break;
                default:
                    for (var year = days.From.Year; year <= Math.Min(days.To.Year, days.From.Year + 2); year++)
                    {
                        keys.Add(Key(scope, Bucket.Year, year));
                    }

                    break;
            }
        }

        return keys;
    }

    /// <summary>Keys under which this report looks for its event, <see cref="Link"/> first.</summary>
    public static IReadOnlyList<long> Lookup(Mention m)
    {
        var keys = new List<long>(24) { Link(m) };
        foreach (var scope in Scopes(m, 4))
        {
            if (m.Days is not { } days)
            {
                keys.Add(Key(scope, Bucket.Any, 0));
                continue;
            }

            keys.Add(Key(scope, Bucket.Undated, 0));
            if (days.Days > MonthDays)
            {
                for (var year = days.From.Year; year <= Math.Min(days.To.Year, days.From.Year + 2); year++)
                {
                    keys.Add(Key(scope, Bucket.AnyInYear, year));
                }

                continue;
            }

            for (var year = days.From.Year; year <= days.To.Year; year++)
            {
                keys.Add(Key(scope, Bucket.Year, year));
            }

            if (days.Days > ExactDays)
            {
                foreach (var month in Months(days))
                {
                    keys.Add(Key(scope, Bucket.AnyInMonth, month));
                }

                continue;
            }

            foreach (var month in Months(days))
            {
                keys.Add(Key(scope, Bucket.Month, month));
            }

            // A day either side: sources print neighbouring days for one event (midnight, time zones).
            for (var day = days.From.DayNumber - 1; day <= days.To.DayNumber + 1; day++)
            {
                keys.Add(Key(scope, Bucket.Day, day));
            }
        }

        return keys;
    }

    /// <summary>The key that leads a later take's same finding to the event of the earlier one.</summary>
    public static long Link(Mention m) => Fnv.Start.With((int)Bucket.Link).With((int)(m.Link >> 32)).With((int)m.Link).Long;

    /// <summary>One for each country and each subject; the kind alone where a report names neither.</summary>
    private static IEnumerable<Fnv> Scopes(Mention m, int countries)
    {
        var kind = Fnv.Start.With((int)m.Kind);
        if (m.Countries.Count == 0 && m.About.Count == 0)
        {
            yield return kind;
        }

        // A forum of many states need not be filed and sought under each of them.
        for (var i = 0; i < m.Countries.Count && i < countries; i++)
        {
            yield return kind.With(m.Countries[i]);
        }

        for (var i = 0; i < m.About.Count; i++)
        {
            yield return kind.With('#').With(m.About[i]);
        }
    }

    private static IEnumerable<int> Months(DayRange days)
    {
        var month = (days.From.Year * 12) + days.From.Month;
        var last = Math.Min((days.To.Year * 12) + days.To.Month, month + 12);
        for (; month <= last; month++)
        {
            yield return month;
        }
    }

    private static long Key(Fnv scope, Bucket bucket, int n) => scope.With((int)bucket).With(n).Long;
}
