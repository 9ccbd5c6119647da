using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// Works out the day on which a piece without any date was written, from its own arithmetic and the days that are known anyway. Every clue says on which of the dossier's days the piece could have been
/// written, and weighs as much as it can be trusted; the day with most weight behind it is the answer. Its reasons are those that narrowed the choice, in order. Where several days are as likely,
/// the next one after the latest known event told is taken if they lie within a month; otherwise the day stays unknown.
/// </summary>
internal static class PublicationDate
{
    /// <summary>How far apart the likely days may lie for one to be taken.</summary>
    private const int Widest = 24;

    public static (DateOnly Day, string Reasons)? Infer(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier)
    {
        var sentences = new List<ClueSentence>();
        var clues = DateClue.Of(text, paragraphs, dossier, sentences);
        List<DateVote> votes =
        [
            .. Offices(text, paragraphs, dossier), .. Deadline(clues, dossier), .. Expiry(sentences, dossier), .. Lead(clues), .. LeadDate(clues, dossier), .. ToldDays(clues, dossier), .. ToldMonths(clues), .. NamedTwice(clues, dossier),
            .. KnownDayVotes.Of(clues, sentences, dossier),
        ];
        votes = [.. votes.DistinctBy(v => v.Reason).OrderByDescending(v => v.Weight)];
        var days = Enumerable.Range(0, dossier.LastDay.DayNumber - dossier.FirstDay.DayNumber + 1).Select(dossier.FirstDay.AddDays).ToList();
        var reasons = new List<string>();
        var best = Best(days, votes);
        foreach (var vote in votes.Where(v => best.TrueForAll(d => v.Fits(d))))
        {
            Narrow(ref days, reasons, vote);
        }

        days = best;
        if (Plans(clues, days) is { } plan)
        {
            Narrow(ref days, reasons, plan);
        }

        if (days.Count > 1)
        {
            foreach (var vote in LooseEnds(clues, dossier))
            {
                Narrow(ref days, reasons, vote);
            }
        }

        if (days.Count > 1 && reasons.Count > 1 && (days[^1].DayNumber - days[0].DayNumber <= Widest || IsNewsOf(days[0], votes)))
        {
            reasons.Add($"the first of the days that fit, {string.Join(", ", days.Take(5).Select(DayRange.Iso))}");
            days = [days[0]];
        }

        return days.Count == 1 && reasons.Count > 0 ? (days[0], string.Join("; ", reasons)) : null;
    }

    /// <summary>Whether a day lies within the week after the latest known event told: a piece tells the news.</summary>
    private static bool IsNewsOf(DateOnly day, List<DateVote> votes)
    {
        var known = votes.FindAll(v => v.NotBefore is not null).ConvertAll(v => v.NotBefore!.Value);
        return known.Count > 0 && day.DayNumber - known.Max().DayNumber is >= 0 and < 7;
    }

    /// <summary>The days with the most weight behind them.</summary>
    private static List<DateOnly> Best(List<DateOnly> days, List<DateVote> votes)
    {
        var most = -1;
        var best = new List<DateOnly>();
        foreach (var day in days)
        {
            var weight = 0;
            foreach (var vote in votes)
            {
                weight += vote.Fits(day) ? vote.Weight : 0;
            }

            if (weight > most)
            {
                best.Clear();
                most = weight;
            }

            if (weight == most)
            {
                best.Add(day);
            }
        }

        return best;
    }

    private static void Narrow(ref List<DateOnly> days, List<string> reasons, DateVote vote)
    {
        var left = days.FindAll(d => vote.Fits(d));
        if (left.Count > 0 && left.Count < days.Count)
        {
            days = left;
            reasons.Add(vote.Reason);
        }
    }

