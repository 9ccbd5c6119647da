using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What a word of the stance lexicon does to the proposition below it.</summary>
internal enum StanceWordKind
{
    /// <summary>Is done to a thing and keeps or ends it: <i>renew</i>, <i>terminate</i>.</summary>
    Effect,

    /// <summary>Puts an effect off: <i>suspend the termination</i>.</summary>
    Hold,

    /// <summary>Somebody's wanting or minding: <i>urge</i>, <i>regret</i>. Its subject holds it.</summary>
    Attitude,

    /// <summary>A judgement by whoever says it: <i>important</i>, <i>regrettable</i>.</summary>
    Evaluation,

    /// <summary>What its subject would bring about: <i>send the wrong signal</i>.</summary>
    Consequence,

    /// <summary>Puts words into somebody's mouth without taking sides: <i>say</i>.</summary>
    Saying,

    /// <summary>A course taken or made known; a stance only where it is the news or is argued: <i>decide</i>.</summary>
    Decide,

    /// <summary>Lets the proposition through: <i>try</i>, <i>possibility</i>; with a minus turned: <i>fail</i>.</summary>
    Pass,

    /// <summary>Lends its subject to an attitude noun: <i>express</i> (concern).</summary>
    Light,

    /// <summary>A noun for what somebody holds: <i>position that ...</i>.</summary>
    Stance,

    /// <summary>Turning back from what was done: <i>change course</i>.</summary>
    Turnabout,

    /// <summary>Says that something ought to be: <i>should</i>.</summary>
    Deontic,
}

/// <summary>Which parts of speech an entry is for.</summary>
[Flags]
internal enum StanceWordClass
{
    Verb = 1,
    Noun = 2,
    Adjective = 4,
}

/// <summary>One entry of <c>Lexicon/en/stances.tsv</c>.</summary>
/// <param name="Rule">Name of the row: what <c>explain</c> shows.</param>
/// <param name="Value">+1 leaves the proposition as it is, -1 turns it.</param>
/// <param name="OfSubject">The effect befalls its own subject: <i>the pact lapses</i>.</param>
internal sealed record StanceWord(
    string Rule, StanceWordKind Kind, int Value, SpeechAct Act, StanceWordClass Classes, bool OfSubject, Phrase Phrase)
{
    public static StanceWordClass? ClassOf(Token token) => token.Pos switch
    {
        Upos.Verb or Upos.Aux => token.Tag == Xpos.VBG ? StanceWordClass.Verb | StanceWordClass.Noun : StanceWordClass.Verb,
        Upos.Noun or Upos.Propn => StanceWordClass.Noun,
        Upos.Adj or Upos.Adv or Upos.Adp => StanceWordClass.Adjective,
        _ => null,
    };
}
