using System.Globalization;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Benchmarks.Training.Pages;

/// <summary>
/// <c>train-pages [--out FILE] [--folds] [--held DIR] [--penalty N] [--sure LEAVE:TAKE,...] [--misses] DIR ...</c>: trains the choice of blocks on annotated pages (NAME.html beside NAME.txt: facts, "===", the
/// article's text; the fact <c>site</c> keeps pages of one site together), each also in disguise, and with <c>--folds</c> scores it on each fold of sites with weights from the others,
/// then on the pages of <c>--held</c>, which are not trained on.
/// </summary>
internal static class PageCommands
{
    public static void Train(string[] args)
    {
        var folds = 0;
        var samples = new List<PageSample>();
        var held = new List<PageSample>();
        string? weights = null;
        var (penalty, sure, misses) = (1.0, new[] { (BlockChoice.Leave, BlockChoice.Take) }, false);
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--out":
                    weights = args[++i];
                    break;
                case "--held":
                    held.AddRange(Load(args[++i]));
                    break;
                case "--penalty":
                    penalty = double.Parse(args[++i], CultureInfo.InvariantCulture);
                    break;
                case "--sure":
                    sure = [.. args[++i].Split(',').Select(s => s.Split(':')).Select(s => (double.Parse(s[0], CultureInfo.InvariantCulture), double.Parse(s[1], CultureInfo.InvariantCulture)))];
                    break;
                case "--folds":
                    folds = PageTrainer.Folds;
                    break;
                case "--misses":
                    misses = true;
                    break;
                default:
                    samples.AddRange(Load(args[i]));
                    break;
            }
        }

        var leftOut = new List<(PageSample Sample, double[] Odds)>();
        for (var fold = 0; fold < folds; fold++)
        {
            var trainer = new PageTrainer(penalty);
            trainer.Fit(samples.FindAll(s => PageTrainer.Fold(s) != fold));
            leftOut.AddRange(samples.Where(s => PageTrainer.Fold(s) == fold).Select(s => (s, trainer.Odds(s))));
        }

        Show("left out", leftOut, sure, misses);
        var whole = new PageTrainer(penalty);
        whole.Fit(samples);
        Show("trained on", samples.ConvertAll(s => (s, whole.Odds(s))), sure, false);
        if (held.Count > 0)
        {
            Show("held", held.ConvertAll(s => (s, whole.Odds(s))), sure, false);
        }

        if (weights is not null)
        {
            File.WriteAllText(weights, whole.Table());
        }
    }

    private static void Show(string what, List<(PageSample Sample, double[] Odds)> pages, (double Leave, double Take)[] sures, bool misses)
    {
        foreach (var set in pages.GroupBy(p => p.Sample.Disguise, StringComparer.Ordinal))
        {
            var rules = set.Select(p => p.Sample.Score(i => p.Sample.Ruled[i])).ToList();
            var best = set.Select(p => p.Sample.Score(i => p.Sample.IsArticle[i])).ToList();
            Console.WriteLine($"{what,-10} {set.Key,-16} {set.Count(),3} pages: rules {Mean(rules)}   labels {Mean(best)}");
            foreach (var (leave, take) in sures)
            {
                var chosen = set.Select(p => (p.Sample, Of: p.Sample.Score(i => p.Sample.Ruled[i] ? p.Odds[i] > leave : p.Odds[i] > take && p.Sample.Signs.MayBeText(i)))).ToList();
                Console.WriteLine($"    leave {leave} take {take}: {Mean(chosen.ConvertAll(c => c.Of))}");
                foreach (var (sample, (p, r)) in misses ? chosen.OrderBy(c => c.Of.Precision + c.Of.Recall).Take(12) : [])
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    p {p:0.000} r {r:0.000} {sample.Name}"));
                }
            }
        }
    }

    private static string Mean(List<(double Precision, double Recall)> scores)
    {
        var (p, r) = (scores.Average(s => s.Precision), scores.Average(s => s.Recall));
        return string.Create(CultureInfo.InvariantCulture, $"P {p:0.0000} R {r:0.0000} F1 {2 * p * r / (p + r):0.0000}");
    }

    private static IEnumerable<PageSample> Load(string folder)
    {
        foreach (var text in Directory.GetFiles(folder, "*.txt").Where(t => !t.EndsWith(".gold.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var whole = File.ReadAllText(text).ReplaceLineEndings("\n");
            var cut = whole.IndexOf("===\n", StringComparison.Ordinal);
            var name = Path.GetFileNameWithoutExtension(text);
            var site = whole[..cut].Split('\n').FirstOrDefault(l => l.StartsWith("site\t", StringComparison.Ordinal))?[5..] ?? name;
            var html = File.ReadAllText(Path.ChangeExtension(text, ".html"));
            var set = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            var gold = whole[(cut + 4)..];
            var plain = new PageSample(name, site, set, HtmlTree.Parse(html), gold, 1);
            yield return plain;
            yield return new PageSample(name, site, set + " hashed", HtmlTree.Parse(PageDisguise.Hashed(html)), gold, 0.4);
            yield return new PageSample(name, site, set + " flat", HtmlTree.Parse(PageDisguise.Flat(html)), gold, 0.4);
            yield return new PageSample(name, site, set + " misnamed", PageDisguise.Misnamed(html, plain), gold, 0.4);
        }
    }
}
