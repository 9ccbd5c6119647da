using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// What a piece's sentences say of days that are known anyway (<see cref="Dossier.Known"/>): an event of a known day told "on Thursday", "yesterday", "last month" or just as past, and how long the deadline is off.
/// </summary>
internal static partial class KnownDayVotes
{
    public static IEnumerable<DateVote> Of(List<DateClue> clues, IReadOnlyList<ClueSentence> sentences, Dossier dossier)
    {
        var bySentence = clues.ToLookup(c => c.Place);
        foreach (var sentence in sentences)
        {
            var told = dossier.Known.Where(k => Speaks(sentence.Words, k, dossier)).Select(k => k.Days).ToArray();
            if (told.Length > 0)
            {
                foreach (var vote in Told(sentence, [.. bySentence[sentence.Place]], told))
                {
                    yield return vote;
                }
            }

            foreach (var vote in Left(sentence, dossier))
            {
                yield return vote;
            }
        }
    }

    private static IEnumerable<DateVote> Told(ClueSentence sentence, DateClue[] clues, DayRange[] told)
    {
        var known = string.Join(" or ", told.Select(d => DayRange.Iso(d.From)).Distinct());
        var tied = false;
        foreach (var clue in clues)
        {
            var atom = clue.Atom;
            switch (atom.Kind)
            {
                case AtomKind.Weekday when !atom.Has('x') && clue.Tense is Tense.Past or Tense.Unknown or Tense.Future:
                    var weekday = (DayOfWeek)atom['w'];
                    DateOnly[] days = [.. told.SelectMany(Each).Where(d => d.DayOfWeek == weekday)];
                    if (days.Length > 0)
                    {
                        tied = true;
                        yield return clue.Tense == Tense.Future || (clue.Tense == Tense.Unknown && Ahead().IsMatch(sentence.Words))
                            ? new DateVote($"“{clue.Words}”, still to come, is {known}", 4, d => days.Any(k => d <= k && k.DayNumber - d.DayNumber <= 7))
                            : clue.Lead
                            ? new DateVote($"the lead's “{clue.Words}” is {known}", 7, d => days.Any(k => d >= k && d.DayNumber - k.DayNumber <= 1))
                            : new DateVote($"“{clue.Words}” is {known}", 5, d => days.Any(k => d >= k && d.DayNumber - k.DayNumber <= 6));
                    }

                    break;
                case AtomKind.DayOffset or AtomKind.Ago or AtomKind.Unit when clue.Tense != Tense.Future || atom.Kind == AtomKind.Unit:
                    tied = true;
                    yield return new DateVote($"“{clue.Words}” is {known}", atom.Kind == AtomKind.DayOffset ? 5 : 3,
                        d => Resolver.Resolve(atom, d, () => clue.Tense, null, null) is { } at && told.Any(k => k.Overlaps(at.Days)));
                    break;
                case AtomKind.Day or AtomKind.Month or AtomKind.Year:
                    tied = true;
                    break;
                default:
                    break;
            }
        }

        if (After().Match(sentence.Words) is { Success: true } after && Count(after.Groups["count"].Value) is > 0 and var count)
        {
            tied = true;
            var unit = after.Groups["unit"].Value == "day" ? 1 : 7;
            yield return new DateVote($"“{after.Value}” is counted from {known}", 3, d => told.Any(k => d.DayNumber - k.From.DayNumber - (count * unit) is >= 0 and var late && late <= 2 * unit));
            yield return new DateVote($"“{after.Value}” brings the story to the day of writing", 1, d => told.Any(k => d.DayNumber - k.From.DayNumber == count * unit));
        }

        if (!tied && told.Length == 1 && !Ahead().IsMatch(sentence.Words) && Behind().IsMatch(sentence.Words))
        {
            yield return new DateVote($"what happened on {known} is told as past", 2, d => d >= told[0].From) { NotBefore = told[0].From };
        }
    }

    private static IEnumerable<DateOnly> Each(DayRange days)
    {
        for (var day = days.From; day <= days.To; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>"with 16 days left", "two weeks before it expires", "hours ahead of the deadline".</summary>
    private static IEnumerable<DateVote> Left(ClueSentence sentence, Dossier dossier)
    {
        if (!sentence.Deadline || LeftUntil().Match(sentence.Words) is not { Success: true } match)
        {
            yield break;
        }

        var last = dossier.Deadline.PrintedDays.Append(dossier.Deadline.LastDay).Distinct().ToArray();
        var unit = match.Groups["unit"].Value[0] switch { 'd' => 1, 'w' => 7, 'm' => 30, _ => 0 };
        var words = match.Value;
        var count = Count(match.Groups["count"].Value);
        if (unit == 0)
        {
            yield return new DateVote($"“{words}”: the deadline is less than two days off", 3, d => last.Any(x => x.DayNumber - d.DayNumber is 0 or 1));
        }
        else if (count > 0)
        {
            var slack = match.Groups["about"].Success ? unit * 2 : unit == 1 ? 0 : (unit / 2) + 1;
            yield return new DateVote($"“{words}” until {DayRange.Iso(dossier.Deadline.LastDay)}", 1, d => Math.Abs(dossier.Deadline.LastDay.DayNumber - d.DayNumber - (count * unit)) <= slack);
            yield return new DateVote($"“{words}” until the deadline", 4, d => last.Any(x => Math.Abs(x.DayNumber - d.DayNumber - (count * unit)) <= slack));
        }
    }

    private static int Count(string word)
    {
        string[] words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        return int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : word is "a" or "an" ? 1 : Math.Max(0, Array.IndexOf(words, word));
    }

    private static bool Speaks(string sentence, KnownDays known, Dossier dossier)
    {
        foreach (var group in known.Words)
        {
            var met = false;
            foreach (var word in group)
            {
                met |= word[0] == '#'
                    ? dossier.Subjects.FirstOrDefault(s => s.Key == word[1..]) is { } subject && subject.Names.Concat(subject.ShortNames).Any(n => Begins(sentence, n))
                    : Begins(sentence, word);
            }

            if (!met)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word of the sentence begins so, ignoring case.</summary>
    private static bool Begins(string sentence, string word)
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(sentence[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:will|would|shall|is to|are to|was to|were to|may|might|could|should|expected|scheduled|due|set to|plans?|planned|if|unless|whether|upcoming|ahead of)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:\w{3,}ed|was|were|had|decision|took|met|told|said|began|held|gave|made|put|spoke|saw)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\b(?<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?<unit>day|week)s? after\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"(?<about>(?:less|more|fewer) than |about |around |nearly |almost |some |under |over |roughly )?\b(?:(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|just|only|mere) )?(?<unit>day|week|month|hour)s?(?: (?:left|to go|remain\w*|away|before|ahead|from|until|till|to live|off|short)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LeftUntil();
}
