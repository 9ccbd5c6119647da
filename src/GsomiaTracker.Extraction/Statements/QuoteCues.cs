using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>
/// Who a quotation is credited to by the words that touch it: ", X told reporters", "? asked Y", "X said: ". Needs no tree, so that a sentence
/// that the parser takes apart wrongly keeps its speaker.
/// </summary>
internal static class QuoteCues
{
    private const int Reach = 45;

    /// <summary>A credit found beside a quotation: verb and source, in one sentence.</summary>
    /// <param name="Head">Token that stands for the source, or -1 when it is left to the verb's subject elsewhere.</param>
    internal readonly record struct Credit(int Sentence, int Verb, int Head, TextSpan Source);

    public static Credit? Beside(Document document, References references, Quoted quoted, bool clause)
    {
        var after = After(document, references, quoted, clause);
        return after is { } credit && IsAnothers(document, quoted, credit) ? Before(document, references, quoted) ?? after : after ?? Before(document, references, quoted);
    }

    /// <summary>"While X said "we kept it," Y said "it was never kept."": what follows credits what stands behind it.</summary>
    private static bool IsAnothers(Document document, Quoted quoted, Credit credit)
    {
        var sentence = document.Sentences[credit.Sentence].Syntax;
        var opening = sentence.At(quoted.Outer.Start);
        var before = opening - 1;
        if (before > 0 && sentence[before].Norm is "that" or "," or ":")
        {
            before--;
        }

        return before > 0 && opening > before && sentence[before].Pos == Upos.Verb && IsCue(sentence, before) && !document.IsQuoted(sentence[before].Start)
            && (credit.Verb >= 0 && credit.Verb + 1 < sentence.Count && document.IsQuoted(sentence[credit.Verb + 1].Start) || sentence[0].Norm is "while" or "although" or "though" or "whereas");
    }

    private static Credit? After(Document document, References references, Quoted quoted, bool clause)
    {
        var text = document.Text;
        var last = LastMark(text, quoted.Inner);
        var comma = last is ',' || quoted.Outer.End < text.Length && text[quoted.Outer.End] == ',';
        var ends = comma || last is '?' or '!' or '\u2014' or '-';
        if (!quoted.Closed || !ends && !clause)
        {
            return null;
        }

        var s = document.SentenceAt(quoted.Outer.End - 1);
        if (s < 0)
        {
            return null;
        }

        var sentence = document.Sentences[s].Syntax;
        var from = FirstAfter(sentence, quoted.Outer.End);
        if (from >= sentence.Count)
        {
            // The sentence was cut at the closing mark: the credit starts the next one.
            if (s + 1 >= document.Sentences.Count || document.Sentences[s + 1].Paragraph != document.Sentences[s].Paragraph)
            {
                return null;
            }

            sentence = document.Sentences[++s].Syntax;
            from = 0;
        }

        var dash = false;
        while (from < sentence.Count && (sentence[from].Pos == Upos.Punct || sentence[from].Tag == Xpos.CC))
        {
            if (document.IsQuoted(sentence[from].Start))
            {
                return null;
            }

            dash |= sentence[from].Norm is "-" or "--" or "\u2014" or "\u2013";
            from++;
        }

        if (from >= sentence.Count)
        {
            return null;
        }

        if (clause && (ends || dash || sentence.Is(from, "be")) && SpeakerPhrases.After(document, references, s, sentence, from, dash) is { } phrase)
        {
            return phrase;
        }

        if (!ends)
        {
            return null;
        }

        if (IsFinite(sentence, from) && IsCue(sentence, from))
        {
            return Inverted(document, references, s, sentence, from);
        }

        bool inRelative = false, relativeHasVerb = false;
        for (var t = from; t < sentence.Count && t - from < Reach; t++)
        {
            var token = sentence[t];
            if (document.IsQuoted(token.Start) || token.Norm is ";" or ":")
            {
                return null;
            }

            var opens = token.Norm is "who" or "which" or "that" or "whose";
            inRelative = opens || inRelative && token.Norm is not ",";
            relativeHasVerb &= !opens;
            if (!IsFinite(sentence, t) || t == from)
            {
                continue;
            }

            if (inRelative && (!relativeHasVerb || !IsCue(sentence, t) || sentence[t].Relation is Deprel.AclRelcl || sentence[t - 1].Tag is Xpos.CC or Xpos.MD))
            {
                // "an official who asked not to be named said": the second verb is the main clause's.
                relativeHasVerb = true;
                continue;
            }

            if (token.Pos == Upos.Aux || !IsCue(sentence, t))
            {
                // "Suga shot back": any plain verb closes a quoted clause that ends in a comma, when it follows its subject at once.
                if (!(comma && clause && token.Pos == Upos.Verb && t - from <= 8))
                {
                    if (token.Pos == Upos.Aux && t + 1 < sentence.Count && sentence[t + 1].Pos is Upos.Verb or Upos.Adv or Upos.Part)
                    {
                        continue;
                    }

                    return null;
                }
            }

            return Plain(document, references, s, sentence, from, t);
        }

        // The tagger missed the verb: the word after a name that follows the closing mark at once.
        for (var t = from; comma && clause && t < sentence.Count && t - from < 8; t++)
        {
            if (sentence[t].Norm is "who" or "with" or "to" or "from")
            {
                break;
            }

            if (references.At(s, t) is { Form: MentionForm.Name, Referent.Kind: ReferentKind.Person } mention && mention.Head == t)
            {
                if (t <= from + 2 && t > from && (sentence[from].Pos is Upos.Verb || t == from + 2 && char.IsLower(sentence.Text[sentence[from].Start]) && sentence[from + 1].Pos is Upos.Adv))
                {
                    // "shot back Seo": the verb stands first.
                    return Inverted(document, references, s, sentence, t - 1);
                }

                var verb = sentence.At(mention.Span.End - 1) + 1;
                return verb < sentence.Count && sentence[verb].Pos is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Adv && !document.IsQuoted(sentence[verb].Start)
                    ? Plain(document, references, s, sentence, from, verb)
                    : null;
            }
        }

        return null;
    }

