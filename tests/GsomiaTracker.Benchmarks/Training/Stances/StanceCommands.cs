using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>
/// <c>train-stances [--out FILE] [--grounds FILE] [--penalty GROUNDS ENTRIES] WHAT=DOSSIER ...</c>: trains the choice of positions and scores it on each text with
/// weights that were trained on the others. WHAT is a folder of annotated texts, <c>examples</c> (those beside the dossier's issues) or <c>rows</c> (those beside
/// the rows of the lexicon); or instead of both a table of passages (<c>.tsv</c>). <c>--grounds</c> writes everything that was weighed as JSON lines, for looking at.
/// </summary>
internal static class StanceCommands
{
    /// <exception cref="FormatException">A penalty is no number.</exception>
    public static void Train(string[] args)
    {
        var texts = new List<StanceText>();
        string? weights = null;
        string? grounds = null;
        var learnt = true;
        var (groundPenalty, entryPenalty) = (2.0, 1.0);
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--out":
                    weights = args[++i];
                    break;
                case "--grounds":
                    grounds = args[++i];
                    break;
                case "--penalty":
                    groundPenalty = double.Parse(args[++i], CultureInfo.InvariantCulture);
                    entryPenalty = double.Parse(args[++i], CultureInfo.InvariantCulture);
                    break;
                case "--unlearnt":
                    learnt = false;
                    break;
                default:
                    texts.AddRange(Texts(args[i].Split('=')).Select(t => t with { IsLearnt = learnt }));
                    break;
            }
        }

        var trainer = new StanceTrainer(texts, groundPenalty, entryPenalty);
        trainer.Run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {texts.Sum(t => t.Grounds.Count)} grounds, {trainer.OfGround.Count} signs; each text scored with weights from the others:"));
        var whole = new StanceScore();
        foreach (var set in trainer.LeftOut.GroupBy(t => t.Text.Set, StringComparer.Ordinal))
        {
            var score = new StanceScore();
            foreach (var (text, taken) in set)
            {
                score.Add(text, taken);
                if (text is { IsArticle: true, IsLearnt: true })
                {
                    whole.Add(text, taken);
                }
            }

            Console.WriteLine($"{set.Key,-8} {score}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"articles {whole}, log loss of an entry {trainer.Loss:F4}"));
        foreach (var (shift, taken) in trainer.AtShift)
        {
            var score = new StanceScore();
            foreach (var (text, entries) in taken.Where(t => t.Text is { IsArticle: true, IsLearnt: true }))
            {
                score.Add(text, entries);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  shifted by {shift:F1}: {score}"));
        }

        if (grounds is not null)
        {
            File.WriteAllLines(grounds, trainer.LeftOut.SelectMany(t => t.Text.Grounds.Select(g => JsonSerializer.Serialize(new
            {
                set = t.Text.Set,
                doc = t.Text.Name,
                country = g.Holder.Country,
                person = t.Text.NamesOf(g.Holder).FirstOrDefault(),
                org = g.Holder.Org,
                issue = g.Stand.Issue.Key,
                position = Vocabulary.Word(g.Position),
                start = g.Words.Start,
                end = g.Words.End,
                odds = g.Odds,
                signs = string.Join(";", g.Signs),
                words = g.Words.Of(t.Text.Text),
                taken = t.Taken.Any(x => x.Country == g.Holder.Country && x.Person == g.Holder.Person && x.Org == g.Holder.Org && x.Issue == g.Stand.Issue.Key && x.Position == g.Position),
            }))));
        }

        if (weights is not null)
        {
            File.WriteAllText(weights, trainer.Table());
        }
    }

    private static IEnumerable<StanceText> Texts(string[] source)
    {
        if (source is [var table] && table.EndsWith(".tsv", StringComparison.Ordinal))
        {
            return StanceTexts.OfTable(table);
        }

        var dossier = DossierFolder.Load(source[1]).Value;
        return source[0] switch
        {
            "rows" => StanceTexts.OfRows(dossier),
            "examples" => StanceTexts.OfIssues(dossier),
            _ => StanceTexts.OfFolder(source[0], dossier),
        };
    }
}
