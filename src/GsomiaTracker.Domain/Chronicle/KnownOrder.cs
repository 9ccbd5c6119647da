using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// The one order in which the record is folded: as things became known, never as they arrived here. Ties go by story, take number and the
/// text's hash, so that every order of arrival gives the same chronicle, and the chronicle as of a moment is the fold of a prefix.
/// </summary>
public sealed class KnownOrder : IComparer<ArticleRevision>
{
    public static readonly KnownOrder Instance = new();

    private KnownOrder()
    {
    }

    public int Compare(ArticleRevision? x, ArticleRevision? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = x.KnownSince.UtcTicks.CompareTo(y.KnownSince.UtcTicks);
        if (order == 0)
        {
            order = string.CompareOrdinal(x.Article, y.Article);
        }

        if (order == 0)
        {
            order = (x.Reading.Header.Revision ?? 0).CompareTo(y.Reading.Header.Revision ?? 0);
        }

        return order != 0 ? order : string.CompareOrdinal(x.Revision, y.Revision);
    }
}
