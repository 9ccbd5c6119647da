using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>The day at which a text's story is: the last day, month or year that it set.</summary>
internal readonly record struct Story(DayRange Days, int Sentence);

/// <summary>What an expression came to: its days, and how in words ("weekday, past tense, from 2019-11-17").</summary>
/// <param name="Whole">The month or year of whose end the days are the last; null otherwise.</param>
internal readonly record struct Resolved(DayRange Days, string How, int Part = 0, DayRange? Whole = null);

/// <summary>Turns what an expression says into days, given the day of writing, the tense of its clause and the day its story is at.</summary>
internal static class Resolver
{
    /// <summary>How many days a month-and-day against its clause's tense counts as farther away.</summary>
    private const int AgainstTense = 250;

    /// <summary>The same for a month: there tense all but decides.</summary>
    private const int MonthAgainstTense = 400;

    /// <summary>"180 days later" is a term that runs, not a day of the story.</summary>
    private const int MostStoryUnits = 99;

    /// <param name="anchor">Day of writing; null when it is not known: only what stands for itself is resolved then.</param>
    /// <param name="story">The day the text has just set, or null.</param>
    /// <param name="notBefore">The first part of a range ("from Saturday through"), or null.</param>
    public static Resolved? Resolve(Atom atom, DateOnly? anchor, Func<Tense> tense, Story? story, DateOnly? notBefore) =>
        ToDays(atom, anchor, tense, story, notBefore) is { } days ? AtTheEnd(atom, days) : null;

    /// <summary>"The end of the year", "by the end of January": its last day.</summary>
    private static Resolved AtTheEnd(Atom atom, Resolved days) =>
        days.Part == 3 && (atom.Rule.Entry.Name.StartsWith("edge-of", StringComparison.Ordinal) || atom.Rule.Entry.Name is "year-end") && !(atom.Has('u') && atom['u'] == 2)
            ? days with { Days = DayRange.Of(days.Days.To), Whole = days.Days, How = days.How + ", its last day" }
            : days;

