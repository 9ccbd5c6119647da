using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>The states that stand beside a body or a post, and the capitals that are only places.</summary>
internal static class StatesBeside
{
    /// <summary>A capital that is only where something happens: "in Seoul", "Bangkok, Thailand".</summary>
    public static bool IsPlace(SentenceScan scan, KnownHit hit)
    {
        if (hit.First == 0)
        {
            return false;
        }

        var before = scan.Words[hit.First - 1].Norm;
        if (before is "in" or "at" or "near" or "around" or "outside" or "into" or "through" or "via" or "downtown" or "central" || before is "of" && scan.Is(hit.First - 2, "capital"))
        {
            return !(hit.Last + 1 < scan.Count && scan.Words[hit.Last + 1].IsPossessive);
        }

        return false;
    }

    public static string? CountryBefore(SentenceScan scan, int first)
    {
        for (var i = first - 1; i >= 0 && first - i < 6; i--)
        {
            if (scan.KnownOf(i) is { Known.Kind: KnownKind.State or KnownKind.Adjective or KnownKind.Seat } hit)
            {
                return hit.Known.Country;
            }

            if (scan.Words[i].IsPunctuation || !(scan.Words[i].IsPossessive || scan.Tag(i) is Xpos.NN or Xpos.NNP or Xpos.JJ or Xpos.NNS or Xpos.JJS))
            {
                return null;
            }
        }

        return null;
    }

    public static string? CountryAfter(SentenceScan scan, int last)
    {
        if (last + 1 < scan.Count && scan.Words[last + 1].Norm is "of" or "in" or "from")
        {
            var i = last + 2;
            while (i < scan.Count && scan.Tag(i) == Xpos.DT)
            {
                i++;
            }

            return scan.KnownOf(i) is { Known.Kind: KnownKind.State or KnownKind.Seat } hit ? hit.Known.Country : null;
        }

        return null;
    }

    public static List<string> CountriesOf(SentenceScan scan, OfficePhrase phrase)
    {
        var countries = new List<string>();
        for (var i = phrase.First; i < scan.Count && i <= phrase.Last + 12; i++)
        {
            if (i > phrase.Head && scan.IsFiniteVerb(i))
            {
                break;
            }

            if (scan.KnownOf(i) is { Known.Kind: KnownKind.State or KnownKind.Adjective or KnownKind.Seat } hit)
            {
                if (!countries.Contains(hit.Known.Country!))
                {
                    countries.Add(hit.Known.Country!);
                }

                i = hit.Last;
            }
            else if (i > phrase.Head && scan.Words[i].Norm is not ("of" or "from" or "the" or "and" or "," or "between"))
            {
                break;
            }
        }

        for (var i = phrase.First - 1; i >= 0 && phrase.First - i < 8 && countries.Count > 0; i--)
        {
            if (scan.KnownOf(i) is { Known.Kind: KnownKind.Adjective or KnownKind.State } hit)
            {
                if (!countries.Contains(hit.Known.Country!))
                {
                    countries.Insert(0, hit.Known.Country!);
                }

                i = hit.First;
            }
            else if (scan.Words[i].Norm is not ("and" or "," or "the"))
            {
                break;
            }
        }

        return countries;
    }

    public static int? NumberBefore(SentenceScan scan, int first)
    {
        for (var i = first; i >= 0 && first - i < 4; i--)
        {
            switch (scan.Words[i].Norm)
            {
                case "two" or "both" or "2":
                    return 2;
                case "three" or "3":
                    return 3;
                case "four" or "4":
                    return 4;
            }
        }

        return null;
    }
}
