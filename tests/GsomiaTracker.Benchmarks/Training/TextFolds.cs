namespace GsomiaTracker.Benchmarks.Training;

/// <summary>Which texts are left out together while the weights for them are made from the others: an article alone, passages by the dozens.</summary>
internal static class TextFolds
{
    private const int PassagesInFold = 24;

    /// <param name="areArticles">Of each text, whether it is an article.</param>
    /// <returns>The number of each text's fold, rising.</returns>
    public static int[] Of(IEnumerable<bool> areArticles)
    {
        var folds = new List<int>();
        var (fold, inFold) = (0, 0);
        foreach (var isArticle in areArticles)
        {
            if (isArticle || ++inFold > PassagesInFold)
            {
                (fold, inFold) = (fold + 1, 0);
            }

            folds.Add(fold);
        }

        return [.. folds];
    }
}
