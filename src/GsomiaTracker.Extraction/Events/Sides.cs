using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>States and persons that a role names, each once, in order.</summary>
internal sealed class Sides
{
    private readonly List<string> _countries = [];
    private readonly List<string> _people = [];
    private Dictionary<string, string>? _serves;

    public IReadOnlyList<string> Countries => _countries;

    public IReadOnlyList<string> People => _people;

    public bool IsEmpty => _countries.Count == 0 && _people.Count == 0;

    public bool HasCourt { get; private set; }

    public bool HasParliament { get; private set; }

    public void Add(Sides other)
    {
        foreach (var country in other._countries)
        {
            AddCountry(country);
        }

        foreach (var person in other._people)
        {
            AddPerson(person);
        }

        foreach (var (person, country) in other._serves ?? [])
        {
            (_serves ??= new(StringComparer.Ordinal))[person] = country;
        }

        HasCourt |= other.HasCourt;
        HasParliament |= other.HasParliament;
    }

    public void AddCountry(string? country)
    {
        if (country is { Length: > 0 } && !_countries.Contains(country))
        {
            _countries.Add(country);
        }
    }

    public void AddPerson(string? person)
    {
        if (person is { Length: > 0 } && !_people.Contains(person))
        {
            _people.Add(person);
        }
    }

    public void Add(Referent referent)
    {
        foreach (var each in referent.Each)
        {
            AddCountry(each.Country);
            if (each.Kind == ReferentKind.Person)
            {
                AddPerson(each.Official);
                if (each.Official is { } id && each.Country is { } served)
                {
                    (_serves ??= new(StringComparer.Ordinal))[id] = served;
                }
            }

            HasCourt |= each.Body == BodyKind.Court;
            HasParliament |= each.Body == BodyKind.Parliament;
        }
    }

    /// <summary>The state that a person serves, as far as a mention told.</summary>
    public string? Serves(string person) => _serves?.GetValueOrDefault(person);

    /// <summary>An office changes hands in one state.</summary>
    public void Narrow(Domain.Findings.EventKind kind)
    {
        if (kind == Domain.Findings.EventKind.Appointment && _countries.Count > 1)
        {
            var one = _people.Select(Serves).FirstOrDefault(c => c is not null) ?? _countries[0];
            _countries.RemoveAll(c => c != one);
        }
    }

    /// <summary>States without the persons who speak for them.</summary>
    public void NoPeople()
    {
        _people.Clear();
        _serves = null;
    }

    public void Only(string country)
    {
        _countries.Clear();
        _countries.Add(country);
    }

    /// <summary>A body of one state sits: the first named is its own.</summary>
    public void One()
    {
        if (_countries.Count > 1)
        {
            _countries.RemoveRange(1, _countries.Count - 1);
        }
    }

