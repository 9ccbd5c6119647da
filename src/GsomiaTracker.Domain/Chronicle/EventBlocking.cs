using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Which events a report could possibly belong to, by equality of keys alone, so that an index finds them without a scan. An event goes
/// under the <see cref="Index"/> keys of all its reports; a report looks under its <see cref="Lookup"/> keys. A key is a scope (kind and one
/// country or subject), a stretch of the calendar (all time, a year, a month) and a cell of it. What has scope and stretch in common is a page:
/// its keys stand beside each other, so that a store reads them at once, and the news of a month is written in one place.
/// Under each key only the <see cref="Depth"/> events that opened last are looked at.
/// </summary>
public static class EventBlocking
{
    /// <summary>How many events a key shows at most, the latest by first report.</summary>
    public const int Depth = 32;

    /// <summary>The cell of everything that touches the stretch; cells 1 to 31 are the days of a month.</summary>
    public const int Any = 0;

    /// <summary>The cell of what is no more exact than the stretch: without a day, a year wide, a month wide.</summary>
    public const int Own = 32;

    /// <summary>How many cells a page has at most.</summary>
    public const int Cells = 33;

    private const int CellBits = 6;
    private const int StretchBits = 18;

    /// <summary>Longer ranges than this are filed by month, and longer ones than a month by year.</summary>
    private const int ExactDays = 4;
    private const int MonthDays = 45;
    private const int MostFiled = 8;
    private const int MostSought = 4;

    /// <summary>The page that a key stands on.</summary>
    public static long Page(long key) => key >> CellBits;

    /// <summary>The key's cell of its page.</summary>
    public static int Cell(long key) => (int)(key & ((1 << CellBits) - 1));

    /// <summary>Whether it is a month's page.</summary>
    public static bool HasDays(long page) => (page & 15) != 0;

    /// <summary>The key of a cell of a page.</summary>
    public static long Key(long page, int cell) => (page << CellBits) | (uint)cell;

    /// <summary>Adds the keys under which an event with this report is found; a key may come twice.</summary>
    public static void Index(Mention m, List<long> keys)
    {
        var scopes = new Scopes(m, MostFiled);
        while (scopes.Next(out var scope))
        {
            keys.Add(Key(scope, 0, 0, Any));
            if (m.Days is not { } days)
            {
                keys.Add(Key(scope, 0, 0, Own));
                continue;
            }

            var (from, to) = (days.From, days.To);
            var width = days.Days;
            for (var year = from.Year; year <= Math.Min(to.Year, from.Year + 2); year++)
            {
                keys.Add(Key(scope, year, 0, Any));
                if (width > MonthDays)
                {
                    keys.Add(Key(scope, year, 0, Own));
                }
            }

            foreach (var (year, month) in new Months(from, to))
            {
                keys.Add(Key(scope, year, month, Any));
                if (width is > ExactDays and <= MonthDays)
                {
                    keys.Add(Key(scope, year, month, Own));
                }
            }

            if (width <= ExactDays)
            {
                AddDays(scope, from.DayNumber, to.DayNumber, keys);
            }
        }
    }

    /// <summary>Adds the keys under which this report looks for its event.</summary>
    public static void Lookup(Mention m, List<long> keys)
    {
        var scopes = new Scopes(m, MostSought);
        while (scopes.Next(out var scope))
        {
            if (m.Days is not { } days)
            {
                keys.Add(Key(scope, 0, 0, Any));
                continue;
            }

            var (from, to) = (days.From, days.To);
            var width = days.Days;
            keys.Add(Key(scope, 0, 0, Own));
            if (width > MonthDays)
            {
                for (var year = from.Year; year <= Math.Min(to.Year, from.Year + 2); year++)
                {
                    keys.Add(Key(scope, year, 0, Any));
                }

                continue;
            }

            for (var year = from.Year; year <= to.Year; year++)
            {
                keys.Add(Key(scope, year, 0, Own));
            }

            foreach (var (year, month) in new Months(from, to))
            {
                keys.Add(Key(scope, year, month, width > ExactDays ? Any : Own));
            }

            if (width <= ExactDays)
            {
                // A day either side: sources print neighbouring days for one event (midnight, time zones).
                AddDays(scope, Math.Max(from.DayNumber - 1, 0), Math.Min(to.DayNumber + 1, DateOnly.MaxValue.DayNumber), keys);
            }
        }
    }

    private static void AddDays(ulong scope, int from, int to, List<long> keys)
    {
        for (var number = from; number <= to; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            keys.Add(Key(scope, day.Year, day.Month, day.Day));
        }
    }

    /// <summary>Stretch 0 is all time, a year's is 16 times its number, a month's as much more as the month's number.</summary>
    private static long Key(ulong scope, int year, int month, int cell) =>
        unchecked((long)((scope << (StretchBits + CellBits)) | (uint)(((year * 16) + month) << CellBits) | (uint)cell));

    /// <summary>One for each country and each subject; the kind alone where a report names neither. A forum of many states need not be filed and sought under each of them.</summary>
    private struct Scopes(Mention m, int countries)
    {
        private readonly Fnv _kind = Fnv.Start.With((int)m.Kind);
        private readonly int _countries = Math.Min(m.Countries.Count, countries);
        private int _at;

        public bool Next(out ulong scope)
        {
            var at = _at++;
            if (at < _countries)
            {
                scope = _kind.With(m.Countries[at]).Value;
                return true;
            }

            at -= _countries;
            scope = at < m.About.Count ? _kind.With('#').With(m.About[at]).Value : _kind.Value;
            return at < m.About.Count || (at == 0 && _countries == 0);
        }
    }

    /// <summary>The months that a range touches, thirteen at most.</summary>
    private struct Months(DateOnly from, DateOnly to)
    {
        private readonly int _last = Math.Min((to.Year * 12) + to.Month - 1, (from.Year * 12) + from.Month + 11);
        private int _month = (from.Year * 12) + from.Month - 2;

        public readonly (int Year, int Month) Current => (_month / 12, (_month % 12) + 1);

        public readonly Months GetEnumerator() => this;

        public bool MoveNext() => ++_month <= _last;
    }
}
