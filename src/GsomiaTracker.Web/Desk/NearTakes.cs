using System.Runtime.CompilerServices;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// The takes of a record that a new text could touch. What filing the text changes shows on these alone, so that a preview need not fold the rest: the same changes, but for the
/// title that an event of other articles bears where one of these only mentions it in passing, and, once in some 190 texts, a report that two events contend for.
/// </summary>
/// <param name="Telling">Texts that tell an event which one of the new text's could be (by the keys of <see cref="EventBlocking"/>, either way round), all that tell the same, and the story's own takes.</param>
/// <param name="Holding">Texts that have a position of the same holder on the same issue.</param>
public sealed record NearTakes(IReadOnlySet<string> Telling, IReadOnlySet<string> Holding)
{
    /// <summary>A record of so few takes is folded whole.</summary>
    public const int FoldedWhole = 300;

    private static readonly ConditionalWeakTable<ArticleRevision, Filed> _filed = [];

    /// <param name="takes">The record's takes, corrections laid over their readings.</param>
    /// <param name="before">What they are folded into.</param>
    /// <param name="draft">The new text as a take.</param>
    public static NearTakes Of(IEnumerable<ArticleRevision> takes, Chronicle before, ArticleRevision draft, Dossier dossier)
    {
        var own = Filed.Of(draft, dossier);
        var (filed, sought) = (own.Index.SelectMany(k => k).ToHashSet(), own.Lookup.SelectMany(k => k).ToHashSet());
        var held = draft.Reading.Stances.Select(Holder).ToHashSet();
        var (telling, holding) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var reports = new HashSet<(string, FindingKey)>();
        foreach (var take in takes)
        {
            if (take.Article == draft.Article)
            {
                telling.Add(take.Revision);
            }

            if (held.Count > 0 && take.Reading.Stances.Any(s => held.Contains(Holder(s))))
            {
                holding.Add(take.Revision);
            }

            var other = _filed.GetValue(take, t => Filed.Of(t, dossier));
            for (var i = 0; i < other.Index.Length; i++)
            {
                if (other.Index[i].Any(sought.Contains) || other.Lookup[i].Any(filed.Contains))
                {
                    telling.Add(take.Revision);
                    reports.Add((take.Revision, take.Reading.Events[i].Key));
                }
            }
        }

        foreach (var e in before.Events.Concat(before.Withdrawn).Where(e => e.Reports.Any(r => reports.Contains((r.Revision, r.Finding.Key)))))
        {
            telling.UnionWith(e.Reports.Select(r => r.Revision));
        }

        return new NearTakes(telling, holding);
    }

    /// <summary>The near ones of these takes; those that only hold a position without their events.</summary>
    public IEnumerable<ArticleRevision> Among(IEnumerable<ArticleRevision> takes) =>
        takes.Where(t => Telling.Contains(t.Revision) || Holding.Contains(t.Revision)).Select(t => Telling.Contains(t.Revision) ? t : t with { Reading = t.Reading with { Events = [] } });

    private static (string, string?, string?, string) Holder(StanceTaken s) => (s.Country, s.Person, s.Org, s.Issue);

    /// <summary>Of each event of a take, the keys under which it is filed and sought.</summary>
    private sealed record Filed(long[][] Index, long[][] Lookup)
    {
        public static Filed Of(ArticleRevision take, Dossier dossier)
        {
            var mentions = take.Reading.Events.Select(e => Mention.Of(take, e, dossier)).ToList();
            return new Filed([.. mentions.Select(m => Keys(m, EventBlocking.Index))], [.. mentions.Select(m => Keys(m, EventBlocking.Lookup))]);
        }

        private static long[] Keys(Mention mention, Action<Mention, List<long>> add)
        {
            var keys = new List<long>();
            add(mention, keys);
            return [.. keys.Distinct()];
        }
    }
}
