using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>
/// A table of sentences of our own with what they should be read as: columns dossier, text, reads ("JP:Taro Kono keep-pact for; KR/Justice Party
/// keep-pact against", nothing or "-" where no position is held), may (what careful people differ on: no miss when absent, no extra when present).
/// One line a piece of news, read by itself. A name matches by its family name or in full.
/// </summary>
internal static class StanceBank
{
    internal sealed record Comparison(int Right, IReadOnlyList<Position> Made, IReadOnlyList<Position> Missed)
    {
        public TableScore Score => new(Right, Made.Count, Missed.Count);
    }

    /// <summary>Who (a state, with a person or a party or without) holds what.</summary>
    internal sealed record Position(string Country, string? Name, string Issue, string Side)
    {
        /// <param name="words">"JP:Taro Kono keep-pact for", "KR/Justice Party keep-pact against".</param>
        public static Position Parse(string words)
        {
            var parts = words.Split(' ');
            var holder = string.Join(' ', parts[..^2]);
            var at = holder.AsSpan().IndexOfAny(':', '/');
            return new Position(at < 0 ? holder : holder[..at], at < 0 ? null : holder[(at + 1)..], parts[^2], parts[^1]);
        }

        public bool Is(Position other) => this with { Name = null } == other with { Name = null } && SameName(Name, other.Name);

        public override string ToString() => $"{Country}{(Name is null ? "" : ":" + Name)} {Issue} {Side}";

        private static bool SameName(string? a, string? b)
        {
            if (a is null || b is null)
            {
                return a == b;
            }

            var (x, y) = (Words(a), Words(b));
            return x.IsSubsetOf(y) || y.IsSubsetOf(x);
        }

        private static HashSet<string> Words(string name) => [.. name.ToLowerInvariant().Split(' ', '-')];
    }

    /// <returns>Positions with their holder right (country, person or party, issue, position), and by country, issue and position alone.</returns>
    /// <param name="file">The table.</param>
    /// <param name="miss">Called with each text that was misread.</param>
    public static (TableScore Strict, TableScore Loose) Read(string file, Action<string, Comparison>? miss = null)
    {
        var (strict, loose) = (default(TableScore), default(TableScore));
        foreach (var line in File.ReadLines(file).Skip(1).Where(l => l.Length > 0))
        {
            var cells = line.Split('\t');
            var (expected, may) = (Positions(cells, 2), Positions(cells, 3));
            var bench = StanceBench.Of(cells[0]);
            Position[] found = [.. bench.Words(Introduced(bench.Dossier, cells[1])).Select(Position.Parse)];
            var compared = Compare(expected, may, found);
            strict = strict.And(compared.Score);
            loose = loose.And(Compare(Countries(expected), Countries(may), Countries(found)).Score);
            if (compared.Made.Count + compared.Missed.Count > 0)
            {
                miss?.Invoke(cells[1], compared);
            }
        }

        return (strict, loose);
    }

    /// <summary>The text, after a sentence for each official whom it calls by the family name only, as an article would have named him in full before.</summary>
    internal static string Introduced(Dossier dossier, string text)
    {
        var introduced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var official in dossier.Officials)
        {
            var parts = official.Name.Split(' ');
            var family = official.Country is "KR" or "KP" or "CN" ? parts[0] : parts[^1];
            if (parts.Length > 1 && Regex.IsMatch(text, $@"(?<!\b(?!Minister|Secretary|President|Ambassador|Adm|Gen)[A-Z][\w-]*\.? )\b{family}\b(?! [A-Z]|-)") && !introduced.Any(name => name.Split(' ').Contains(family)))
            {
                introduced.Add(official.Name);
            }
        }

        return string.Concat(introduced.Select(name => $"{name} was in town. ")) + text;
    }

    private static Comparison Compare(Position[] expected, Position[] may, Position[] found)
    {
        var missed = expected.Where(e => !found.Any(e.Is)).ToArray();
        return new Comparison(expected.Length - missed.Length, [.. found.Where(f => !expected.Any(f.Is) && !may.Any(f.Is))], missed);
    }

    private static Position[] Positions(string[] cells, int column) => cells.Length <= column
        ? []
        : [.. cells[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p != "-").Distinct(StringComparer.Ordinal).Select(Position.Parse)];

    private static Position[] Countries(Position[] positions) => [.. positions.Select(p => p with { Name = null }).Distinct()];
}
