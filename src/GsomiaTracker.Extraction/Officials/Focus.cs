using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>What a reader has in mind at a place in the text: who was spoken of last, as subject or not.</summary>
internal sealed class Focus
{
    private const int Kept = 24;
    private const int MostTogether = 8;

    private readonly List<PersonEntry> _people = [];
    private readonly List<string> _states = [];
    private readonly List<Referent> _bodies = [];
    private readonly HashSet<string> _seenStates = new(StringComparer.Ordinal);
    private readonly List<PersonEntry> _subjectsHere = [];
    private PersonEntry? _mainHere;
    private bool _mainIsUnnamed;
    private readonly List<PersonEntry> _here = [];
    private List<PersonEntry> _pair = [];
    private PersonEntry? _subjectBefore;
    private PersonEntry? _firstHere;
    private Referent? _unnamed;
    private (Referent Referent, char Gender)? _speakerHere;
    private (Referent Referent, char Gender)? _speakerBefore;
    private bool _takenUp;
    private readonly List<HashSet<string>> _together = [];
    private HashSet<string>? _lastTogether;
    private HashSet<string> _statesHere = new(StringComparer.Ordinal);
    private Referent? _institution;
    private Referent? _institutionHere;
    private Referent? _plural;
    private int _pluralAge;

    /// <summary>Whom the sentence is about: the subject of its main clause.</summary>
    public void Main(PersonEntry? person)
    {
        _mainHere ??= person;
        _mainIsUnnamed |= person is null && _mainHere is null;
    }

    public void Begin(int sentence)
    {
        _ = sentence;
        _pair = _here.Count >= 2 ? [_here[0], _here[1]] : _pair;
        _here.Clear();
        (_mainHere, _mainIsUnnamed) = (null, false);
        _subjectsHere.Clear();
        _firstHere = null;
        _speakerHere = null;
        _institutionHere = null;
    }

    public void End()
    {
        _pluralAge++;
        if (_subjectsHere.Count > 0 || _firstHere is not null)
        {
            _subjectBefore = _mainHere ?? (_subjectsHere.Count > 0 ? _subjectsHere[0] : _firstHere);
        }

        // "A senior official said ...": who is no name either is spoken of until somebody else is.
        _speakerBefore = _subjectsHere.Count > 0 && !_mainIsUnnamed ? null : _speakerHere ?? (_takenUp || _firstHere is null && _institutionHere is null ? _speakerBefore : null);
        _takenUp = false;
        _institution = _institutionHere ?? _institution;
        _lastTogether = _statesHere.Count > 0 ? _statesHere : _lastTogether;
        if (_statesHere.Count > 1)
        {
            _together.Add(_statesHere);
            _statesHere = new HashSet<string>(StringComparer.Ordinal);
            if (_together.Count > MostTogether)
            {
                _together.RemoveAt(0);
            }
        }
        else if (_statesHere.Count > 0)
        {
            _statesHere = new HashSet<string>(StringComparer.Ordinal);
        }
    }

    public void Person(PersonEntry person, bool subject, bool quoted)
    {
        _people.Remove(person);
        _people.Add(person);
        if (_people.Count > Kept)
        {
            _people.RemoveAt(0);
        }

        if (!quoted && !_here.Contains(person) && _here.Count < 2)
        {
            _here.Add(person);
        }

        _firstHere ??= quoted ? null : person;
        if (subject && !quoted)
        {
            _subjectsHere.Add(person);
        }

        if (person.Country is { } country)
        {
            Seen(country);
        }
    }

    /// <summary>One of two who are the subject together.</summary>
    public void Joined(PersonEntry person)
    {
        var (first, subjects) = (_firstHere, _subjectsHere.Count);
        Person(person, false, false);
        _firstHere = subjects == 0 ? first : _firstHere;
    }

    public void Seen(string country)
    {
        _seenStates.Add(country);
        _statesHere.Add(country);
        _states.Remove(country);
        _states.Add(country);
        if (_states.Count > Kept)
        {
            _states.RemoveAt(0);
        }
    }

    public bool HasState(string country) => _seenStates.Contains(country);

    public void Institution(Referent referent, bool subject, bool state)
    {
        if (referent.Country is { } country)
        {
            Seen(country);
        }

        if (!state)
        {
            _bodies.Add(referent);
            if (_bodies.Count > Kept)
            {
                _bodies.RemoveAt(0);
            }
        }

        if (subject || _institutionHere is null)
        {
            _institutionHere = referent;
        }
    }

    /// <param name="single">One person whom the sentence is about: "he" may take him up.</param>
    public void Unnamed(Referent referent, bool subject, bool single = false, char gender = '\0')
    {
        if (subject && single && _mainHere is null)
        {
            Main(null);
            _speakerHere ??= (referent, gender);
        }

        if (subject || _unnamed is null)
        {
            _unnamed = referent;
        }
    }

