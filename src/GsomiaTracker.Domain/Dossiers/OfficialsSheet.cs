using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// A sheet of officials as people keep it, one post a line: columns <c>name</c>, <c>country</c>, <c>office</c> and, where there, <c>aliases</c>, <c>from</c>,
/// <c>to</c>, <c>native</c>, <c>language</c>, <c>id</c>; others are passed over. Who has several posts stands on several lines.
/// </summary>
public static class OfficialsSheet
{
    /// <param name="Officials">officials.tsv.</param>
    /// <param name="Tenures">tenures.tsv.</param>
    /// <param name="Countries">Codes, the one with most people first.</param>
    public sealed record Tables(string Officials, string Tenures, IReadOnlyList<string> Countries);

    /// <param name="name">The sheet's name, for faults.</param>
    /// <param name="code">The country code for what stands in the column <c>country</c>, or null.</param>
    public static Parsed<Tables> Convert(string name, string text, Func<string, string?> code)
    {
        var sheet = Table.Parse(name, text, "name", "country", "office");
        if (!sheet.Ok)
        {
            return Parsed<Tables>.No(sheet.Fault!);
        }

        var people = new List<Person>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var tenures = new StringBuilder("official\toffice\tfrom\tto\n");
        foreach (var row in sheet.Value.Rows)
        {
            if (row["name"].Length == 0)
            {
                return Parsed<Tables>.No("no name", row.At);
            }

            if (code(row["country"]) is not { } country)
            {
                return Parsed<Tables>.No($"'{row["country"]}' is no country code ({CountryCodes.Kinds}), no state's name and no party's", row.At);
            }

            var person = people.Find(p => p.Name == row["name"] && p.Country == country);
            if (person is null)
            {
                person = new Person(Free(row["id"].Length > 0 ? row["id"] : Slug(row["name"]), ids), row["name"], country);
                people.Add(person);
            }

            person.Native = row["native"].Length > 0 ? row["native"] : person.Native;
            person.Language = row["language"].Length > 0 ? row["language"] : person.Language;
            person.Aliases.AddRange(row.List("aliases").Where(a => a != person.Name && !person.Aliases.Contains(a)));
            if (row["office"].Length > 0)
            {
                tenures.Append(CultureInfo.InvariantCulture, $"{person.Id}\t{row["office"].ToLowerInvariant()}\t{row["from"]}\t{row["to"]}\n");
            }
        }

        var officials = new StringBuilder("id\tname\taliases\tnative\tlanguage\tcountry\n");
        foreach (var p in people)
        {
            officials.Append(CultureInfo.InvariantCulture, $"{p.Id}\t{p.Name}\t{string.Join("; ", p.Aliases)}\t{p.Native}\t{p.Language}\t{p.Country}\n");
        }

        return Parsed<Tables>.Of(new Tables(
            officials.ToString(), tenures.ToString(), [.. people.GroupBy(p => p.Country).OrderByDescending(g => g.Count()).Select(g => g.Key)]));
    }

    /// <summary>"Teodoro Locsin Jr." → "teodoro-locsin-jr": lower case, no accents, the same for the same name always.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (Latin.Plain(c) is { } plain)
            {
                slug.Append(plain);
            }
            else if ((char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '/') && slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } made ? made : "official";
    }

    private static string Free(string slug, HashSet<string> taken)
    {
        var free = slug;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        }

        return free;
    }

    private sealed class Person(string id, string name, string country)
    {
        public string Id { get; } = id;

        public string Name { get; } = name;

        public string Country { get; } = country;

        public List<string> Aliases { get; } = [];

        public string Native { get; set; } = "";

        public string Language { get; set; } = "";
    }
}
