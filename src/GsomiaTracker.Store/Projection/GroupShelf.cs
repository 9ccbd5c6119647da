using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// Events that editors have merged or split. The fold goes on as if they had not; only what is shown is grouped anew, and since editors have
/// hindsight, for every moment. Such events are few, so their whole history is written again after each change.
/// </summary>
internal sealed class GroupShelf(SqliteConnection connection, CorrectionShelf corrections, PlaceShelf places, VersionShelf versions, Func<SqliteTransaction, long, List<Told>> told) : IDisposable
{
    private readonly Command _eventOf = new(connection, """SELECT "EventId" FROM "Reports" WHERE "PublicId" = $0 ORDER BY "Id" LIMIT 1""", 1);
    private readonly Command _reportId = new(connection, """SELECT "Id" FROM "Reports" WHERE "PublicId" = $0 ORDER BY "Id" LIMIT 1""", 1);

    /// <summary>Writes again the histories of all events that any merge or split, undone ones included, has ever named.</summary>
    public void Rewrite(SqliteTransaction transaction)
    {
        var active = corrections.Active(transaction);
        var named = new SortedSet<long>();
        foreach (var act in corrections.All.Where(c => c.Act is CorrectionAct.Merge or CorrectionAct.Split))
        {
            string?[] names = act.Act == CorrectionAct.Merge ? [act.Target, act.Field] : [act.Target];
            foreach (var name in names)
            {
                if (name is not null && _eventOf.Scalar(transaction, ReportId.FromSlug(name)) is long id)
                {
                    named.Add(id);
                }
            }
        }

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

    public void Dispose()
    {
        _eventOf.Dispose();
        _reportId.Dispose();
    }

    private long RowOf(SqliteTransaction transaction, Report report) => (long)_reportId.Scalar(transaction, ReportId.Of(report))!;
}
