using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// The day that the story is at, sentence by sentence, for events told without a date of their own. News of the day is told in the past tense
/// without saying the day again; background carries its date.
/// </summary>
internal sealed class StoryDay(DateOnly? anchor)
{
    private DayRange? _day;
    private bool _sawToday;
    private string _from = "";
    private int _paragraph = -1;
    private bool _vague;

    private readonly DiaryDay _diary = new();

    public DateOnly? Anchor => anchor;

    /// <summary>Takes note of a heading before the sentence is read.</summary>
    public void Open(EventSentence view) => _diary.Open(view);

    /// <summary>Takes note of the day that a sentence sets.</summary>
    public void Pass(EventSentence view)
    {
        if (view.Document.Paragraph != _paragraph)
        {
            _paragraph = view.Document.Paragraph;
            _vague = false;
            if (_day is { } old && anchor is { } now && old.From < now.AddDays(-1))
            {
                _day = null;
            }
        }

        foreach (var hit in view.Dates)
        {
            if (hit.Date.Days is { } days && (anchor is not { } today || days.From <= today))
            {
                if (days.IsOneDay && OfAThing(view, hit) && view.Dates.Any(d => d != hit && d.Date.Days is { IsOneDay: true } && !OfAThing(view, d)))
                {
                    // "accused it on Sunday of distorting the agreement of Friday": the story is at Sunday.
                    continue;
                }

                _vague = !days.IsOneDay;
                if (days.IsOneDay)
                {
                    _sawToday |= days.From == anchor;
                    _day = days;
                    _from = hit.Date.Words.Words;
                }
            }
        }
    }

    /// <summary>"the agreement of Friday", "Friday's agreement": the day of a thing, not of what is told of it.</summary>
    private static bool OfAThing(EventSentence view, DateHit hit) =>
        hit.First > 0 && view.Syntax[hit.First - 1].Norm == "of" || hit.Last + 1 < view.Syntax.Count && view.Syntax[hit.Last + 1].Tag == Xpos.POS;

    /// <summary>A running thing lasts from its first day to publication.</summary>
    public Dated Stretch(Dated dated)
    {
        if (anchor is not { } today)
        {
            return dated;
        }

        return dated is { Lasting: true, Days: { } days } && days.From <= today ? dated with { Days = new DayRange(days.From, today) }
            : dated is { DaysBefore: > 0, Days: null } ? dated with { Days = new DayRange(today.AddDays(-dated.DaysBefore), today), From = "counted back" }
            : dated;
    }

    /// <summary>Gives a telling the story's day where its words call for it.</summary>
    public void Lend(Telling telling)
    {
        if (telling.Days is not null || telling.OnlyPoints || telling.Fact.Status is EventStatus.Cancelled)
        {
            return;
        }

        if (Apart(telling) is { } apart && (SentenceDay(telling) ?? _day?.From ?? anchor) is { } from)
        {
            telling.Dated = new Dated(DayRange.Of(from.AddDays(apart)), "counted from the story's day", false);
            return;
        }

        if (_diary.For(telling) is { } headed)
        {
            telling.Dated = headed;
            return;
        }

        if (telling.Fact.Status is EventStatus.Scheduled or EventStatus.Tentative)
        {
            if (SameDay(telling) && anchor is { } day)
            {
                telling.Dated = new Dated(DayRange.Of(day), "the story's day", false);
            }

            return;
        }

        var address = telling.Kind == EventKind.Address
            && (telling.Hit.Frame.Carried || !telling.Hit.Frame.IsVerb && telling.View.Dates.Count == 0 && telling.View.Preposition(telling.Hit.Frame.Trigger) is "at" or "in" or "during");
        if (telling.Kind is EventKind.Meeting or EventKind.Call && Beside(telling) is { } main)
        {
            telling.Dated = main;
            return;
        }

        if (SaidInLead(telling) is { } said)
        {
            telling.Dated = said;
            return;
        }

        if (!(SameDay(telling) && telling.Kind != EventKind.Deadline) && !address && !IsNews(telling))
        {
            return;
        }

        if (telling.View.Dates.Where(d => d.Date.Days is { IsOneDay: true } && d.Last < telling.Hit.Frame.Trigger && Leads(telling, d)).Select(d => (DateHit?)d).LastOrDefault() is { } own
            && (anchor is not { } latest || own.Date.Days!.Value.From <= latest))
        {
            telling.Dated = new Dated(own.Date.Days, own.Date.Words.Words, false);
        }
        else if (telling.View.Document.Paragraph == _paragraph && _vague && !SameDay(telling))
        {
            return;
        }
        else if (_day is not null && telling.View.Document.Paragraph == _paragraph)
        {
            telling.Dated = new Dated(_day, _from, false);
        }
        else if (anchor is { } day)
        {
            // A piece that never names its own day tells the day before.
            var before = !_sawToday && _day is { } last && day.DayNumber - last.From.DayNumber == 1 ? last : default(DayRange?);
            telling.Dated = new Dated(before ?? DayRange.Of(day), before is null ? "the story's day" : _from, false);
        }
    }

