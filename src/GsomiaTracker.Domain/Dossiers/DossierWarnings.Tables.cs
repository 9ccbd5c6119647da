using System.Globalization;
using GsomiaTracker.Domain.Officials;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>Names, officials, posts and days.</summary>
internal sealed partial class DossierWarnings
{
    /// <summary>Posts that one person at a time holds in a state.</summary>
    private static readonly HashSet<string> SingleOffices =
    [
        "president", "prime minister", "premier", "chancellor", "king", "queen", "supreme leader", "taoiseach", "vice president", "secretary-general",
        "foreign minister", "foreign secretary", "secretary of state", "foreign affairs secretary", "defense minister", "defence minister", "defense secretary",
        "defence secretary", "finance minister", "interior minister", "trade minister", "economy minister", "chief cabinet secretary", "national security adviser",
    ];

    private void Names()
    {
        var seen = new Dictionary<string, Table.Row>(StringComparer.Ordinal);
        foreach (var row in _files.Names)
        {
            var words = row["words"];
            if (words.AsSpan().IndexOfAny("|*;") >= 0 || words.Contains("...", StringComparison.Ordinal))
            {
                Warn(row.At, $"'{words}' is met letter by letter here: one name a line, | * ; and ... belong into an issue's rules");
            }

            if (seen.TryGetValue(words, out var other))
            {
                var same = other["stands"] == row["stands"] && other["key"] == row["key"] && other["detail"] == row["detail"];
                Warn(row.At, same ? $"'{words}' stands twice (line {Line(other)})" : $"'{words}' stands for something else on line {Line(other)}: the first counts for bodies, both for subjects");
            }
            else
            {
                seen.Add(words, row);
            }
        }
    }

    private void Officials()
    {
        var byAlias = new Dictionary<string, List<Table.Row>>(StringComparer.Ordinal);
        foreach (var row in _files.Officials)
        {
            var id = row["id"];
            if (id.Length == 0 || id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            {
                Warn(row.At, $"'{id}' is no slug (lower case, digits, hyphens): \"taro-kono\"");
            }

            if (row["aliases"].Contains(',', StringComparison.Ordinal))
            {
                Warn(row.At, $"a comma among the aliases of {row["name"]}: ';' parts them");
            }

            foreach (var alias in row.List("aliases").Where(a => !a.Any(char.IsUpper)))
            {
                Warn(row.At, $"the alias '{alias}' has no capital: names are met as they are written");
            }

            foreach (var called in row.List("aliases").Append(row["name"]).Distinct(StringComparer.Ordinal))
            {
                if (byAlias.TryGetValue(called, out var bearers))
                {
                    bearers.Add(row);
                }
                else
                {
                    byAlias.Add(called, [row]);
                }
            }

            if (!_files.Tenures.Any(t => t["official"] == id))
            {
                Warn(row.At, $"{row["name"]} has no post in tenures.tsv: \"the prime minister\" is never he or she");
            }
        }

        string[] apart = [.. _dossier.Officials.Where(o => o.Name.Contains(' ', StringComparison.Ordinal) && !o.Aliases.Any(a => o.Name.EndsWith(" " + a, StringComparison.Ordinal) || o.Name.StartsWith(a + " ", StringComparison.Ordinal))).Select(o => o.Name)];
        if (apart.Length > 0)
        {
            Note("officials.tsv", $"the family name alone is no alias of {string.Join(", ", apart.Take(5))}{(apart.Length > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {apart.Length - 5} more") : "")}: a text that never names them in full does not lead to them");
        }

        foreach (var (called, bearers) in byAlias.Where(a => a.Value.Count > 1))
        {
            var one = bearers.Select(b => b["country"]).Distinct(StringComparer.Ordinal).Count() == 1;
            Warn(bearers[1].At, $"'{called}' is {string.Join(" and ", bearers.Select(b => b["name"]))}{(one ? ", of one state" : "")}: the bare name is whom the text named in full");
        }
    }

    private void Tenures()
    {
        var posts = _files.Tenures.Select(row => (Row: row, Official: _dossier.Officials.First(o => o.Id == row["official"]))).ToArray();
        foreach (var (row, _) in posts)
        {
            if (row["office"].Length == 0)
            {
                Warn(row.At, "no office");
            }
            else if (row["office"].Any(char.IsUpper))
            {
                Warn(row.At, $"'{row["office"]}': offices are written in lower case, without the country");
            }
        }

        foreach (var same in posts.Where(p => SingleOffices.Contains(p.Row["office"])).GroupBy(p => (p.Official.Country, Office: p.Row["office"])))
        {
            var held = same.Select(p => (p.Row, p.Official, Tenure: _files.Post(p.Row))).ToArray();
            for (var i = 0; i < held.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (held[i].Official != held[j].Official && Overlap(held[i].Tenure, held[j].Tenure))
                    {
                        Warn(held[i].Row.At, $"{held[i].Official.Name} and {held[j].Official.Name} (line {Line(held[j].Row)}) are {same.Key.Office} of {same.Key.Country} at once: the last day is the successor's first");
                    }
                }
            }
        }
    }

    private static bool Overlap(Tenure a, Tenure b) =>
        (a.From ?? DateOnly.MinValue) < (b.To ?? DateOnly.MaxValue) && (b.From ?? DateOnly.MinValue) < (a.To ?? DateOnly.MaxValue);

    private void Days()
    {
        foreach (var (row, known) in _files.Days.Zip(_dossier.Known))
        {
            if (known.Days.To < _dossier.FirstDay || known.Days.From > _dossier.LastDay)
            {
                Warn(row.At, "lies outside firstDay to lastDay: no text is placed there");
            }

            if (known.Words.SelectMany(g => g).FirstOrDefault(w => w[0] != '#' && w.Any(char.IsUpper)) is { } capital)
            {
                Warn(row.At, $"'{capital}' has a capital: beginnings of words are written in lower case, or never met");
            }
        }
    }
}
