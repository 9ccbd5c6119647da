using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Who meets where the words say only "they", "the two", "both ministers" or "their meeting": the two persons of different states named last.</summary>
internal sealed class RecentPeople
{
    private const int Most = 12;

    /// <summary>How many sentences back a "they" may point.</summary>
    private const int Reach = 3;

    private readonly List<(Referent Person, int Sentence)> _last = [];

    public void Pass(EventSentence view)
    {
        foreach (var mention in view.Mentions)
        {
            Note(mention, view.Index);
        }

        if (_last.Count > Most)
        {
            _last.RemoveRange(0, _last.Count - Most);
        }
    }

    /// <summary>"They agreed to hold a further round": of the level of the talks just told.</summary>
    public static void LendLevel(Telling telling, IReadOnlyList<Telling> told)
    {
        if (telling is not { Kind: EventKind.Meeting, Level: Level.None, ProperName: null } || telling.Sides.People.Count > 0 || Plural(telling) < 0)
        {
            return;
        }

        for (var i = told.Count - 1; i >= 0 && telling.Sentence - told[i].Sentence <= 2; i--)
        {
            if (told[i] is { Kind: EventKind.Meeting, Level: Level.Working or Level.ViceMinister or Level.Trade } before && before.Sides.People.Count == 0)
            {
                telling.Level = before.Level;
                return;
            }
        }
    }

    public void Lend(Telling telling)
    {
        if (telling.Kind is not (EventKind.Meeting or EventKind.Call) && !(telling.Kind is EventKind.Decision or EventKind.Exercise && telling.Sides.IsEmpty && telling.Hit.Frame.Subjects.Exists(t => telling.View.Syntax[t].Norm is "they" or "two")) || telling.Level == Level.Internal || telling.Sides.Countries.Count > 1 || telling.ProperName is not null || Plural(telling) is not (>= 0 and var plural))
        {
            return;
        }

        var before = new List<(Referent Person, int Sentence)>(_last);
        foreach (var mention in telling.View.Mentions)
        {
            if (mention.Head < Math.Min(plural, telling.Hit.Frame.Trigger) && mention.Referent is { Kind: ReferentKind.Person, Official: not null, Country: not null })
            {
                before.Add((mention.Referent, telling.Sentence));
            }
        }

        var ofTheirs = telling.Sides.People.Count == 0 && SideReader.OfTheirs(telling.View, telling.Hit.Frame);
        Referent? second = null;
        for (var i = before.Count - 1; i >= 0 && telling.Sentence - before[i].Sentence <= Reach; i--)
        {
            if (second is null)
            {
                second = before[i].Person;
            }
            else if (before[i].Person.Country != second.Country)
            {
                telling.Sides.Add(before[i].Person);
                telling.Sides.Add(second);
                if (ofTheirs || telling.Kind == EventKind.Exercise)
                {
                    telling.Sides.NoPeople();
                }

                return;
            }
        }
    }

    private void Note(Mention mention, int sentence)
    {
        foreach (var each in mention.Referent.Each)
        {
            if (each is { Kind: ReferentKind.Person, Official: not null, Country: not null })
            {
                _last.Add((each, sentence));
            }
        }
    }

    /// <summary>The subject, or the owner, that is a plural and names nobody; -1 without one.</summary>
    private static int Plural(Telling telling)
    {
        var view = telling.View;
        var s = view.Syntax;
        var frame = telling.Hit.Frame;
        if (SideReader.OfTheirs(view, frame))
        {
            return s.Leftmost(frame.Trigger);
        }

        foreach (var token in frame.Subjects.Concat(frame.Possessors))
        {
            if (s[token].Norm is "they" or "their" or "two" or "both" or "pair" or "duo" || s[token].Tag == Xpos.NNS && Two(s, token))
            {
                return token;
            }
        }

        return -1;
    }

    private static bool Two(Sentence s, int token)
    {
        for (var i = Math.Max(0, token - 4); i < token; i++)
        {
            if (s[i].Norm is "two" or "both")
            {
                return true;
            }
        }

        return false;
    }
}
