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

            if (found.Count > 1 && t.Tag == Xpos.NNS && t.Lemma is "leader" or "minister" or "chief" or "premier" or "diplomat" or "envoy" or "counterpart" or "secretary" or "man" or "negotiator")
            {
                Name(found, t.Start);
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

    /// <summary>"The two ministers": of each state the official named last before, where one was.</summary>
    private void Name(List<Holder> found, int before)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { Person: null, Org: null })
            {
                continue;
            }

            for (int k = MentionBefore(before), steps = 0; k >= 0 && steps < FarthestName; k--, steps++)
            {
                var mention = _references.Mentions[k];
                if (mention.Referent is { Kind: ReferentKind.Person, Official: { } id } && _officials.TryGetValue(id, out var official)
                    && official.Country == found[i].Country)
                {
                    found[i] = found[i] with { Person = id };
                    break;
                }
            }
        }
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

            if (found.Count > 1 && words.Length > 0 && words.Of(_document.Text) is var source && PluralPosts.Any(p => source.Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                Name(found, words.Start);
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

    /// <summary>A source that no reference explains: by the state it names, by grammar, or by whoever spoke before.</summary>
    private IReadOnlyList<Holder> Unexplained(Attribution statement)
    {
        if (Side(statement) is { } side)
        {
            return [side];
        }

        var words = statement.Statement.Source?.Span.Of(_document.Text) ?? "";
        if (UnnamedHolders.HoldsNone(words))
        {
            return [];
        }

        var s = _document.Sentences[statement.Sentence].Syntax;
        var subject = statement.CueToken >= 0 && Clause.IsVerb(s[statement.CueToken]) ? Clause.Subject(s, statement.CueToken) : -1;
        if (subject >= 0 && Of(statement.Sentence, subject) is { Count: > 0 } own && !UnnamedHolders.HoldsNone(s.Subtree(subject).Of(_document.Text)))
        {
            return own;
        }

        var source = words.Length > 0 ? words.ToLowerInvariant() : subject >= 0 ? s[subject].Norm : "";
        if (source is "they" or "both" or "the two" or "the pair" or "the two men" or "the three" or "we" or "both men" or "the two women")
        {
            return Pair(statement);
        }

        if (source is "it" or "he" or "she" or "one" || source.StartsWith("the ", StringComparison.Ordinal) && Follows.Any(source.EndsWith))
        {
            return Before(statement);
        }

        return statement.Statement.Source is { } of && Official(source) && HomeOf(of.Span.Start) is { } country ? [new Holder(country, null, null)] : [];
    }

    /// <summary>"A senior official", "a Foreign Ministry source": speaks for a government, which the words leave out.</summary>
    private static bool Official(string source) =>
        source.Contains("official", StringComparison.Ordinal) || source.Contains("ministry", StringComparison.Ordinal) || source.Contains("presidential", StringComparison.Ordinal)
        || source.Contains("government", StringComparison.Ordinal) || source.Contains("diplomat", StringComparison.Ordinal) || source.Contains("spokes", StringComparison.Ordinal);

    /// <summary>The state that the paragraph spoke of last before a place, else the one at which the text is at home.</summary>
    private string? HomeOf(int place)
    {
        var sentence = _document.SentenceAt(place);
        for (int k = MentionBefore(place), steps = 0; k >= 0 && steps < FarthestName && sentence >= 0; k--, steps++)
        {
            var mention = _references.Mentions[k];
            if (_document.Sentences[mention.Sentence].Paragraph != _document.Sentences[sentence].Paragraph)
            {
                break;
            }

            if (mention.Referent.Country is { } country)
            {
                return country;
            }
        }

        return _references.Home;
    }

    private static readonly string[] Follows = ["official", "officials", "source", "spokesman", "spokeswoman", "spokesperson", "statement", "ministry", "office", "minister", "text", "resolution", "diplomat", "aide"];

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

    /// <summary>Whoever was said to say something just before.</summary>
    private IReadOnlyList<Holder> Before(Attribution statement)
    {
        for (var sentence = statement.Sentence; sentence >= Math.Max(0, statement.Sentence - NearestSource); sentence--)
        {
            Attribution? last = null;
            foreach (var other in _ofSentence[sentence])
            {
                if (!ReferenceEquals(other, statement) && other.Content[0].Start < statement.Content[0].Start && other.Speaker is not null)
                {
                    last = other;
                }
            }

            if (last is not null)
            {
                return Speaker(last);
            }
        }

        return [];
    }

    /// <summary>"They": the officials of different states named last in one sentence before.</summary>
    private List<Holder> Pair(Attribution statement)
    {
        var place = statement.Content[0].Start;
        var found = new List<Holder>();
        var sentence = -1;
        for (int k = MentionBefore(place), steps = 0; k >= 0 && steps < FarthestName; k--, steps++)
        {
            var mention = _references.Mentions[k];
            if (mention.Referent is not { Kind: ReferentKind.Person, Official: { } id } || !_officials.TryGetValue(id, out var official) || official.Country is null)
            {
                continue;
            }

            if (statement.Sentence - mention.Sentence > NearestSource || sentence >= 0 && sentence - mention.Sentence > 1 || found.Count == 2)
            {
                break;
            }

            if (found.TrueForAll(h => h.Country != official.Country))
            {
                found.Add(new Holder(official.Country, id, null));
                sentence = mention.Sentence;
            }
        }

        return found.Count == 2 ? found : [];
    }

    private const int NearestSource = 4;
    private const int DeepestSource = 4;
    private int _depth;

    /// <summary>"The Japanese side", "the South Koreans": a source whom no reference explains, by the state its words name.</summary>
    private Holder? Side(Attribution statement)
    {
        if (statement.Statement.Source is not { } source || UnnamedHolders.HoldsNone(source.Span.Of(_document.Text)) || _document.SentenceAt(source.Span.Start) is not (var at and >= 0))
        {
            return null;
        }

        var s = _document.Sentences[at].Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Start >= source.Span.Start && s[i].End <= source.Span.End && National(at, i) is { } country
                && (i + 1 >= s.Count || s[i + 1].Start >= source.Span.End || s[i + 1].Lemma is "side" or "government" or "official" or "delegation" or "delegate" or "diplomat" or "authority" or "team" or "camp" or "negotiator"))
            {
                return new Holder(country, null, null);
            }
        }

        return null;
    }

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
