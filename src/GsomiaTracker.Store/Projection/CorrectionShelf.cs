using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// The corrections that hold, bound to the stories as they are now: a correction that named an article keeps hold of it when an earlier take gives
/// the story another id.
/// </summary>
internal sealed class CorrectionShelf(SqliteConnection connection) : IDisposable
{
    private static readonly CorrectionAct[] OfReadings = [CorrectionAct.Amend, CorrectionAct.Reject, CorrectionAct.Add, CorrectionAct.Header];

    private readonly Command _all = new(connection, """
        SELECT c."Sequence", c."Act", COALESCE(t."Story", c."Article"), c."Target", c."Field", c."Value", c."Author", c."RecordedAt", c."Reason", c."Seconder"
        FROM "Corrections" c LEFT JOIN "Takes" t ON t."ArticleId" = c."Article" ORDER BY c."Sequence"
        """, 0);

    private IReadOnlyList<Correction>? _active;
    private ILookup<string?, Correction>? _readings;

    /// <summary>All corrections, undone ones included.</summary>
    public IReadOnlyList<Correction> All { get; private set; } = [];

    /// <summary>Those that hold, in order.</summary>
    public IReadOnlyList<Correction> Active(SqliteTransaction transaction)
    {
        if (_active is null)
        {
            using var rows = _all.Rows(transaction);
            var all = new List<Correction>();
            while (rows.Read())
            {
                all.Add(new Correction(
                    rows.GetInt64(0),
                    Vocabulary.TryParse<CorrectionAct>(rows.GetString(1), out var act) ? act : throw new InvalidDataException($"Correction {rows.GetInt64(0)} has the unknown act '{rows.GetString(1)}'."),
                    Text(rows, 2),
                    rows.GetString(3),
                    Text(rows, 4),
                    Text(rows, 5),
                    rows.GetString(6),
                    new DateTimeOffset(rows.GetInt64(7), TimeSpan.Zero),
                    rows.GetString(8),
                    Text(rows, 9)));
            }

            All = all;
            _active = ActiveCorrections.Of(all);
            _readings = _active.Where(c => OfReadings.Contains(c.Act)).ToLookup(c => c.Article);
        }

        return _active;
    }

    /// <summary>A take as the chronicle sees it: corrected, in its place in known time; and whether it is retracted.</summary>
    public (ArticleRevision Take, bool Retracted) Apply(SqliteTransaction transaction, ArticleRevision take, TimeZoneInfo zone)
    {
        var active = Active(transaction);
        if (active.Count == 0)
        {
            return (take, false);
        }

        var retracted = active.Any(c => c.Act == CorrectionAct.Retract && (c.Article ?? c.Target) == take.Article && (c.Field is null || c.Field == take.Revision));
        var own = _readings![take.Article].Concat(_readings[null]).ToList();
        if (own.Count == 0)
        {
            return (take, retracted);
        }

        var reading = CorrectionOverlay.Apply(take.Reading, take.Text, take.Article, own).Reading;
        var moved = reading.Header.Published is { } published && published != take.Reading.Header.Published;
        return (take with { Reading = reading, KnownSince = moved ? reading.Header.Published!.KnownSince(zone) : take.KnownSince }, retracted);
    }

    /// <summary>Corrections or stories have changed: ask again.</summary>
    public void Clear() => _active = null;

    public void Dispose() => _all.Dispose();

    private static string? Text(Rows rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
}
