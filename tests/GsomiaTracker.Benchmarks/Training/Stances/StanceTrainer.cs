using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>
/// Trains <see cref="StanceChoice"/>: first the weights of the grounds, then those of the entries on what the first give for texts that they were not
/// trained on. What it scores is always left out of the training, text by text.
/// </summary>
internal sealed class StanceTrainer(IReadOnlyList<StanceText> texts, double groundPenalty, double entryPenalty)
{
    /// <summary>What a ground is worth that has the state right and the person wrong.</summary>
    private const double HalfRight = 0.4;

    /// <summary>F1 is highest where an entry is taken from half of that F1 on: with 0.7, from a probability of 0.35, log odds of -0.6.</summary>
    private const double Shift = 0.6;

    private const double OptionalWeight = 0.3;

    /// <summary>A sign seen less often gets no weight.</summary>
    private const int Rarest = 3;

    private const int RarestWord = 6;

    /// <summary>Weights without one text lie near those of all: after so many rounds they move no more.</summary>
    private const int RoundsFromNear = 12;

    /// <summary>A word is trusted less than a sign.</summary>
    private const double WordPenalty = 25;

    /// <summary>Smaller weights of words are left out of the table.</summary>
    private const double LeastWord = 0.03;

    private static readonly WordWeights NoWords = new(new Dictionary<(string, Position?), double>());

    /// <summary>A text and weights made without it.</summary>
    private sealed record LeftOutText(StanceText Text, IReadOnlyDictionary<string, double> Ground, WordWeights Words, Dictionary<string, double> Entry);

    public IReadOnlyDictionary<string, double> OfGround { get; private set; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<(string Word, Position? Position), double> OfWord { get; private set; } = new Dictionary<(string, Position?), double>();

    public IReadOnlyDictionary<string, double> OfEntry { get; private set; } = new Dictionary<string, double>();

    /// <summary>What of each text would be taken by weights that were trained on the others.</summary>
    public IReadOnlyList<(StanceText Text, IReadOnlyList<StanceTaken> Taken)> LeftOut { get; private set; } = [];

    public void Run()
    {
        var plain = new StanceChoice(new Dictionary<string, double>(), new Dictionary<string, double>(), NoWords);
        foreach (var text in texts)
        {
            plain.Entries(text.Grounds);
        }

        var learnt = texts.Where(t => t.IsLearnt).ToArray();
        var signs = learnt.SelectMany(t => t.Grounds).SelectMany(g => g.Signs).GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() >= Rarest).Select(g => g.Key).Order(StringComparer.Ordinal).ToArray();
        var words = learnt.SelectMany(t => t.Grounds).SelectMany(WordsOf).GroupBy(w => w).Where(g => g.Count() >= RarestWord).Select(g => g.Key).OrderBy(w => w.Word, StringComparer.Ordinal).ThenBy(w => w.Position).ToArray();
        var names = signs;
        var index = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        var wordIndex = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => names.Length + p.i);
        var rows = texts.Select(t => t.Grounds.Where(g => g.EchoOf is null).Select(g => Row(
            g.Signs.Where(index.ContainsKey).Select(s => (index[s], 1.0))
                .Concat(WordsOf(g).Where(wordIndex.ContainsKey).GroupBy(w => wordIndex[w]).Select(w => (w.Key, (double)w.Count()))),
            Label(t, g))).ToArray()).ToArray();
        double[] penalty = [.. names.Select(n => n == StanceChoice.Bias ? 0 : groundPenalty), .. words.Select(_ => WordPenalty)];
        var all = Fitted(rows.Where((_, i) => texts[i].IsLearnt).SelectMany(r => r), penalty, new double[penalty.Length]);
        OfGround = Named(names, all);
        OfWord = Words(words, all);

        var entries = new List<(StanceEntry Entry, SparseRow Row)>[texts.Count];
        var entryNames = texts.SelectMany(t => plain.Entries(t.Grounds)).SelectMany(e => e.Signs).Select(s => s.Sign).Distinct(StringComparer.Ordinal)
            .Concat(["rival is better", "person, a countryman here is better", "state, a countryman here is better", "another issue here is better", "another country here is better"])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var entryIndex = entryNames.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        var ground = new (IReadOnlyDictionary<string, double> Signs, WordWeights Words)[texts.Count];
        var folds = TextFolds.Of(texts.Select(t => t.IsArticle));
        for (var d = 0; d < texts.Count; d++)
        {
            if (d > 0 && folds[d] == folds[d - 1])
            {
                ground[d] = ground[d - 1];
            }
            else
            {
                var fitted = Fitted(rows.Where((_, i) => texts[i].IsLearnt && folds[i] != folds[d]).SelectMany(r => r), penalty, (double[])all.Clone(), RoundsFromNear);
                ground[d] = (Named(names, fitted), new WordWeights(Words(words, fitted)));
            }

            entries[d] = [.. new StanceChoice(ground[d].Signs, new Dictionary<string, double>(), ground[d].Words).Entries(texts[d].Grounds)
                .Select(e => (e, Row(e.Signs.Select(s => (entryIndex[s.Sign], s.Value)), Label(texts[d], e))))];
        }

        var entryPenalties = entryNames.Select(n => n == StanceChoice.Bias ? 0 : entryPenalty).ToArray();
        var allEntries = Fitted(entries.Where((_, i) => texts[i].IsLearnt).SelectMany(e => e).Select(e => e.Row), entryPenalties, new double[entryNames.Length]);
        var left = new LeftOutText[texts.Count];
        for (var d = 0; d < texts.Count; d++)
        {
            var weights = d > 0 && folds[d] == folds[d - 1] ? left[d - 1].Entry
                : Named(entryNames, Fitted(entries.Where((_, i) => texts[i].IsLearnt && folds[i] != folds[d]).SelectMany(e => e).Select(e => e.Row), entryPenalties, (double[])allEntries.Clone()));
            left[d] = new LeftOutText(texts[d], ground[d].Signs, ground[d].Words, weights);
        }

