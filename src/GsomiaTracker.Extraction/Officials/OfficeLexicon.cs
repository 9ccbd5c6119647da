using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>The standing of a post.</summary>
internal enum Rank { None, Head, Deputy, Spokesperson, Ambassador, Envoy, Adviser, Member, General, Counterpart }

/// <summary>When a title's words make a public office; see <c>titles.tsv</c>.</summary>
internal enum Publicity { Yes, Title, Body, Place }

/// <param name="Portfolio">What the title alone says it is for; empty when other words must tell.</param>
/// <param name="Gender">'m', 'f' or '\0'.</param>
internal sealed record Title(Rank Rank, string Portfolio, Publicity Public, char Gender, bool Plural);

/// <summary>The words of posts: titles, portfolios, roles that are no office, words of organisations, given names.</summary>
internal static class OfficeLexicon
{
    private static readonly Dictionary<string, string> Singulars = new(StringComparer.Ordinal) { ["sens."] = "sen.", ["reps."] = "rep.", ["govs."] = "gov.", ["gens."] = "gen." };
    private static readonly PhraseTable<Title> Titles = BuildTitles();
    private static readonly PhraseTable<string> Portfolios = BuildPortfolios();
    private static readonly Dictionary<string, string> AllRoles = BuildRoles();
    private static readonly WordMemo<string> Roles = new(word => AllRoles.GetValueOrDefault(word, ""), 4096);
    private static readonly WordSet OrgWords =
        [.. LexiconTable.Rows("orgwords.tsv").SelectMany(r => LexiconTable.Parts(r[0]))];

    private static readonly Dictionary<string, char> AllGivenNames = BuildGivenNames();
    private static readonly WordMemo<char> GivenNames = new(word => AllGivenNames.GetValueOrDefault(word), 4096);

    private static readonly WordSet PrivateWords = new()
    {
        "company", "corp", "corp.", "inc", "inc.", "co.", "ltd", "ltd.", "electronics", "motors", "motor", "federation", "association", "union", "university", "college",
        "institute", "center", "centre", "foundation", "newspaper", "club", "church", "group", "society", "firm", "conglomerate", "industries", "business", "think",
        "hospital", "school", "shimbun", "ilbo", "news", "times", "post", "holdings", "studio", "label", "team", "museum", "orchestra", "bank", "airline", "airlines", "campaign",
        "chamber", "fund", "network", "magazine", "program", "department-store", "brand", "project", "studies", "research",
    };

    public static int TitleAt(ReadOnlySpan<Word> words, int at, out Title title) => Titles.Longest(words, at, out title);

    public static int PortfolioAt(ReadOnlySpan<Word> words, int at, out string portfolio) => Portfolios.Longest(words, at, out portfolio);

    /// <summary>"person", "office" or "media"; empty for other words.</summary>
    public static string Role(string norm) => Roles.Find(norm);

    public static bool IsOrgWord(string norm) => OrgWords.Contains(norm);

    /// <summary>A word that makes the body beside it a private one.</summary>
    public static bool IsPrivateWord(string norm) => PrivateWords.Contains(norm);

    /// <summary>'m', 'f', 'e' (either) for a common given name; '\0' otherwise.</summary>
    public static char Given(string norm) => GivenNames.Find(norm);

    /// <summary>A title's singular: "foreign ministers" → "foreign minister".</summary>
    public static string Singular(string title)
    {
        var words = title.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (Singulars.TryGetValue(words[i], out var one))
            {
                words[i] = one;
            }
        }

        return string.Join(' ', words);
    }

    private static PhraseTable<Title> BuildTitles()
    {
        var table = new PhraseTable<Title>();
        foreach (var row in LexiconTable.Rows("titles.tsv"))
        {
            var rank = row[1].Length == 0 ? Rank.None : Enum.Parse<Rank>(row[1], ignoreCase: true);
            var publicity = Enum.Parse<Publicity>(row[3], ignoreCase: true);
            var gender = row[4].Length == 0 ? '\0' : row[4][0];
            var title = new Title(rank, row[2], publicity, gender, row[0] is "sens." or "reps.");
            table.Add(row[0], title, anyCase: true);
            table.Add("ex-" + row[0], title, anyCase: true);
            if (rank is Rank.Head && !row[0].EndsWith('.'))
            {
                table.Add(row[0] + "-designate", title, anyCase: true);
                table.Add(row[0] + " nominee", title, anyCase: true);
            }

            if (!row[0].EndsWith('.'))
            {
                var plural = Plural(row[0]);
                table.Add(plural, title with { Plural = true }, anyCase: true);
                foreach (var (one, many) in row[0].Split(' ').Zip(plural.Split(' ')))
                {
                    if (one != many)
                    {
                        Singulars.TryAdd(many, one);
                    }
                }
            }
        }

        return table;
    }

    /// <summary>Plural of a post: its head word's ("secretaries of state", "directors general").</summary>
    private static string Plural(string title)
    {
        var words = title.Split(' ');
        var of = Array.FindIndex(words, w => w is "of" or "in" or "to" or "pro");
        var head = of > 0 ? of - 1 : words.Length - 1;
        if (of < 0 && words.Length > 1 && words[^1] is "general" && words[^2] is not ("lieutenant" or "major" or "brigadier"))
        {
            head = words.Length - 2;
        }

        var w = words[head];
        words[head] = w.EndsWith("man", StringComparison.Ordinal) ? w[..^3] + "men"
            : w.EndsWith('y') && !w.EndsWith("ey", StringComparison.Ordinal) ? w[..^1] + "ies"
            : w + "s";
        return string.Join(' ', words);
    }

    private static PhraseTable<string> BuildPortfolios()
    {
        var table = new PhraseTable<string>();
        foreach (var row in LexiconTable.Rows("portfolios.tsv"))
        {
            foreach (var words in LexiconTable.Parts(row[1]))
            {
                table.Add(words, row[0], anyCase: true);
            }
        }

        return table;
    }

    private static Dictionary<string, string> BuildRoles()
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Rows("roles.tsv"))
        {
            foreach (var word in LexiconTable.Parts(row[1]))
            {
                roles.TryAdd(word, row[0]);
                if (row[0] == "person")
                {
                    roles.TryAdd(word + "s", row[0]);
                }
            }
        }

        return roles;
    }

    private static Dictionary<string, char> BuildGivenNames()
    {
        var names = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Rows("givennames.tsv"))
        {
            foreach (var name in LexiconTable.Parts(row[1]))
            {
                if (!names.TryAdd(name, row[0][0]))
                {
                    names[name] = 'e';
                }
            }
        }

        return names;
    }
}