    private static Resolved? ToDays(Atom atom, DateOnly? anchor, Func<Tense> tense, Story? story, DateOnly? notBefore)
    {
        var part = atom.Has('o') ? atom['o'] : 0;
        switch (atom.Kind)
        {
            case AtomKind.Year:
                return new Resolved(Calendar.Year(atom['y']), "the year named", part);
            case AtomKind.YearSpan:
                return YearSpan(atom['y'], atom['z']);
            case AtomKind.Decade:
                return new Resolved(new DayRange(Calendar.Year(atom['y']).From, Calendar.Year(atom['y'] + 9).To), "the decade named", part);
            case AtomKind.Century when atom['n'] is >= 1 and <= 30:
                return new Resolved(new DayRange(Calendar.Year(((atom['n'] - 1) * 100) + 1).From, Calendar.Year(atom['n'] * 100).To), "the century named", part);
            case AtomKind.Day when atom.Has('y') && atom.Rule.Entry.Name is "slash-day" or "dot-day" && !Valid(atom['y'], atom['m'], atom['d']):
                // "14/11/2019": there is no 14th month.
                return Valid(atom['y'], atom['d'], atom['m']) ? new Resolved(DayRange.Of(Calendar.Day(atom['y'], atom['d'], atom['m'])), "the day named") : null;
            case AtomKind.Day when atom.Has('y'):
                return Valid(atom['y'], atom['m'], atom['d']) ? new Resolved(DayRange.Of(Calendar.Day(atom['y'], atom['m'], atom['d'])), "the day named") : null;
            case AtomKind.DayRange or AtomKind.DayAndDay when atom.Has('y'):
                return Days(atom['y'], atom['m'], atom['d'], atom['e']);
            case AtomKind.Month when atom.Has('y'):
                return Parted(DayRange.Month(atom['y'], atom['m']), part, "the month named");
            case AtomKind.MonthRange:
                return Months(atom['y'], atom['m'], atom['n']);
            case AtomKind.Quarter when atom.Has('y') && !atom.Has('n'):
                return Quarter(atom['y'], 4);
            case AtomKind.Quarter when atom.Has('y') && atom['n'] is >= 1 and <= 9:
                return Quarter(atom['y'], atom['n']);
            case AtomKind.Half when atom.Has('y') && atom['n'] is 1 or 2:
                return Half(atom['y'], atom['n']);
            case AtomKind.Season when atom.Has('y'):
                return new Resolved(Calendar.Season(atom['s'], atom['y']), "the season named", part);
            default:
                break;
        }

        if (atom.Kind is AtomKind.WeekOf && (atom.Has('y') || anchor is not null))
        {
            var on = atom.Has('y') && Valid(atom['y'], atom['m'], atom['d']) ? new Resolved(DayRange.Of(Calendar.Day(atom['y'], atom['m'], atom['d'])), "the week named")
                : anchor is { } near ? YearlessDay(atom['m'], atom['d'], near, tense, notBefore) : null;
            return on is { } day ? day with { Days = Calendar.Week(day.Days.From) } : null;
        }

        if (atom.Kind is AtomKind.WeekOfMonth && (atom.Has('y') || anchor is not null))
        {
            return WeekOfMonth(atom, atom.Has('y') ? DayRange.Month(atom['y'], atom['m']) : YearlessMonth(atom['m'], anchor!.Value, tense(), notBefore));
        }

        if (atom.Kind is AtomKind.StoryOffset or AtomKind.StoryWeekday or AtomKind.MonthOfStory && (story?.Days.From ?? anchor) is { } origin)
        {
            return FromStory(atom, origin, story is null ? "counted from the day of writing" : "counted from the day the story is at", part);
        }

        if (atom.Kind is AtomKind.Weekday && !atom.Has('x') && anchor is { } now && story is { Days.IsOneDay: true } told && told.Days.From < now && now.DayNumber - told.Days.From.DayNumber < 7
            && notBefore is null && atom.Rule.Entry.Name is "weekday" && tense() == Tense.FutureInPast)
        {
            // "He had told them on Wednesday that Friday would be too late."
            return Weekday(atom, told.Days.From, tense, null);
        }

        return anchor is { } today ? FromToday(atom, today, tense, notBefore, part) : null;
    }

