using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>How a position came to be somebody's.</summary>
internal enum StandForm
{
    /// <summary>The clause says who wants or minds it.</summary>
    Held,

    /// <summary>A judgement; whoever utters it holds it.</summary>
    Uttered,

    /// <summary>Done or decided; a position only where it is the news itself or is argued.</summary>
    Done,
}

/// <summary>A position found in one clause, its holder still a token.</summary>
/// <param name="Polarity">+1 for, -1 against.</param>
/// <param name="Holder">Token of the noun that holds it, or -1: whoever utters the clause.</param>
/// <param name="Condition">Token at the head of the clause on which it hangs, or -1.</param>
/// <param name="Suspended">Conditional by itself: an effect put off.</param>
/// <param name="Rule">The lexicon's rows that led to it, innermost first.</param>
internal sealed record Stand(
    IssueRules Issue,
    int Polarity,
    StandForm Form,
    SpeechAct Act,
    int Holder,
    int Seed,
    int Condition,
    bool Suspended,
    TextSpan Words,
    string Rule)
{
    /// <summary>More led to it than the phrase of the issue and a verb of saying.</summary>
    public bool IsComposed => Rule.AsSpan().Count(' ') >= (Said ? 2 : 1);

    /// <summary>The holder is the subject of a verb of saying, not of one of wanting.</summary>
    public bool Said => Rule.EndsWith(" say", StringComparison.Ordinal);
}
