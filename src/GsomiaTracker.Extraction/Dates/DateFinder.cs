using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>
/// Finds every expression that places something on a calendar (TIMEX3 DATE) and works out its days. Rules and words are data in <c>Lexicon/en/dates</c>;
/// here is the order of work: words, longest matches, days, ranges. Linear in the text's length; never throws.
/// </summary>
public static class DateFinder
{
    /// <summary>A day set by the text holds for the sentence it stands in and this many after it.</summary>
    private const int StoryLasts = 2;

    /// <summary>Words within which the clause after "two days after" is searched for its day.</summary>
    private const int Complement = 24;

    /// <summary>The same for a single day in the past from which "the next day" counts.</summary>
    private const int ToldLasts = 6;

    /// <summary>The same for the day of a diary's entry.</summary>
    private const int HeadingLasts = 10;

    private static readonly int _since = Words.Id("since");
    private static readonly int _by = Words.Id("by");
    private static readonly int _until = Words.Id("until");
    private static readonly int _would = Words.Id("would");

    /// <summary>With the document's trees, which say in which tense a clause plays.</summary>
    /// <param name="anchor">Day of writing: dateline or publication; null when unknown.</param>
    public static IReadOnlyList<DatedExpression> Find(Document document, DateOnly? anchor)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Find(document.Text, document.Wire.Own.Select(p => p.Span), anchor, document);
    }

    /// <summary>Without trees: tense is read from the words around an expression.</summary>
    public static IReadOnlyList<DatedExpression> Find(WireText wire, DateOnly? anchor)
    {
        ArgumentNullException.ThrowIfNull(wire);
        return Find(wire.Text, wire.Own.Select(p => p.Span), anchor, null);
    }

    internal static IReadOnlyList<DatedExpression> Find(string text, IEnumerable<TextSpan> paragraphs, DateOnly? anchor, Document? document)
    {
        var found = new List<DatedExpression>();
        var tokens = new List<DateToken>(256);
        var sentence = 0;
        var stories = new Stories(null, null, null, null, null);
        foreach (var paragraph in paragraphs)
        {
            sentence = DateTokenizer.Cut(text, paragraph, tokens, sentence);
            var after = InParagraph(text, tokens, anchor, stories, document, found);
            // What a picture shows has a day of its own: the story does not move there.
            stories = IsCaption(document, paragraph) ? stories : after;
        }

        return found;
    }

    private static bool IsCaption(Document? document, TextSpan paragraph) =>
        document is not null && document.SentenceAt(paragraph.Start) is >= 0 and var index && document.Sentences[index].Role == ParagraphRole.Caption;

    /// <summary>The day, and the month or year, that the text set last.</summary>
    /// <param name="Day">Last day, or part of a month.</param>
    /// <param name="Period">The same, or a month or year.</param>
    /// <param name="Told">Last single day told as past.</param>
    /// <param name="Aside">A day told by the way ("since Sept. 10", in a relative clause, in somebody's words): it holds for its own sentence only.</param>
    /// <param name="Heading">The day above or at the head of a diary's entry.</param>
    private sealed record Stories(Story? Day, Story? Period, Story? Told, Story? Aside, Story? Heading)
    {
        public Stories With(Resolved resolved, Atom atom, int sentence, DateOnly? anchor, bool aside)
        {
            var days = resolved.Days;
            var kind = atom.Kind;
            if (kind is AtomKind.YearSpan or AtomKind.Decade or AtomKind.Century or AtomKind.Unit or AtomKind.UnitOfStory)
            {
                return this;
            }

            var story = new Story(days, sentence);
            if (aside)
            {
                return this with { Aside = story };
            }

            var told = days.IsOneDay && (anchor is null || days.From <= anchor) ? story : Told;
            return days.Days <= 31 ? this with { Day = story, Period = story, Told = told, Aside = null } : this with { Period = story, Aside = null };
        }

        /// <summary>What counts in a sentence: a day told in it by the way comes before those of earlier ones.</summary>
        private Stories In(int sentence) => Aside is { } here && here.Sentence == sentence
            ? this with { Day = here.Days.Days <= 31 ? here : Day, Period = here, Told = here.Days.IsOneDay ? here : Told, Aside = null } : this;

        /// <summary>What "the next day" counts from: a day or month; "the following year": a year too.</summary>
        public Story? For(Atom atom, int sentence, DateOnly? anchor) => In(sentence).Nearest(atom, sentence, anchor);

        private Story? Nearest(Atom atom, int sentence, DateOnly? anchor)
        {
            if (atom.Rule.Entry.Name is "end-the-day")
            {
                // Markets end the day of the report, unless the sentence names another.
                return Day is { Days.IsOneDay: true } own && (own.Sentence == sentence || anchor is { } today && own.Days.From <= today && today.DayNumber - own.Days.From.DayNumber < 7 && sentence - own.Sentence <= StoryLasts) ? own : null;
            }

            if (atom.Rule.Entry.Name is "after-that" or "story-later" && Aside is { Days.IsOneDay: true } point && sentence - point.Sentence <= 1 && !(Day is { } later && later.Sentence > point.Sentence))
            {
                // "..., the first round of which was on Monday. Four days after that": what was named last.
                return point;
            }

            if (atom.Rule.Entry.Name is "day-before" or "story-before" && atom.Has('u') && atom['u'] == 3 && Day is { } month && sentence - month.Sentence <= StoryLasts)
            {
                // "The month before": from a month as well as from a day.
                return month;
            }

            if (atom.Rule.Entry.Name is "that-day" or "on-that-day" && atom.Has('u') && atom['u'] is 2 or 3 && Day is { } span && sentence - span.Sentence <= StoryLasts)
            {
                return span;
            }

            // "Two days after he left", "the next day": counted from a single day that was told, even some sentences ago.
            if (atom.Rule.Entry.Name is "after-told" or "before-told" or "ahead-told" or "next-day" or "next-morning" or "day-before" or "that-day" or "on-that-day" or "that-morning" or "same-morning" or "day-before-event")
            {
                var reach = atom.Rule.Entry.Name switch
                {
                    "next-day" or "next-morning" or "that-day" or "on-that-day" or "that-morning" or "same-morning" => StoryLasts,
                    "day-before" => 1,
                    _ => 0,
                };
                return Day is { } near && sentence - near.Sentence <= reach && near.Days.IsOneDay ? near
                    : Heading is { } heading && sentence - heading.Sentence <= HeadingLasts ? heading
                    : Told is { } told && sentence - told.Sentence <= ToldLasts ? told : null;
            }

            var story = atom.Kind is AtomKind.MonthOfStory || (atom.Has('u') && atom['u'] == 4) ? Period : Day;
            return story is { } set && sentence - set.Sentence <= StoryLasts ? story : null;
        }
    }

    /// <summary>
    /// "Two days after they met on June 30" is June 30 and two days: the clause after it has a day of its own. Answered as the day from which the rule's own count comes out right.
    /// </summary>
    private static Story? FromComplement(string text, List<DateToken> tokens, Atom atom, DateOnly? anchor, Document? document)
    {
        var sentence = tokens[atom.First].Sentence;
        for (var i = atom.End; i < tokens.Count && i < atom.End + Complement && tokens[i].Sentence == sentence; i++)
        {
            // "two days after they sat down for the first time since the curbs came on July 4": that day is another one's.
            // "a day after he announced that all would be out by Sept. 11": so is a bound, and what is to come.
            if (text[tokens[i].Start] is ',' or ';' or '"' or '“' || tokens[i].Word == _since || tokens[i].Word == _by || tokens[i].Word == _until || tokens[i].Word == _would)
            {
                return null;
            }

            if ((tokens[i].Classes & (WordClass.Month | WordClass.Weekday)) != 0 && RuleBook.LongestAt(text, tokens, i) is { Kind: AtomKind.Day or AtomKind.Weekday } dated
                && Resolver.Resolve(dated, anchor, () => dated.Kind is AtomKind.Day ? Tense.Past : TenseOf(text, tokens, dated, document), null, null) is { Days.IsOneDay: true } day)
            {
                var shift = 2 * Math.Clamp(atom['n'], 0, 400) * -atom.Rule.Entry.Offset;
                return atom['u'] == 1 ? new Story(DayRange.Of(Calendar.Add(day.Days.From, shift)), sentence) : null;
            }
        }

        return null;
    }

    /// <summary>"A day after they met, the two were at odds Tuesday": at the head of a sentence it counts from the day of what follows the comma.</summary>
    private static Story? FromMain(string text, List<DateToken> tokens, Atom atom, DateOnly? anchor, Document? document)
    {
        var sentence = tokens[atom.First].Sentence;
        if (atom.Rule.Entry.Name is not "after-told" || !tokens[atom.First].SentenceStart)
        {
            return null;
        }

        var comma = false;
        for (var i = atom.End; i < tokens.Count && i < atom.End + 2 * Complement && tokens[i].Sentence == sentence; i++)
        {
            comma |= text[tokens[i].Start] is ',';
            if (text[tokens[i].Start] is '"' or '“' or ';' || tokens[i].Word == _since)
            {
                return null;
            }

            if (comma && (tokens[i].Classes & (WordClass.Month | WordClass.Weekday)) != 0 && RuleBook.LongestAt(text, tokens, i) is { Kind: AtomKind.Day or AtomKind.Weekday } dated)
            {
                return IsAside(text, tokens, dated, document) || TenseOf(text, tokens, dated, document) is not Tense.Past
                    || Resolver.Resolve(dated, anchor, () => Tense.Past, null, null) is not { Days.IsOneDay: true } day ? null : new Story(day.Days, sentence);
            }
        }

        return null;
    }

    /// <summary>"A day before he met them, jets took off": at the head of a sentence it is the day of what follows, before the story's.</summary>
    private static Story? Leading(List<DateToken> tokens, Atom atom, Story? now, DateOnly? anchor)
    {
        if (atom.Rule.Entry.Name is not ("before-told" or "ahead-told") || !tokens[atom.First].SentenceStart || (now?.Days.From ?? anchor) is not { } origin)
        {
            return now;
        }

        return new Story(DayRange.Of(Calendar.Add(origin, -2 * Math.Clamp(atom['n'], 0, 400))), tokens[atom.First].Sentence);
    }

    /// <summary>A day that is told by the way, so that the story does not move there: a bound ("since Sept. 10"), in a relative clause, in somebody's words.</summary>
    private static bool IsAside(string text, List<DateToken> tokens, Atom atom, Document? document)
    {
        if (atom.First > 0 && tokens[atom.First - 1].Word == _since)
        {
            return atom.Kind is not (AtomKind.Month or AtomKind.Year);
        }

        var start = tokens[KeyOf(tokens, atom)].Start;
        if (document is null || document.SentenceAt(start) is not (>= 0 and var index))
        {
            return false;
        }

        if (document.QuotedAt(start) is not null)
        {
            return true;
        }

        var sentence = document.Sentences[index].Syntax;
        return sentence.At(start) is >= 0 and var at && SyntaxTense.IsAside(sentence, at);
    }

    /// <summary>"a 1965 accord", "the 2018 rulings": the year tells which one, not when the story plays.</summary>
    private static bool IsName(List<DateToken> tokens, Atom atom, Document? document) =>
        atom.Kind is AtomKind.Year && document is not null && document.SentenceAt(tokens[atom.First].Start) is >= 0 and var index
        && document.Sentences[index].Syntax is var sentence && sentence.At(tokens[atom.First].Start) is >= 0 and var at
        && sentence[at].Head > at && sentence[at].Relation is Deprel.Nummod or Deprel.Compound or Deprel.Amod or Deprel.NmodUnmarked;

    /// <summary>"their first talks in 15 months": how long ago the last ones were, not when the next are.</summary>
    private static bool IsFirstIn(string text, List<DateToken> tokens, Atom atom, Document? document)
    {
        const int Reach = 20;
        var start = tokens[atom.First].Start;
        if (document is null || document.SentenceAt(start) is not (>= 0 and var index) || document.Sentences[index].Syntax is var sentence && sentence.At(start) is not >= 0)
        {
            return false;
        }

        sentence = document.Sentences[index].Syntax;
        var from = sentence.At(start);
        for (var t = from - 1; t >= 0 && from - t <= Reach; t--)
        {
            var token = sentence[t];
            if (token.Pos is Upos.Verb or Upos.Aux || token.Norm is "," or ";" or ":")
            {
                return false;
            }

            if (token.Norm is "first" or "second" or "third" or "fourth" or "fifth" || token.Tag is Xpos.JJS)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Monday: The money." at the head of a paragraph: what follows tells when.</summary>
    private static bool IsHeading(string text, List<DateToken> tokens, Atom atom) =>
        atom.First == 0 && atom.End + 1 < tokens.Count && text[tokens[atom.End].Start] == ':' && tokens[atom.End].Start == tokens[atom.End - 1].End;

    /// <summary>The token of an expression whose clause tells its tense: its weekday or month.</summary>
    private static int KeyOf(List<DateToken> tokens, Atom atom)
    {
        for (var i = atom.First; i < atom.End; i++)
        {
            if ((tokens[i].Classes & (WordClass.Weekday | WordClass.Month)) != 0)
            {
                return i;
            }
        }

        return atom.First;
    }

    /// <summary>A year-less day that papers print for the dossier's deadline is that deadline's, when it is less than a year off.</summary>
    private static Resolved? OfDeadline(Atom atom, DateOnly? anchor, Document? document)
    {
        const int NearlyYear = 330;
        if (document is null || anchor is not { } today || atom.Kind != AtomKind.Day || atom.Has('y') || atom.Has('x'))
        {
            return null;
        }

        foreach (var day in document.Dossier.Deadline.PrintedDays)
        {
            if (day.Month == atom['m'] && day.Day == atom['d'] && Math.Abs(day.DayNumber - today.DayNumber) <= NearlyYear)
            {
                return new Resolved(DayRange.Of(day), "the day of the dossier's deadline");
            }
        }

        return null;
    }

    /// <summary>"the 22nd floor", "the 5th meeting": the figure belongs to a noun.</summary>
    private static bool NounFollows(string text, List<DateToken> tokens, Atom atom, Document? document)
    {
        if (atom.End >= tokens.Count || tokens[atom.End].Sentence != tokens[atom.First].Sentence)
        {
            return false;
        }

        var next = tokens[atom.End];
        if (document is not null && document.SentenceAt(next.Start) is >= 0 and var index && document.Sentences[index].Syntax is var sentence && sentence.At(next.Start) is >= 0 and var at)
        {
            return sentence[at].Pos is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num;
        }

        return (next.Classes & (WordClass.Noun | WordClass.NameWord)) != 0;
    }

    private static Tense TenseOf(string text, List<DateToken> tokens, Atom atom, Document? document)
    {
        var key = KeyOf(tokens, atom);
        if (document is not null && document.SentenceAt(tokens[key].Start) is >= 0 and var index)
        {
            var sentence = document.Sentences[index].Syntax;
            var role = document.Sentences[index].Role;
            var at = sentence.At(tokens[key].Start);
            if (IsHeading(text, tokens, atom))
            {
                // A heading has no verb: its own sentence's, else the next one's. Of a day in a chronology the present tells nothing.
                for (var next = index; next <= index + 1 && next < document.Sentences.Count && document.Sentences[next].Paragraph == document.Sentences[index].Paragraph; next++)
                {
                    if (SyntaxTense.OfSentence(document.Sentences[next].Syntax) is { } told && (told == Tense.Past || atom.Kind is AtomKind.Weekday))
                    {
                        return told;
                    }
                }

                return atom.Kind is AtomKind.Weekday ? Tense.Future : Tense.Unknown;
            }

            var within = document.QuotedAt(tokens[key].Start)?.Inner ?? sentence.Span;
            if (role == ParagraphRole.Caption)
            {
                return Tense.Past;
            }

            if (at >= 0 && SyntaxTense.At(sentence, at, within, role is ParagraphRole.Deck or ParagraphRole.Bullet) is not Tense.Unknown and var tense)
            {
                return tense;
            }
        }

        return TenseReader.At(text, tokens, atom.First, atom.End);
    }

    /// <summary>The tense at an expression, worked out when it is asked for, once.</summary>
    private sealed class LazyTense(string text, List<DateToken> tokens, Atom atom, Document? document)
    {
        private Tense? _read;

        public Tense Read() => _read ??= TenseOf(text, tokens, atom, document);
    }

    private sealed record Placed(Atom Atom, Resolved Resolved, int First, int End);

    private static Stories InParagraph(string text, List<DateToken> tokens, DateOnly? anchor, Stories stories, Document? document, List<DatedExpression> found)
    {
        Placed? last = null;
        var pending = new Queue<Atom>();
        for (var at = 0; at < tokens.Count;)
        {
            if ((pending.Count > 0 ? pending.Dequeue() : RuleBook.LongestAt(text, tokens, at)) is not { } atom)
            {
                at++;
                continue;
            }

            if (DayLists.Apart(text, tokens, atom) is { Count: > 0 } apart)
            {
                atom = apart[0];
                foreach (var day in apart.Skip(1))
                {
                    pending.Enqueue(day);
                }
            }

            if (atom.Kind == AtomKind.MonthDayOnly && !atom.Has('x') && NounFollows(text, tokens, atom, document))
            {
                at++;
                continue;
            }

            var now = stories.For(atom, tokens[at].Sentence, anchor);
            if (atom.Rule.Entry.Name is "after-told" or "before-told" or "ahead-told")
            {
                now = FromComplement(text, tokens, atom, anchor, document) ?? FromMain(text, tokens, atom, anchor, document) ?? Leading(tokens, atom, now, anchor);
            }

            var tense = new LazyTense(text, tokens, atom, document);
            var link = last is null ? Link.None : RangeLink.Between(text, tokens, last.First, last.End, atom.First);
            if (atom.Rule.WantsFuture && (tense.Read() != Tense.Future || IsFirstIn(text, tokens, atom, document)))
            {
                at++;
                continue;
            }

            if (atom.Rule.WantsPast && tense.Read() != Tense.Past)
            {
                at++;
                continue;
            }

            var resolved = OfDeadline(atom, anchor, document) ?? Resolver.Resolve(atom, anchor, tense.Read, now, link == Link.Range ? last!.Resolved.Days.From : null);
            if (resolved is not { } days)
            {
                // Not known to which day: an expression all the same, without days; but two days that do not add up are none.
                at = atom.End;
                last = null;
                continue;
            }

            var placed = new Placed(atom, days, atom.First, atom.End);
            if (link != Link.None && last!.Atom is { Kind: AtomKind.Month or AtomKind.Day } open && !open.Has('y') && !open.Has('x') && (atom.Has('y') || atom.Has('x')))
            {
                last = SameYear(last, days);
            }

            // "Wednesday, a day before ...": the same day twice, or the next, but no two that touch.
            link = link == Link.Touch && atom.Kind is AtomKind.StoryOffset ? Link.None : link;
            if (link != Link.None && Join(last!, placed, link) is { } joined)
            {
                found.RemoveAt(found.Count - 1);
                placed = joined;
            }

            found.Add(Expression(text, tokens, placed, atom.Rule));
            // "A day after they met, he flew home": the story is where he flies.
            if (IsName(tokens, atom, document) || atom.Rule.Entry.Name is "after-told" or "before-told" or "ahead-told")
            {
                last = placed;
                at = atom.End;
                continue;
            }

            stories = stories.With(placed.Resolved, atom, tokens[atom.First].Sentence, anchor, IsAside(text, tokens, atom, document));
            if (days.Days.IsOneDay && atom.First == 0 && (atom.End == tokens.Count || IsHeading(text, tokens, atom)))
            {
                stories = stories with { Heading = stories.Day };
            }

            last = placed;
            at = atom.End;
        }

        return stories;
    }

    /// <summary>"From X through Y" and days or months that touch are one expression.</summary>
    private static Placed? Join(Placed first, Placed second, Link link)
    {
        var (a, b) = (first.Resolved.Days, second.Resolved.Days);
        if (link == Link.Range ? b.To > a.From && b.From >= a.From : b.From == a.To.AddDays(1) && Alike(a, b))
        {
            var how = $"{first.Resolved.How}; {second.Resolved.How}";
            return new Placed(second.Atom, new Resolved(new DayRange(a.From, b.To), how), first.First, second.End);
        }

        return null;
    }

    /// <summary>"October and November last year", "July 4 and July 5, 2018": the year stands for both.</summary>
    private static Placed SameYear(Placed first, Resolved second)
    {
        var from = first.Resolved.Days.From;
        var year = second.Days.From.Year;
        if (first.Atom.Kind == AtomKind.Month)
        {
            var whole = DayRange.Month(year, from.Month);
            return first with { Resolved = first.Resolved with { Days = first.Resolved.Part == 0 ? whole : Calendar.Part(whole, first.Resolved.Part) } };
        }

        return first with { Resolved = first.Resolved with { Days = DayRange.Of(Calendar.Day(year, from.Month, from.Day)) } };
    }

    private static bool Alike(DayRange a, DayRange b) => b.IsOneDay ? a.Days <= 10 : a.Days is >= 28 and <= 92 && b.Days is >= 28 and <= 31;

    private static DatedExpression Expression(string text, List<DateToken> tokens, Placed placed, Rule rule)
    {
        int first = placed.First, end = placed.End;
        while (end - 1 > first && text[tokens[end - 1].Start] is ',' or '.')
        {
            end--;
        }

        if (end - first > 1 && text.AsSpan(tokens[first].Start, tokens[first].End - tokens[first].Start).Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            first++;
        }

        var span = new TextSpan(tokens[first].Start, tokens[end - 1].End);
        var days = placed.Resolved.Days;
        var mod = placed.Resolved.Part switch { 1 => "START", 2 => "MID", 3 => "END", _ => null };
        var whole = placed.Resolved.Whole ?? (mod is null || placed.Resolved.Days.Days > 31 ? days : Whole(days));
        return new DatedExpression(Evidence.In(text, span), days, TimexType.Date, Calendar.Value(whole), mod, $"{placed.Resolved.How} [{rule.Entry.Name}]");
    }

    /// <summary>The month that a part of it belongs to, for the TIMEX3 value.</summary>
    private static DayRange Whole(DayRange days) => days.Days < 28 ? DayRange.Month(days.From.Year, days.From.Month) : days;
}
