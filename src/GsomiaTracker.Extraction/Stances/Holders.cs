using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Who may hold a stance: a country's government, an official of it, or a party.</summary>
internal sealed record Holder(string Country, string? Person, string? Org);

/// <summary>Finds whom a noun stands for and who utters the words at a place. Analysts, activists and companies hold no stance.</summary>
internal sealed class Holders
{
    private readonly Document _document;
    private readonly References _references;
    private readonly Attributions _attributions;
    private readonly Dictionary<string, OfficialNamed> _officials;
    private readonly StanceRules _rules;
    private readonly ILookup<int, Attribution> _ofParagraph;
    private (int Paragraph, int Sentence, Attribution? Statement) _goesOn = (-1, -1, null);

    public Holders(Document document, References references, Attributions attributions, StanceRules rules)
    {
        _document = document;
        _references = references;
        _attributions = attributions;
        _rules = rules;
        _ofParagraph = attributions.All.ToLookup(a => document.Sentences[a.Sentence].Paragraph);
        _officials = references.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal);
    }

    /// <summary>The mention that this token heads or lies in, or null.</summary>
    public Mention? At(int sentence, int token) => _references.At(sentence, token);

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

    /// <summary>Who may hold what this token's noun phrase holds; empty for those that hold none.</summary>
    public IReadOnlyList<Holder> Of(int sentence, int token)
    {
        var s = _document.Sentences[sentence].Syntax;
        var t = s[token];
        if (t.Pos == Upos.Pron && t.Norm is "we" or "i" or "us" or "our" or "my" or "me" or "ourselves")
        {
            return Utterer(t.Start);
        }

        var found = new List<Holder>();
        var mention = At(sentence, token);
        if (mention is null && IsPaper(t))
        {
            // What a paper says, those say who put it out.
            var author = Clause.Possessor(s, token);
            var signed = s.Child(token, Deprel.Acl);
            if (author < 0 && signed >= 0 && Clause.Agent(s, signed) is var by and >= 0)
            {
                author = by;
            }

            author = author >= 0 ? author : Clause.NounHolder(s, token);
            return author >= 0 && author != token && !IsPaper(s[author]) ? Of(sentence, author) : Utterer(t.Start);
        }

        if (mention is not null)
        {
            foreach (var referent in mention.Referent.Each)
            {
                Add(found, referent, mention.Span);
            }
        }
        else if (National(sentence, token) is { } country)
        {
            found.Add(new Holder(country, null, null));
        }

        if (mention?.Form != MentionForm.Group)
        {
            foreach (var c in s.Children(token))
            {
                if (s[c].Relation == Deprel.Conj && Clause.IsNoun(s[c]) && c != token)
                {
                    found.AddRange(Of(sentence, c));
                }
            }
        }

        return found;
    }

    private static bool IsPaper(Token t) => t.Lemma is "statement" or "resolution" or "letter" or "message" or "declaration" or "motion" or "bill" or "remark" or "comment" or "speech";

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
            foreach (var referent in speaker.Each)
            {
                Add(found, referent, words);
            }
        }

        return found;
    }

    /// <summary>Country for which a word like <i>Japanese</i> or the name of a state stands, or null.</summary>
    public string? National(int sentence, int token)
    {
        var s = _document.Sentences[sentence].Syntax;
        foreach (var party in _rules.Nationals[s[token].Norm])
        {
            var words = party.Adjective.Split(' ');
            if (words.Length == 1 ? token == 0 || s[token - 1].Norm is not ("north" or "south") : token > 0 && s[token - 1].Norm == words[0].ToLowerInvariant())
            {
                return party.Country;
            }
        }

        return At(sentence, token) is { Referent: { Kind: ReferentKind.State or ReferentKind.Body, Country: { } country } } ? country : null;
    }

    /// <summary>Country of whatever this token's noun phrase stands for, a member's of a group; null when unknown.</summary>
    public string? CountryOf(int sentence, int token) =>
        At(sentence, token)?.Referent is { } referent ? referent.Country ?? referent.Each.FirstOrDefault()?.Country : National(sentence, token);

    private void Add(List<Holder> found, Referent referent, TextSpan words)
    {
        switch (referent.Kind)
        {
            case ReferentKind.Person:
                if (referent.Official is { } id && (_officials.TryGetValue(id, out var official) ? official.Country : referent.Country) is { } served)
                {
                    found.Add(new Holder(served, id, null));
                }

                break;
            case ReferentKind.Body when referent.Body == BodyKind.Court:
                break;
            case ReferentKind.Body when referent.Body == BodyKind.Party:
                if (referent.Country is { } home)
                {
                    found.Add(new Holder(home, null, referent.Org ?? referent.Name));
                }

                break;
            case ReferentKind.Body when referent.Org is not null && referent.Body is null or BodyKind.Other:
                break;
            case ReferentKind.Unnamed:
                if (referent.Country is { } country && !UnnamedHolders.HoldsNone(words.Of(_document.Text)))
                {
                    found.Add(new Holder(country, null, null));
                }

                break;
            default:
                if (referent.Country is { } state)
                {
                    found.Add(new Holder(state, null, null));
                }

                break;
        }
    }
}
