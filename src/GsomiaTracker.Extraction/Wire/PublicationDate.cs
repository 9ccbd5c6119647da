using System.Buffers;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// Works out the day on which a piece without any date was written, from its own arithmetic: offices that people held only for a time, the deadline still to come,
/// days told with their year, the weekday of its lead, and plans that name a weekday as well as a part of a month. Every step leaves fewer days of the dossier;
/// when just one is left, that is the answer, and the steps are its reasons. Otherwise the day stays unknown.
/// </summary>
internal static class PublicationDate
{
    private static readonly SearchValues<string> _endings =
        SearchValues.Create(["expire", "expiry", "expiration", "lapse", "run out", "runs out", "come to an end", "terminate"], StringComparison.OrdinalIgnoreCase);

    private sealed record Clue(Atom Atom, Tense Tense, bool Lead, string Words, Clue? RangeFrom, bool Expiry);

    public static (DateOnly Day, string Reasons)? Infer(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier)
    {
        var clues = Clues(text, paragraphs, dossier);
        var days = Enumerable.Range(0, dossier.LastDay.DayNumber - dossier.FirstDay.DayNumber + 1).Select(dossier.FirstDay.AddDays).ToList();
        var reasons = new List<string>();
        void Keep(string reason, Func<DateOnly, bool> fits)
        {
            var left = days.FindAll(d => fits(d));
            if (left.Count > 0 && left.Count < days.Count)
            {
                days = left;
                reasons.Add(reason);
            }
        }

        foreach (var (reason, fits) in Offices(text, paragraphs, dossier))
        {
            Keep(reason, fits);
        }

        foreach (var clue in clues)
        {
            switch (clue.Atom.Kind)
            {
                case AtomKind.Day when !clue.Atom.Has('y') && !clue.Atom.Has('x') && clue.Tense == Tense.Future && Printed(dossier, clue.Atom) is { } printed:
                    Keep($"“{clue.Words}”, the deadline of {DayRange.Iso(printed)}, is still to come", d => d <= printed);
                    break;
                case AtomKind.Day when clue.Atom.Has('y') && clue.Tense != Tense.Unknown && Resolver.Resolve(clue.Atom, null, () => clue.Tense, null, null) is { } told:
                    Keep($"“{clue.Words}” is told as {(clue.Tense == Tense.Past ? "past" : "to come")}", d => clue.Tense == Tense.Past ? d >= told.Days.From : d <= told.Days.To);
                    break;
                default:
                    break;
            }
        }

        foreach (var clue in clues)
        {
            if (clue.Lead && clue.Atom.Kind == AtomKind.Weekday && !clue.Atom.Has('x') && clue.Tense == Tense.Past)
            {
                var weekday = (DayOfWeek)clue.Atom['w'];
                Keep($"the lead's “{clue.Words}”: written on a {weekday}", d => d.DayOfWeek == weekday);
                break;
            }
        }

        PartsOfMonths(clues, ref days, reasons);
        foreach (var clue in clues)
        {
            // Papers add the weekday to a day of the coming week, not to a farther one.
            if (days.Count > 1 && clue.Atom.Kind == AtomKind.Day && clue.Atom.Has('w') && !clue.Atom.Has('y') && Printed(dossier, clue.Atom) is { } named && named.DayOfWeek == (DayOfWeek)clue.Atom['w'])
            {
                Keep($"“{clue.Words}” is named with its weekday: at most a week ahead", d => d <= named && named.DayNumber - d.DayNumber <= 7);
            }

            if (days.Count > 1 && clue is { Atom.Kind: AtomKind.Weekday, Expiry: true } && !clue.Atom.Has('x') && dossier.Deadline.LastDay.DayOfWeek == (DayOfWeek)clue.Atom['w'])
            {
                Keep($"the deadline falls on the coming “{clue.Words}”", d => d <= dossier.Deadline.LastDay && dossier.Deadline.LastDay.DayNumber - d.DayNumber < 7);
            }

            if (days.Count > 1 && clue is { Atom.Kind: AtomKind.Ahead, Expiry: true } && clue.Atom['u'] == 1)
            {
                Keep($"the deadline is “{clue.Words}” off", d => dossier.Deadline.LastDay.DayNumber - d.DayNumber == clue.Atom['n']);
            }
        }

        return days.Count == 1 && reasons.Count > 0 ? (days[0], string.Join("; ", reasons)) : null;
    }