    /// <summary>
    /// "told a news conference after the committee had met for hours", "the president, opening a session, said": the day of the news that the clause hangs on.
    /// </summary>
    private Dated? Beside(Telling telling)
    {
        var view = telling.View;
        var s = view.Syntax;
        if (!telling.Hit.Frame.IsVerb && !telling.Hit.Frame.Carried && view.Preposition(telling.Hit.Frame.Top) is "after" or "following")
        {
            // "said last week after talks in Oslo": the day of what was said behind them.
            var saying = view.ClauseOf(telling.Hit.Frame.Top);
            foreach (var date in view.Dates)
            {
                if (date.Date is { Days: { } said, Type: TimexType.Date } && date.First < telling.Hit.Frame.Trigger && view.ClauseOf(date.First) == saying && view.Lemma(saying) is "say" or "tell" or "announce" or "warn" or "declare" && s[saying].Tag == Xpos.VBD)
                {
                    return new Dated(said, date.Date.Words.Words, false);
                }
            }
        }

        var clause = view.ClauseOf(telling.Hit.Frame.Predicate);
        var head = s[clause].Head;
        if (!telling.Hit.Frame.IsVerb && !telling.Hit.Frame.Carried || head < 0 || s[clause].Relation is not (Deprel.Advcl or Deprel.Acl) || view.Dates.Any(d => d.Date.Days is not null && view.ClauseOf(d.First) == clause))
        {
            return null;
        }

        var mark = s.Child(clause, Deprel.Mark);
        var after = mark >= 0 && s[mark].Norm is "after" or "before";
        if (!(after && Form.Of(view, clause) is { Perfect: true, Modal: "" } || s[clause].Tag == Xpos.VBG && mark < 0))
        {
            return null;
        }

        var over = view.ClauseOf(head);
        if (s[over].Tag != Xpos.VBD || s[over].Relation is not (Deprel.Root or Deprel.Conj or Deprel.Ccomp or Deprel.Parataxis))
        {
            return null;
        }

        foreach (var date in view.Dates)
        {
            if (date.Date.Days is { } days && view.ClauseOf(date.First) == over)
            {
                return days.IsOneDay ? new Dated(days, date.Date.Words.Words, false) : null;
            }
        }

        return _day is not null && view.Document.Paragraph == _paragraph ? new Dated(_day, _from, false)
            : anchor is { } today ? new Dated(DayRange.Of(today), "the story's day", false) : null;
    }

