using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>What was known of an event and when: one row for each stretch of known-time, the last one open.</summary>
internal sealed class VersionShelf(SqliteConnection connection, Dossier dossier) : IDisposable
{
    private const int MostDays = 20_000;

    private readonly Gazetteer _places = new(dossier);

    /// <summary>Days that are in their table, known since then or earlier.</summary>
    private readonly Dictionary<(int From, int To), DateTimeOffset> _daysKept = [];
    private readonly Command _close = new(connection, """
        UPDATE "EventVersions" SET "KnownUntil" = $1 WHERE "EventId" = $0 AND "KnownUntil" = $2
        """, 3);
    private readonly Command _write = new(connection, """
        INSERT INTO "EventVersions" ("EventId", "KnownFrom", "KnownUntil", "FirstKnown", "PublicId", "Slug", "Kind", "Status", "Title",
            "DayFrom", "DayTo", "Place", "Countries", "People", "Sources", "Reports", "Withdrawn")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """, 17);
    private readonly Command _days = new(connection, """
        INSERT INTO "Days" ("DayFrom", "DayTo", "FirstKnown") VALUES ($0, $1, $2)
        ON CONFLICT ("DayFrom", "DayTo") DO UPDATE SET "FirstKnown" = $2 WHERE "FirstKnown" > $2
        """, 3);
    private readonly Command _clearDays = new(connection, """DELETE FROM "Days" """, 0);
    private readonly Command _drop = new(connection, """DELETE FROM "EventVersions" WHERE "EventId" = $0 AND "KnownFrom" >= $1""", 2);
    private readonly Command _dropGroups = new(connection, """DELETE FROM "EventVersions" WHERE "EventId" < 0""", 0);
    private readonly Command _clear = new(connection, """DELETE FROM "EventVersions" """, 0);
    private readonly Command _reopen = new(connection, """
        UPDATE "EventVersions" SET "KnownUntil" = $2 WHERE "EventId" = $0 AND "KnownUntil" >= $1 AND "KnownUntil" < $2
        """, 3);

    /// <summary>Notes what is known of an event from an instant on, for <see cref="Write"/>.</summary>
    /// <param name="reports">All its reports known by then, in the order of the fold.</param>
    public void Note(LiveEvent live, IReadOnlyList<Report> reports, DateTimeOffset known)
    {
        var noted = new Noted(known, reports[0], reports.Count == 1 ? null : EventView.Line(reports, live.Cluster.Id, dossier, _places, ""));
        if (live.Versions is [.., var last] && last.From == known)
        {
            live.Versions[^1] = noted;
        }
        else
        {
            (live.Versions ??= new(1)).Add(noted);
        }
    }

    /// <summary>Writes down what was noted of an event, in order of known-time.</summary>
    /// <param name="id">The event's id outside of this database.</param>
    /// <param name="stored">True where it has rows of before already.</param>
    public void Write(SqliteTransaction transaction, long eventId, string id, bool stored, ReadOnlySpan<Noted> noted)
    {
        if (stored && noted.Length > 0)
        {
            // A merged event has rows from the other's instants as well; they are written again with the merge.
            _drop.Run(transaction, eventId, noted[0].From);
            _close.Run(transaction, eventId, noted[0].From, ArchiveCommands.Forever);
        }

        for (var i = 0; i < noted.Length; i++)
        {
            var line = noted[i].Line ?? EventView.Line([noted[i].First], id, dossier, _places, "");
            Insert(transaction, eventId, line, ReportId.Slug(noted[i].First, id), noted[i].From, i + 1 < noted.Length ? noted[i + 1].From : ArchiveCommands.Forever);
        }
    }

    /// <summary>Writes all stretches of an event that has none.</summary>
    public void WriteHistory(SqliteTransaction transaction, long eventId, IReadOnlyList<Told> told)
    {
        var first = told[0].Report.KnownSince;
        var instants = told.Select(t => t.Report.KnownSince).Concat(told.Select(t => t.SilencedAt ?? first)).Where(i => i >= first).Distinct().Order();
        foreach (var instant in instants)
        {
            _close.Run(transaction, eventId, instant, ArchiveCommands.Forever);
            var line = EventLine.Of(EventView.At(told, instant, instant, dossier, _places));
            Insert(transaction, eventId, line, line.Slug, instant, ArchiveCommands.Forever);
        }
    }

    /// <summary>Takes back an event's whole history.</summary>
    public void DropAll(SqliteTransaction transaction, long eventId) => _drop.Run(transaction, eventId, DateTimeOffset.MinValue);

    /// <summary>Takes back the histories of all merged and split events: their ids are below zero.</summary>
    public void DropGroups(SqliteTransaction transaction) => _dropGroups.Run(transaction);

    private void Insert(SqliteTransaction transaction, long eventId, EventLine line, string slug, DateTimeOffset from, DateTimeOffset until)
    {
        var (dayFrom, dayTo) = DaysOf(line);
        if (!_daysKept.TryGetValue((dayFrom, dayTo), out var since) || line.KnownSince < since)
        {
            if (_daysKept.Count > MostDays)
            {
                _daysKept.Clear();
            }

            _days.Run(transaction, dayFrom, dayTo, line.KnownSince);
            _daysKept[(dayFrom, dayTo)] = line.KnownSince;
        }

        _write.With(eventId).With(from).With(until).With(line.KnownSince).With(line.Id).With(slug).With((int)line.Kind).With((int)line.Status).With(line.Title)
            .With(dayFrom).With(dayTo).With(line.Place).With(Joined(line.Countries)).With(Joined(line.People)).With(line.Sources).With(line.Reports).With(line.Withdrawn ? 1 : 0)
            .Run();
    }

    /// <summary>A line as a row that is open at its end.</summary>
    public static Tables.EventVersionRow RowOf(long eventId, EventLine line, DateTimeOffset known) => new()
    {
        EventId = eventId,
        KnownFrom = known,
        KnownUntil = ArchiveCommands.Forever,
        FirstKnown = line.KnownSince,
        PublicId = line.Id,
        Slug = line.Slug,
        Kind = line.Kind,
        Status = line.Status,
        Title = line.Title,
        DayFrom = DaysOf(line).From,
        DayTo = DaysOf(line).To,
        Place = line.Place,
        Countries = Joined(line.Countries),
        People = Joined(line.People),
        Sources = line.Sources,
        Reports = line.Reports,
        Withdrawn = line.Withdrawn,
    };

    private static (int From, int To) DaysOf(EventLine line) =>
        line.Days is { } days ? (days.From.DayNumber, days.To.DayNumber) : (DateOnly.MaxValue.DayNumber, DateOnly.MaxValue.DayNumber);

    private static string Joined(IReadOnlyList<string> words) => words.Count switch { 0 => "", 1 => words[0], _ => string.Join(',', words) };

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Forget() => _daysKept.Clear();

    /// <summary>Takes back what became known of events at that instant or later.</summary>
    public void Undo(SqliteTransaction transaction, DateTimeOffset from, IEnumerable<long> events)
    {
        foreach (var id in events)
        {
            _drop.Run(transaction, id, from);
            _reopen.Run(transaction, id, from, ArchiveCommands.Forever);
        }
    }

    /// <summary>Throws all histories away.</summary>
    public void Clear(SqliteTransaction transaction)
    {
        Forget();
        _clear.Run(transaction);
        _clearDays.Run(transaction);
    }

    public void Dispose()
    {
        Command[] commands = [_close, _write, _drop, _dropGroups, _clear, _days, _clearDays, _reopen];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }
}
