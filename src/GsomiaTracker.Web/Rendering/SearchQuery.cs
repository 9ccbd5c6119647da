using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Queries.Search;

namespace GsomiaTracker.Web.Rendering;

/// <summary>What is wrong with a query, and where in it: the wrong piece can be shown in its place.</summary>
public sealed record QueryFault(string Reason, int Start, int End);

/// <summary>A query as typed, read: terms, days, or what is wrong with it.</summary>
/// <param name="Days">Days on which the articles became known; null for all.</param>
public sealed record SearchQuery(string Typed, IReadOnlyList<SentenceTerm> Must, IReadOnlyList<SentenceTerm> Never, DayRange? Days, IReadOnlyList<QueryFault> Faults)
{
    private const int Longest = 400;

    public static readonly IReadOnlyList<string> Fields = ["by", "issue", "country", "outlet"];

    /// <summary>
    /// Reads <c>by:kono issue:keep-pact 2019-11-10/2019-11-20 "export curbs" -trade</c>: words and phrases that must be there, a minus before what must
    /// not, a star after the beginning of a word, fields, and days of publication.
    /// </summary>
    public static SearchQuery Parse(string typed, Dossier dossier)
    {
        var must = new List<SentenceTerm>();
        var never = new List<SentenceTerm>();
        var faults = new List<QueryFault>();
        DayRange? days = null;
        if (typed.Length > Longest)
        {
            return new SearchQuery(typed, [], [], null, [new QueryFault($"A query has at most {Longest} characters.", 0, typed.Length)]);
        }

        foreach (var piece in Pieces(typed, faults))
        {
            var words = piece.Words;
            if (piece.Field is { } field)
            {
                if (!Fields.Contains(field))
                {
                    faults.Add(new QueryFault($"There is no field \u201c{field}\u201d; there are {string.Join(", ", Fields)}.", piece.Start, piece.End));
                    continue;
                }

                if (Fault(field, words, dossier) is { } reason)
                {
                    faults.Add(new QueryFault(reason, piece.Start, piece.End));
                    continue;
                }

                words = field == "country" ? CountryOf(words, dossier)! : words;
            }
            else if (!piece.Quoted && words.Length > 0 && char.IsAsciiDigit(words[0]) && words.Contains('-', StringComparison.Ordinal))
            {
                if (DaysOf(words) is not { } range)
                {
                    faults.Add(new QueryFault($"\u201c{words}\u201d is neither a day ({DayRange.Iso(dossier.LastDay)}) nor two of them with a slash between, the earlier first.", piece.Start, piece.End));
                }
                else if (piece.Minus || days is not null)
                {
                    faults.Add(new QueryFault("One day or one stretch of days narrows a search; it cannot be left out or given twice.", piece.Start, piece.End));
                }
                else
                {
                    days = range;
                }

                continue;
            }

            var prefix = !piece.Quoted && words.EndsWith('*');
            var term = words.TrimEnd('*');
            if (!term.Any(char.IsLetterOrDigit))
            {
                faults.Add(new QueryFault($"\u201c{typed[piece.Start..piece.End]}\u201d holds no letter or digit to look for.", piece.Start, piece.End));
                continue;
            }

            (piece.Minus ? never : must).Add(new SentenceTerm(piece.Field ?? "text", term, prefix));
        }

        if (faults.Count == 0 && must.Count == 0 && never.Count > 0)
        {
            faults.Add(new QueryFault("Say also what should be there, not only what should not.", 0, typed.Length));
        }

        return new SearchQuery(typed, must, never, days, faults);
    }

    /// <summary>The same query without its wrong pieces.</summary>
    public string Mended()
    {
        var text = Typed;
        foreach (var fault in Faults.OrderByDescending(f => f.Start))
        {
            text = text.Remove(fault.Start, Math.Min(fault.End, text.Length) - fault.Start);
        }

        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private readonly record struct Piece(string? Field, string Words, bool Minus, bool Quoted, int Start, int End);

    private static IEnumerable<Piece> Pieces(string typed, List<QueryFault> faults)
    {
        var at = 0;
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var minus = typed[at] == '-' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);
            at += minus ? 1 : 0;
            string? field = null;
            var colon = at;
            while (colon < typed.Length && char.IsAsciiLetter(typed[colon]))
            {
                colon++;
            }

            if (colon > at && colon < typed.Length && typed[colon] == ':')
            {
                field = typed[at..colon].ToLowerInvariant();
                at = colon + 1;
            }

            if (at < typed.Length && typed[at] is '"' or '\u201c')
            {
                var close = typed.IndexOfAny(['"', '\u201d'], at + 1);
                if (close < 0)
                {
                    faults.Add(new QueryFault("A quotation mark is opened and not closed.", start, typed.Length));
                    yield break;
                }

                yield return new Piece(field, typed[(at + 1)..close], minus, true, start, close + 1);
                at = close + 1;
                continue;
            }

            var end = at;
            while (end < typed.Length && !char.IsWhiteSpace(typed[end]))
            {
                end++;
            }

            yield return new Piece(field, typed[at..end], minus, false, start, end);
            at = end;
        }
    }

    private static string? Fault(string field, string words, Dossier dossier) => field switch
    {
        "issue" when dossier.Issues.All(i => i.Key != words) => $"There is no issue \u201c{words}\u201d; there are {string.Join(", ", dossier.Issues.Select(i => i.Key))}.",
        "country" when CountryOf(words, dossier) is null => $"There is no country \u201c{words}\u201d in this dossier; there are {string.Join(", ", dossier.Parties.Select(p => p.Country))}.",
        _ => null,
    };

    private static string? CountryOf(string words, Dossier dossier) =>
        dossier.Parties.FirstOrDefault(p => p.Country.Equals(words, StringComparison.OrdinalIgnoreCase) || p.Name.Equals(words, StringComparison.OrdinalIgnoreCase))?.Country;

    private static DayRange? DaysOf(string words)
    {
        var ends = words.Split('/');
        return ends.Length <= 2 && Day(ends[0]) is { } from && Day(ends[^1]) is { } to && from <= to ? new DayRange(from, to) : null;

        static DateOnly? Day(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;
    }
}