    /// <summary>Whether one state is there in two different persons.</summary>
    public bool Conflicts(Sides other)
    {
        foreach (var country in _countries)
        {
            var mine = _people.Where(p => Serves(p) == country).ToArray();
            var theirs = other._people.Where(p => other.Serves(p) == country).ToArray();
            if (mine.Length > 0 && theirs.Length > 0 && !mine.Any(theirs.Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whom the noun phrase of a token names: persons first; states and bodies where they are no part of a person's description.</summary>
    public static Sides Of(EventSentence view, int token)
    {
        var sides = new Sides();
        var at = token;
        while (view.Syntax[at].Relation == Deprel.Appos && view.Syntax[at].Head >= 0 && view.MentionAt(at)?.Referent.Official is null)
        {
            at = view.Syntax[at].Head;
        }

        Collect(view, at, sides, 0, possessors: false);
        if (sides.IsEmpty)
        {
            Collect(view, token, sides, 0, possessors: true);
        }

        return sides;
    }

    public static Sides Of(EventSentence view, IEnumerable<int> tokens)
    {
        var all = new Sides();
        foreach (var token in tokens)
        {
            all.Add(Of(view, token));
        }

        return all;
    }

    /// <summary>"President Moon's government" is not the government nearest to the writer's home; null where nobody named owns it.</summary>
    private static string? OwnerOf(EventSentence view, int token) =>
        view.Lemma(token) is "government" or "administration" or "cabinet" or "office" or "party" or "ministry" or "military" or "team"
        && view.Syntax.Child(token, Deprel.NmodPoss) is var owner and >= 0 ? view.MentionAt(owner)?.Referent.Country ?? (view.Syntax[owner].Norm == "whose" ? Antecedent(view, token) : null) : null;

    /// <summary>"Moon, whose government ...": whom the relative clause of a token hangs on.</summary>
    private static string? Antecedent(EventSentence view, int token)
    {
        for (var at = token; at >= 0; at = view.Syntax[at].Head)
        {
            if (view.Syntax[at].Relation == Deprel.AclRelcl && view.Syntax[at].Head >= 0 && view.MentionAt(view.Syntax[at].Head)?.Referent.Country is { } country)
            {
                return country;
            }
        }

        // Whoever is named right before "whose".
        var whose = view.Syntax.Child(token, Deprel.NmodPoss);
        for (var i = whose - 1; i >= Math.Max(0, whose - 2); i--)
        {
            if (view.MentionAt(i)?.Referent.Country is { } near)
            {
                return near;
            }
        }

        return null;
    }

    /// <summary>"its ambassador to Oslo": whose he is, the pronoun says, not the guess that was made for him.</summary>
    private static bool Owned(EventSentence view, int token, Mention mention) =>
        mention.Referent is { Official: null, Kind: ReferentKind.Person or ReferentKind.Unnamed } && view.Lemma(token) is not "counterpart" && view.Syntax.Child(token, Deprel.Amod) < 0
        && view.Syntax.Child(token, Deprel.NmodPoss) is var owner and >= 0 && view.Syntax[owner].Tag == Xpos.PRPPoss;

    /// <summary>The states named anywhere in the noun phrase of a token, clauses inside it apart: <i>Polish and Danish <b>warships</b></i>, <i><b>imports</b> of Danish pork</i>.</summary>
    public static Sides StatesWithin(EventSentence view, int token)
    {
        var sides = new Sides();
        var s = view.Syntax;
        var clause = view.ClauseOf(token);
        for (var i = Math.Max(s.Leftmost(token), token - 8); i <= Math.Min(s.Rightmost(token), token + 10); i++)
        {
            if (view.ClauseOf(i) == clause && view.StateAt(i) is { } state && !(i > 0 && s[i - 1].Norm is "in" or "at" or "near" or "off"))
            {
                sides.AddCountry(state);
            }
        }

        return sides;
    }

    private static void Collect(EventSentence view, int token, Sides into, int depth, bool possessors)
    {
        if (depth > 8)
        {
            return;
        }

        var s = view.Syntax;
        var person = false;
        if (view.MentionAt(token) is { } mention && !Owned(view, token, mention) && !(mention.Referent.Kind == ReferentKind.Body && OwnerOf(view, token) is not null))
        {
            into.Add(mention.Referent);
            person = mention.Referent.Kind is ReferentKind.Person && mention.Referent.Country is not null || mention.Referent.Kind == ReferentKind.Group;
        }

        into.AddCountry(OwnerOf(view, token));
        if (view.MentionAt(token) is null)
        {
            into.AddCountry(StateAdjectives.Of(s, token));
        }

        foreach (var c in s.Children(token))
        {
            switch (s[c].Relation)
            {
                case Deprel.Conj when !view.IsVerb(c):
                case Deprel.Appos:
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                case Deprel.NmodDesc when person && view.MentionAt(c) is { Referent.Official: { } other } && other != view.MentionAt(token)!.Referent.Official:
                    // "President Moon and Prime Minister Abe": the first one hung on the second.
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                case Deprel.Flat or Deprel.List when person && view.MentionAt(c) is { Referent: { Kind: ReferentKind.Person, Official: { } next } } && next != view.MentionAt(token)!.Referent.Official:
                    // "Premier Li Keqiang, Abe and Moon": a bare family name behind the comma, taken for more of the name before it.
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                case Deprel.Flat when person:
                    // "Jan Kowal and Lars Jensen": the second one hung on the first one's family name.
                    foreach (var joined in s.Children(c))
                    {
                        if (s[joined].Relation == Deprel.Conj && !view.IsVerb(joined))
                        {
                            Collect(view, joined, into, depth + 1, possessors);
                        }
                    }

                    break;
                case Deprel.NmodDesc or Deprel.Flat or Deprel.Compound or Deprel.Amod when !person:
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                case Deprel.Nmod when !person && view.Preposition(c) is "of" or "from" or "between" or "among" or "with" or "including" or "to" or "for":
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                case Deprel.NmodPoss when possessors || !person && view.MentionAt(c)?.Referent.Kind is ReferentKind.State or ReferentKind.Body or ReferentKind.Group:
                    Collect(view, c, into, depth + 1, possessors);
                    break;
                default:
                    break;
            }
        }
    }
}
