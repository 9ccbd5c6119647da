using GsomiaTracker.Domain.Corrections;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>A report in its event, and the instant from which a later take of its story speaks in its place; null while none does.</summary>
public readonly record struct Told(Report Report, DateTimeOffset? SilencedAt);

/// <summary>
/// Merges and splits laid over the fold's events: in order of sequence, reversible by leaving them out. Reports, not events, are what they are
/// bound to, so every id of both sides goes on leading somewhere.
/// </summary>
public static class EventGroups
{
    /// <param name="groups">Reports of each event in known order.</param>
    /// <param name="corrections">Those that hold, in order of sequence.</param>
    /// <param name="order">Place of a report in known order.</param>
    public static (IReadOnlyList<IReadOnlyList<Told>> Groups, IReadOnlyList<Orphan> Orphans) Apply(
        IEnumerable<IReadOnlyList<Told>> groups, IEnumerable<Correction> corrections, Func<Report, (int Take, int Finding)> order)
    {
        var all = groups.Select(g => (List<Told>?)[.. g]).ToList();
        var acts = corrections.Where(c => c.Act is CorrectionAct.Merge or CorrectionAct.Split).ToList();
        var orphans = new List<Orphan>();
        if (acts.Count > 0)
        {
            var place = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < all.Count; i++)
            {
                foreach (var told in all[i]!)
                {
                    place.TryAdd(ReportId.Of(told.Report), i);
                }
            }

            foreach (var act in acts)
            {
                if (Apply(act, all, place, order) is { } reason)
                {
                    orphans.Add(new Orphan(act, reason));
                }
            }
        }

        return ([.. all.Where(g => g is { Count: > 0 })!], orphans);
    }

    private static string? Apply(Correction act, List<List<Told>?> all, Dictionary<string, int> place, Func<Report, (int Take, int Finding)> order)
    {
        if (!place.TryGetValue(ReportId.FromSlug(act.Target), out var one))
        {
            return $"there is no event {act.Target}";
        }

        if (act.Act == CorrectionAct.Merge)
        {
            if (!place.TryGetValue(ReportId.FromSlug(act.Field ?? ""), out var other))
            {
                return $"there is no event {act.Field}";
            }

            if (one != other)
            {
                Move(all[other]!, one, all, place, order);
                all[other] = null;
            }

            return null;
        }

        // Split: the named reports leave the event together and form one of their own.
        var names = (act.Field ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var leaving = all[one]!.Where(t => names.Contains(ReportId.Of(t.Report)) || names.Contains(t.Report.Finding.Key.Value) || names.Contains(t.Report.Article)).ToList();
        if (leaving.Count == 0)
        {
            return $"none of its reports goes by {act.Field}";
        }

        if (leaving.Count < all[one]!.Count)
        {
            all[one]!.RemoveAll(leaving.Contains);
            all.Add([]);
            Move(leaving, all.Count - 1, all, place, order);
        }

        return null;
    }

    private static void Move(List<Told> reports, int to, List<List<Told>?> all, Dictionary<string, int> place, Func<Report, (int Take, int Finding)> order)
    {
        foreach (var told in reports)
        {
            place[ReportId.Of(told.Report)] = to;
        }

        all[to] = [.. all[to]!.Concat(reports).OrderBy(t => order(t.Report))];
    }
}