    /// <summary>From the quotation to the verb stands the source.</summary>
    private static Credit? Plain(Document document, References references, int s, Sentence sentence, int from, int verb)
    {
        var head = -1;
        for (var t = from; t < verb; t++)
        {
            if (sentence[t].Relation is Deprel.Nsubj && sentence[t].Head == verb)
            {
                head = t;
            }
        }

        head = Person(references, s, sentence, from, verb, head);
        var source = SentenceAttributions.Trim(document.Text, new TextSpan(sentence[from].Start, sentence[verb - 1].End));
        return new Credit(s, verb, head, source);
    }

    private static Credit? Inverted(Document document, References references, int s, Sentence sentence, int verb)
    {
        var head = -1;
        foreach (var child in sentence.Children(verb))
        {
            if (child > verb && sentence[child].Relation is Deprel.Nsubj or Deprel.Obj && head < 0)
            {
                head = child;
            }
        }

        if (verb + 1 >= sentence.Count)
        {
            return null;
        }

        var next = sentence[verb + 1];
        if (next.Pos is Upos.Punct or Upos.Adp || next.Norm is "that")
        {
            return null;
        }

        var end = verb + 1;
        while (end < sentence.Count && end - verb < 14 && sentence[end].Norm is not ("," or "." or ";" or ":") && !IsFinite(sentence, end) && !document.IsQuoted(sentence[end].Start))
        {
            end++;
        }

        // ", said its chairman, Hwang": the name behind the comma is the source's.
        var stop = end + 1 < sentence.Count && sentence[end].Norm is "," && references.At(s, end + 1) is { Form: MentionForm.Name, Referent.Kind: ReferentKind.Person } ? Math.Min(sentence.Count, end + 5) : end;
        head = Person(references, s, sentence, verb + 1, stop, head);
        var source = head >= 0 && head > verb ? sentence.Subtree(head) : new TextSpan(next.Start, sentence[end - 1].End);
        if (source.Start < next.Start || source.Length > 160)
        {
            source = new TextSpan(next.Start, sentence[end - 1].End);
        }

        return new Credit(s, verb, head, SentenceAttributions.Trim(document.Text, source));
    }

