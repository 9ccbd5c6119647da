using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>Direct quotations of a clause or more, with their speakers.</summary>
public static class QuotationFinder
{
    public static IReadOnlyList<Quotation> Find(Document document, Attributions attributions)
    {
        var quotes = new List<Quotation>();
        var keys = new Dictionary<FindingKey, int>();
        for (var q = 0; q < document.Quoted.Count; q++)
        {
            var quoted = document.Quoted[q];
            if (!IsClause(document, quoted.Inner))
            {
                continue;
            }

            var said = SentenceAttributions.TrimBlanks(document.Text, quoted.Inner);
            var by = attributions.OfQuoted[q];
            var speaker = by?.Speaker is { Kind: ReferentKind.Person } person ? person : null;
            var name = speaker?.Name;
            var key = AttributionFinder.Unique(keys, "quote", "", said.In(document.Text));
            document.Trace?.Add(key, by is null ? ["a clause between marks; nothing credits it"] : ["a clause between marks", .. document.Trace.Of(by.Statement.Key)]);
            quotes.Add(new Quotation(
                key, Evidence.In(document.Text, said), speaker?.Official, name, by?.Speaker?.Country));
        }

        return quotes;
    }

    /// <summary>A finite verb with its subject, outside a relative clause; or a command.</summary>
    internal static bool IsClause(Document document, TextSpan inner)
    {
        if (IsTitle(document, inner))
        {
            return false;
        }

        var (first, last) = document.SentencesIn(inner);
        if (StartsLikeSentence(document, inner) && (HasFiniteVerb(document, inner, first, last) || ReadsLikeSentence(document, inner)))
        {
            return true;
        }

        for (var s = first; s <= last; s++)
        {
            var sentence = document.Sentences[s].Syntax;
            for (var t = 0; t < sentence.Count; t++)
            {
                var token = sentence[t];
                if (token.Start < inner.Start || token.End > inner.End)
                {
                    continue;
                }

                if (token.Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl or Deprel.Csubj or Deprel.NsubjOuter or Deprel.CsubjPass && token.Head >= 0)
                {
                    var predicate = token.Head;
                    var inside = inner.Contains(sentence[predicate].Span);
                    if (inside && Clauses.IsFinite(sentence, predicate) && !InRelative(sentence, predicate, inner))
                    {
                        return true;
                    }
                }

                if (token.Tag == Xpos.VB && IsCommand(sentence, t, inner) || IsShout(sentence, t, inner))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A film's or a book's: three words or more, every longer one with a capital, no mark at the end, and no comma or colon before.</summary>
    private static bool IsTitle(Document document, TextSpan inner)
    {
        var text = document.Text;
        var (words, letters) = (0, 0);
        for (var i = inner.Start; i < inner.End; i++)
        {
            if (!char.IsLetter(text[i]) || i > inner.Start && (char.IsLetter(text[i - 1]) || text[i - 1] is '\'' or '\u2019'))
            {
                continue;
            }

            var end = i;
            while (end < inner.End && char.IsLetter(text[end]))
            {
                end++;
            }

            words++;
            letters += end - i;
            if (!char.IsUpper(text[i]) && end - i > 3)
            {
                return false;
            }
        }

        var before = inner.Start - 2;
        while (before > 0 && text[before] is ' ')
        {
            before--;
        }

        return words >= 3 && letters > 3 * words && text[inner.End - 1] is not ('.' or ',' or '!' or '?') && before > 0 && text[before] is not (',' or ':');
    }

    /// <summary>A capital at its start, or after an opening bracket.</summary>
    private static bool StartsLikeSentence(Document document, TextSpan inner)
    {
        var i = inner.Start;
        while (i < inner.End && document.Text[i] is ' ' or '(' or '[' or '.' or '\u2026' or '\'' or '\u2018')
        {
            i++;
        }

        return i < inner.End && char.IsUpper(document.Text[i]);
    }

    /// <summary>Speech set off by its marks: opened at a sentence's start or after a comma, a colon or a verb of saying, closed by its own full stop or comma.</summary>
    private static bool ReadsLikeSentence(Document document, TextSpan inner)
    {
        var text = document.Text;
        var end = inner.End - 1;
        while (end > inner.Start && char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        var words = inner.In(text).Count(' ');
        if (words < 3 || text[end] is not (',' or '.' or '!' or '?'))
        {
            return false;
        }

        var s = document.SentenceAt(inner.Start - 1);
        if (s < 0)
        {
            return false;
        }

        var sentence = document.Sentences[s].Syntax;
        var mark = sentence.At(inner.Start - 1);
        return mark <= 0 || words > 3 && (sentence[mark - 1].Norm is "," or ":" || sentence[mark - 1].Pos == Upos.Verb && CueLexicon.Verb(sentence[mark - 1].Lemma) is not null);
    }

    /// <summary>A finite verb that is not the first word, nor in a relative clause right behind its noun.</summary>
    private static bool HasFiniteVerb(Document document, TextSpan inner, int first, int last)
    {
        for (var s = first; s <= last; s++)
        {
            var sentence = document.Sentences[s].Syntax;
            var relative = false;
            for (var t = 0; t < sentence.Count; t++)
            {
                var token = sentence[t];
                if (token.Start <= inner.Start || token.End > inner.End)
                {
                    continue;
                }

                if (token.Pos is Upos.Verb or Upos.Aux && token.Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
                {
                    if (!relative)
                    {
                        return true;
                    }

                    relative = false;
                }
                else if (token.Norm is "who" or "which" or "that" && token.Relation is not Deprel.Mark && t > 0 && sentence[t - 1].Pos is Upos.Noun or Upos.Propn)
                {
                    relative = true;
                }
                else if (token.Tag is Xpos.Stop or Xpos.Comma)
                {
                    relative = false;
                }
            }
        }

        return false;
    }

    private static bool InRelative(Sentence sentence, int predicate, TextSpan inner)
    {
        for (var t = predicate; t >= 0; t = sentence[t].Head)
        {
            if (!inner.Contains(sentence[t].Span))
            {
                return false;
            }

            if (sentence[t].Relation is Deprel.AclRelcl or Deprel.Acl)
            {
                // "what they want" is a clause that its own "what" begins.
                return sentence[t].Head is >= 0 and var noun && inner.Contains(sentence[noun].Span) && !(sentence[noun].Tag == Xpos.WP && sentence[noun].Start == inner.Start);
            }
        }

        return false;
    }

    /// <summary>"Scrap the pact!": the tagger may take the verb of a call for a noun, but a noun takes no object.</summary>
    private static bool IsShout(Sentence sentence, int first, TextSpan inner) =>
        sentence[first].Start == inner.Start && sentence[first].Pos == Upos.Noun && sentence[first].Tag == Xpos.NN && char.IsUpper(sentence.Text[inner.Start]) && sentence.Text[inner.End - 1] is '!' or ',' or '.'
        && first + 1 < sentence.Count && sentence[first + 1].Tag is Xpos.DT or Xpos.PRPPoss or Xpos.PRP && sentence[first + 1].End < inner.End;

    /// <summary>A base form that starts what is quoted, with neither subject nor "to" nor auxiliary.</summary>
    private static bool IsCommand(Sentence sentence, int verb, TextSpan inner)
    {
        var start = verb;
        while (start > 0 && sentence[start - 1].Start >= inner.Start && sentence[start - 1].Norm is "please" or "do" or "not" or "n't" or "never" or "so" or "and" or "but" or "then" or "just" or "now")
        {
            start--;
        }

        var opens = sentence[start].Start <= inner.Start + 1 || start > 0 && sentence[start - 1].Tag is Xpos.Stop;
        if (!opens || !char.IsUpper(sentence.Text[sentence[start].Start]))
        {
            return false;
        }

        foreach (var child in sentence.Children(verb))
        {
            if (sentence[child].Relation is Deprel.Nsubj or Deprel.Mark or Deprel.Aux && sentence[child].Norm is not "do")
            {
                return false;
            }
        }

        return true;
    }
}
