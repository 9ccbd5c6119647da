using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Whom "the two leaders", "both", "they" and "which" stand for.</content>
internal sealed partial class Holders
{
    private const int NearestGroup = 4;

    /// <summary>"The two ministers": of each state the official named last before who holds such a post, else the one named last.</summary>
    private void Name(List<Holder> found, int before, string words)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { Person: null, Org: null })
            {
                continue;
            }

            string? last = null;
            for (int k = MentionBefore(before), steps = 0; k >= 0 && steps < FarthestName; k--, steps++)
            {
                var mention = _references.Mentions[k];
                if (mention.Referent is { Kind: ReferentKind.Person, Official: { } id } && _officials.TryGetValue(id, out var official)
                    && official.Country == found[i].Country)
                {
                    last ??= id;
                    if (HoldsPost(official.Office, words))
                    {
                        last = id;
                        break;
                    }
                }
            }

            if (last is not null)
            {
                found[i] = found[i] with { Person = last };
            }
        }
    }

    /// <summary>Whether an office is what a plural of posts names: <i>leaders</i> are presidents and prime ministers, <i>defense ministers</i> those for defense.</summary>
    private static bool HoldsPost(string? office, string words)
    {
        if (office is null)
        {
            return false;
        }

        bool Says(string word) => words.Contains(word, StringComparison.OrdinalIgnoreCase);
        bool Is(string word) => office.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Says("leader") || Says("head of") || Says("heads of"))
        {
            return (Is("president") || Is("prime minister") || Is("premier") || Is("chancellor") || Is("king")) && !Is("vice") && !Is("deputy") && !Is("presidential");
        }

        if (Says("premier") || Says("prime minister"))
        {
            return Is("prime minister") || Is("premier");
        }

        if (Says("minister"))
        {
            return (Is("minister") || Is("secretary")) && !Is("vice") && !Is("deputy") && !Is("prime")
                && (!Says("foreign") || Is("foreign") || Is("state")) && (!Says("defen") || Is("defen")) && (!Says("trade") || Is("trade") || Is("industry"));
        }

        return !Says("diplomat") && !Says("envoy") || Is("ambassador") || Is("envoy") || Is("foreign") || Is("state") || Is("representative") || Is("director");
    }

    /// <summary>
    /// "Both", "the two", "they" where no reference explains them: the two officials whom one sentence names last before the place, who speaks of
    /// them left out, those of different states first; else the two states it names. Empty when there is no such sentence near.
    /// </summary>
    private List<Holder> Together(int sentence, int token)
    {
        if (SameAsBefore(sentence, token) is { Count: > 1 } same)
        {
            return [.. same];
        }

        var place = StartOf(sentence, token);
        var sayer = StatementAt(place)?.Speaker?.Official;
        var people = new List<Holder>();
        var countrymen = new List<Holder>();
        var colleagues = new List<Holder>();
        var states = new List<Holder>();
        var at = -1;
        for (int k = MentionBefore(place), steps = 0; k >= 0 && steps < FarthestName; k--, steps++)
        {
            var mention = _references.Mentions[k];
            if (sentence - mention.Sentence > NearestGroup)
            {
                break;
            }

            if (mention.Sentence != at)
            {
                if (people.Count > 1 || states.Count > 1)
                {
                    break;
                }

                if (colleagues.Count == 0 && countrymen.Count == 2)
                {
                    colleagues.AddRange(countrymen);
                }

                people.Clear();
                countrymen.Clear();
                states.Clear();
                at = mention.Sentence;
            }

            if (mention.Referent is { Kind: ReferentKind.Person, Official: { } id })
            {
                if (id == sayer || !_officials.TryGetValue(id, out var official) || official.Country is not { } country || official.Office?.Contains("spokes", StringComparison.OrdinalIgnoreCase) == true)
                {
                    // Whoever speaks for others only tells of the two.
                    continue;
                }

                var person = new Holder(country, id, null);
                if (people.Count < 2 && people.TrueForAll(p => p.Country != country))
                {
                    people.Add(person);
                }

                if (countrymen.Count < 2 && countrymen.TrueForAll(p => p.Country == country && p.Person != id))
                {
                    countrymen.Add(person);
                }
            }
            else if (mention.Referent is { Kind: ReferentKind.State, Country: { } state } && states.Count < 2 && states.TrueForAll(p => p.Country != state))
            {
                states.Add(new Holder(state, null, null));
            }
        }

        var found = people.Count > 1 ? people : colleagues.Count > 1 ? colleagues : countrymen.Count > 1 ? countrymen : states.Count > 1 ? states : [];
        found.Reverse();
        return found;
    }

    /// <summary>"The two saw eye to eye on the North. <b>They</b> agreed ...": whom the sentence before is about, where those are several.</summary>
    private IReadOnlyList<Holder> SameAsBefore(int sentence, int token)
    {
        if (sentence == 0 || _document.Sentences[sentence].Syntax[token].Norm != "they" || _document.Sentences[sentence - 1].Paragraph != _document.Sentences[sentence].Paragraph)
        {
            return [];
        }

        var before = _document.Sentences[sentence - 1].Syntax;
        for (var i = 0; i < 2 && i < before.Count; i++)
        {
            if (before[i].Norm is "both" or "two" or "pair")
            {
                return Together(sentence - 1, i);
            }
        }

        var subject = before.Root < 0 ? -1 : Clause.OwnSubject(before, before.Root);
        return subject < 0 ? [] : Of(sentence - 1, subject);
    }

    /// <summary>What <i>which</i> and <i>who</i> stand for: the noun their clause hangs on, or the last one before that can be.</summary>
    private static int Antecedent(Sentence s, int pronoun)
    {
        for (var (at, step) = (s[pronoun].Head, 0); at >= 0 && step < 6; at = s[at].Head, step++)
        {
            if (s[at].Relation is Deprel.AclRelcl or Deprel.Acl && s[at].Head is var noun && noun < pronoun)
            {
                return noun;
            }
        }

        for (var i = pronoun - 1; i >= 0; i--)
        {
            if (s[i].Pos is Upos.Noun or Upos.Propn && s[i].Relation is Deprel.Nsubj or Deprel.Obj or Deprel.Root or Deprel.NsubjPass or Deprel.Nmod)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A source found as "him" where the words are "an official close to him": the whole of it.</summary>
    private TextSpan WithCloseTo(TextSpan source)
    {
        const string Close = " close to ";
        if (source.Start < Close.Length || !_document.Text.AsSpan(0, source.Start).EndsWith(Close, StringComparison.Ordinal) || _document.SentenceAt(source.Start) is not (var at and >= 0))
        {
            return source;
        }

        // "official" and the article before it.
        var s = _document.Sentences[at].Syntax;
        for (var i = s.At(source.Start) - 3; i >= 0; i--)
        {
            if (s[i].Norm is "a" or "an" or "one" or "another")
            {
                return new TextSpan(s[i].Start, source.End);
            }

            if (!Clause.IsNoun(s[i]) && s[i].Pos != Upos.Adj)
            {
                break;
            }
        }

        return source;
    }

    /// <summary>"An official close to him", "one of his aides": a source told without a name is not the person named to tell which one it is.</summary>
    private bool IsAnother(Referent speaker, string source)
    {
        if (speaker.Kind != ReferentKind.Person || !(source.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || source.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
            || source.StartsWith("one of ", StringComparison.OrdinalIgnoreCase) || source.StartsWith("another ", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (source.Contains(" close to ", StringComparison.Ordinal))
        {
            return true;
        }

        return speaker.Official is { } id && _officials.TryGetValue(id, out var official)
            && !official.Name.Split(' ').Any(part => source.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
