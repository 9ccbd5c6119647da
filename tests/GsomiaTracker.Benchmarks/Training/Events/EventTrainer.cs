using System.Globalization;
using System.Text;
using GsomiaTracker.Benchmarks.Training.Stances;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Events;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>
/// Trains <see cref="EventChoice"/>: first the weights of the tellings, then those of the entries on what the first give for texts that they were not
/// trained on. What it scores is always left out of the training, text by text.
/// </summary>
internal sealed class EventTrainer(IReadOnlyList<EventText> texts, EventTraining how)
{
    /// <summary>A sign, or a word, seen less often gets no weight.</summary>
    private const int Rarest = 4;


    private readonly Dictionary<string, int> _tellingIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _entryIndex = new(StringComparer.Ordinal);

    public EventWeights OfTelling { get; private set; } = new();

    public EventWeights OfEntry { get; private set; } = new();

    /// <summary>What of each text would be told by weights that were trained on the others.</summary>
    public IReadOnlyList<(EventText Text, IReadOnlyList<EventReported> Told, IReadOnlyList<EventEntry> Entries)> LeftOut { get; private set; } = [];

    private double[] _telling = [];
    private double[] _entry = [];

    public void Run()
    {
        var folds = TextFolds.Of(texts.Select(t => t.IsArticle));
        var rows = TellingRows();
        var penalty = Penalties(_tellingIndex);
        _telling = Fitted(rows.SelectMany(r => r), penalty, new double[_tellingIndex.Count]);
        var ofTelling = new EventWeights[texts.Count];
        var entries = new List<(EventEntry Entry, double Label, double Weight)>[texts.Count];
        for (var d = 0; d < texts.Count; d++)
        {
            ofTelling[d] = d > 0 && folds[d] == folds[d - 1] ? ofTelling[d - 1]
                : Weights(_tellingIndex, Fitted(rows.Where((_, i) => folds[i] != folds[d]).SelectMany(r => r), penalty, (double[])_telling.Clone()));
            entries[d] = Labelled(texts[d], new EventChoice(ofTelling[d], new EventWeights()).Entries(texts[d].Proposal.Tellings));
        }

        var entryRows = EntryRows(entries);
        var entryPenalty = Penalties(_entryIndex);
        _entry = Fitted(entryRows.SelectMany(r => r), entryPenalty, new double[_entryIndex.Count]);
        var left = new List<(EventText, IReadOnlyList<EventReported>, IReadOnlyList<EventEntry>)>();
        var weights = new EventWeights();
        for (var d = 0; d < texts.Count; d++)
        {
            weights = d > 0 && folds[d] == folds[d - 1] ? weights
                : Shifted(Weights(_entryIndex, Fitted(entryRows.Where((_, i) => folds[i] != folds[d]).SelectMany(r => r), entryPenalty, (double[])_entry.Clone())));
            var choice = new EventChoice(ofTelling[d], weights);
            left.Add((texts[d], texts[d].Finder.Take(texts[d].Proposal, choice), choice.Entries(texts[d].Proposal.Tellings)));
        }

        LeftOut = left;
        OfTelling = Weights(_tellingIndex, _telling);
        OfEntry = Shifted(Weights(_entryIndex, _entry));
        _entry[_entryIndex[Name(null, EventSign.Any)]] += how.Shift;
    }

    public string Table()
    {
        var table = new StringBuilder("layer\tkind\tsign\tweight\n");
        foreach (var (layer, index, weights) in new[] { ("telling", _tellingIndex, _telling), ("entry", _entryIndex, _entry) })
        {
            foreach (var (name, at) in index.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                if (Math.Abs(weights[at]) >= 0.005)
                {
                    table.Append(CultureInfo.InvariantCulture, $"{layer}\t{name}\t{weights[at]:F2}\n");
                }
            }
        }

        return table.ToString();
    }

    private EventWeights Shifted(EventWeights weights)
    {
        weights.Set(EventWeights.AnyKind, nameof(EventSign.Any), weights.Of(EventSign.Any) + how.Shift);
        return weights;
    }

    private static EventWeights Weights(Dictionary<string, int> index, double[] weights)
    {
        var made = new EventWeights();
        foreach (var (name, at) in index)
        {
            var cells = name.Split('\t');
            made.Set(cells[0], cells[1], weights[at]);
        }

        return made;
    }

    private List<SparseRow>[] TellingRows()
    {
        var seen = new List<(string[] Names, double Label, double Weight)>[texts.Count];
        for (var d = 0; d < texts.Count; d++)
        {
            seen[d] = [];
            foreach (var telling in texts[d].Proposal.Tellings)
            {
                if (telling.OnlyPoints || texts[d].Only is { } only && telling.Kind != only)
                {
                    continue;
                }

                var (label, weight) = Label(texts[d], telling);
                var hidden = telling.IsSure && texts[d].IsArticle ? how.Hidden : 0;
                seen[d].Add((Names(telling, false), label, weight * (1 - hidden)));
                if (hidden > 0)
                {
                    // The rows were written on these texts: on others, they often do not know the words.
                    seen[d].Add((Names(telling, true), label, weight * hidden));
                }
            }
        }

        return Rows(seen, _tellingIndex);
    }

