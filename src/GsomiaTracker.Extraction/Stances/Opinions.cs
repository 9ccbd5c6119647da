using System.Globalization;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>A turn of phrase in which somebody takes a side.</summary>
/// <param name="Sign">+1 holds with what is spoken of, -1 is against it, 0 either.</param>
/// <param name="Weight">2: argues by itself; 1: only beside another.</param>
/// <param name="Reacts">Answers what was told before: <i>welcomed it</i>, <i>would not bow</i>.</param>
internal sealed record Opinion(string Rule, int Sign, int Weight, bool Reacts)
{
    /// <summary>Tells how two things belong together, or that they do not.</summary>
    public bool Relates => Rule == "apart";
}

/// <summary>General English of arguing, beyond what composes: <c>Lexicon/en/stances-opinions.tsv</c>.</summary>
internal sealed class Opinions
{
    /// <summary>Words between the parts of a phrase: <i>turn</i> trade <i>into</i>.</summary>
    private const int Gap = 3;

    private readonly PatternTable<Opinion> _table = new();

    private Opinions()
    {
        foreach (var row in LexiconTable.Rows("stances-opinions.tsv"))
        {
            var opinion = new Opinion(
                row[0], row[1] switch { "+" => 1, "-" => -1, _ => 0 }, int.Parse(row[2], CultureInfo.InvariantCulture), row[3] == "yes");
            foreach (var words in LexiconTable.Parts(row[4]))
            {
                if (Phrase.Parse(words) is { } phrase)
                {
                    _table.Add(phrase, opinion, Inflection.Forms(phrase.First[0]));
                }
            }
        }
    }

    public static Opinions English { get; } = new();

    /// <summary>Opinions whose words begin at this token.</summary>
    public void At(Sentence s, int token, List<(Phrase Phrase, Opinion Value, int Last)> into) => _table.At(s, token, Gap, into);
}
