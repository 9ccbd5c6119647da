using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Officials;

public enum ReferentKind { Person, State, Body, Group, Unnamed }

/// <summary>Whom or what a noun phrase stands for.</summary>
/// <param name="Official">Id of an official of this reading, for a person who is one.</param>
/// <param name="Name">Fullest name in the text, for any named person (reporter's source, analyst, official).</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the state, or of the one that the person or body serves.</param>
/// <param name="Body">For a body or metonym: which kind of body.</param>
/// <param name="Org">A party's or organisation's name as the text has it; null for state bodies.</param>
/// <param name="Members">For a group ("the two ministers", "Seoul and Tokyo"): its members.</param>
public sealed record Referent(
    ReferentKind Kind,
    string? Official,
    string? Name,
    string? Country,
    BodyKind? Body,
    string? Org,
    IReadOnlyList<Referent> Members)
{
    /// <summary>Itself, or for a group its members.</summary>
    public IEnumerable<Referent> Each => Kind == ReferentKind.Group ? Members.SelectMany(m => m.Each) : [this];
}

public enum MentionForm { Name, Title, Pronoun, Metonym, Group, Description }

/// <summary>A noun phrase that refers. <paramref name="Sentence"/> indexes the document's sentences, <paramref name="Head"/> that sentence's tokens.</summary>
public sealed record Mention(TextSpan Span, int Sentence, int Head, Referent Referent, MentionForm Form);
