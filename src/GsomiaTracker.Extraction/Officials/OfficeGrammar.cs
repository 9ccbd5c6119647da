using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>
/// Reads posts: before a name ("South Korea's top trade official"), after it (", who chairs the Senate panel,"), or alone ("the defense minister").
/// A post is modifiers, a title, and "of/for/to ..." with what it is for.
/// </summary>
internal static partial class OfficeGrammar
{
    private const int Reach = 16;

    private static readonly WordSet FormerWords = new() { "former", "ex", "then", "one-time", "onetime", "erstwhile", "ousted", "deposed", "late", "impeached", "slain", "assassinated" };

    /// <summary>Words about the holder, not the post.</summary>
    private static readonly WordSet Dropped = new()
    {
        "former", "ex", "then", "late", "current", "incumbent", "new", "newly", "appointed", "elected", "visiting", "outgoing", "incoming", "retired", "longtime", "fellow",
        "embattled", "own", "now", "ousted", "deposed", "one-time", "onetime", "erstwhile", "respective", "meanwhile", "recently", "long-time", "grim-faced", "young", "old", "also", "jailed", "imprisoned",
        "impeached", "slain", "assassinated", "disgraced", "popular", "powerful", "influential", "veteran", "long-serving", "besieged", "hawkish", "dovish", "reform-minded",
    };

    /// <summary>Words that place a post above or below another.</summary>
    private static readonly WordSet Degrees = new() { "deputy", "vice", "assistant", "senior", "acting", "chief", "top", "principal", "associate", "junior", "interim", "caretaker" };

    private static readonly WordSet Prepositions = new() { "of", "for", "to", "at", "in", "on", "with", "from" };

