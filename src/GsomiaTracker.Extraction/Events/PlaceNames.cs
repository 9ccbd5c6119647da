using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Finds cities in a sentence: those of events-places.tsv and the seats of government of countries.tsv.</summary>
internal sealed class PlaceNames
{
    private readonly WordTable<List<(string[] Words, string Name, string Country)>> _byFirst = new();
    private readonly Dictionary<string, string> _countryOf = new(StringComparer.OrdinalIgnoreCase);

    private PlaceNames()
    {
        foreach (var (file, column) in new[] { ("events-places.tsv", 1), ("countries.tsv", 3) })
        {
            foreach (var row in LexiconTable.Rows(file))
            {
                foreach (var name in LexiconTable.Parts(row[column]))
                {
                    Add(name.TrimStart('?'), row[0]);
                }
            }
        }

        foreach (var list in _byFirst.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    private static readonly Lazy<PlaceNames> Instance = new(() => new PlaceNames());

    public static PlaceNames Load() => Instance.Value;

    public string? CountryOf(string place) => _countryOf.GetValueOrDefault(place);

    public List<PlaceHit> In(Sentence sentence)
    {
        var hits = new List<PlaceHit>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!char.IsUpper(sentence.Text[sentence[i].Start]) || _byFirst.Find(sentence[i].Norm) is not { } names)
            {
                continue;
            }

            foreach (var (words, name, country) in names)
            {
                var fits = i + words.Length <= sentence.Count;
                for (var w = 1; fits && w < words.Length; w++)
                {
                    fits = string.Equals(sentence[i + w].Norm, words[w], StringComparison.Ordinal);
                }

                if (fits)
                {
                    hits.Add(new PlaceHit(name, country, i, i + words.Length - 1));
                    i += words.Length - 1;
                    break;
                }
            }
        }

        return hits;
    }

    private void Add(string name, string country)
    {
        if (!_countryOf.TryAdd(name, country))
        {
            return;
        }

        var words = name.ToLowerInvariant().Replace("-", " - ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _byFirst.Meet(words[0], static () => []).Add((words, name, country));
    }
}