    private static List<SparseRow>[] Rows(List<(string[] Names, double Label, double Weight)>[] seen, Dictionary<string, int> index)
    {
        foreach (var name in seen.SelectMany(s => s).SelectMany(s => s.Names).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() >= Rarest).Select(g => g.Key).Order(StringComparer.Ordinal))
        {
            index[name] = index.Count;
        }

        return [.. seen.Select(s => s.Select(r =>
        {
            int[] at = [.. r.Names.Where(index.ContainsKey).Select(n => index[n])];
            return new SparseRow(at, [.. at.Select(_ => 1.0)], r.Label, r.Weight);
        }).ToList())];
    }

    private static string[] Names(Telling telling, bool hidden)
    {
        var names = new List<string> { $"{Vocabulary.Word(telling.Kind)}\t{EventWeights.Word}{telling.Hit.Trigger.Lemma}" };
        foreach (var each in telling.Signs)
        {
            var sign = hidden && each == EventSign.RowFits ? EventSign.RowWide : each;
            names.Add(Name(null, sign));
            names.Add(Name(telling.Kind, sign));
        }

        return [.. names];
    }

    private static string Name(EventKind? kind, EventSign sign) => $"{(kind is { } k ? Vocabulary.Word(k) : EventWeights.AnyKind)}\t{sign}";

    private List<SparseRow>[] EntryRows(List<(EventEntry Entry, double Label, double Weight)>[] entries)
    {
        var names = entries.SelectMany(e => e).SelectMany(e => e.Entry.Signs.SelectMany(s => new[] { Name(null, s.Sign), Name(e.Entry.Cluster.Kind, s.Sign) }))
            .GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() >= Rarest).Select(g => g.Key).Append(Name(null, EventSign.Any)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            _entryIndex[name] = _entryIndex.Count;
        }

        return [.. entries.Select(es => es.Select(e =>
        {
            var cells = e.Entry.Signs.SelectMany(s => new[] { (Name: Name(null, s.Sign), Value: s.Value), (Name: Name(e.Entry.Cluster.Kind, s.Sign), Value: s.Value) }).Where(c => _entryIndex.ContainsKey(c.Name)).ToArray();
            return new SparseRow([.. cells.Select(c => _entryIndex[c.Name])], [.. cells.Select(c => c.Value)], e.Label, e.Weight);
        }).ToList())];
    }

    private double[] Penalties(Dictionary<string, int> index)
    {
        var penalties = new double[index.Count];
        foreach (var (name, at) in index)
        {
            penalties[at] = name == Name(null, EventSign.Any) ? 0 : name.StartsWith(EventWeights.AnyKind, StringComparison.Ordinal) ? how.Penalty
                : name.Contains(EventWeights.Word, StringComparison.Ordinal) ? how.WordPenalty : how.KindPenalty;
        }

        return penalties;
    }

    private static double[] Fitted(IEnumerable<SparseRow> rows, double[] penalty, double[] from)
    {
        SparseLogistic.Fit([.. rows], penalty, from);
        return from;
    }

    private (double Label, double Weight) Label(EventText text, Telling telling)
    {
        var optional = false;
        foreach (var gold in text.Gold)
        {
            if (gold.Kind == telling.Kind && gold.DaysMeet(telling.Days) && gold.Touches(telling.Evidence))
            {
                if (!gold.Optional)
                {
                    return (1, text.Weight);
                }

                optional = true;
            }
        }

        return optional ? (1, how.OptionalWeight * text.Weight) : (0, text.Weight);
    }

    private List<(EventEntry, double, double)> Labelled(EventText text, List<EventEntry> all)
    {
        var entries = text.Only is { } only ? all.Where(e => e.Cluster.Kind == only).ToList() : all;
        var gold = text.Gold;
        var goldOf = EventScore.Matched(
            gold, entries.Count,
            (g, p) => gold[g].Kind == entries[p].Cluster.Kind && gold[g].DaysMeet(entries[p].Cluster.Days) && gold[g].Meets([.. entries[p].Cluster.Tellings.Select(t => t.Evidence)]),
            (g, p) => (gold[g].Days == entries[p].Cluster.Days ? 3 : 0) + entries[p].Cluster.Tellings.Max(t => t.OnlyPoints ? -5 : t.Odds) / 10);
        return [.. entries.Select((e, p) => (e, goldOf[p] >= 0 ? 1.0 : 0.0, (goldOf[p] >= 0 && gold[goldOf[p]].Optional ? how.OptionalWeight : 1) * text.Weight))];
    }
}