    private static readonly WordSet DateWords = new()
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr",
    };

    public static bool IsDateWord(string norm) => DateWords.Contains(norm);

    /// <summary>The post whose last word is this one, right before a name; or null.</summary>
    public static OfficePhrase? EndingAt(SentenceScan scan, int last)
    {
        if (last < 0)
        {
            return null;
        }

        // Every post ends in its title or in what "of" leads to.
        if (!scan.InTitle(last) && !scan.IsPortfolio(last) && !scan.IsKnown(last) && !OfficeLexicon.IsOrgWord(scan.Words[last].Norm) && scan.Tag(last) is not (Xpos.NN or Xpos.NNP or Xpos.NNS))
        {
            return null;
        }

        var low = last + 1;
        while (low > 0 && last - low < Reach && MayBelong(scan, low - 1, last))
        {
            low--;
        }

        for (var i = low; i <= last; i++)
        {
            if (scan.TitleAt(i) is not { } title || IsMasked(scan, i) || i > 0 && i - 1 >= low && scan.TitleAt(i - 1) is not null && scan.TitleEnd(i - 1) >= scan.TitleEnd(i))
            {
                continue;
            }

            var head = scan.TitleEnd(i);
            if (head > last)
            {
                return null;
            }

            if (head < last && title.Rank is Rank.Spokesperson or Rank.Adviser or Rank.None or Rank.Member or Rank.Deputy && MastersTitle(scan, head, last))
            {
                // "a spokeswoman for Defense Minister Kari Holm": the name is the master's.
                continue;
            }

            if (head < last && scan.KnownOf(last) is { Known.Kind: KnownKind.Adjective })
            {
                // "president of the Norwegian Shipping Association": what follows is no name.
                return null;
            }

            if (head == last || Prepositions.Contains(scan.Words[head + 1].Norm))
            {
                // "Defense Secretary chief of staff": the last title before the name is the post, unless joined by "of".
                return Build(scan, LeftEdge(scan, i, low), i, head, last, title, true);
            }
        }

        return null;
    }

    /// <summary>"for", "to", "in" behind a title in small letters, and another title with a capital that ends where the name begins.</summary>
    private static bool MastersTitle(SentenceScan scan, int head, int last)
    {
        if (scan.Words[head + 1].Norm is not ("for" or "to" or "in" or "of" or "with" or "at") || scan.Words[head].Capital && scan.Words[head + 1].Norm is not ("for" or "to"))
        {
            return false;
        }

        for (var k = head + 2; k <= last; k++)
        {
            if (scan.TitleAt(k) is { Rank: not Rank.General } && scan.TitleEnd(k) == last && scan.Words[k].Capital)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A post that starts at this word (an article or "his" included), as after a comma: ", head of the trade ministry's export bureau,".</summary>
    public static OfficePhrase? StartingAt(SentenceScan scan, int first)
    {
        var i = first;
        var pronoun = "";
        if (i < scan.Count && scan.Tag(i) is Xpos.DT or Xpos.PRPPoss)
        {
            pronoun = scan.Tag(i) == Xpos.PRPPoss ? scan.Words[i].Norm : "";
            i++;
        }

        for (var k = i; k < scan.Count && k - i < 12; k++)
        {
            var word = scan.Words[k];
            if (scan.TitleAt(k) is { } title && !IsMasked(scan, k) && !AnotherTitleFollows(scan, k))
            {
                var head = scan.TitleEnd(k);
                return Build(scan, i, k, head, RightEdge(scan, head), title, false) is { } phrase ? phrase with { Pronoun = pronoun } : null;
            }

            var modifies = word.IsPossessive || word.Norm is "-" && k > i || scan.IsKnown(k) || scan.IsPortfolio(k) || Dropped.Contains(word.Norm) || word.Norm is "and"
                || OfficeLexicon.IsOrgWord(word.Norm) && !IsDateWord(word.Norm) || word.Norm is "of" && scan.IsPortfolio(k + 1)
                || scan.Tag(k) is Xpos.NN or Xpos.NNS or Xpos.NNP or Xpos.JJ or Xpos.JJS or Xpos.JJR or Xpos.VBN or Xpos.VBG or Xpos.RB or Xpos.CD or Xpos.Hyph;
            if (!modifies || word.IsPunctuation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The post whose title starts at this word, wherever it stands.</summary>
    public static OfficePhrase? Around(SentenceScan scan, int titleStart)
    {
        if (scan.TitleAt(titleStart) is not { } title || IsMasked(scan, titleStart))
        {
            return null;
        }

        var low = titleStart;
        while (low > 0 && titleStart - low < Reach && IsModifier(scan, low - 1, titleStart))
        {
            low--;
        }

        var head = scan.TitleEnd(titleStart);
        var phrase = Build(scan, low, titleStart, head, RightEdge(scan, head), title, false);
        var before = low - 1;
        return phrase is not null && before >= 0 && scan.Tag(before) == Xpos.PRPPoss ? phrase with { Pronoun = scan.Words[before].Norm } : phrase;
    }

    /// <summary>Inside a known phrase that is not a title ("House" of "White House"), or a verb.</summary>
    private static bool IsMasked(SentenceScan scan, int title)
    {
        if (scan.KnownOf(title) is { } hit && (hit.Known.Kind == KnownKind.Subject || hit.Last > scan.TitleEnd(title) || hit.First < title))
        {
            return true;
        }

        var word = scan.Words[scan.TitleEnd(title)];
        return !word.Capital && scan.Tag(scan.TitleEnd(title)) is Xpos.VB or Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VBG or Xpos.RB;
    }

    /// <summary>"chief cabinet secretary", "minister counselor": the first word is not the post.</summary>
    private static bool AnotherTitleFollows(SentenceScan scan, int title)
    {
        var next = scan.TitleEnd(title) + 1;
        while (next < scan.Count && (scan.IsPortfolio(next) || scan.Words[next].IsPossessive || scan.KnownOf(next) is { Known.Kind: KnownKind.Adjective or KnownKind.State } || NameFinder.IsAcronym(scan, next)) && scan.TitleAt(next) is null)
        {
            next++;
        }

        return next < scan.Count && scan.TitleAt(next) is not null && !IsMasked(scan, next);
    }

    private static bool MayBelong(SentenceScan scan, int i, int last)
    {
        var word = scan.Words[i];
        if (scan.InTitle(i) && !IsMaskedWord(scan, i))
        {
            return true;
        }

        if (Prepositions.Contains(word.Norm) && !scan.IsKnown(i))
        {
            return i > 0 && (scan.InTitle(i - 1) || scan.IsPortfolio(i - 1)) && i < last;
        }

        if (word.Norm is "the" or "a" or "an")
        {
            return i > 0 && Prepositions.Contains(scan.Words[i - 1].Norm) && i < last;
        }

        // "special envoy for the Arctic"
        var to = i > 0 && scan.Is(i - 1, "the") ? i - 2 : i - 1;
        return IsModifier(scan, i, last + 1) || i == last && word.Capital && !word.IsPunctuation && !IsDateWord(word.Norm) && to > 0 && scan.Words[to].Norm is "for" or "to" or "on" && scan.InTitle(to - 1);
    }

    private static bool IsMaskedWord(SentenceScan scan, int i) => !scan.Words[i].Capital && scan.Tag(i) is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VB;

    /// <summary>Whether a word may stand before a title as part of the post.</summary>
    private static bool IsModifier(SentenceScan scan, int i, int limit)
    {
        var word = scan.Words[i];
        if (IsDateWord(word.Norm))
        {
            return false;
        }

        if (scan.KnownOf(i) is { } hit)
        {
            return hit.Known.Kind != KnownKind.Subject;
        }

        if (scan.IsPortfolio(i) || Dropped.Contains(word.Norm) || Degrees.Contains(word.Norm))
        {
            return true;
        }

        if (word.IsPossessive)
        {
            return i > 0 && (scan.IsKnown(i - 1) || scan.IsPortfolio(i - 1) || OfficeLexicon.IsOrgWord(scan.Words[i - 1].Norm));
        }

        if (word.Norm is "and" or "&" or ",")
        {
            return i > 0 && i + 1 < limit && Joins(scan, i - 1) && Joins(scan, i + 1) && (word.Norm is not "," || scan.Words[i - 1].Capital == scan.Words[i + 1].Capital);
        }

        if (word.Norm is "-")
        {
            // "then-Defense Secretary"
            return i > 0 && Dropped.Contains(scan.Words[i - 1].Norm) && scan.Words[i - 1].End == word.Start;
        }

        if (word.IsPunctuation)
        {
            return false;
        }

        if (NameFinder.IsAcronym(scan, i))
        {
            return i + 1 < limit;
        }

        if (word.Capital)
        {
            // Words of an organisation's name: "Liberty Korea Party".
            return OfficeLexicon.IsOrgWord(word.Norm) && (i > 0 || i + 1 < limit && scan.Words[i + 1].Capital)
                || i + 1 < limit && scan.Words[i + 1].Capital && (OfficeLexicon.IsOrgWord(scan.Words[i + 1].Norm) || word.Norm is "korea" || scan.Is(i + 1, "korea")) && (i > 0 || OfficeLexicon.IsOrgWord(word.Norm));
        }

        // "had wished Emperor Lars a long life", "something Defense Minister Lie said": neither is part of the post.
        var token = scan.Syntax[word.Last];
        return token.Tag is Xpos.NN or Xpos.JJ or Xpos.JJS or Xpos.VBN or Xpos.NNS && token.Pos is not Upos.Pron && (token.Tag != Xpos.VBN || token.Relation is Deprel.Amod or Deprel.Compound)
            && OfficeLexicon.Role(word.Norm).Length == 0;
    }

    private static bool Joins(SentenceScan scan, int i) => scan.IsPortfolio(i) && !scan.InTitle(i) || scan.KnownOf(i) is { Known.Kind: KnownKind.Adjective };

    private static int LeftEdge(SentenceScan scan, int title, int low)
    {
        var edge = title;
        var soldier = scan.TitleAt(title) is { Rank: Rank.General };
        while (edge > low && IsModifier(scan, edge - 1, title))
        {
            if (soldier && scan.InTitle(edge - 1) && TitleEndingAt(scan, edge - 1) is { Rank: Rank.Head or Rank.Deputy })
            {
                // "military chief Gen. Santos": the post, and the rank behind it.
                break;
            }

            edge--;
        }

        return edge;
    }

    private static Title? TitleEndingAt(SentenceScan scan, int last)
    {
        for (var i = last; i >= 0 && last - i < 6; i--)
        {
            if (scan.TitleAt(i) is { } title && scan.TitleEnd(i) == last)
            {
                return title;
            }
        }

        return null;
    }

    /// <summary>Last word of "of/for/to ..." after a title.</summary>
    private static int RightEdge(SentenceScan scan, int head)
    {
        var edge = head;
        var i = head + 1;
        while (i < scan.Count && i - head < Reach)
        {
            var word = scan.Words[i];
            if (Prepositions.Contains(word.Norm))
            {
                // Only where a public thing follows: "of the ministry", not "in June".
                var next = i + 1;
                while (next < scan.Count && scan.Tag(next) is Xpos.DT or Xpos.PRPPoss)
                {
                    next++;
                }

                if (next >= scan.Count || !Noun(scan, next) || word.Norm is "in" or "at" or "on" or "with" or "from" && !(scan.IsKnown(next) || scan.IsPortfolio(next) && word.Norm is not "with"))
                {
                    break;
                }

                i = next;
                edge = i;
                i++;
                continue;
            }

            if (edge == head)
            {
                // "Spokesperson, Ministry of National Defense": on labels and cards.
                if (word.Norm is "," && scan.KnownOf(i + 1) is { Known.Kind: KnownKind.Body } label && scan.Words[i + 1].Capital && label.Last + 1 >= scan.Count)
                {
                    return label.Last;
                }

                break;
            }

            if (word.Norm is "and" or "," or "&")
            {
                if (i + 1 < scan.Count && Joins(scan, i + 1) && scan.IsPortfolio(i - 1))
                {
                    edge = ++i;
                    i++;
                    continue;
                }

                break;
            }

            if (word.IsPunctuation || !(Noun(scan, i) || word.IsPossessive))
            {
                break;
            }

            edge = i++;
        }

        return edge;
    }

    private static bool Noun(SentenceScan scan, int i) =>
        !IsDateWord(scan.Words[i].Norm) && (scan.IsKnown(i) || scan.IsPortfolio(i)
        || scan.Tag(i) is Xpos.NN or Xpos.NNS or Xpos.NNP or Xpos.NNPS or Xpos.JJ && !scan.Words[i].IsPunctuation
        || scan.Words[i].Capital && scan.Tag(i) is Xpos.VBG or Xpos.VBN or Xpos.CD && i + 1 < scan.Count && scan.Words[i + 1].Capital);
}
