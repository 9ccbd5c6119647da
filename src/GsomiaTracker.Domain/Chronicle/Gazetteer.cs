using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Which place lies in which, by the dossier alone: capitals in their countries, and its list of places.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, string> _within = new(StringComparer.OrdinalIgnoreCase);

    public Gazetteer(Dossier dossier)
    {
        foreach (var party in dossier.Parties)
        {
            _within[party.Capital] = party.Name;
        }

        foreach (var place in dossier.Places)
        {
            _within[place.Name] = place.Within;
        }
    }

    /// <summary>One of the two lies in the other, at any depth.</summary>
    public bool Nested(string a, string b) => LiesIn(a, b) || LiesIn(b, a);

    public bool LiesIn(string inner, string outer)
    {
        for (var (place, steps) = (inner, 0); steps < 8 && _within.TryGetValue(place, out var wider); steps++)
        {
            if (string.Equals(wider, outer, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            place = wider;
        }

        return false;
    }

    /// <summary>How many wider places hold it: a city counts more than its country, which counts nothing.</summary>
    public int Depth(string place)
    {
        var depth = 0;
        while (depth < 8 && _within.TryGetValue(place, out var wider))
        {
            place = wider;
            depth++;
        }

        return depth;
    }
}