    /// <summary>"will expire", "is set to lapse" without a day: it is still to come.</summary>
    private static IEnumerable<DateVote> Expiry(List<ClueSentence> sentences, Dossier dossier)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Expiry && sentence.Words.Split(_ahead, 2, StringSplitOptions.None).Length > 1)
            {
                yield return new DateVote("the deadline is still to come", 3, d => d <= dossier.Deadline.LastDay);
                yield break;
            }
        }
    }

    private static readonly string[] _ahead = [" will expire", " is set to ", " is due to ", " is to expire", " is to lapse", " will lapse", " will end", " expires ", " lapses ", " will terminate", " set to expire", " due to expire", " scheduled to ", " about to expire", " slated to "];

    /// <summary>"in August", told as past: another month has begun.</summary>
    private static IEnumerable<DateVote> ToldMonths(List<DateClue> clues)
    {
        foreach (var clue in clues)
        {
            var atom = clue.Atom;
            if (atom.Kind == AtomKind.Month && !atom.Has('x') && !atom.Has('o') && clue.Tense == Tense.Past && atom['m'] is >= 1 and <= 12)
            {
                var month = atom['m'];
                yield return new DateVote($"“{clue.Words}” is told as past", 2, d => d.Month != month && (!atom.Has('y') || d.Year > atom['y'] || (d.Year == atom['y'] && d.Month > month)));
            }
        }
    }

    /// <summary>The weekday of the lead: agencies write on the day they report. Less surely, the first weekday told as past below it.</summary>
    private static IEnumerable<DateVote> Lead(List<DateClue> clues)
    {
        var lead = clues.Find(c => c.Lead && c.Atom.Kind == AtomKind.Weekday && !c.Atom.Has('x') && c.Tense == Tense.Past);
        var first = lead ?? clues.Find(c => c.Paragraph <= 3 && c.Atom.Kind == AtomKind.Weekday && !c.Atom.Has('x') && c.Tense == Tense.Past);
        if (first is not null)
        {
            // "met on Friday ... said on Saturday": written on the later of the two.
            var next = clues.Find(c => c.Atom.Kind == AtomKind.Weekday && !c.Atom.Has('x') && c.Tense == Tense.Past && c.Atom['w'] == (first.Atom['w'] + 1) % 7);
            first = next ?? first;
            var weekday = (DayOfWeek)first.Atom['w'];
            yield return lead is not null
                ? new DateVote($"the lead's “{lead.Words}”{(next is null ? "" : $" and “{next.Words}”")}: written on a {weekday}", 8, d => d.DayOfWeek == weekday)
                : new DateVote($"the first day told is “{first.Words}”: written on a {weekday}", 3, d => d.DayOfWeek == weekday);
        }
    }

    /// <summary>"called on Japan on Aug. 15": a lead that tells its day by date was written then.</summary>
    private static IEnumerable<DateVote> LeadDate(List<DateClue> clues, Dossier dossier)
    {
        if (clues.Find(c => c.Lead && c.Tense == Tense.Past) is { Atom: { Kind: AtomKind.Day } atom } lead && !atom.Has('x') && DayOf(lead, dossier) is { } day)
        {
            yield return new DateVote($"the lead's “{lead.Words}”", 5, d => d.DayNumber - day.DayNumber is 0 or 1);
            yield return new DateVote($"the lead's “{lead.Words}” is most likely the day of writing", 1, d => d == day);
        }
    }

    /// <summary>What the piece says of the deadline: still to come or past, the weekday it falls on, in how many days or in which week or month.</summary>
    private static IEnumerable<DateVote> Deadline(List<DateClue> clues, Dossier dossier)
    {
        var last = dossier.Deadline.LastDay;
        foreach (var clue in clues)
        {
            var atom = clue.Atom;
            if (atom.Kind == AtomKind.Day && !atom.Has('y') && !atom.Has('x') && Printed(dossier, atom) is { } printed && (clue.Tense == Tense.Future || clue.Expiry))
            {
                yield return new DateVote($"“{clue.Words}”, the deadline of {DayRange.Iso(printed)}, is still to come", 6, d => d <= printed);
                if (atom.Has('w') && printed.DayOfWeek == (DayOfWeek)atom['w'])
                {
                    yield return new DateVote($"“{clue.Words}” is named with its weekday, so it is at most a week off", 2, d => d <= printed && printed.DayNumber - d.DayNumber <= 7);
                }
            }

            if (!clue.Expiry || clue.Tense == Tense.Past)
            {
                continue;
            }

            switch (atom.Kind)
            {
                case AtomKind.Weekday when !atom.Has('x') || atom['x'] == 0:
                    foreach (var day in dossier.Deadline.PrintedDays.Append(last).Distinct())
                    {
                        if (day.DayOfWeek == (DayOfWeek)atom['w'])
                        {
                            yield return new DateVote($"the deadline falls on the coming “{clue.Words}”", 3, d => d <= day && day.DayNumber - d.DayNumber < 7);
                        }
                    }

                    break;
                case AtomKind.Ahead:
                case AtomKind.Unit:
                    yield return new DateVote($"the deadline is “{clue.Words}”", 3, d => Resolver.Resolve(atom, d, () => Tense.Future, null, null) is { } r && dossier.Deadline.PrintedDays.Append(last).Any(r.Days.Contains));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Days told as past or to come. Papers name a day of the last or the next week by its weekday, a farther one by its date.</summary>
    private static IEnumerable<DateVote> ToldDays(List<DateClue> clues, Dossier dossier)
    {
        foreach (var clue in clues)
        {
            if (clue.Atom.Kind is not (AtomKind.Day or AtomKind.DayRange or AtomKind.DayAndDay) || clue.Tense is not (Tense.Past or Tense.Future) || clue.Atom.Has('x') || DayOf(clue, dossier) is not { } day)
            {
                continue;
            }

            if (clue.Atom.Has('w') && day.DayOfWeek == (DayOfWeek)clue.Atom['w'])
            {
                yield return new DateVote($"“{clue.Words}” is named with its weekday, so it is about a week off at most", 2, d => Math.Abs(d.DayNumber - day.DayNumber) <= 8);
            }

            if (clue.Tense == Tense.Past)
            {
                yield return new DateVote($"“{clue.Words}” is told as past", clue.Atom.Has('y') ? 5 : 3, d => d >= day);
                if (!clue.Atom.Has('y') && !clue.Atom.Has('w') && !clue.Lead)
                {
                    yield return new DateVote($"“{clue.Words}” has no weekday: more than five days past", 1, d => d.DayNumber - day.DayNumber > 5);
                }
            }
            else
            {
                yield return new DateVote($"“{clue.Words}” is told as still to come", clue.Atom.Has('y') ? 5 : 3, d => d <= day);
            }
        }
    }

    /// <summary>"Next week" and "Nov. 22" of one sentence: the day lies in that week.</summary>
    private static IEnumerable<DateVote> NamedTwice(List<DateClue> clues, Dossier dossier)
    {
        foreach (var unit in clues)
        {
            if (unit.Atom.Kind != AtomKind.Unit || unit.Atom['u'] is not (2 or 3) || unit.Atom['x'] < 0)
            {
                continue;
            }

            foreach (var dated in clues)
            {
                if (dated.Place == unit.Place && dated.Atom.Kind is AtomKind.Day or AtomKind.DayRange or AtomKind.DayAndDay && dated.Tense != Tense.Past && DayOf(dated, dossier) is { } day)
                {
                    yield return new DateVote($"“{unit.Words}” and “{dated.Words}” are one", 2, d => Resolver.Resolve(unit.Atom, d, () => Tense.Future, null, null) is { } r && r.Days.Contains(day));
                }
            }
        }
    }

    /// <summary>Plans told once by weekday and once by date or part of a month ("in mid-November", "Nov. 22-23"): the days from which most of those weekdays fall into it.</summary>
    private static DateVote? Plans(List<DateClue> clues, List<DateOnly> days)
    {
        var planned = clues.FindAll(c => c.Atom.Kind == AtomKind.Weekday && (c.Tense == Tense.Future || c.RangeFrom?.Tense == Tense.Future));
        foreach (var span in clues)
        {
            var part = span.Atom.Kind == AtomKind.Month && span.Atom.Has('o');
            if (!(part || span.Atom.Kind is AtomKind.DayRange or AtomKind.DayAndDay) || span.Atom.Has('y') || span.Atom.Has('x') || planned.Count == 0)
            {
                continue;
            }

            int Fit(DateOnly day) => Resolver.Resolve(span.Atom, day, () => Tense.Future, null, null) is { } range && range.Days.To >= day
                ? planned.Count(p => OnDay(p, day) is { } on && range.Days.Contains(on))
                : -1;
            var most = days.Max(Fit);
            if (most > 0)
            {
                var best = days.FindAll(d => Fit(d) == most).ToHashSet();
                return new DateVote($"“{span.Words}” and {string.Join(", ", planned.Select(p => $"“{p.Words}”").Distinct())} are one plan", 2, best.Contains);
            }
        }

        return null;
    }

    /// <summary>What is likely but no more, for the last choice: a date to come that falls on a weekday named for a plan, or into a "next week" told elsewhere, is that plan's.</summary>
    private static IEnumerable<DateVote> LooseEnds(List<DateClue> clues, Dossier dossier)
    {
        foreach (var dated in clues)
        {
            if (dated.Atom.Kind is not (AtomKind.Day or AtomKind.DayRange or AtomKind.DayAndDay) || dated.Tense == Tense.Past || dated.Atom.Has('x') || DayOf(dated, dossier) is not { } day)
            {
                continue;
            }

            foreach (var other in clues)
            {
                if (other.Atom.Kind == AtomKind.Unit && other.Atom['u'] == 2 && other.Atom['x'] >= 0)
                {
                    yield return new DateVote($"“{dated.Words}” is “{other.Words}”", 1, d => Calendar.Week(Calendar.Add(d, other.Atom['x'] * 7)).Contains(day));
                }
                else if (other is { Atom.Kind: AtomKind.Weekday, Tense: Tense.Future } && !other.Atom.Has('x') && day.DayOfWeek == (DayOfWeek)other.Atom['w'])
                {
                    yield return new DateVote($"“{dated.Words}” is “{other.Words}”", 1, d => d <= day && day.DayNumber - d.DayNumber < 7);
                }
            }
        }
    }

    private static DateOnly? OnDay(DateClue clue, DateOnly written)
    {
        DateOnly? first = clue.RangeFrom is { } from ? OnDay(from, written) : null;
        return Resolver.Resolve(clue.Atom, written, () => Tense.Future, null, first)?.Days.From;
    }

    /// <summary>The day that a date means: its year is stated, or the only one of the dossier's days.</summary>
    private static DateOnly? DayOf(DateClue clue, Dossier dossier)
    {
        var atom = clue.Atom;
        var year = atom.Has('y') ? atom['y'] : Years.Nearest(Math.Clamp(atom['m'], 1, 12), Math.Clamp(atom['d'], 1, 31), dossier, null);
        return year is { } known and >= 1 and <= 9998 && atom['m'] is >= 1 and <= 12 ? Calendar.Day(known, atom['m'], Math.Max(1, atom['d'])) : null;
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

    /// <summary>"Defense Minister Taro Kono": the days on which he was that; "former Defense Minister Takeshi Iwaya": the days from when he was it no more.</summary>
    private static IEnumerable<DateVote> Offices(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier)
    {
        const int Before = 60;
        foreach (var official in dossier.Officials)
        {
            foreach (var paragraph in paragraphs.Take(DateClue.MostParagraphs))
            {
                var words = paragraph.In(text);
                var at = words.IndexOf(official.Name, StringComparison.Ordinal);
                if (at < 0)
                {
                    continue;
                }

                var title = Title(words[Math.Max(0, at - Before)..at]);
                var held = official.Tenures.Where(t => title.Contains(t.Name, StringComparison.OrdinalIgnoreCase)).ToList();
                if (held.Count > 0)
                {
                    var named = $"“{title.Trim()} {official.Name}”";
                    yield return title.Contains("former", StringComparison.OrdinalIgnoreCase)
                        ? new DateVote($"{named}: no longer in office", 5, d => held.Exists(t => t.To is { } to && d >= to))
                        : new DateVote($"{named}: in office {string.Join(", ", held.Select(Span))}", 5, d => held.Exists(t => t.HeldOn(d)));
                }

                break;
            }
        }
    }

    /// <summary>What stands before a name, from the last clause end on.</summary>
    private static string Title(ReadOnlySpan<char> before)
    {
        var cut = Math.Max(Math.Max(before.LastIndexOfAny(",;:"), before.LastIndexOf(". ")), before.LastIndexOfAny("\"“”"));
        return before[(cut + 1)..].ToString();
    }

    private static string Span(Domain.Officials.Tenure tenure) =>
        $"{(tenure.From is { } from ? DayRange.Iso(from) : "?")} to {(tenure.To is { } to ? DayRange.Iso(to) : "now")}";
}
