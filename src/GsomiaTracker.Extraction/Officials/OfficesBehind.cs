using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>The posts that the words behind a name give: appositions, relative clauses, predicates, verbs of appointing.</summary>
internal static class OfficesBehind
{
    /// <summary>What a relative clause says one does for a living: "who chairs the panel".</summary>
    private static readonly Dictionary<string, string> OfficeVerbs = new(StringComparer.Ordinal)
    {
        ["chairs"] = "chair of",
        ["heads"] = "head of",
        ["leads"] = "leader of",
        ["commands"] = "commander of",
        ["chaired"] = "chair of",
        ["headed"] = "head of",
        ["led"] = "leader of",
        ["commanded"] = "commander of",
    };

    /// <summary>Verbs of coming to a post and (true) of leaving it, by lemma.</summary>
    private static readonly Dictionary<string, bool> Taking = new(StringComparer.Ordinal)
    {
        ["name"] = false,
        ["appoint"] = false,
        ["reappoint"] = false,
        ["elect"] = false,
        ["confirm"] = false,
        ["install"] = false,
        ["swear"] = false,
        ["make"] = false,
        ["take"] = false,
        ["start"] = false,
        ["return"] = false,
        ["continue"] = false,
        ["stay"] = false,
        ["step"] = true,
        ["resign"] = true,
        ["quit"] = true,
        ["retire"] = true,
        ["oust"] = true,
        ["fire"] = true,
        ["sack"] = true,
        ["dismiss"] = true,
        ["remove"] = true,
        ["replace"] = true,
    };

    public static IEnumerable<OfficePhrase> Of(SentenceScan scan, int last)
    {
        var i = last + 1;
        if (i >= scan.Count)
        {
            yield break;
        }

        // (D-Calif.) and ", R-Idaho," stand between the name and what follows.
        if (scan.Is(i, ",") && i + 2 < scan.Count && NameFinder.IsPartyMark(scan.Words[i + 1].Norm))
        {
            i += 2;
            if (i < scan.Count && scan.Is(i, "."))
            {
                i++;
            }
        }

        if (scan.Is(i, "(") && i + 1 < scan.Count)
        {
            if (OfficeGrammar.StartingAt(scan, i + 1) is { } bracketed && scan.Is(bracketed.Last + 1, ")"))
            {
                yield return bracketed;
            }

            var close = i + 1;
            while (close < scan.Count && close - i < 8 && !scan.Is(close, ")"))
            {
                close++;
            }

            i = close + 1;
        }

        if (i >= scan.Count)
        {
            yield break;
        }

        if (Appointed(scan, i) is { } post)
        {
            yield return post;
            yield break;
        }

        if (i + 1 < scan.Count && scan.Is(i, ",") || i + 1 < scan.Count && scan.Words[i].Norm is "\u2014" or "--")
        {
            if (scan.Words[i + 1].Norm is "who" or "whose")
            {
                if (RelativeOffice(scan, i + 2) is { } relative)
                {
                    yield return relative;
                }
            }
            else if (OfficeGrammar.StartingAt(scan, Skipped(scan, i + 1)) is { Plural: false } apposed && !NameFollows(scan, apposed.Last) && !(apposed.Rank == Rank.Counterpart && apposed.Pronoun.Length == 0))
            {
                yield return apposed with { Former = apposed.Former || IsPast(scan, apposed.Last) };
                // ", the defense minister and a former general,": one more.
                if (scan.Is(apposed.Last + 1, "and") && OfficeGrammar.StartingAt(scan, apposed.Last + 2) is { Plural: false } second && !NameFollows(scan, second.Last))
                {
                    yield return second;
                }
                else if (scan.Is(apposed.Last + 1, "who") && RelativeOffice(scan, apposed.Last + 2) is { } more)
                {
                    yield return more;
                }
            }

            if (BehindAside(scan, i) is { } told)
            {
                yield return told;
            }
        }
        else if (scan.Words[i].Norm is "is" or "was" or "became" or "becomes" && OfficeGrammar.StartingAt(scan, i + 1) is { Plural: false, IsPublic: true } predicate
                 && !NameFollows(scan, predicate.Last))
        {
            yield return scan.Words[i].Norm is "was" ? predicate with { Former = true } : predicate with { Former = predicate.Former || IsPast(scan, predicate.Last) };
        }
    }

