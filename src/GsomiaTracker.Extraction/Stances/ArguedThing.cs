using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>A thing of an issue where it stands in a sentence, and what the utterance it was last looked at in argues of it.</summary>
internal sealed class ArguedThing(IssueSeed seed, int first, int last, SeedForm form, bool byIdeas)
{
    private Utterance? _of;
    private int _near;
    private int? _leaning;

    public IssueRules Issue => seed.Issue;

    public int First => first;

    public int Last => last;

    public bool Weak => seed.Weak;

    /// <summary>Told by ideas in any order, not by a name.</summary>
    public bool Concept => byIdeas;

    public SeedForm Form => form;

    public SeedKind Kind => seed.Kind;

    /// <summary>How much is argued round it: see <see cref="ArguingWords.Near"/>.</summary>
    public int Near(Sentence s, Utterance utterance, ArguingWords words)
    {
        Look(utterance);
        if (_near == int.MinValue)
        {
            _near = ArguingWords.Near(s, utterance, first, last, words.Weight);
        }

        return _near;
    }

    /// <summary>Which way the utterance leans: see <see cref="Leaning"/>.</summary>
    public int Leans(Sentence s, Utterance utterance, Leaning leaning)
    {
        Look(utterance);
        return _leaning ??= leaning.Of(s, utterance.Tokens, Issue, first, last, seed.Polarity);
    }

    private void Look(Utterance utterance)
    {
        if (!ReferenceEquals(_of, utterance))
        {
            (_of, _near, _leaning) = (utterance, int.MinValue, null);
        }
    }
}
