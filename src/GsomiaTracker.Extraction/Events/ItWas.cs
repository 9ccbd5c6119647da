using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>"It was the first meeting of the two since June", "It was the seventh launch in a month": what was told just before, of its day.</summary>
internal static class ItWas
{
    /// <summary>How many sentences back "it" may point.</summary>
    private const int Reach = 2;

    public static void Lend(Telling telling, List<Telling> told)
    {
        if (telling.Kind is not (EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.Address or EventKind.WeaponsTest or EventKind.Exercise) || telling.Hit.Frame.IsVerb || !Points(telling))
        {
            return;
        }

        for (var i = told.Count - 1; i >= 0 && telling.Sentence - told[i].Sentence <= Reach; i--)
        {
            var before = told[i];
            if (before.Kind == telling.Kind && before.Sentence < telling.Sentence && !before.IsEarlier && before.Days is not null)
            {
                telling.Dated = before.Dated with { Own = false };
                if (telling.Kind is EventKind.Meeting or EventKind.Call && telling.Sides.Countries.All(before.Sides.Countries.Contains))
                {
                    telling.Sides.Add(before.Sides);
                }

                return;
            }
        }
    }

    private static bool Points(Telling telling)
    {
        var s = telling.View.Syntax;
        var noun = telling.Hit.Frame.Trigger;
        if (!s.Has(noun, Deprel.Cop) || s.Child(noun, Deprel.Nsubj) is not (var subject and >= 0) || s[subject].Norm is not ("it" or "this" or "that"))
        {
            return false;
        }

        // "It is the meeting on Friday that counts" has its own day; "the first since June", "the third in a month" has not.
        return telling.Days is null || !telling.Dated.Own || s.Child(noun, Deprel.Amod) is var which and >= 0 && s[which].Norm is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth" or "latest" or "last";
    }
}
