using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Who may hold a stance: a country's government, an official of it, or a party.</summary>
internal sealed record Holder(string Country, string? Person, string? Org)
{
    // Holders are keys of many tables. 0: not worked out yet; a copy that is about to be changed begins anew.
    private int _hash;

    private Holder(Holder other) => (Country, Person, Org) = (other.Country, other.Person, other.Org);

    public bool Equals(Holder? other) =>
        ReferenceEquals(this, other) || other is not null && Country == other.Country && Person == other.Person && Org == other.Org;

    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Country, Person, Org) | 1;
}

/// <summary>Finds whom a noun stands for and who utters the words at a place. Analysts, activists and companies hold no stance.</summary>
internal sealed partial class Holders
{
    private readonly Document _document;
    private readonly References _references;
    private readonly Attributions _attributions;
    private readonly Dictionary<string, OfficialNamed> _officials;
    private readonly StanceRules _rules;
    private readonly ILookup<int, Attribution> _ofParagraph;
    private readonly ILookup<int, Attribution> _ofSentence;
    private (int Paragraph, int Sentence, Attribution? Statement) _goesOn = (-1, -1, null);

    public Holders(Document document, References references, Attributions attributions, StanceRules rules)
    {
        _document = document;
        _references = references;
        _attributions = attributions;
        _rules = rules;
        _ofSentence = attributions.All.ToLookup(a => a.Sentence);
        _ofParagraph = attributions.All.ToLookup(a => document.Sentences[a.Sentence].Paragraph);
        _officials = references.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal);
    }

    /// <summary>The mention that this token heads or lies in, or null.</summary>
    public Mention? At(int sentence, int token) => _references.At(sentence, token);

    /// <summary>Who may hold what this token's noun phrase holds; empty for those that hold none.</summary>
    public IReadOnlyList<Holder> Of(int sentence, int token)
    {
        var s = _document.Sentences[sentence].Syntax;
        var t = s[token];
        if (t.Pos == Upos.Pron && t.Norm is "we" or "i" or "us" or "our" or "my" or "me" or "ourselves")
        {
            return Utterer(t.Start);
        }

        if (t.Tag is Xpos.WDT or Xpos.WP && t.Relation is Deprel.Nsubj or Deprel.NsubjPass && Antecedent(s, token) is var meant and >= 0)
        {
            return Of(sentence, meant);
        }

        var found = new List<Holder>();
        var mention = At(sentence, token);
        if (mention is null && t.Norm is "both" or "two" or "they" or "pair" or "each")
        {
            return Together(sentence, token);
        }

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

        if (mention is not null && t.Pos == Upos.Noun && mention.Referent is { Kind: ReferentKind.Person, Country: { } served } && s.Subtree(token).Of(_document.Text) is var told && IsAnother(mention.Referent, told))
        {
            return UnnamedHolders.HoldsNone(told) ? [] : [new Holder(served, null, null)];
        }

        if (mention is { Referent.Kind: ReferentKind.State } && t.Tag is Xpos.NNPS or Xpos.NNS && AreCounted(s, token))
        {
            // "most Norwegians", "half of the Danes": people, not their government.
            return found;
        }

        if (mention is not null)
        {
            foreach (var referent in mention.Referent.Each)
            {
                Add(found, referent, mention.Span);
            }

            if (found.Count > 1 && t.Tag == Xpos.NNS && t.Lemma is "leader" or "minister" or "chief" or "premier" or "diplomat" or "envoy" or "counterpart" or "secretary" or "man" or "negotiator")
            {
                Name(found, t.Start, mention.Span.Of(_document.Text));
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

        return t.Relation is Deprel.Nsubj or Deprel.Root or Deprel.NsubjPass || t.Pos == Upos.Propn && t.Relation is Deprel.Conj or Deprel.Appos ? WithPartner(sentence, token, found) : found;
    }

    private static bool AreCounted(Sentence s, int people)
    {
        foreach (var c in s.Children(people))
        {
            if (s[c].Norm is "most" or "many" or "some" or "few" or "fewer" or "all" or "ordinary" or "young" or "older" or "every" or "million" || s[c].Relation == Deprel.Nummod || s[c].Norm == "of" && c > 0)
            {
                return true;
            }
        }

        return false;
    }

    private const int FarthestName = 120;

    /// <summary>Index of the last mention that starts before a place, or -1.</summary>
    private int MentionBefore(int place)
    {
        int low = 0, high = _references.Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_references.Mentions[middle].Span.Start < place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private static bool IsPaper(Token t) => t.Lemma is "statement" or "resolution" or "letter" or "message" or "declaration" or "motion" or "bill" or "remark" or "comment" or "speech";

    /// <summary>Where a token begins, in UTF-16 units.</summary>
    public int StartOf(int sentence, int token) => _document.Sentences[sentence].Syntax[token].Start;

    private static readonly string[] PluralPosts = ["leaders", "ministers", "chiefs", "envoys", "premiers"];

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
            case ReferentKind.Body when referent.Org is not null && referent.Body is null or BodyKind.Other && referent.Country is not ("UN" or "EU" or "NATO"):
                // Institutes and agencies; what states are members of speaks for itself.
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
