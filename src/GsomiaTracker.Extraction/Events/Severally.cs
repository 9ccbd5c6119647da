using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// One verb, several meetings: "called on Kang and then on Jeong", "met separately with Kono and Jeong", "held separate talks with both". A preposition said
/// again, or a word like "then" and "separately", tells that the sides were not in one room.
/// </summary>
internal static class Severally
{
    private static readonly HashSet<string> Apart = ["separately", "individually", "respectively"];

    private static readonly HashSet<string> Later = ["then", "later", "separately", "afterward", "afterwards", "next", "subsequently"];

    /// <summary>The telling itself, or one for each of those it names after another.</summary>
    public static IReadOnlyList<Telling> Of(Telling telling)
    {
        if (telling.Kind is not (EventKind.Meeting or EventKind.Call) || telling.ProperName is not null)
        {
            return [telling];
        }

        var others = Others(telling);
        if (others.Count < 2)
        {
            return [telling];
        }

        var own = Sides.Of(telling.View, telling.Hit.Frame.Subjects);
        if (own.Countries.Count == 0)
        {
            return [telling];
        }

        var told = new List<Telling>();
        foreach (var other in others)
        {
            var sides = new Sides();
            sides.Add(own);
            sides.Add(telling.View.MentionAt(other)!.Referent);
            told.Add(telling.With(sides));
        }

        return told;
    }

    private static List<int> Others(Telling telling)
    {
        var view = telling.View;
        var s = view.Syntax;
        var frame = telling.Hit.Frame;
        var roles = frame.Phrases.Where(p => p.Preposition is "with" or "on" or "to").Select(p => p.Token);
        var named = (frame.IsVerb ? roles.Concat(frame.Objects) : roles).Where(t => view.MentionAt(t) is { Referent.Country: not null }).Distinct().Order().ToList();
        if (named.Count < 2)
        {
            return named;
        }

        var separate = s.Children(frame.Predicate).Any(c => Apart.Contains(s[c].Norm)) || !frame.IsVerb && s.Children(frame.Trigger).Any(c => s[c].Norm is "separate" or "individual" or "successive" or "back-to-back");
        for (var i = 1; i < named.Count && !separate; i++)
        {
            var from = s.Leftmost(named[i]);
            separate = s[named[i]].Relation == Deprel.Conj && (s[from].Relation == Deprel.Case && s[from].Norm is "with" or "on" || s.Children(named[i]).Any(c => c < named[i] && (s[c].Relation == Deprel.Case && s[c].Norm is "with" or "on" || Later.Contains(s[c].Norm))));
        }

        return separate ? named : [];
    }

    private static bool Any(this Sentence.ChildList children, Func<int, bool> which)
    {
        foreach (var c in children)
        {
            if (which(c))
            {
                return true;
            }
        }

        return false;
    }
}