    private static Credit? Before(Document document, References references, Quoted quoted)
    {
        var s = document.SentenceAt(quoted.Outer.Start);
        if (s < 0)
        {
            return null;
        }

        var sentence = document.Sentences[s].Syntax;
        var at = sentence.At(quoted.Outer.Start) - 1;
        if (at < 0)
        {
            // A sentence that ends in a colon introduces what follows it.
            if (s == 0 || document.Sentences[s - 1].Paragraph != document.Sentences[s].Paragraph || document.Sentences[s - 1].Syntax is var before && before[before.Count - 1].Norm is not ":")
            {
                return null;
            }

            sentence = document.Sentences[--s].Syntax;
            at = sentence.Count - 1;
        }

        if (SpeakerPhrases.Before(document, references, s, sentence, at) is { } phrase)
        {
            return phrase;
        }

        var mark = sentence[at].Norm;
        if (mark is "and" or "but" && at > 1 && sentence[at - 1].Norm is "," && IsFinite(sentence, at - 2) && IsCue(sentence, at - 2))
        {
            // ""We waited" for it, Holm said, and "we are tired.""
            at--;
        }
        else if (!(mark is "," or ":" or "that" or "\u2014" or "--" || IsCue(sentence, at)))
        {
            return null;
        }

        var cue = false;
        for (var t = at; t >= 0 && at - t < 24; t--)
        {
            if (document.IsQuoted(sentence[t].Start) || sentence[t].Norm is ";")
            {
                return null;
            }

            if (sentence[t].Pos == Upos.Verb && sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VBG && IsCue(sentence, t))
            {
                if (IsAsideOfHearers(sentence, t))
                {
                    continue;
                }

                var head = sentence[t].Tag == Xpos.VBG ? SpeakerBefore(document, sentence, t) : Clauses.SubjectOf(sentence, t, 6);
                if (head > t && Introduces(sentence, t, head))
                {
                    // "X said ... and warned that Japan, ...,": what follows "that" is said, it does not speak.
                    head = SpeakerBefore(document, sentence, t);
                }

                if (head < 0)
                {
                    for (var k = t - 1; k >= 0 && t - k < 14 && head < 0; k--)
                    {
                        head = references.At(s, k) is { } m && !document.IsQuoted(sentence[k].Start) && !(k + 1 < sentence.Count && sentence[k + 1].Norm is "'s") ? m.Head : -1;
                    }
                }

                if (head < 0)
                {
                    cue = true;
                    break;
                }

                var person = Person(references, s, sentence, sentence.Leftmost(head), head < t ? Math.Min(t, sentence.Rightmost(head) + 1) : sentence.Rightmost(head) + 1, head);
                return new Credit(s, t, person, SentenceAttributions.Trim(document.Text, sentence.Subtree(head)) is { Length: <= 200 } span ? span : sentence[head].Span);
            }
        }

        // "Suga was blunt: ...": before a colon the sentence's subject is the speaker.
        if (mark is ":" && !cue && sentence.Root >= 0 && sentence.Root < at && Clauses.SubjectOf(sentence, sentence.Root, 1) is >= 0 and var subject && !document.IsQuoted(sentence[subject].Start))
        {
            var person = Person(references, s, sentence, sentence.Leftmost(subject), Math.Min(sentence.Root, sentence.Rightmost(subject) + 1), subject);
            if (person >= 0 && references.At(s, person) is { Referent.Kind: ReferentKind.Person })
            {
                return new Credit(s, sentence.Root, person, SentenceAttributions.Trim(document.Text, sentence.Subtree(subject)));
            }
        }

        return null;
    }

    /// <summary>"told reporters who asked, ": who is spoken to is told in a relative clause that is no credit.</summary>
    private static bool IsAsideOfHearers(Sentence sentence, int verb) =>
        sentence[verb].Relation is Deprel.AclRelcl && sentence[verb].Head is >= 0 and var hearers && hearers < verb
        && sentence[hearers].Relation is Deprel.Obj or Deprel.Iobj && sentence[hearers].Head is >= 0 and var said && said < hearers && IsCue(sentence, said);