    private static OfficePhrase? RelativeOffice(SentenceScan scan, int i)
    {
        while (i < scan.Count && scan.Tag(i) is Xpos.RB)
        {
            i++;
        }

        if (i + 1 >= scan.Count)
        {
            return null;
        }

        var verb = scan.Words[i].Norm;
        if (verb is "as" && OfficeGrammar.StartingAt(scan, i + 1) is { Plural: false, IsPublic: true } then)
        {
            // "who as defense minister signed it": when he did, not now.
            return then with { Former = then.Last + 1 < scan.Count && scan.Tag(then.Last + 1) == Xpos.VBD };
        }

        if (verb is "is" or "was" or "became" or "serves" or "served" or "has" or "had" or "doubles" or "acts" or "works" or "took" or "assumed" or "held")
        {
            var from = i + 1;
            while (from < scan.Count && scan.Words[from].Norm is "now" or "currently" or "as" or "served" or "been" or "office" or "over" or "also" or "the" or "post" or "of" or "worked")
            {
                from++;
            }

            var phrase = OfficeGrammar.StartingAt(scan, from);
            return phrase is { Plural: false, IsPublic: true } ? phrase with { Former = phrase.Former || verb is "was" or "served" or "held" || IsPast(scan, phrase.Last) } : NowServing(scan, i);
        }

        if (!OfficeVerbs.TryGetValue(verb, out var office))
        {
            return NowServing(scan, i);
        }

        // What is headed must be public: "who chairs the Senate Foreign Relations Committee".
        var end = i + 1;
        string? country = null;
        var portfolio = "";
        var isPublic = false;
        while (end < scan.Count && !scan.Words[end].IsPunctuation && !scan.IsFiniteVerb(end) && scan.Words[end].Norm is not ("and" or "who" or "that" or "told" or "said" or "as"))
        {
            if (scan.KnownOf(end) is { } hit)
            {
                isPublic |= hit.Known.Kind == KnownKind.Body;
                country ??= hit.Known.Country;
            }

            if (scan.IsPortfolio(end) && scan.Portfolio(end) is { Length: > 0 } p && p != "-")
            {
                portfolio = portfolio.Length == 0 ? p : portfolio;
                isPublic = true;
            }

            end++;
        }

        if (end == i + 1)
        {
            return null;
        }

        if (scan.Is(end, "as"))
        {
            // "who led the visitors as director of trade controls": the post is what he led them as.
            return OfficeGrammar.StartingAt(scan, end + 1) is { Plural: false, IsPublic: true } leading && !NameFollows(scan, leading.Last) ? leading : null;
        }

        var start = scan.Words[i + 1].Norm is "the" or "a" or "an" or "its" ? i + 2 : i + 1;
        var text = start < end ? $"{office} the {scan.Slice(start, end - 1).ToLowerInvariant()}" : office;
        return new OfficePhrase(i, end - 1, i, text, country, verb.EndsWith('d'), Rank.Head, portfolio, isPublic, '\0', false, "", "head");
    }

    /// <summary>"who brought in the curbs and now serves as party chairman": what he is today stands behind what he did.</summary>
    private static OfficePhrase? NowServing(SentenceScan scan, int from)
    {
        const int Reach = 24;
        for (var i = from; i + 2 < scan.Count && i - from < Reach; i++)
        {
            if (scan.Words[i].Norm is "," or ";" or ":")
            {
                return null;
            }

            if (scan.Words[i].Norm is "now" or "currently" or "today" && scan.Words[i + 1].Norm is "serves" or "is" or "works" or "acts")
            {
                var at = scan.Is(i + 2, "as") ? i + 3 : i + 2;
                return OfficeGrammar.StartingAt(scan, at) is { Plural: false, IsPublic: true } post && !NameFollows(scan, post.Last) ? post : null;
            }

            if (scan.Words[i].Norm is "as" && i > from && OfficeGrammar.StartingAt(scan, i + 1) is { Plural: false, IsPublic: true, Rank: not Rank.Member } told && !NameFollows(scan, told.Last)
                && told.Last - told.First > 1 && (told.Last + 1 >= scan.Count || scan.Words[told.Last + 1].IsPunctuation || scan.Words[told.Last + 1].Norm is "and" or "friendly"))
            {
                // "who had breakfast with him as secretary-general of a league of lawmakers"
                return told;
            }
        }

        return null;
    }

    /// <summary>The state behind a name: "of Sweden", ", of Norway,".</summary>
    public static string? StateOf(SentenceScan scan, int last)
    {
        var i = scan.Is(last + 1, ",") && scan.Is(last + 2, "of") ? last + 2 : last + 1;
        if (!scan.Is(i, "of"))
        {
            return null;
        }

        i += scan.Is(i + 1, "the") ? 2 : 1;
        return scan.KnownOf(i) is { Known.Kind: KnownKind.State } hit && !(hit.Last + 1 < scan.Count && scan.Words[hit.Last + 1].IsPossessive) ? hit.Known.Country : null;
    }

    /// <summary>Past "now", "also", "currently".</summary>
    private static int Skipped(SentenceScan scan, int i)
    {
        while (i < scan.Count && scan.Words[i].Norm is "now" or "also" or "currently" or "himself" or "herself")
        {
            i++;
        }

        return i;
    }

