using System.Runtime.CompilerServices;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

internal enum KnownKind { State, Adjective, Seat, Body, Subject }

/// <summary>What a phrase is known as.</summary>
/// <param name="Countries">The states it may belong to, likeliest first; empty where the text must tell.</param>
/// <param name="OnlyBesideItsState">"the South": counts only where the text names the state in another way too.</param>
internal sealed record Known(KnownKind Kind, IReadOnlyList<string> Countries, BodyKind? Body, bool OnlyBesideItsState, bool FromDossier)
{
    public string? Country => Countries.Count > 0 ? Countries[0] : null;
}

/// <summary>States, their adjectives and seats, and public bodies: the dossier's first, then what general readers know.</summary>
internal sealed class Gazetteer
{
    private static readonly ConditionalWeakTable<Dossier, Gazetteer> ByDossier = [];
    private static readonly (string[] Cells, string[] Names, string[] Adjectives, string[] Seats)[] Countries =
        [.. LexiconTable.Rows("countries.tsv").Select(r => (r, LexiconTable.Parts(r[1]), LexiconTable.Parts(r[2]), LexiconTable.Parts(r[3])))];

    private static readonly WordSet SingleWords = [.. BuildSingleWords()];

    private readonly PhraseTable<Known> _phrases = new();

    private Gazetteer(Dossier dossier)
    {
        foreach (var body in dossier.Bodies)
        {
            var kind = body.Place ? KnownKind.Seat : KnownKind.Body;
            _phrases.Add(body.Words, new Known(kind, [body.Country], body.Kind, false, true));
        }

        foreach (var party in dossier.Parties)
        {
            // "the Taliban" is called so in titles, and met without "the" too.
            var name = party.Name.StartsWith("the ", StringComparison.Ordinal) ? party.Name[4..] : party.Name;
            _phrases.Add(name, new Known(KnownKind.State, [party.Country], null, false, true));
            Adjective(party.Adjective, party.Country, true);
            _phrases.Add(party.Capital, new Known(KnownKind.Seat, [party.Country], BodyKind.Government, false, true));
        }

        foreach (var name in dossier.StateNames)
        {
            if (name.IsAdjective)
            {
                Adjective(name.Words, name.Country, true);
            }
            else
            {
                _phrases.Add(name.Words, new Known(KnownKind.State, [name.Country], null, false, true));
            }
        }

        // A subject's name hides the titles in it ("General Security ..."), unless it names a person ("dela Rosa's visa").
        var people = dossier.Officials.SelectMany(o => o.Aliases.Append(o.Name)).SelectMany(n => n.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in dossier.Subjects.SelectMany(s => s.Names).Where(n => !n.Split(' ', '\'', '\u2019').Any(w => w.Length > 0 && char.IsUpper(w[0]) && people.Contains(w))))
        {
            _phrases.Add(name, new Known(KnownKind.Subject, [], null, false, true));
        }

        foreach (var (cells, names, adjectives, seats) in Countries)
        {
            string[] code = [cells[0]];
            foreach (var name in names)
            {
                _phrases.Add(name.TrimStart('?'), new Known(KnownKind.State, code, null, name[0] == '?', false));
            }

            foreach (var adjective in adjectives)
            {
                Adjective(adjective, cells[0], false);
            }

            foreach (var seat in seats)
            {
                _phrases.Add(seat, new Known(KnownKind.Seat, code, BodyKind.Government, false, false));
            }
        }

        foreach (var row in LexiconTable.Rows("bodies.tsv"))
        {
            var known = new Known(KnownKind.Body, LexiconTable.Parts(row[1]), Enum.Parse<BodyKind>(row[2]), false, false);
            foreach (var words in LexiconTable.Parts(row[0]))
            {
                _phrases.Add(words, known);
            }
        }
    }

    public static Gazetteer For(Dossier dossier) => ByDossier.GetValue(dossier, d => new Gazetteer(d));

    /// <summary>Whether a single word names a state, its people or its seat: such words are not joined to others by a hyphen ("Japan-U.S.").</summary>
    public static bool IsStateWord(string norm) => SingleWords.Contains(norm);

    public int Longest(ReadOnlySpan<Word> words, int at, out Known known) => _phrases.Longest(words, at, out known);

    private static HashSet<string> BuildSingleWords()
    {
        var all = Countries.SelectMany(c => c.Names.Concat(c.Adjectives).Concat(c.Seats)).Select(w => w.TrimStart('?').ToLowerInvariant());
        var set = new HashSet<string>(all.Where(w => !w.Contains(' ', StringComparison.Ordinal)), StringComparer.Ordinal) { "korea", "korean", "koreas", "koreans" };
        return set;
    }

    private void Adjective(string adjective, string country, bool fromDossier)
    {
        var known = new Known(KnownKind.Adjective, [country], null, false, fromDossier);
        _phrases.Add(adjective, known);
        if (!adjective.EndsWith('s') && !adjective.EndsWith("ese", StringComparison.Ordinal) && !adjective.EndsWith('.'))
        {
            _phrases.Add(adjective + "s", known);
        }
    }
}
