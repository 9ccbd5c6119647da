using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;

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

    /// <param name="takes">The record's takes, corrections laid over their readings.</param>
    /// <param name="before">What they are folded into.</param>
    /// <param name="draft">The new text as a take.</param>
    public static NearTakes Of(IReadOnlyList<ArticleRevision> takes, Chronicle before, ArticleRevision draft, Dossier dossier)
    {
        var index = NearIndex.Of(takes, dossier);
        var (filed, sought) = NearIndex.KeysOf(draft, dossier);
        var told = index.Near(filed, sought);
        var telling = told.Select(t => t.Revision).ToHashSet(StringComparer.Ordinal);
        telling.UnionWith(takes.Where(t => t.Article == draft.Article).Select(t => t.Revision));
        telling.UnionWith(NearIndex.TellingWith(before, told));
        return new NearTakes(telling, index.Holding(draft.Reading.Stances));
    }

    /// <summary>The near ones of these takes; those that only hold a position without their events.</summary>
    public IEnumerable<ArticleRevision> Among(IEnumerable<ArticleRevision> takes) =>
        takes.Where(t => Telling.Contains(t.Revision) || Holding.Contains(t.Revision)).Select(t => Telling.Contains(t.Revision) ? t : t with { Reading = t.Reading with { Events = [] } });
}
