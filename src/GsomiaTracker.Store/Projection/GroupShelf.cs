using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// Events that editors have merged or split. The fold goes on as if they had not; only what is shown is grouped anew, and since editors have
/// hindsight, for every moment. Such events are few, so their whole history is written again after each change.
/// </summary>
internal sealed class GroupShelf(SqliteConnection connection, CorrectionShelf corrections, TakeShelf takes, PlaceShelf places, VersionShelf versions, Func<SqliteTransaction, long, List<Told>> told) : IDisposable
{
    // Names are asked for with merges and splits alone, so reports have no index of them: the first question after a start looks through all.
    private readonly Command _named = new(connection, """SELECT "PublicId", "RevisionId" FROM "Reports" WHERE "PublicId" IN (SELECT "value" FROM json_each($0))""", 1);
    private readonly Command _reportId = new(connection, """SELECT "Id" FROM "Reports" WHERE "EventId" = $0 AND "PublicId" = $1 ORDER BY "Id" LIMIT 1""", 2);

    /// <summary>Names and the texts whose reports they name: that never changes.</summary>
    private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);

    /// <summary>Writes again the histories of all events that any merge or split, undone ones included, has ever named.</summary>
    public void Rewrite(SqliteTransaction transaction)
    {
        var active = corrections.Active(transaction);
        var names = corrections.All.Where(c => c.Act is CorrectionAct.Merge or CorrectionAct.Split)
            .SelectMany(c => c.Act == CorrectionAct.Merge ? new[] { c.Target, c.Field } : [c.Target])
            .OfType<string>().Select(ReportId.FromSlug).ToHashSet(StringComparer.Ordinal);
        var named = EventsOf(transaction, names);
        if (named.Count == 0)
        {
            versions.DropGroups(transaction);
            return;
        }

        var groups = new List<IReadOnlyList<Told>>();
        var order = new Dictionary<Report, (int, int)>(ReferenceEqualityComparer.Instance);
        var opened = new Dictionary<Report, long>(ReferenceEqualityComparer.Instance);
        foreach (var id in named)
        {
            var members = told(transaction, id);
            groups.Add(members);
            opened[members[0].Report] = id;
            for (var i = 0; i < members.Count; i++)
            {
                order[members[i].Report] = ((int)places.PlaceOf(transaction, members[i].Report.Revision), i);
            }
        }

        versions.DropGroups(transaction);
        foreach (var id in named)
        {
            versions.DropAll(transaction, id);
        }

        foreach (var group in EventGroups.Apply(groups, active, r => order[r]).Groups)
        {
            var first = group[0].Report;
            versions.WriteHistory(transaction, opened.TryGetValue(first, out var id) ? id : -RowOf(transaction, first) - 1, group);
        }
    }

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Forget() => _revisions.Clear();

    public void Dispose()
    {
        _named.Dispose();
        _reportId.Dispose();
    }

    /// <summary>The events that reports of these names tell; of names that nothing on the record goes by, nothing.</summary>
    private SortedSet<long> EventsOf(SqliteTransaction transaction, HashSet<string> names)
    {
        var unknown = names.Where(n => !_revisions.ContainsKey(n)).ToList();
        if (unknown.Count > 0)
        {
            using var rows = _named.Rows(transaction, System.Text.Json.JsonSerializer.Serialize(unknown));
            while (rows.Read())
            {
                _revisions[rows.GetString(0)] = rows.GetInt64(1);
            }
        }

        var events = new SortedSet<long>();
        foreach (var name in names)
        {
            if (_revisions.TryGetValue(name, out var revisionId) && EventOf(transaction, revisionId, name) is { } id)
            {
                events.Add(id);
            }
        }

        return events;
    }

    private long? EventOf(SqliteTransaction transaction, long revisionId, string name)
    {
        var take = takes.Get(transaction, revisionId).Take;
        var told = places.ToldOf(transaction, revisionId);
        for (var i = 0; i < told.Length; i++)
        {
            if (ReportId.Of(take.Revision, take.Reading.Events[i].Key) == name)
            {
                return told[i];
            }
        }

        return null;
    }

    private long RowOf(SqliteTransaction transaction, Report report)
    {
        var name = ReportId.Of(report);
        var id = EventOf(transaction, takes.IdOf(transaction, report.Revision), name) ?? throw new InvalidDataException($"The report {name} is in no event.");
        return (long)_reportId.Scalar(transaction, id, name)!;
    }
}
