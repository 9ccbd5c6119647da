using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Events;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>
/// <c>train-events [--out FILE] [--candidates FILE] [--how NAME=NUMBER] [--test WHAT=DOSSIER] WHAT=DOSSIER ...</c>: trains the choice of events and scores it on each text with weights that
/// were trained on the others. WHAT is a folder of annotated texts, a table of sentences (<c>.tsv</c>; with <c>@SEAT</c> behind it filed there) or <c>rows</c> (the examples beside the rows).
/// <c>--test</c> scores texts that are not trained on. <c>--candidates</c> writes everything that was weighed as JSON lines, for looking at; <c>--told</c> the events of each article as told by weights
/// from the others, as <c>read --json</c> writes them.
/// </summary>
internal static class EventCommands
{
    /// <exception cref="FormatException">A number is none.</exception>
    public static void Train(string[] args)
    {
        var texts = new List<EventText>();
        string? weights = null;
        string? candidates = null;
        string? told = null;
        var tests = new List<EventText>();
        var how = new EventTraining();
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--out":
                    weights = args[++i];
                    break;
                case "--candidates":
                    candidates = args[++i];
                    break;
                case "--told":
                    told = args[++i];
                    break;
                case "--how":
                    how = Set(how, args[++i].Split('='));
                    break;
                case "--test":
                    tests.AddRange(Texts(args[++i].Split('=')));
                    break;
                default:
                    texts.AddRange(Texts(args[i].Split('=')));
                    break;
            }
        }

        var trainer = new EventTrainer(texts, how);
        trainer.Run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {texts.Sum(t => t.Proposal.Tellings.Count)} candidates; each text scored with weights from the others:"));
        var whole = new EventScore();
        foreach (var set in trainer.LeftOut.GroupBy(t => t.Text.Set, StringComparer.Ordinal))
        {
            var score = new EventScore();
            foreach (var (text, events, _) in set)
            {
                score.Add(text, events);
                if (text.IsArticle)
                {
                    whole.Add(text, events);
                }
            }

            Console.WriteLine($"{set.Key,-10} {score}");
        }

        Console.WriteLine($"articles   {whole}");
        foreach (var set in tests.GroupBy(t => t.Set, StringComparer.Ordinal))
        {
            var score = new EventScore();
            foreach (var text in set)
            {
                score.Add(text, text.Finder.Take(text.Proposal, new EventChoice(trainer.OfTelling, trainer.OfEntry)));
            }

            Console.WriteLine($"{set.Key,-10} {score}  (no part of the training)");
        }

        if (candidates is not null)
        {
            File.WriteAllLines(candidates, trainer.LeftOut.SelectMany(t => t.Text.Proposal.Tellings.Select(c => JsonSerializer.Serialize(new
            {
                set = t.Text.Set,
                doc = t.Text.Name,
                kind = Vocabulary.Word(c.Kind),
                word = c.Hit.Trigger.Lemma,
                fit = c.Hit.Fit.ToString(),
                doubts = c.Doubts.ToString(),
                days = c.Days?.ToString(),
                odds = Math.Round(c.Odds, 2),
                entry = t.Entries.Where(e => e.Cluster.Tellings.Contains(c)).Select(e => (double?)Math.Round(e.Odds, 2)).FirstOrDefault(),
                right = t.Text.Gold.Any(g => g.Kind == c.Kind && g.DaysMeet(c.Days) && g.Touches(c.Evidence)),
                span = new[] { c.Evidence.Start, c.Evidence.End },
                words = c.Evidence.Of(t.Text.Proposal.Document.Text),
                signs = string.Join(' ', c.Signs),
            }))));
        }

        if (told is not null)
        {
            File.WriteAllLines(told, trainer.LeftOut.Where(t => t.Text.IsArticle).Select(t => JsonSerializer.Serialize(new
            {
                file = t.Text.Name.Replace(".gold.json", ".txt", StringComparison.Ordinal),
                officials = t.Text.Proposal.References.Officials.Select(o => new { name = o.Name, aliases = o.Aliases, country = o.Country }),
                events = t.Told.Select(e => new
                {
                    kind = Vocabulary.Word(e.Kind),
                    from = e.Days?.From.ToString("O", CultureInfo.InvariantCulture),
                    to = e.Days?.To.ToString("O", CultureInfo.InvariantCulture),
                    status = Vocabulary.Word(e.Status),
                    countries = e.Countries,
                    people = e.People,
                    place = e.Place,
                    evidence = e.Evidence.Select(w => new { start = w.Span.Start, end = w.Span.End }),
                }),
            })));
        }

        if (weights is not null)
        {
            File.WriteAllText(weights, trainer.Table());
        }
    }

    private static EventTraining Set(EventTraining how, string[] what)
    {
        var number = double.Parse(what[1], CultureInfo.InvariantCulture);
        return what[0] switch
        {
            "penalty" => how with { Penalty = number },
            "kind" => how with { KindPenalty = number },
            "word" => how with { WordPenalty = number },
            "shift" => how with { Shift = number },
            "hidden" => how with { Hidden = number },
            "optional" => how with { OptionalWeight = number },
            _ => throw new FormatException($"no '{what[0]}' to set"),
        };
    }

    private static IEnumerable<EventText> Texts(string[] source)
    {
        var dossier = DossierFolder.Load(source[1]).Value;
        var at = source[0].Split('@');
        return at[0] == "rows" ? EventTexts.OfRows(dossier)
            : at[0].EndsWith(".tsv", StringComparison.Ordinal) ? EventTexts.OfTable(at[0], at.Length > 1 ? at[1] : "SEOUL", dossier)
            : EventTexts.OfFolder(at[0], dossier);
    }
}
