using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Meetings of which the text tells nothing but the word: the occasion of another ("met on the sidelines of a regional forum"), a means ("settle it through
/// dialogue") or who will lead a side, without a day or two who take part.
/// </summary>
internal static class Occasion
{
    public static bool Only(EventCluster cluster) =>
        cluster is { Kind: EventKind.Meeting, Days: null } && cluster.Tellings.All(t => IsMeans(t) || cluster.Sides.Countries.Count < 2 && IsLeading(t) || cluster.Sides.Countries.Count == 0 && IsFrame(t));

    /// <summary>"through dialogue", "by talks": no article, so no meeting in particular.</summary>
    private static bool IsMeans(Telling telling)
    {
        var (view, frame) = (telling.View, telling.Hit.Frame);
        return !frame.IsVerb && view.Preposition(frame.Trigger) is "through" or "via" && view.Syntax.Child(frame.Trigger, Deprel.Det) < 0 && view.Syntax.Child(frame.Trigger, Deprel.Nmod) < 0;
    }

    /// <summary>"A B will lead the delegation": which talks it leads is told elsewhere, or not at all.</summary>
    private static bool IsLeading(Telling telling) => telling.Hit.Trigger.Lemma is "lead" or "head";

    /// <summary>"on the sidelines of", "on the margins of".</summary>
    private static bool IsFrame(Telling telling)
    {
        var (s, trigger) = (telling.View.Syntax, telling.Hit.Frame.Trigger);
        return s[trigger].Head is >= 0 and var over && s[over].Lemma is "sideline" or "margin" or "fringe";
    }
}
