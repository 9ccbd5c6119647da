using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The weights of one model: of each sign for all kinds together, of each sign for one kind, and of a trigger's word.</summary>
internal sealed class EventWeights
{
    private static readonly int Signs = Enum.GetValues<EventSign>().Length;
    private static readonly int Kinds = Enum.GetValues<EventKind>().Length;

    private readonly double[] _any = new double[Signs];
    private readonly double[] _ofKind = new double[Kinds * Signs];
    private readonly Dictionary<string, double[]> _ofWord = new(StringComparer.Ordinal);
    private WordMemo<double[]?>? _known;

    /// <summary>Of a sign whatever the kind.</summary>
    public const string AnyKind = "any";

    /// <summary>In the place of a sign: the row weighs a word.</summary>
    public const string Word = "word:";

    /// <summary>The rows of a layer of <c>events-choice.tsv</c>: layer, kind, sign or <c>word:</c> and a lemma, weight.</summary>
    public static EventWeights Of(string layer)
    {
        var weights = new EventWeights();
        foreach (var row in LexiconTable.Rows("events-choice.tsv").Where(r => r[0] == layer))
        {
            weights.Set(row[1], row[2], double.Parse(row[3], CultureInfo.InvariantCulture));
        }

        return weights;
    }

    /// <exception cref="InvalidOperationException">No such kind or sign.</exception>
    public void Set(string kind, string sign, double weight)
    {
        var of = default(EventKind);
        if (kind != AnyKind && !Vocabulary.TryParse(kind, out of))
        {
            throw new InvalidOperationException($"no event kind '{kind}' in events-choice.tsv");
        }

        if (sign.StartsWith(Word, StringComparison.Ordinal))
        {
            if (!_ofWord.TryGetValue(sign[Word.Length..], out var ofKinds))
            {
                _ofWord[sign[Word.Length..]] = ofKinds = new double[Kinds];
            }

            ofKinds[(int)of] = weight;
            _known = null;
        }
        else if (Enum.TryParse<EventSign>(sign, out var known))
        {
            (kind == AnyKind ? _any : _ofKind)[(kind == AnyKind ? 0 : (int)of * Signs) + (int)known] = weight;
        }
        else
        {
            throw new InvalidOperationException($"no sign '{sign}' in events-choice.tsv");
        }
    }

    public double Of(EventKind kind, EventSign sign) => _any[(int)sign] + _ofKind[(int)kind * Signs + (int)sign];

    public double Of(EventSign sign) => _any[(int)sign];

    public double Of(EventKind kind, string word) => (_known ??= new(_ofWord.GetValueOrDefault, 1024)).Find(word)?[(int)kind] ?? 0;
}
