using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Queries.Timeline;

/// <summary>A line of the timeline: an event as it was known at the moment asked for.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Days">Null where they were not known.</param>
/// <param name="KnownSince">Since when the event is known.</param>
/// <param name="StateSince">Since when it is known as it stands here.</param>
public sealed record TimelineLine(
    string Id,
    string Slug,
    EventKind Kind,
    string Title,
    DayRange? Days,
    EventStatus Status,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> People,
    string? Place,
    int Sources,
    int Reports,
    DateTimeOffset KnownSince,
    DateTimeOffset StateSince);

/// <summary>The end of a page: the next one goes on after this line.</summary>
public sealed record TimelinePlace(int DayFrom, int DayTo, DateTimeOffset KnownSince, string Id)
{
    /// <summary>Before the first event of a day and all after it.</summary>
    public static TimelinePlace Before(DateOnly day) => new(day.DayNumber, 0, DateTimeOffset.MinValue, "");
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineLine> Lines, TimelinePlace? Next);

/// <summary>
/// A page of the timeline as of a moment, from a record of any size: by day, then by becoming known, those without days last. What was not known then
/// costs nothing: days of which nothing was known yet are passed over, and within a day the index is read only as far as the moment.
/// </summary>
public sealed class TimelineQuery(TrackerStore store)
{
    private const string Columns = """
        v."PublicId", v."Slug", v."Kind", v."Title", v."DayFrom", v."DayTo", v."Status", v."Countries", v."People", v."Place", v."Sources", v."Reports", v."FirstKnown", v."KnownFrom"
        """;

    /// <summary>The rest of the days on which the last page ended.</summary>
    private const string SameDays = $"""
        SELECT {Columns} FROM "EventVersions" v
        WHERE v."DayFrom" = $from AND v."DayTo" = $to AND v."FirstKnown" >= $known AND v."FirstKnown" <= $moment AND (v."FirstKnown" > $known OR v."PublicId" > $id)
        AND v."KnownFrom" <= $moment AND v."KnownUntil" > $moment AND v."Withdrawn" = 0
        ORDER BY v."FirstKnown", v."PublicId" LIMIT $most
        """;

    /// <summary>The days after it. CROSS JOIN: days first, whatever the statistics say.</summary>
    private const string LaterDays = $"""
        SELECT {Columns} FROM "Days" d CROSS JOIN "EventVersions" v
        ON v."DayFrom" = d."DayFrom" AND v."DayTo" = d."DayTo" AND v."FirstKnown" <= $moment
        AND v."KnownFrom" <= $moment AND v."KnownUntil" > $moment AND v."Withdrawn" = 0
        WHERE (d."DayFrom", d."DayTo") > ($from, $to) AND d."FirstKnown" <= $moment
        ORDER BY d."DayFrom", d."DayTo", v."FirstKnown", v."PublicId" LIMIT $most
        """;

    /// <param name="asOf">The moment; null for the whole record.</param>
    /// <param name="after">Where the page begins; null for the beginning.</param>
    /// <param name="most">How many lines a page has.</param>
    public TimelinePage Page(DateTimeOffset? asOf, TimelinePlace? after, int most)
    {
        using var connection = store.Connect();
        var moment = asOf?.UtcTicks ?? ArchiveCommands.Forever.UtcTicks - 1;
        var place = after ?? new TimelinePlace(-1, -1, DateTimeOffset.MinValue, "");
        var lines = new List<TimelineLine>(most);
        TimelinePlace? last = null;
        foreach (var sql in after is null ? [LaterDays] : new[] { SameDays, LaterDays })
        {
            if (lines.Count < most)
            {
                last = Read(connection, sql, moment, place, most - lines.Count, lines) ?? last;
            }
        }

        return new TimelinePage(lines, lines.Count == most ? last : null);
    }

    private static TimelinePlace? Read(SqliteConnection connection, string sql, long moment, TimelinePlace place, int most, List<TimelineLine> lines)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$from", place.DayFrom);
        command.Parameters.AddWithValue("$to", place.DayTo);
        if (ReferenceEquals(sql, SameDays))
        {
            command.Parameters.AddWithValue("$known", place.KnownSince.UtcTicks);
            command.Parameters.AddWithValue("$id", place.Id);
        }

        command.Parameters.AddWithValue("$moment", moment);
        command.Parameters.AddWithValue("$most", most);
        TimelinePlace? last = null;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (from, to) = (rows.GetInt32(4), rows.GetInt32(5));
            var known = new DateTimeOffset(rows.GetInt64(12), TimeSpan.Zero);
            lines.Add(new TimelineLine(
                rows.GetString(0),
                rows.GetString(1),
                (EventKind)rows.GetInt32(2),
                rows.GetString(3),
                from == DateOnly.MaxValue.DayNumber ? null : new DayRange(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to)),
                (EventStatus)rows.GetInt32(6),
                List(rows.GetString(7)),
                List(rows.GetString(8)),
                rows.IsDBNull(9) ? null : rows.GetString(9),
                rows.GetInt32(10),
                rows.GetInt32(11),
                known,
                new DateTimeOffset(rows.GetInt64(13), TimeSpan.Zero)));
            last = new TimelinePlace(from, to, known, rows.GetString(0));
        }

        return last;
    }

    private static string[] List(string words) => words.Length == 0 ? [] : words.Split(',');
}