    /// <summary>Plans "in mid-November" on weekdays to come: the days of writing from which most of those weekdays fall into that part of the month.</summary>
    private static void PartsOfMonths(List<Clue> clues, ref List<DateOnly> days, List<string> reasons)
    {
        var planned = clues.FindAll(c => c.Atom.Kind == AtomKind.Weekday && (c.Tense == Tense.Future || c.RangeFrom?.Tense == Tense.Future));
        foreach (var part in clues.Where(c => c.Atom.Kind == AtomKind.Month && c.Atom.Has('o') && !c.Atom.Has('y') && !c.Atom.Has('x')))
        {
            int Fits(DateOnly day) => Resolver.Resolve(part.Atom, day, () => Tense.Future, null, null) is { } range && range.Days.To >= day
                ? planned.Count(p => OnDay(p, day) is { } on && range.Days.Contains(on))
                : -1;
            var scored = days.ConvertAll(d => (Day: d, Fit: Fits(d)));
            var most = scored.Max(s => s.Fit);
            var left = scored.FindAll(s => s.Fit == most).ConvertAll(s => s.Day);
            if (most > 0 && left.Count < days.Count)
            {
                days = left;
                reasons.Add($"“{part.Words}” and {string.Join(", ", planned.Select(p => $"“{p.Words}”"))} are one plan");
            }
        }
    }

    private static DateOnly? OnDay(Clue clue, DateOnly written)
    {
        DateOnly? first = clue.RangeFrom is { } from ? OnDay(from, written) : null;
        return Resolver.Resolve(clue.Atom, written, () => Tense.Future, null, first)?.Days.From;
    }

    private static DateOnly? Printed(Dossier dossier, Atom atom)
    {
        foreach (var day in dossier.Deadline.PrintedDays)
        {
            if (day.Month == atom['m'] && day.Day == atom['d'])
            {
                return day;
            }
        }

        return null;
    }

    private static List<Clue> Clues(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier)
    {
        var clues = new List<Clue>();
        var tokens = new List<DateToken>(256);
        for (var i = 0; i < paragraphs.Count && i < 200; i++)
        {
            DateTokenizer.Cut(text, paragraphs[i], tokens, 0);
            Clue? last = null;
            for (var at = 0; at < tokens.Count;)
            {
                if (RuleBook.LongestAt(text, tokens, at) is not { } atom)
                {
                    at++;
                    continue;
                }

                var from = last is not null && RangeLink.Between(text, tokens, last.Atom.First, last.Atom.End, atom.First) == Link.Range ? last : null;
                var words = text[tokens[atom.First].Start..tokens[atom.End - 1].End];
                last = new Clue(atom, TenseReader.At(text, tokens, atom.First, atom.End), i == 0, words, from, SpeaksOfExpiry(text, tokens, atom, dossier));
                clues.Add(last);
                at = atom.End;
            }
        }

        return clues;
    }

    /// <summary>Whether the sentence says that the dossier's subject runs out: its name and a verb of ending.</summary>
    private static bool SpeaksOfExpiry(string text, List<DateToken> tokens, Atom atom, Dossier dossier)
    {
        int first = atom.First, last = atom.End - 1;
        while (first > 0 && tokens[first - 1].Sentence == tokens[atom.First].Sentence)
        {
            first--;
        }

        while (last + 1 < tokens.Count && tokens[last + 1].Sentence == tokens[atom.First].Sentence)
        {
            last++;
        }

        var sentence = text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start);
        return sentence.ContainsAny(_endings) && Names(sentence, dossier.DeadlineSubject);
    }

    private static bool Names(ReadOnlySpan<char> sentence, Subject subject)
    {
        foreach (var name in subject.Names.Concat(subject.ShortNames))
        {
            if (sentence.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Defense Minister Taro Kono": the days on which he was that; "former Defense Minister Takeshi Iwaya": the days from when he was it no more.</summary>
    private static IEnumerable<(string Reason, Func<DateOnly, bool> Fits)> Offices(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier)
    {
        const int Before = 60;
        foreach (var official in dossier.Officials)
        {
            foreach (var paragraph in paragraphs.Take(200))
            {
                var at = paragraph.In(text).IndexOf(official.Name, StringComparison.Ordinal);
                if (at < 0)
                {
                    continue;
                }

                var title = Title(paragraph.In(text)[Math.Max(0, at - Before)..at]);
                var held = official.Tenures.Where(t => title.Contains(t.Name, StringComparison.OrdinalIgnoreCase)).ToList();
                if (held.Count == 0)
                {
                    break;
                }

                var former = title.Contains("former", StringComparison.OrdinalIgnoreCase);
                var words = $"“{title.Trim()} {official.Name}”";
                yield return former
                    ? ($"{words}: no longer in office", d => held.Exists(t => t.To is { } to && d >= to))
                    : ($"{words}: in office {Span(held)}", d => held.Exists(t => t.HeldOn(d)));
                break;
            }
        }
    }

    /// <summary>What stands before a name, from the last sentence or clause end on.</summary>
    private static string Title(ReadOnlySpan<char> before)
    {
        var cut = before.LastIndexOfAny(",;:");
        cut = Math.Max(cut, before.LastIndexOfAny('"', '“', '”'));
        return before[(cut + 1)..].ToString();
    }

    private static string Span(List<Tenure> held) =>
        string.Join(", ", held.Select(t => $"{(t.From is { } from ? DayRange.Iso(from) : "?")} to {(t.To is { } to ? DayRange.Iso(to) : "now")}"));
}
