using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>What a reader has in mind at a place in the text: who was spoken of last, as subject or not.</summary>
internal sealed class Focus
{
    private const int Kept = 24;

    private readonly List<PersonEntry> _people = [];
    private readonly List<string> _states = [];
    private readonly List<Referent> _bodies = [];
    private readonly HashSet<string> _seenStates = new(StringComparer.Ordinal);
    private readonly List<PersonEntry> _subjectsHere = [];
    private PersonEntry? _subjectBefore;
    private PersonEntry? _firstHere;
    private Referent? _unnamed;
    private Referent? _institution;
    private Referent? _institutionHere;
    private Referent? _plural;
    private int _pluralAge;

    public void Begin(int sentence)
    {
        _ = sentence;
        _subjectsHere.Clear();
        _firstHere = null;
        _institutionHere = null;
    }

    public void End()
    {
        _pluralAge++;
        if (_subjectsHere.Count > 0 || _firstHere is not null)
        {
            _subjectBefore = _subjectsHere.Count > 0 ? _subjectsHere[0] : _firstHere;
        }

        _institution = _institutionHere ?? _institution;
    }

    public void Person(PersonEntry person, bool subject, bool quoted)
    {
        _people.Remove(person);
        _people.Add(person);
        if (_people.Count > Kept)
        {
            _people.RemoveAt(0);
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

    public void Seen(string country)
    {
        _seenStates.Add(country);
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

    public void Unnamed(Referent referent, bool subject)
    {
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
        if (parties.Count == number)
        {
            return parties;
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