    private static bool Introduces(Sentence sentence, int verb, int to)
    {
        for (var t = verb + 1; t < to; t++)
        {
            if (sentence[t].Norm is "that")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"..., X said, adding": the subject of the verb of saying before a participle.</summary>
    private static int SpeakerBefore(Document document, Sentence sentence, int participle)
    {
        for (var t = participle - 1; t >= 0; t--)
        {
            if (sentence[t].Pos == Upos.Verb && IsFinite(sentence, t) && !document.IsQuoted(sentence[t].Start))
            {
                var subject = Clauses.SubjectOf(sentence, t, 3);
                if (subject >= 0 && !document.IsQuoted(sentence[subject].Start))
                {
                    return subject;
                }
            }
        }

        return -1;
    }

    /// <summary>The subject if it stands for somebody; else the first mention in the stretch that is no possessor, a named person before others.</summary>
    private static int Person(References references, int s, Sentence sentence, int from, int to, int head)
    {
        if (head >= 0 && references.At(s, head) is { Referent.Kind: ReferentKind.Person })
        {
            return head;
        }

        if (head >= 0 && references.At(s, head) is null)
        {
            head = -1;
        }

        for (var t = from; head < 0 && t < to && t < sentence.Count; t++)
        {
            if (references.At(s, t) is { Referent.Kind: ReferentKind.Unnamed } mention && mention.Head == t && t > from && sentence[t - 1].Norm is "a" or "an" or "one" or "another")
            {
                head = t;
            }
            else if (references.At(s, t) is not null)
            {
                break;
            }
        }

        // "a source close to Abe" is not Abe: with an unnamed head, only a name set off by a comma is the source.
        var unnamed = head >= 0 && references.At(s, head) is { Referent.Kind: ReferentKind.Unnamed };
        var first = -1;
        for (var t = from; t < to && t < sentence.Count; t++)
        {
            if (references.At(s, t) is not { } mention || mention.Head != t)
            {
                continue;
            }

            var after = sentence.At(mention.Span.End - 1) + 1;
            // "one aide to Moon", "a poster behind Minister Moon", "Moon's office": not the one who speaks.
            var start = sentence.At(mention.Span.Start);
            while (start > from && references.At(s, start - 1) == mention)
            {
                start--;
            }

            if ((head < 0 || unnamed) && start > from && sentence[start - 1].Pos == Upos.Adp
                || after < sentence.Count && sentence[after].Norm is "'s" or "\u2019s" || sentence[t].Relation is Deprel.NmodPoss or Deprel.Nmod && mention.Form != MentionForm.Name)
            {
                continue;
            }

            if (mention.Referent.Kind == ReferentKind.Person && mention.Form is MentionForm.Name
                && (!unnamed || start == from || start > 0 && sentence[start - 1].Norm is ","))
            {
                return t;
            }

            first = first < 0 ? t : first;
        }

        return head >= 0 && references.At(s, head) is not null ? head : first >= 0 ? first : head;
    }

    private static bool IsCue(Sentence sentence, int t) => CueLexicon.Verb(sentence[t].Lemma) is { ClosesQuotation: true }
        || t + 1 < sentence.Count && (sentence[t].Lemma is "put" && sentence[t + 1].Norm is "it" || sentence[t].Lemma is "sum" && (sentence[t + 1].Norm is "up" || t + 2 < sentence.Count && sentence[t + 2].Norm is "up"));

    private static bool IsFinite(Sentence sentence, int t) => sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP
        || sentence[t].Tag is Xpos.VBN && CueLexicon.Verb(sentence[t].Lemma) is { ClosesQuotation: true } && !sentence.Has(t, Deprel.AuxPass);

    private static char LastMark(string text, TextSpan inner)
    {
        for (var i = inner.End - 1; i >= inner.Start; i--)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('\'' or '\u2019' or ')'))
            {
                return text[i];
            }
        }

        return '\0';
    }

    private static int FirstAfter(Sentence sentence, int offset)
    {
        var i = sentence.At(offset - 1);
        i = i < 0 ? 0 : i;
        while (i < sentence.Count && sentence[i].Start < offset)
        {
            i++;
        }

        return i;
    }
}