    private static Resolved? FromToday(Atom atom, DateOnly today, Func<Tense> tense, DateOnly? notBefore, int part)
    {
        var from = DayRange.Iso(today);
        switch (atom.Kind)
        {
            case AtomKind.DayOffset:
                return new Resolved(DayRange.Of(Calendar.Add(today, atom.Rule.Entry.Offset)), $"counted from {from}");
            case AtomKind.Weekday:
                return Weekday(atom, today, tense, notBefore);
            case AtomKind.Weekend:
                return Weekend(today, tense() == Tense.Future || atom.Rule.Entry.Offset > 0 ? 0 : -1, from);
            case AtomKind.Day when atom.Has('x'):
                return Valid(today.Year + atom['x'], atom['m'], atom['d']) ? new Resolved(DayRange.Of(Calendar.Day(today.Year + atom['x'], atom['m'], atom['d'])), $"year counted from {from}") : null;
            case AtomKind.Day:
                return YearlessDay(atom['m'], atom['d'], today, tense, notBefore);
            case AtomKind.DayRange or AtomKind.DayAndDay:
                return YearlessDay(atom['m'], atom['d'], today, tense, notBefore) is { } first ? Days(first.Days.From.Year, atom['m'], atom['d'], atom['e']) : null;
            case AtomKind.Month when atom.Has('x') && atom.Rule.Entry.Name == "month-of-year-deixis":
                return Parted(DayRange.Month(today.Year + atom['x'], atom['m']), part, $"year counted from {from}");
            case AtomKind.Month when atom.Has('x'):
                return Parted(DeicticMonth(atom['m'], atom['x'], today, tense), part, $"counted from {from}");
            case AtomKind.Month:
                return Parted(YearlessMonth(atom['m'], today, tense(), notBefore), part, $"nearest to {from} that fits the {Name(tense())}");
            case AtomKind.Unit:
                return Unit(atom['u'], atom['x'], today, part, from);
            case AtomKind.UnitOfStory:
                return Unit(atom['u'], 0, today, part, from);
            case AtomKind.Ago or AtomKind.Ahead when atom.Rule.Entry.Name is "ago-today" or "from-today" && atom['u'] == 2:
                // "a week from today": that day, no week.
                return new Resolved(DayRange.Of(Calendar.Add(today, 7 * Count(atom) * (atom.Kind is AtomKind.Ago ? -1 : 1))), $"whole weeks counted from {from}");
            case AtomKind.Ago:
                return Shift(today, atom['u'], -Count(atom), $"counted back from {from}");
            case AtomKind.Ahead:
                return Shift(today, atom['u'], Count(atom), $"counted on from {from}");
            case AtomKind.Quarter when atom.Has('x') && atom['n'] is >= 1 and <= 9:
                return Quarter(today.Year + atom['x'], atom['n']);
            case AtomKind.Quarter when atom['n'] is >= 1 and <= 9:
                return NearestQuarter(atom['n'], today, tense());
            case AtomKind.Half when atom.Has('x') && atom['n'] is 1 or 2:
                return Half(today.Year + atom['x'], atom['n']);
            case AtomKind.Half when atom['n'] is 1 or 2:
                return Half(today.Year, atom['n']);
            case AtomKind.Season:
                return Season(atom, today, tense, part, from);
            case AtomKind.MonthDayOnly:
                return MonthDayOnly(atom, today, tense, from);
            case AtomKind.Holiday:
                return YearlessDay(12, 25, today, tense, notBefore);
            default:
                return null;
        }
    }

    private static int Count(Atom atom) => Math.Clamp(atom['n'], 0, 5000);

    private static string Name(Tense tense) => tense switch { Tense.Past => "past tense", Tense.Future => "future", _ => "tense" };