    /// <summary>What follows a post says that it is over: "at the time", "until 2012", "from 2009 to 2012".</summary>
    private static bool IsPast(SentenceScan scan, int last)
    {
        var i = last + 1;
        return scan.Is(i, "at") && (scan.Is(i + 1, "the") || scan.Is(i + 1, "that")) && scan.Is(i + 2, "time")
            || scan.Is(i, "until") || scan.Is(i, "till") || scan.Is(i, "back") && scan.Is(i + 1, "then")
            || (scan.Is(i, "from") || scan.Is(i, "between")) && IsYear(scan, i + 1) && (scan.Is(i + 2, "to") || scan.Is(i + 2, "until") || scan.Is(i + 2, "and") || scan.Is(i + 2, "through"))
            || scan.Is(i, "in") && IsYear(scan, i + 1);
    }

    private static bool IsYear(SentenceScan scan, int i) =>
        i < scan.Count && scan.Words[i].Norm is { Length: 4 } year && year[0] is '1' or '2' && year.All(char.IsAsciiDigit);

    /// <summary>"X, a former general, is Norway's defense minister.", "X, who had led the talks, became foreign minister."</summary>
    private static OfficePhrase? BehindAside(SentenceScan scan, int comma)
    {
        var relative = scan.Words[comma + 1].Norm is "who" or "whose";
        for (var i = comma + 1; i + 2 < scan.Count && i - comma < 14; i++)
        {
            if (scan.Is(i, ","))
            {
                return scan.Words[i + 1].Norm is "is" or "became" or "becomes" && OfficeGrammar.StartingAt(scan, Skipped(scan, i + 2)) is { Plural: false, IsPublic: true } predicate && !NameFollows(scan, predicate.Last) ? predicate : null;
            }

            if (scan.IsFiniteVerb(i) && !relative || scan.Words[i].IsPunctuation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"fired Mark Potts as secretary".</summary>
    private static bool LeavingBefore(SentenceScan scan, int i)
    {
        for (var k = i - 1; k >= 0 && i - k < 6; k--)
        {
            if (scan.IsFiniteVerb(k) || scan.Tag(k) is Xpos.VB or Xpos.VBG or Xpos.VBN)
            {
                return Taking.GetValueOrDefault(scan.Syntax[scan.Words[k].Last].Lemma);
            }
        }

        return false;
    }

    /// <summary>"was appointed as minister", "took over as minister", "stepped down as minister"; behind an object "confirmed X as minister".</summary>
    private static OfficePhrase? Appointed(SentenceScan scan, int i)
    {
        if (scan.Is(i, "as"))
        {
            return OfficeGrammar.StartingAt(scan, i + 1) is { Plural: false, IsPublic: true } named && !NameFollows(scan, named.Last) ? named with { Former = named.Former || IsPast(scan, named.Last) || LeavingBefore(scan, i) } : null;
        }

        while (i < scan.Count && (scan.Words[i].Norm is "was" or "is" or "has" or "had" or "been" or "be" or "will" or "were" || scan.Tag(i) == Xpos.RB))
        {
            i++;
        }

        if (i >= scan.Count || scan.Tag(i) is not (Xpos.VBD or Xpos.VBN or Xpos.VBZ or Xpos.VB or Xpos.VBP) || !Taking.TryGetValue(scan.Syntax[scan.Words[i].Last].Lemma, out var leaves))
        {
            return null;
        }

        var passive = scan.Tag(i) == Xpos.VBN && scan.Syntax[scan.Words[i].Last].Lemma is "name" or "appoint" or "elect" or "make" or "reappoint";
        var at = i + 1;
        while (at < scan.Count && at - i < 5 && (scan.Words[at].Norm is "over" or "in" or "down" or "back" or "up" or "on" || OfficeGrammar.IsDateWord(scan.Words[at].Norm)))
        {
            at++;
        }

        if (scan.Is(at, "as"))
        {
            at++;
        }
        else if (scan.Is(at, "to") && (scan.Is(at + 1, "be") || scan.Is(at + 1, "become") || scan.Is(at + 1, "serve")))
        {
            at += scan.Is(at + 2, "as") ? 3 : 2;
        }
        else if (!passive || at != i + 1)
        {
            return null;
        }

        return OfficeGrammar.StartingAt(scan, at) is { Plural: false, IsPublic: true } post && !NameFollows(scan, post.Last) ? post with { Former = post.Former || leaves } : null;
    }

    private static bool NameFollows(SentenceScan scan, int last)
    {
        var i = last + 1;
        return i < scan.Count && scan.Words[i].Capital && !scan.IsKnown(i) && !OfficeGrammar.IsDateWord(scan.Words[i].Norm);
    }
}
