using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>The year of a day that is printed without one.</summary>
internal static class Years
{
    /// <summary>The year that brings the day nearest to <paramref name="near"/>; without that, the one inside the dossier's days when there is just one.</summary>
    public static int? Nearest(int month, int day, Dossier dossier, DateOnly? near)
    {
        if (near is { } anchor)
        {
            return Enumerable.Range(anchor.Year - 1, 3).MinBy(y => Math.Abs(On(y, month, day).DayNumber - anchor.DayNumber));
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

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