    private static bool Valid(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && year is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(year, month);

    private static Resolved? YearSpan(int first, int last)
    {
        last = last < 100 ? (first / 100 * 100) + last : last;
        last = last < first && last + 100 - first < 100 && last % 100 == last ? last + 100 : last;
        return last > first && last - first <= 400 ? new Resolved(new DayRange(Calendar.Year(first).From, Calendar.Year(last).To), "the years named") : null;
    }

    private static Resolved? Days(int year, int month, int first, int last)
    {
        if (!Valid(year, month, first))
        {
            return null;
        }

        var from = Calendar.Day(year, month, first);
        return last > first && Valid(year, month, last) ? new Resolved(new DayRange(from, Calendar.Day(year, month, last)), "the days named") : null;
    }

    /// <summary>"Nov-Feb 2017" begins in the year before.</summary>
    private static Resolved? Months(int year, int first, int last) =>
        first is >= 1 and <= 12 && last is >= 1 and <= 12 && first != last && year is > 1 and < 9998
            ? new Resolved(new DayRange(DayRange.Month(first < last ? year : year - 1, first).From, DayRange.Month(year, last).To), "the months named") : null;

    private static Resolved? Quarter(int year, int n) =>
        n is >= 1 and <= 4 or 9 ? new Resolved(new DayRange(new DateOnly(year, ((Math.Min(n, 4) - 1) * 3) + 1, 1), new DateOnly(year, Math.Min(n, 4) * 3, 1).AddMonths(1).AddDays(-1)), "the quarter named") : null;

    private static Resolved? NearestQuarter(int n, DateOnly today, Tense tense)
    {
        if (n is > 4 and not 9)
        {
            return null;
        }

        var year = Enumerable.Range(today.Year - 1, 3)
            .Select(y => (Year: y, Quarter: Quarter(y, n)!.Value.Days))
            .MinBy(q => QuarterCost(q.Quarter, today, tense)).Year;
        return Quarter(year, n);
    }

    /// <summary>Days to the quarter, and as many again as its tense is worth where it lies on the other side.</summary>
    private static int QuarterCost(DayRange quarter, DateOnly today, Tense tense)
    {
        const int AgainstQuarterTense = 120;
        var away = quarter.Contains(today) ? 0 : Math.Min(Math.Abs(quarter.From.DayNumber - today.DayNumber), Math.Abs(quarter.To.DayNumber - today.DayNumber));
        var against = tense switch { Tense.Future => quarter.To < today, Tense.Past => quarter.From > today, _ => false };
        return away + (against ? AgainstQuarterTense : 0);
    }

    private static Resolved Half(int year, int n) =>
        new(n == 1 ? new DayRange(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)) : new DayRange(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)), "the half named");

    private static Resolved Parted(DayRange month, int part, string how) => new(part == 0 ? month : Calendar.Part(month, part), how, part);

    private static Resolved? Weekday(Atom atom, DateOnly today, Func<Tense> tense, DateOnly? notBefore)
    {
        var wanted = (DayOfWeek)atom['w'];
        var from = DayRange.Iso(today);
        if (notBefore is { } first)
        {
            return new Resolved(DayRange.Of(Calendar.Add(first, ((int)wanted - (int)first.DayOfWeek + 7) % 7)), "the next such day after the range's first");
        }

        var back = ((int)today.DayOfWeek - (int)wanted + 7) % 7;
        var on = ((int)wanted - (int)today.DayOfWeek + 7) % 7;
        if (atom.Rule.Entry.Name is "weekday-ago" or "weekday-of-ago" or "weekday-from-now")
        {
            // "a week ago Friday": from the Friday that just was, whole weeks.
            var weeks = Math.Clamp(atom['n'], 0, 52);
            return new Resolved(DayRange.Of(Calendar.Add(today, atom.Rule.Entry.Offset < 0 ? -back - (7 * weeks) : on + (7 * weeks))), $"whole weeks counted from {from}");
        }

        if (atom.Has('x'))
        {
            if (atom.Rule.Entry.Name is "weekday-of-week" or "week-weekday")
            {
                var monday = Calendar.Week(Calendar.Add(today, atom['x'] * 7)).From;
                return new Resolved(DayRange.Of(Calendar.Add(monday, ((int)wanted + 6) % 7)), $"that day of the week counted from {from}");
            }

            var offset = atom['x'] switch
            {
                -1 => back == 0 ? -7 : -back,
                1 => on == 0 ? 7 : on,
                _ => tense() == Tense.Past ? -back : on,
            };
            return new Resolved(DayRange.Of(Calendar.Add(today, offset)), $"counted from {from}");
        }

        return tense() is Tense.Future or Tense.FutureInPast
            ? new Resolved(DayRange.Of(Calendar.Add(today, on)), $"the first such day from {from} on, for what is to come")
            : new Resolved(DayRange.Of(Calendar.Add(today, -back)), $"the latest such day up to {from}");
    }

    private static Resolved Weekend(DateOnly today, int which, string from)
    {
        var saturday = Calendar.Add(Calendar.Week(today).From, 5);
        if (which < 0 && saturday > today)
        {
            saturday = Calendar.Add(saturday, -7);
        }

        return new Resolved(new DayRange(saturday, Calendar.Add(saturday, 1)), $"counted from {from}");
    }

    private static Resolved? YearlessDay(int month, int day, DateOnly today, Func<Tense> tense, DateOnly? notBefore)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        DateOnly? best = null;
        var bestScore = int.MaxValue;
        Tense? read = null;
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            if (!Valid(year, month, day))
            {
                continue;
            }

            var on = Calendar.Day(year, month, day);
            var distance = on.DayNumber - today.DayNumber;
            if (notBefore is { } first && on < first)
            {
                continue;
            }

            // Within a month there is nothing to decide.
            var score = Math.Abs(distance);
            if (score > 30)
            {
                read ??= tense();
                score += (read == Tense.Past && distance > 0) || (read == Tense.Future && distance < 0) ? AgainstTense : 0;
                score += read == Tense.Unknown && distance > 0 ? 30 : 0;
            }

            (best, bestScore) = score < bestScore ? (on, score) : (best, bestScore);
        }

        return best is { } found ? new Resolved(DayRange.Of(found), $"the year nearest to {DayRange.Iso(today)} that fits the tense") : null;
    }

    private static DayRange YearlessMonth(int month, DateOnly today, Tense tense, DateOnly? notBefore)
    {
        var best = DayRange.Month(today.Year, month);
        var bestScore = int.MaxValue;
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            var range = DayRange.Month(year, month);
            if (notBefore is { } first && range.To < first)
            {
                continue;
            }

            var distance = (year * 12) + month - (today.Year * 12) - today.Month;
            var score = Math.Abs(distance) * 30;
            score += (tense == Tense.Past && distance > 0) || (tense == Tense.Future && distance < 0) ? MonthAgainstTense : 0;
            score += tense == Tense.Unknown && distance > 0 ? 100 : 0;
            (best, bestScore) = score < bestScore ? (range, score) : (best, bestScore);
        }

        return best;
    }

    private static DayRange DeicticMonth(int month, int x, DateOnly today, Func<Tense> tense)
    {
        var year = x switch
        {
            -1 => month < today.Month ? today.Year : today.Year - 1,
            1 => month > today.Month ? today.Year : today.Year + 1,
            _ => today.Year,
        };
        return x == 0 && tense() == Tense.Unknown ? DayRange.Month(today.Year, month) : DayRange.Month(year, month);
    }

    /// <summary>The first seven days of a month are its first week; the last seven its last.</summary>
    private static Resolved? WeekOfMonth(Atom atom, DayRange month)
    {
        if (atom.Rule.Entry.Offset < 0)
        {
            return new Resolved(new DayRange(month.To.AddDays(-6), month.To), "the month's last seven days");
        }

        var first = month.From.AddDays((atom['n'] - 1) * 7);
        return atom['n'] is >= 1 and <= 4 ? new Resolved(new DayRange(first, first.AddDays(6)), "seven days of the month") : null;
    }

    private static Resolved? Unit(int unit, int x, DateOnly today, int part, string from)
    {
        var how = $"counted from {from}";
        return unit switch
        {
            2 => new Resolved(Calendar.Week(Calendar.Add(today, x * 7)), how, part),
            3 => Parted(Calendar.Month(today, x), part, how),
            4 => new Resolved(Calendar.Year(today.Year + x), how, part),
            5 => new Resolved(new DayRange(Calendar.Year((today.Year / 10 * 10) + (x * 10)).From, Calendar.Year((today.Year / 10 * 10) + (x * 10) + 9).To), how, part),
            6 => new Resolved(new DayRange(Calendar.Year((((today.Year - 1) / 100) + x) * 100 + 1).From, Calendar.Year((((today.Year - 1) / 100) + x + 1) * 100).To), how, part),
            7 => new Resolved(QuarterOf(today, x), how, part),
            8 => x < 0 ? LastWeekend(today, how) : Weekend(Calendar.Add(today, 7 * x), 0, from),
            _ => null,
        };
    }

    private static Resolved LastWeekend(DateOnly today, string how)
    {
        var sunday = Calendar.Add(Calendar.Week(today).From, -1);
        return new Resolved(new DayRange(Calendar.Add(sunday, -1), sunday), how);
    }

    private static DayRange QuarterOf(DateOnly today, int x)
    {
        var first = Calendar.Month(new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1), x * 3).From;
        return new DayRange(first, first.AddMonths(3).AddDays(-1));
    }

    private static Resolved? Season(Atom atom, DateOnly today, Func<Tense> tense, int part, string from)
    {
        var season = atom['s'];
        var how = $"counted from {from}";
        if (atom.Has('x') && atom.Rule.Entry.Name == "season-deixis-year")
        {
            return new Resolved(Calendar.Season(season, today.Year + atom['x']), how, part);
        }

        var all = Enumerable.Range(today.Year - 2, 5).Select(y => Calendar.Season(season, y)).ToList();
        var x = atom.Has('x') ? atom['x'] : tense() is Tense.Future or Tense.FutureInPast ? 2 : 3;
        var found = x switch
        {
            -1 => all.Last(r => r.To < today),
            1 or 2 => all.First(r => r.To >= today && (x == 2 || r.From > today)),
            3 => all.Last(r => r.From <= today),
            _ => Calendar.Season(season, season == 1 && today.Month < 3 ? today.Year - 1 : today.Year),
        };
        return new Resolved(found, how, part);
    }

    private static Resolved? MonthDayOnly(Atom atom, DateOnly today, Func<Tense> tense, string from)
    {
        var day = atom['d'];
        var months = atom.Has('x') ? atom['x'] : 0;
        if (!atom.Has('x'))
        {
            var read = tense();
            months = read == Tense.Past && day > today.Day ? -1 : read == Tense.Future && day < today.Day ? 1 : 0;
        }

        var month = Calendar.Month(today, months).From;
        return Valid(month.Year, month.Month, day) ? new Resolved(DayRange.Of(Calendar.Day(month.Year, month.Month, day)), $"the month counted from {from}") : null;
    }

    private static Resolved? FromStory(Atom atom, DateOnly origin, string how, int part)
    {
        switch (atom.Kind)
        {
            case AtomKind.StoryWeekday:
                var wanted = (DayOfWeek)atom['w'];
                var ahead = ((int)wanted - (int)origin.DayOfWeek + 7) % 7;
                var back = ((int)origin.DayOfWeek - (int)wanted + 7) % 7;
                return new Resolved(DayRange.Of(Calendar.Add(origin, atom.Rule.Entry.Offset < 0 ? (back == 0 ? -7 : -back) : ahead == 0 ? 7 : ahead)), how);
            case AtomKind.MonthOfStory when atom.Rule.Entry.Name is "following-month-named":
                return new Resolved(DayRange.Month(Math.Clamp(atom['m'] > origin.Month ? origin.Year : origin.Year + 1, 1, 9998), atom['m']), how);
            case AtomKind.MonthOfStory:
                return Parted(DayRange.Month(Math.Clamp(origin.Year + atom.Rule.Entry.Offset, 1, 9998), atom['m']), part, how);
            default:
                var count = atom.Rule.Entry.Count ?? (atom.Has('n') ? Count(atom) : 1);
                if (atom.Rule.Entry.Name is "same-month-last-year" && atom['u'] != 3)
                {
                    return null;
                }

                if (count > MostStoryUnits || atom.Rule.Entry.Name is "after-told" or "before-told" or "ahead-told" && atom['u'] > 1)
                {
                    // "Five years after its launch" counts from a day that is not told.
                    return null;
                }

                return Shift(origin, atom.Has('u') ? atom['u'] : 1, count * atom.Rule.Entry.Offset, how);
        }
    }

    private static Resolved? Shift(DateOnly day, int unit, int count, string how) => unit switch
    {
        1 => new Resolved(DayRange.Of(Calendar.Add(day, count)), how),
        // "a week ago" is a day for a chronology; TIMEX3 writes its week.
        2 => new Resolved(DayRange.Of(Calendar.Add(day, count * 7)), how, 0, Calendar.Week(Calendar.Add(day, count * 7))),
        3 => new Resolved(Calendar.Month(day, count), how),
        4 => new Resolved(Calendar.Year(day.Year + count), how),
        5 => new Resolved(Calendar.Year(day.Year + (count * 10)), how),
        7 => new Resolved(QuarterOf(day, count), how),
        _ => null,
    };
}
