using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Who utters the words at a place, and in whose voice.</content>
internal sealed partial class Holders
{
    /// <summary>
    /// The attribution whose content holds this place, the innermost where several do; null in the reporter's own words. A quotation that
    /// none holds goes on where the last one of its paragraph left off.
    /// </summary>
    public Attribution? StatementAt(int place)
    {
        if (_attributions.At(place) is { } found)
        {
            return found;
        }

        if (_document.QuotedAt(place) is not { } quoted || _document.SentenceAt(place) is var at && at < 0)
        {
            return null;
        }

        var paragraph = _document.Sentences[at].Paragraph;
        if (_goesOn.Paragraph == paragraph && _goesOn.Sentence == at)
        {
            return _goesOn.Statement;
        }

        Attribution? before = null;
        foreach (var attribution in _ofParagraph[paragraph])
        {
            if (attribution.Speaker is not null && (before is null || attribution.Sentence <= at && attribution.Content.Any(c => _document.IsQuoted(c.Start))))
            {
                before = attribution;
            }
        }

        _goesOn = (paragraph, at, before);
        return before;
    }

    /// <summary>Who says the words at this place; empty where nobody does, or somebody who holds no stance.</summary>
    public IReadOnlyList<Holder> Utterer(int place) => StatementAt(place) is { } statement ? Speaker(statement) : [];

    /// <summary>
    /// Who says so in a sentence whose attribution is lost: the subject of the nearest verb of saying before the place, or of one set between
    /// commas behind it. Empty when there is none.
    /// </summary>
    public IReadOnlyList<Holder> Sayer(int sentence, int token, StanceLexicon lexicon)
    {
        var s = _document.Sentences[sentence].Syntax;
        var entries = new List<(Phrase Phrase, StanceWord Value, int Last)>();
        for (var distance = 1; distance < s.Count; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[token - distance, token + distance])
            {
                if (at < 0 || at >= s.Count || at > token && !(at > 1 && s[at - 2].Pos == Upos.Punct || at + 1 < s.Count && s[at - 1].Pos == Upos.Punct))
                {
                    continue;
                }

                if (at < token && s[at].Norm is "which" or "who" or "after" or "before" or "while" or "whose" or "where" or "amid" or "apparent" or "because" or "when")
                {
                    return [];
                }

                lexicon.At(s, at, entries);
                if (!entries.Exists(e => e.Value.Kind == StanceWordKind.Saying) || s[at].Tag is Xpos.VB or Xpos.VBG)
                {
                    continue;
                }

                var subject = Clause.OwnSubject(s, at);
                if (subject >= 0 && Of(sentence, subject) is { Count: > 0 } own)
                {
                    return own;
                }

                // The subject stands before the verb, with nothing but appositions between; or right behind it.
                for (var left = at - 1; left >= 0; left--)
                {
                    if (s[left].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Root && left < at && Of(sentence, left) is { Count: > 0 } found)
                    {
                        return found;
                    }
                }

                if (subject < 0 && at > token && at + 1 < s.Count && Of(sentence, at + 1) is { Count: > 0 } behind)
                {
                    return behind;
                }
            }
        }

        return [];
    }

    /// <summary>Whose view a sentence of the reporter's gives: <i>in Tokyo's view</i>, <i>in the eyes of Seoul</i>; empty without.</summary>
    public IReadOnlyList<Holder> Viewer(int sentence)
    {
        var s = _document.Sentences[sentence].Syntax;
        for (var i = 1; i < s.Count; i++)
        {
            if (s[i].Lemma is "view" or "eye" or "opinion" or "reading" or "eyes" && Clause.CaseOf(s, i) is "in" or "to")
            {
                var owner = Clause.Possessor(s, i);
                if (owner < 0)
                {
                    owner = s.Child(i, Deprel.Nmod);
                }

                if (owner >= 0)
                {
                    return Of(sentence, owner);
                }
            }
        }

        return [];
    }

    public IReadOnlyList<Holder> Speaker(Attribution statement)
    {
        var found = new List<Holder>();
        if (statement.Speaker is { } speaker)
        {
            var words = statement.Statement.Source?.Span ?? default;
            if (words.Length > 0 && speaker.Country is { } served && IsAnother(speaker, WithCloseTo(words).Of(_document.Text)))
            {
                return UnnamedHolders.HoldsNone(WithCloseTo(words).Of(_document.Text)) ? [] : [new Holder(served, null, null)];
            }

            foreach (var referent in speaker.Each)
            {
                Add(found, referent, words);
            }

            if (found.Count == 1 && words.Length > 0 && _document.SentenceAt(words.Start) is var told and >= 0)
            {
                // Of two who say so together the source is one.
                var s = _document.Sentences[told].Syntax;
                var joint = WithPartner(told, s.At(words.End - 1), found);
                joint = joint.Count > 1 || statement.CueToken < 0 || statement.Sentence != told ? joint : WithCounterpart(told, Clause.OwnSubject(s, statement.CueToken), found);
                if (joint.Count > 1)
                {
                    return joint;
                }
            }

            if (found.Count > 1 && words.Length > 0 && words.Of(_document.Text) is var source && PluralPosts.Any(p => source.Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                Name(found, words.Start, source);
            }
        }

        if (found.Count == 0 && statement.Speaker is null or { Kind: ReferentKind.Unnamed, Country: null } && _depth < DeepestSource)
        {
            _depth++;
            found.AddRange(Unexplained(statement));
            _depth--;
        }

        return found;
    }

    private const int DeepestVoice = 3;

    /// <summary>"Kono said Tokyo wanted": a government's wish is his who utters it for it, the innermost first. The holder unchanged otherwise.</summary>
    public Holder Voice(Holder holder, Attribution? statement)
    {
        if (holder is not { Person: null, Org: null })
        {
            return holder;
        }

        for (var (said, step) = (statement, 0); said is not null && step < DeepestVoice; step++)
        {
            if (Speaker(said) is [{ Person: not null } speaker] && speaker.Country == holder.Country)
            {
                return speaker;
            }

            var outer = said.CueToken >= 0 ? StatementAt(StartOf(said.Sentence, said.CueToken)) : null;
            said = ReferenceEquals(outer, said) ? null : outer;
        }

        return holder;
    }

    /// <summary>
    /// The official who spoke in the sentence before, of the same paragraph: when his reported speech goes on without a source, what "Japan would"
    /// do is his to say. The holder unchanged otherwise.
    /// </summary>
    public Holder GoingOn(int sentence, Holder holder)
    {
        if (holder is not { Person: null, Org: null } || sentence == 0 || _document.Sentences[sentence - 1].Paragraph != _document.Sentences[sentence].Paragraph
            || !IsBackshifted(_document.Sentences[sentence].Syntax))
        {
            return holder;
        }

        foreach (var other in _ofSentence[sentence - 1])
        {
            if (other.Speaker is { Kind: ReferentKind.Person } && Speaker(other) is [{ Person: { } person } speaker] && speaker.Country == holder.Country)
            {
                return holder with { Person = person };
            }
        }

        return holder;
    }

    private static bool IsBackshifted(Sentence s)
    {
        foreach (var t in s.Tokens)
        {
            if (t.Norm is "would" or "could" or "had" or "was" or "were" or "might")
            {
                return true;
            }
        }

        return false;
    }
}