    public void Plural(Referent referent, bool subject)
    {
        if (subject || _pluralAge > 0)
        {
            _plural = referent;
            _pluralAge = 0;
        }
    }

    public Referent? LastBody(BodyKind kind)
    {
        for (var i = _bodies.Count - 1; i >= 0; i--)
        {
            if (_bodies[i].Body == kind || kind == BodyKind.Ministry && _bodies[i].Body is BodyKind.ForeignMinistry or BodyKind.DefenseMinistry or BodyKind.TradeMinistry or BodyKind.Ministry)
            {
                return _bodies[i];
            }
        }

        return null;
    }

    public Referent? LastUnnamed(string? country) => country is null || _unnamed?.Country == country ? _unnamed : null;

    public PersonEntry? Recent(Func<PersonEntry, bool> fits)
    {
        for (var i = _people.Count - 1; i >= 0; i--)
        {
            if (fits(_people[i]))
            {
                return _people[i];
            }
        }

        return null;
    }

    /// <summary>The subject spoken of last, whoever it was: "the 71-year-old".</summary>
    public PersonEntry? LastSubject => _subjectsHere.Count > 0 ? _subjectsHere[^1] : _subjectBefore ?? (_people.Count > 0 ? _people[^1] : null);

    /// <summary>The two whom the sentence before named first: "the former", "the latter".</summary>
    public (PersonEntry Former, PersonEntry Latter)? Pair => _pair.Count == 2 ? (_pair[0], _pair[1]) : null;

    public IReadOnlyList<PersonEntry> RecentPeople(int number, Func<PersonEntry, bool> fits)
    {
        var found = new List<PersonEntry>();
        for (var i = _people.Count - 1; i >= 0 && found.Count < number; i--)
        {
            if (_people[i].IsOfficial && fits(_people[i]) && found.All(f => f.Country != _people[i].Country))
            {
                found.Insert(0, _people[i]);
            }
        }

        return found.Count == number ? found : [];
    }

    /// <summary>The states that "the two countries" are: the dossier's parties where both were named, else those named last.</summary>
    public IReadOnlyList<string> RecentStates(Dossier dossier, int number)
    {
        var parties = dossier.Parties.Where(p => p.IsParty && _seenStates.Contains(p.Country)).Select(p => p.Country).ToList();
        if (number == 2 && _statesHere.Count == 0 && _lastTogether is { Count: 2 } pair && !pair.Any(parties.Contains))
        {
            // Two others were just named, and neither side of the quarrel.
            return [.. pair.Order(StringComparer.Ordinal)];
        }

        if (parties.Count == number)
        {
            return parties;
        }

        if (number > 2 && parties.Count < 2)
        {
            // Not the dossier's own quarrel: the sentence before that named just so many.
            for (var i = _together.Count - 1; i >= 0; i--)
            {
                if (_together[i].Count == number)
                {
                    return [.. _together[i].Order(StringComparer.Ordinal)];
                }
            }
        }

        for (var i = _states.Count - 1; i >= 0 && parties.Count < number; i--)
        {
            if (!parties.Contains(_states[i]) && (number == 2 || dossier.Parties.Any(p => p.Country == _states[i])))
            {
                parties.Add(_states[i]);
            }
        }

        return parties.Count == number ? parties : [];
    }

    /// <summary>Whom "he" or "she" stands for: a subject of this sentence, the subject of the last one, or whoever was named last.</summary>
    public Referent? Someone(char gender, bool saying, bool quoted, SentenceScan scan, int word)
    {
        _ = scan;
        _ = word;
        if (!quoted && _subjectsHere.Count == 0 && (saying ? _speakerBefore ?? _speakerHere : _speakerHere ?? _speakerBefore) is { } unnamed
            && (unnamed.Gender == '\0' || unnamed.Gender == gender))
        {
            _takenUp = true;
            return unnamed.Referent;
        }

        if (!saying && !quoted)
        {
            for (var i = _subjectsHere.Count - 1; i >= 0; i--)
            {
                if (Fits(_subjectsHere[i], gender))
                {
                    return _subjectsHere[i].Referent;
                }
            }
        }

        if (_subjectBefore is { } before && Fits(before, gender) && !quoted)
        {
            return before.Referent;
        }

        return Recent(p => Fits(p, gender))?.Referent;
    }

    public Referent? Institution(bool saying) => saying ? _institution ?? _institutionHere : _institutionHere ?? _institution;

    public Referent? Several() => _pluralAge <= 2 ? _plural : null;

    private static bool Fits(PersonEntry person, char gender) => person.Gender == '\0' || person.Gender == gender;
}
