using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>The year of a day that is printed without one.</summary>
internal static class Years
{
    /// <summary>
    /// The year that brings the day nearest to <paramref name="near"/>; without that, the one that a weekday printed beside it has (of six years in a row one does, rarely
    /// two: the one nearest to the dossier's days); without that too, the one inside the dossier's days when there is just one.
    /// </summary>
    public static int? Nearest(int month, int day, Dossier dossier, DateOnly? near, DayOfWeek? weekday = null)
    {
        if (near is { } anchor)
        {
            return Enumerable.Range(anchor.Year - 1, 3).MinBy(y => Math.Abs(On(y, month, day).DayNumber - anchor.DayNumber));
        }

        var years = Enumerable.Range(dossier.FirstDay.Year - 1, dossier.LastDay.Year - dossier.FirstDay.Year + 3).Where(y => On(y, month, day).DayOfWeek == weekday).ToList();
        if (years.Count > 0)
        {
            return years.MinBy(y => Outside(On(y, month, day), dossier));
        }

        int? found = null;
        for (var year = dossier.FirstDay.Year; year <= dossier.LastDay.Year; year++)
        {
            var on = On(year, month, day);
            if (dossier.FirstDay <= on && on <= dossier.LastDay)
            {
                if (found is not null)
                {
                    return null;
                }

                found = year;
            }
        }

        return found;
    }

    /// <summary>Days between a day and the dossier's; 0 inside them.</summary>
    private static int Outside(DateOnly on, Dossier dossier) => Math.Max(0, Math.Max(dossier.FirstDay.DayNumber - on.DayNumber, on.DayNumber - dossier.LastDay.DayNumber));

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
