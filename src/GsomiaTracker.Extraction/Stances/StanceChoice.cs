using System.Collections.Frozen;
using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Takes from all that may carry a position what does: two small logistic models, one over the grounds and their words, one over the entries that they speak for.
/// The weights are <c>Lexicon/en/stances-choice.tsv</c>, made by the verb <c>train-stances</c> of the benchmarks; a sign without a weight counts nothing.
/// </summary>
internal sealed class StanceChoice(IReadOnlyDictionary<string, double> ofGround, IReadOnlyDictionary<string, double> ofEntry, WordWeights ofWord)
{
    /// <summary>More signs than there are.</summary>
    private const int Signs = 1024;

    // The names of signs are the same strings again and again.
    private readonly WordMemo<double> _ofGround = new(s => ofGround.GetValueOrDefault(s), Signs);
    private readonly WordMemo<double> _ofEntry = new(s => ofEntry.GetValueOrDefault(s), Signs);

    /// <summary>A further clause is cited from these log odds on.</summary>
    private const double CitedFrom = -2.0;

    private const int MostCited = 6;

    /// <summary>What is taken over is held about as surely as what it is taken over from.</summary>
    private const double EchoShare = 0.8;

    private const double EchoLoss = 0.2;

    public const string Bias = "bias";

    /// <summary>Layers of the table that hold words: for any position, and for one.</summary>
    public const string AnyWord = "word";

    public static StanceChoice English { get; } = new(Layer("ground"), Layer("entry"), new WordWeights(Words()));

    internal static Dictionary<(string, Position?), double> Words() => LexiconTable.Rows("stances-choice.tsv").Where(r => r[0].StartsWith(AnyWord, StringComparison.Ordinal))
        .ToDictionary(
            r => (r[1], r[0] == AnyWord ? (Position?)null : Vocabulary.TryParse<Position>(r[0][(AnyWord.Length + 1)..], out var position) ? position : throw new FormatException(r[0])),
            r => double.Parse(r[2], CultureInfo.InvariantCulture));

    private static FrozenDictionary<string, double> Layer(string layer) => LexiconTable.Rows("stances-choice.tsv").Where(r => r[0] == layer)
        .ToDictionary(r => r[1], r => double.Parse(r[2], CultureInfo.InvariantCulture), StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    public IReadOnlyList<StanceTaken> Choose(List<Ground> grounds, string text, ReadingTrace? trace)
    {
        var ledger = new StanceLedger(text, trace);
        foreach (var entry in Entries(grounds))
        {
            if (entry.Odds <= 0)
            {
                continue;
            }

            var cited = 0;
            foreach (var ground in entry.Grounds)
            {
                if (cited == 0 || ground.Odds >= CitedFrom)
                {
                    ledger.Add(ground, entry.Odds);
                    if (++cited == MostCited)
                    {
                        break;
                    }
                }
            }
        }

        return ledger.Close();
    }

    /// <summary>The grounds gathered by what they speak for and weighed, in the order of the text.</summary>
    public List<StanceEntry> Entries(List<Ground> grounds)
    {
        var words = ofWord.Reader();
        foreach (var ground in grounds)
        {
            if (!ground.IsComplete)
            {
                Complete(ground);
                ground.IsComplete = true;
            }

            if (ground.EchoOf is { } of)
            {
                // It stands before what echoes it, and is weighed by now.
                ground.Odds = EchoShare * of.Odds - EchoLoss;
                continue;
            }

            ground.Odds = words.Of(ground.Sentence.Syntax, ground.Words, ground.Position);
            foreach (var sign in ground.Signs)
            {
                ground.Odds += _ofGround.Find(sign);
            }
        }

        var entries = Gather(grounds);
        var beside = new Neighbourhood(entries);
        foreach (var entry in entries)
        {
            Describe(entry, beside);
            entry.Odds = 0;
            foreach (var (sign, value) in entry.Signs)
            {
                entry.Odds += value * _ofEntry.Find(sign);
            }
        }

        return entries;
    }

    private static List<StanceEntry> Gather(List<Ground> grounds)
    {
        var known = new Dictionary<(Holder, string, Position), StanceEntry>();
        var entries = new List<StanceEntry>();
        foreach (var ground in grounds)
        {
            var key = (ground.Holder, ground.Stand.Issue.Key, ground.Position);
            if (!known.TryGetValue(key, out var entry))
            {
                entries.Add(known[key] = entry = new StanceEntry(ground.Holder, ground.Stand.Issue, ground.Position));
            }

            entry.Grounds.Add(ground);
        }

        foreach (var entry in entries)
        {
            if (entry.Grounds.Count > 1)
            {
                // Stable: of equals the one that the text has first.
                var sorted = entry.Grounds.OrderByDescending(g => g.Odds).ToArray();
                entry.Grounds.Clear();
                entry.Grounds.AddRange(sorted);
            }
        }

        return entries;
    }

    /// <summary>Signs that every ground has.</summary>
    private static void Complete(Ground ground)
    {
        var argued = ground.Signs.Count > 0 && ground.Signs[0][0] == 'a';
        var signs = ground.Signs;
        var issue = ground.Stand.Issue;
        signs.Add(Bias);
        signs.Add(argued ? "a:any" : "c:any");
        signs.Add(ground.Holder.Org is not null ? "party" : ground.Holder.Person is not null ? "person" : argued ? "a:state" : "c:state");
        if (!issue.ActsCount)
        {
            signs.Add(argued ? "a:no acts" : "c:no acts");
        }

        if (issue.HasClaims && !issue.HasThings)
        {
            signs.Add(argued ? "a:of a relation" : "c:of a relation");
        }

        if (ground.Position == Position.Conditional)
        {
            signs.Add("conditional");
        }

        var s = ground.Sentence.Syntax;
        if (s[s.Count - 1].Norm == "?" || s.Count > 1 && s[s.Count - 2].Norm == "?")
        {
            signs.Add("question");
        }
    }

    /// <summary>Signs of an entry among the others of its text.</summary>
    private static void Describe(StanceEntry entry, Neighbourhood beside)
    {
        var best = entry.Grounds[0].Odds;
        var signs = entry.Signs;
        signs.Clear();
        signs.Add((Bias, 1));
        signs.Add(("best", Math.Clamp(best, -Far, Far)));
        signs.Add(("second", entry.Grounds.Count > 1 ? Above(entry.Grounds[1].Odds) : 0));
        var named = entry.Holder.Person is not null;
        signs.Add((entry.Holder.Org is not null ? "party" : named ? "person" : "state", 1));
        var rival = beside.Rival(entry);
        var countrymen = beside.Countrymen(entry);
        var here = beside.CountrymenHere(entry);
        var besides = beside.AnotherIssueHere(entry);
        var elsewhere = beside.AnotherCountryHere(entry);
        signs.Add(("rival", Above(rival)));
        signs.Add(("countrymen", Above(countrymen)));
        signs.Add((named ? "person, a countryman here" : "state, a countryman here", Above(here)));
        signs.Add(("another issue here", Above(besides)));
        signs.Add(("another country here", Above(elsewhere)));
        if (rival > best)
        {
            signs.Add(("rival is better", 1));
        }

        if (here > best)
        {
            signs.Add((named ? "person, a countryman here is better" : "state, a countryman here is better", 1));
        }

        if (besides > best)
        {
            signs.Add(("another issue here is better", 1));
        }

        if (elsewhere > best)
        {
            signs.Add(("another country here is better", 1));
        }
    }

    private const double Far = 5;

    private static double Above(double odds) => Math.Clamp(odds, -Far, Far) + Far;
}
