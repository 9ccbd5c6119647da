using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>One word or punctuation mark of a sentence, cut as the English UD treebanks cut (clitics apart, hyphenated compounds apart).</summary>
/// <param name="Start">First UTF-16 unit in the whole text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Pos">Universal part of speech.</param>
/// <param name="Tag">Penn tag: tense and number are read from it.</param>
/// <param name="Head">Index in the sentence of the word it hangs on; -1 for the root.</param>
/// <param name="Relation">How it hangs on it.</param>
/// <param name="Lemma">Dictionary form, lower case: <c>be</c> for <c>'s</c>, <c>not</c> for <c>n't</c>.</param>
/// <param name="Norm">The form, lower case, curly quotation marks made straight.</param>
public readonly record struct Token(int Start, int End, Upos Pos, Xpos Tag, int Head, Deprel Relation, string Lemma, string Norm)
{
    public TextSpan Span => new(Start, End);
}