        LeftOut = [.. Take(left, Shift)];
        Loss = MeanLoss(left, entries);
        AtShift = [.. Shifts.Select(shift => (shift, Take(left, shift)))];
        var final = Named(entryNames, allEntries);
        final[StanceChoice.Bias] += Shift;
        OfEntry = final;
    }


    private static readonly double[] Shifts = [0, 0.3, 0.6, 0.9, 1.2];

    /// <summary>What would be taken of the texts left out if it were easier or harder to be taken.</summary>
    public IReadOnlyList<(double Shift, IEnumerable<(StanceText Text, IReadOnlyList<StanceTaken> Taken)> Taken)> AtShift { get; private set; } = [];

    /// <summary>Mean log loss of the entries of articles left out: less is better, and it moves less by chance than F1.</summary>
    public double Loss { get; private set; }

    private static double MeanLoss(LeftOutText[] left, List<(StanceEntry Entry, SparseRow Row)>[] entries)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var d = 0; d < left.Length; d++)
        {
            if (left[d].Text is not { IsArticle: true, IsLearnt: true })
            {
                continue;
            }

            foreach (var (entry, row) in entries[d])
            {
                var odds = entry.Signs.Sum(s => s.Value * left[d].Entry.GetValueOrDefault(s.Sign));
                sum += row.Weight * (Math.Log(1 + Math.Exp(-Math.Abs(odds))) + Math.Max(odds, 0) - row.Label * odds);
                weight += row.Weight;
            }
        }

        return sum / weight;
    }

    private static IEnumerable<(StanceText, IReadOnlyList<StanceTaken>)> Take(LeftOutText[] left, double shift)
    {
        foreach (var (text, ground, words, entry) in left)
        {
            var shifted = new Dictionary<string, double>(entry) { [StanceChoice.Bias] = entry[StanceChoice.Bias] + shift };
            yield return (text, new StanceChoice(ground, shifted, words).Choose(text.Grounds, text.Text, null));
        }
    }

    public string Table()
    {
        var table = new StringBuilder("layer\tsign\tweight\n");
        foreach (var ((word, position), weight) in OfWord.OrderBy(w => w.Key.Word, StringComparer.Ordinal).ThenBy(w => w.Key.Position))
        {
            if (Math.Abs(weight) >= LeastWord)
            {
                table.Append(CultureInfo.InvariantCulture, $"{StanceChoice.AnyWord}{(position is { } of ? " " + Vocabulary.Word(of) : "")}\t{word}\t{weight:F2}\n");
            }
        }

        foreach (var (layer, weights) in new[] { ("ground", OfGround), ("entry", OfEntry) })
        {
            foreach (var (name, weight) in weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            {
                if (Math.Abs(weight) >= 0.005)
                {
                    table.Append(CultureInfo.InvariantCulture, $"{layer}\t{name}\t{weight:F2}\n");
                }
            }
        }

        return table.ToString();
    }

    private static double[] Fitted(IEnumerable<SparseRow> rows, double[] penalty, double[] from, int rounds = 60)
    {
        SparseLogistic.Fit([.. rows], penalty, from, rounds);
        return from;
    }

    /// <summary>The words of a ground, for any position and for its own.</summary>
    private static IEnumerable<(string Word, Position? Position)> WordsOf(Ground ground)
    {
        foreach (var word in WordWeights.In(ground.Sentence.Syntax, ground.Words))
        {
            yield return (word, null);
            yield return (word, ground.Position);
        }
    }

    private static Dictionary<(string, Position?), double> Words((string Word, Position? Position)[] words, double[] weights) =>
        words.Select((w, i) => (w, i)).ToDictionary(p => (p.w.Word, p.w.Position), p => weights[weights.Length - words.Length + p.i]);

    private static Dictionary<string, double> Named(string[] names, double[] weights) =>
        names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => weights[p.i], StringComparer.Ordinal);

    private static SparseRow Row(IEnumerable<(int, double)> seen, (double Label, double Weight) what)
    {
        var cells = seen.ToArray();
        return new SparseRow([.. cells.Select(c => c.Item1)], [.. cells.Select(c => c.Item2)], what.Label, what.Weight);
    }

    private static (double, double) Label(StanceText text, Ground ground) => Label(text, ground.Holder, ground.Stand.Issue.Key, ground.Position, [ground.Words]);

    private static (double, double) Label(StanceText text, StanceEntry entry) =>
        Label(text, entry.Holder, entry.Issue.Key, entry.Position, [.. entry.Grounds.Take(6).Select(g => g.Words)]);

    private static (double Label, double Weight) Label(StanceText text, Holder holder, string issue, Position position, IReadOnlyList<TextSpan> words)
    {
        var names = text.NamesOf(holder);
        var half = false;
        var optional = false;
        foreach (var gold in text.Gold)
        {
            if (gold.Country != holder.Country || gold.Issue != issue || gold.Position != position || !words.Any(gold.Touches))
            {
                continue;
            }

            if (!gold.Optional && gold.IsHeldBy(names))
            {
                return (1, text.Weight);
            }

            half |= !gold.Optional;
            optional |= gold.Optional;
        }


        return half ? (HalfRight, text.Weight) : optional ? (1, OptionalWeight * text.Weight) : (0, text.Weight);
    }
}