    /// <summary>"The truce has been extended, the minister said on Wednesday": news that a lead tells in the perfect is of the day of the saying.</summary>
    private static Dated? SaidInLead(Telling telling)
    {
        var view = telling.View;
        var frame = telling.Hit.Frame;
        var s = view.Syntax;
        if (view.Index > 1 || !frame.IsVerb || telling.Kind is not (EventKind.Agreement or EventKind.Decision or EventKind.Notice or EventKind.Appointment) || Form.Of(view, frame.Trigger) is not { Perfect: true, Negated: false, Modal: "" })
        {
            return null;
        }

        var clause = view.ClauseOf(frame.Trigger);
        var said = s[clause].Relation is Deprel.Ccomp ? s[clause].Head : -1;
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation == Deprel.Parataxis && c > clause)
            {
                said = c;
            }
        }

        if (said < 0 || s[said].Tag != Xpos.VBD || view.Lemma(said) is not ("say" or "announce" or "tell" or "confirm" or "report"))
        {
            return null;
        }

        foreach (var date in view.Dates)
        {
            if (date.Date.Days is { IsOneDay: true } day && Math.Abs(date.First - said) <= 3)
            {
                return new Dated(day, date.Date.Words.Words, false);
            }
        }

        return null;
    }

    /// <summary>A date in a clause that leads up to the telling's ("When asked on Monday, he said at a briefing ...").</summary>
    private static bool Leads(Telling telling, DateHit date)
    {
        var view = telling.View;
        var clause = view.ClauseOf(date.First);
        return view.Syntax[clause].Relation is Deprel.Advcl && view.Syntax[clause].Head >= 0 && view.ClauseOf(view.Syntax[clause].Head) == view.ClauseOf(telling.Hit.Frame.Predicate);
    }

    /// <summary>A plain past in a main clause, or the present perfect of a lead, in a sentence that names no other day.</summary>
    private static bool IsNews(Telling telling)
    {
        var view = telling.View;
        var frame = telling.Hit.Frame;
        var s = view.Syntax;
        var main = s[view.ClauseOf(frame.Predicate)].Relation is Deprel.Root or Deprel.Conj;
        if (!main && view.Dates.Any(d => d.Date.Days is not null) || view.Dates.Any(d => d.Date.Days is not null && s[d.Last] is not { Norm: "after" or "before", Relation: Deprel.Mark } && view.ClauseOf(d.First) == view.ClauseOf(frame.Predicate)) || telling.Kind is EventKind.Measure or EventKind.WeaponsTest or EventKind.Ruling or EventKind.Deadline or EventKind.Appointment or EventKind.Exercise
            || !frame.IsVerb && !frame.Carried)
        {
            return false;
        }

        var form = Form.Of(view, frame.Predicate);
        var past = (s[frame.Predicate].Tag == Xpos.VBD || s[frame.Predicate].Tag == Xpos.VBN && !form.HasAux && s.Has(frame.Predicate, Deprel.Nsubj)) && !form.Have || form.BePast && !form.Perfect;
        var lead = view.Index <= 2 && form.Perfect || Just(view, frame.Predicate);
        return (past || lead) && s[view.ClauseOf(frame.Predicate)].Relation is Deprel.Root or Deprel.Conj or Deprel.Parataxis or Deprel.Ccomp;
    }

    private static DateOnly? SentenceDay(Telling telling) =>
        telling.View.Dates.Where(d => d.Date.Days is { IsOneDay: true } && d.Last < telling.Hit.Frame.Predicate && !Counts(telling.View.Syntax, d)).Select(d => (DateOnly?)d.Date.Days!.Value.From).FirstOrDefault();

    /// <summary>"six days (before ...)": no day of the sentence but the distance of a clause from it.</summary>
    private static bool Counts(Sentence s, DateHit hit) => s[hit.Last].Norm is "day" or "days" || hit.Last + 1 < s.Count && s[hit.Last + 1].Norm is "before" or "after";

    /// <summary>"a day after Seoul suspended ...", "hours before the pact expires": how many days the clause lies from the main one; null where it does not say.</summary>
    private static int? Apart(Telling telling)
    {
        var s = telling.View.Syntax;
        var clause = telling.View.ClauseOf(telling.Hit.Frame.Predicate);
        foreach (var c in s.Children(clause))
        {
            if (s[c].Norm is "after" or "before" && c < clause && c >= 1)
            {
                var sign = s[c].Norm == "after" ? -1 : 1;
                if (s[c - 1].Norm is "hours" or "minutes" or "hour")
                {
                    return 0;
                }

                if (s[c - 1].Norm is "day" or "days" && c >= 2)
                {
                    var count = s[c - 2].Norm is "a" or "one" ? 1 : Array.IndexOf(Numbers, s[c - 2].Norm) is var n and > 0 ? n : int.TryParse(s[c - 2].Norm, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : 0;
                    return count is > 0 and < 120 ? sign * count : null;
                }
            }
        }

        return null;
    }

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static bool Just(EventSentence view, int verb)
    {
        for (var i = Math.Max(0, verb - 2); i < verb; i++)
        {
            if (view.Syntax[i].Norm == "just")
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameDay(Telling telling)
    {
        var s = telling.View.Syntax;
        for (var i = 0; i + 2 < s.Count; i++)
        {
            if (s[i].Norm is "later" or "earlier" && s[i + 1].Norm is "in" or "on" && s[i + 2].Norm is "the" or "that" && i + 3 < s.Count && s[i + 3].Norm == "day"
                || s[i].Norm is "same" or "that" && s[i + 1].Norm is "day" or "evening" or "night" or "afternoon" or "morning"
                || s[i].Norm is "hours" or "minutes" && s[i + 1].Norm is "later" or "earlier" or "before" or "after" or "afterward" or "afterwards"
                || s[i].Norm == "within" && s[i + 1].Norm is "hours" or "minutes")
            {
                var clause = telling.View.ClauseOf(telling.Hit.Frame.Predicate);
                return telling.View.ClauseOf(i) == clause || i < clause && s[telling.View.ClauseOf(i)].Head == clause;
            }
        }

        return false;
    }
}
