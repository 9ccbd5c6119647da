using System.Globalization;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>
/// <c>train-stances [--out FILE] FOLDER=DOSSIER ...</c>: trains the choice of positions on annotated texts and scores it on each text with weights
/// that were trained on the others.
/// </summary>
internal static class StanceCommands
{
    public static void Train(string[] args)
    {
        var texts = new List<StanceText>();
        string? file = null;
        var (ground, entry) = (2.0, 1.0);
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--out")
            {
                file = args[++i];
            }
            else if (args[i] == "--penalty")
            {
                ground = double.Parse(args[++i], CultureInfo.InvariantCulture);
                entry = double.Parse(args[++i], CultureInfo.InvariantCulture);
            }
            else
            {
                var parts = args[i].Split('=');
                texts.AddRange(StanceText.Folder(parts[0], DossierFolder.Load(parts[1]).Value));
            }
        }

        var trainer = new StanceTrainer(texts, ground, entry);
        trainer.Run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {texts.Sum(t => t.Grounds.Count)} grounds, {trainer.OfGround.Count} signs; each text scored with weights from the others:"));
        var whole = new StanceScore();
        foreach (var set in trainer.LeftOut.GroupBy(t => t.Text.Set, StringComparer.Ordinal))
        {
            var score = new StanceScore();
            foreach (var (text, taken) in set)
            {
                score.Add(text, taken);
                whole.Add(text, taken);
            }

            Console.WriteLine($"{set.Key,-6} {score}");
        }

        Console.WriteLine($"all    {whole}");
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
        {
            using var w = new StreamWriter(dump);
            foreach (var (text, taken) in trainer.LeftOut)
            {
                var all = text.Grounds.OrderBy(g => g.Words.Start).Select(g => new { set = text.Set, doc = text.Name, country = g.Holder.Country, person = text.NamesOf(g.Holder).FirstOrDefault(), org = g.Holder.Org, issue = g.Stand.Issue.Key, position = GsomiaTracker.Domain.Findings.Vocabulary.Word(g.Position), start = g.Words.Start, end = g.Words.End, odds = g.Odds, signs = string.Join(";", g.Signs), words = text.Text[g.Words.Start..g.Words.End], sentence = g.Sentence.Index,
                    taken = taken.Any(t => t.Country == g.Holder.Country && t.Person == g.Holder.Person && t.Org == g.Holder.Org && t.Issue == g.Stand.Issue.Key && t.Position == g.Position) }).ToArray();
                foreach (var g in all) w.WriteLine(System.Text.Json.JsonSerializer.Serialize(g));
            }
        }

        if (file is not null)
        {
            File.WriteAllText(file, trainer.Table());
        }
    }
}
