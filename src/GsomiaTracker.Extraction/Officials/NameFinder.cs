using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>A run of words that may name a person, with the posts that the words around it give.</summary>
/// <param name="Titled">A title stands right before it.</param>
/// <param name="Known">The dossier's official whose full name it is.</param>
/// <param name="Gender">From "Mr.", "Ms.", a gendered title or a given name; '\0' unknown.</param>
internal sealed record NameUse(
    int Sentence, int First, int Last, string Text, string[] Parts, bool Titled, bool PersonLike, Official? Known, IReadOnlyList<OfficePhrase> Offices, char Gender);

/// <summary>Finds the names in a sentence and reads the posts beside them.</summary>
internal sealed class NameFinder(PhraseTable<Official> known)
{
    private const int LongestName = 5;

    private static readonly WordSet Particles = new()
    {
        "de", "dela", "del", "della", "der", "den", "van", "von", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "ben", "ter", "san",
    };

    /// <summary>Words of organisations and places that are family names as well: "General Park", but "General Council".</summary>
    private static readonly WordSet NamesToo = new() { "park", "hill", "church", "west", "north", "lake", "day", "street", "law", "steel", "fleet", "camp", "temple", "hall", "bush", "power", "young", "white", "black", "rivers" };

    private static readonly WordSet Suffixes = new() { "jr.", "jr", "sr.", "sr", "ii", "iii", "iv" };

    /// <summary>Family names of the text that are words of other things too ("Park"): alone they are names as well.</summary>
    public HashSet<string> Families { get; } = new(StringComparer.Ordinal);

    public IEnumerable<NameUse> Find(SentenceScan scan)
    {
        for (var i = 0; i < scan.Count; i++)
        {
            var length = known.Longest(scan.Words, i, out var official);
            if (length >= 2)
            {
                var end = TakeSuffix(scan, i + length - 1);
                yield return Shared(scan, Use(scan, i, end, official));
                i = end;
                continue;
            }

            if (!Starts(scan, i))
            {
                continue;
            }

            var last = EndOf(scan, i);
            if (last + 1 < scan.Count && scan.Words[last + 1].Capital && scan.KnownOf(last + 1) is { Known.Kind: KnownKind.Body } of && of.First == last + 1 && !scan.Words[last].Norm.Contains('-', StringComparison.Ordinal))
            {
                // "the Constitutional Democratic Party": the first word of a longer name.
                i = last;
                continue;
            }

            yield return Shared(scan, Use(scan, i, last, null));
            i = last;
        }
    }

    /// <summary>"Sens. James Inhofe and Jack Reed", "Foreign Ministers Kang Kyung-wha and Taro Kono": a title in the plural goes with each name of the list.</summary>
    private static NameUse Shared(SentenceScan scan, NameUse use)
    {
        if (use.Titled || !scan.HasPluralTitle)
        {
            return use;
        }

        var i = use.First - 1;
        for (var steps = 0; i >= 0 && steps < 24; steps++)
        {
            if (OfficeGrammar.EndingAt(scan, i) is { Plural: true } title)
            {
                if (scan.Is(title.First - 1, "to") && scan.Is(title.First - 2, "according") && scan.Is(i + 1, ","))
                {
                    // "According to Japanese diplomats, Holm and Alm talked": the names are others'.
                    break;
                }

                var one = title with { Plural = false, Text = OfficeLexicon.Singular(title.Text), Noun = OfficeLexicon.Singular(title.Noun), Country = ItsState(scan, title, use) ?? title.Country };
                return use with { Titled = true, PersonLike = true, Offices = [one, .. use.Offices] };
            }

            var word = scan.Words[i];
            if (!(word.Norm is "," or "and" or "(" or ")" or "." || word.Norm is "of" && scan.KnownOf(i + 1) is { Known.Kind: KnownKind.State } || word.Capital && !scan.InTitle(i) || IsPartyMark(word.Norm)) || OfficeGrammar.IsDateWord(word.Norm))
            {
                break;
            }

            i--;
        }

        return use;
    }

    /// <summary>"the foreign ministers of Norway and Sweden, A and B", "ministers A of Norway and B of Sweden": each has the state in his place, or behind his name.</summary>
    private static string? ItsState(SentenceScan scan, OfficePhrase title, NameUse use)
    {
        if (title.Rank is Rank.Member)
        {
            return null;
        }

        if (OfficesBehind.StateOf(scan, use.Last) is { } own)
        {
            return own;
        }

        var states = StatesBeside.CountriesOf(scan, title);
        if (states.Count < 2)
        {
            return null;
        }

        var place = 0;
        for (var i = use.First - 1; i > title.Head && !scan.IsKnown(i); i--)
        {
            place += scan.Words[i].Norm is "and" || scan.Is(i, ",") && !scan.Is(i + 1, "and") && scan.Words[i - 1].Capital && !scan.IsKnown(i - 1) && !scan.InTitle(i - 1) ? 1 : 0;
        }

        return place < states.Count ? states[place] : null;
    }

    private bool Starts(SentenceScan scan, int i)
    {
        var word = scan.Words[i];
        if (word.Capital && Families.Contains(word.Norm) && !(i + 1 < scan.Count && scan.Words[i + 1].Capital) && !(i > 0 && (scan.Words[i - 1].Capital || scan.Tag(i - 1) is Xpos.DT)))
        {
            return true;
        }

        if (!word.Capital)
        {
            // "dela Rosa", "de Lima": a particle after a title or at a name's start.
            return Particles.Contains(word.Norm) && i + 1 < scan.Count && scan.Words[i + 1].Capital && !scan.IsKnown(i + 1) && !scan.InTitle(i + 1)
                && word.Norm is "de" or "dela" or "van" or "von" or "bin" or "del" && scan.Tag(i) is not (Xpos.IN or Xpos.DT);
        }

        if (word.IsPunctuation || scan.IsKnown(i) || IsPartyMark(word.Norm) || OfficeGrammar.IsDateWord(word.Norm))
        {
            return false;
        }

        // "Professor Park Do-yun": what he is, not what he is called.
        if (OfficeLexicon.Role(word.Norm) is "person" && i + 1 < scan.Count && scan.Words[i + 1].Capital)
        {
            return false;
        }

        if (scan.InTitle(i) || scan.IsPortfolio(i) || OfficeLexicon.IsOrgWord(word.Norm))
        {
            // "Park Min-seo" is no park.
            if (!scan.InTitle(i) && !scan.IsPortfolio(i) && i + 1 < scan.Count && scan.Words[i + 1].Capital && scan.Words[i + 1].Norm.Contains('-', StringComparison.Ordinal)
                && FamilyNames.Country([word.Norm, scan.Words[i + 1].Norm]) is not null)
            {
                return true;
            }

            // "President Park Geun-hye"
            if (!scan.InTitle(i) && i > 0 && scan.InTitle(i - 1) && scan.Words[i - 1].Capital && !(scan.Is(i - 1, "general") && !NamesToo.Contains(word.Norm)) && i + 1 < scan.Count && (!scan.Words[i + 1].Capital || scan.Words[i + 1].Norm.Contains('-', StringComparison.Ordinal))
                && !scan.IsPortfolio(i))
            {
                return true;
            }

            // "Grant Shapps", "Will Hurd", "Law said": only when a given name or what follows makes it one.
            return OfficeLexicon.Given(word.Norm) != '\0' && i + 1 < scan.Count && scan.Words[i + 1].Capital && !scan.InTitle(i + 1) && !scan.IsPortfolio(i + 1) && !scan.InTitle(i);
        }

        if (IsAcronym(scan, i) && !(i + 1 < scan.Count && scan.Words[i + 1].Capital && !IsAcronym(scan, i + 1)))
        {
            return false;
        }

        // "Stilwell, who arrived ...": an unknown word at the head of a sentence may pass for an interjection.
        return char.IsLetter(scan.Syntax.Text[word.Start]) && (scan.Tag(i) is Xpos.UH or Xpos.RB && i + 2 < scan.Count && scan.Is(i + 1, ",") && scan.Words[i + 2].Norm is "who" or "whose" || scan.Tag(i) is Xpos.NNP or Xpos.NNPS or Xpos.FW or Xpos.NN or Xpos.JJ or Xpos.NNS or Xpos.VB or Xpos.MD
            || i > 0 && scan.InTitle(i - 1) || i + 1 < scan.Count && scan.Words[i + 1].Capital && scan.Words[i + 1].Norm.Contains('-', StringComparison.Ordinal) || OfficeLexicon.Given(word.Norm) != '\0' || i > 0 && !scan.Words[i - 1].IsPunctuation);
    }

    private static int EndOf(SentenceScan scan, int first)
    {
        var last = first;
        while (last + 1 < scan.Count && last - first + 1 < LongestName)
        {
            var next = last + 1;
            var word = scan.Words[next];
            if (IsInitial(scan, next) && next + 1 < scan.Count && scan.Words[next + 1].Capital)
            {
                last = next;
                continue;
            }

            if (Particles.Contains(word.Norm) && next + 1 < scan.Count && scan.Words[next + 1].Capital && !scan.IsKnown(next + 1))
            {
                last = next + 1;
                continue;
            }

            // A nickname between marks: Ronald "Bato" dela Rosa.
            if (IsMark(word.Norm) && next + 2 < scan.Count && scan.Words[next + 1].Capital && IsMark(scan.Words[next + 2].Norm) && next + 3 < scan.Count
                && (scan.Words[next + 3].Capital || Particles.Contains(scan.Words[next + 3].Norm)))
            {
                last = next + 2;
                continue;
            }

            var named = OfficeLexicon.Given(scan.Words[first].Norm) != '\0' || IsInitial(scan, last);
            if (!word.Capital || word.IsPunctuation || word.IsPossessive || OfficeGrammar.IsDateWord(word.Norm) || scan.IsKnown(next) && !(named && last == first && scan.KnownOf(next) is { Known.Kind: KnownKind.Seat or KnownKind.State })
                || (scan.InTitle(next) || scan.TitleAt(next) is not null) && !named)
            {
                break;
            }

            last = next;
        }

        // Particles and marks do not end a name.
        while (last > first && !scan.Words[last].Capital)
        {
            last--;
        }

        return TakeSuffix(scan, last);
    }

    private static int TakeSuffix(SentenceScan scan, int last)
    {
        if (last + 1 < scan.Count && Suffixes.Contains(scan.Words[last + 1].Norm))
        {
            return last + 1;
        }

        return last + 2 < scan.Count && scan.Is(last + 1, ",") && Suffixes.Contains(scan.Words[last + 2].Norm) ? last + 2 : last;
    }

    private static bool IsInitial(SentenceScan scan, int i) =>
        scan.Words[i].Norm.Length == 2 && scan.Words[i].Norm[1] == '.' && scan.Words[i].Capital || scan.Words[i].Norm.Length == 1 && scan.Words[i].Capital && char.IsLetter(scan.Words[i].Norm[0]);

    /// <summary>"his predecessor, Kari Holm": behind it stands a person.</summary>
    private static bool IsHeir(SentenceScan scan, int i) => scan.Is(i, "predecessor") || scan.Is(i, "successor");

    private static bool IsMark(string norm) => norm is "\"" or "\u201C" or "\u201D" or "``" or "''" or "'";

    private static NameUse Use(SentenceScan scan, int first, int last, Official? official)
    {
        var offices = new List<OfficePhrase>();
        var gender = '\0';
        var before = first - 1;
        if (before >= 0 && scan.Words[before].Norm is "mr." or "mr" or "mrs." or "ms." or "mrs" or "ms" or "miss")
        {
            gender = scan.Words[before].Norm[1] == 'r' && scan.Words[before].Norm[^1] != 's' && !scan.Words[before].Norm.StartsWith("mrs", StringComparison.Ordinal) ? 'm' : 'f';
            before--;
        }

        var titled = false;
        var heir = IsHeir(scan, before) || scan.Is(before, ",") && IsHeir(scan, before - 1);
        if (before >= 0 && !scan.Words[before].IsPunctuation && OfficeGrammar.EndingAt(scan, before) is { Plural: false } title)
        {
            offices.Add(WithPronoun(scan, title));
            titled = true;
            // "the commander of U.S. Forces Korea, General Robert Abrams"
            var end = scan.Is(title.First - 1, ",") ? title.First - 2 : title.First - 1;
            if (title.Rank is Rank.General or Rank.Member && end >= 0 && (end == title.First - 2 || scan.InTitle(end)) && OfficeGrammar.EndingAt(scan, end) is { Plural: false } above
                && !FollowsName(scan, above.First))
            {
                offices.Add(above);
            }
        }
        else if (before > 0 && scan.Is(before, ",") && OfficeGrammar.EndingAt(scan, before - 1) is { Plural: false } apposed && ClosesApposition(scan, last)
                 && !FollowsName(scan, apposed.First))
        {
            offices.Add(WithPronoun(scan, apposed));
            titled = true;
        }

        if (titled && offices[0] is { Country: null, Rank: not Rank.Member } headless && OfficesBehind.StateOf(scan, last) is { } state)
        {
            // "Prime Minister Lars Alm of Sweden"
            offices[0] = headless with { Country = state };
        }

        offices.AddRange(OfficesBehind.Of(scan, last));
        if (BodiesBeside.Of(scan, first, last, offices) is { } member)
        {
            // "Rep. Jon Lie of the Reform Party": one post, with its party.
            offices.RemoveAll(o => o.Rank is Rank.Member && o.First == o.Last);
            offices.Add(member);
        }

        foreach (var office in offices)
        {
            gender = gender == '\0' ? office.Gender : gender;
        }

        var parts = new List<string>();
        for (var i = first; i <= last; i++)
        {
            if (!scan.Words[i].IsPunctuation && !IsMark(scan.Words[i].Norm))
            {
                parts.Add(scan.Words[i].Norm);
            }
        }

        var given = parts.Count > 1 ? OfficeLexicon.Given(parts[0]) : '\0';
        gender = gender != '\0' ? gender : given is 'm' or 'f' ? given : '\0';
        var org = false;
        for (var i = first; i <= last; i++)
        {
            org |= (OfficeLexicon.IsOrgWord(scan.Words[i].Norm) || scan.IsPortfolio(i)) && !(i == first && FamilyNames.Country([.. parts]) is not null);
        }

        var personLike = official is not null || titled || offices.Count > 0 || given != '\0' && !(org && parts.Count > 2)
            || parts.Count is 2 or 3 && !org && (parts[^1].Contains('-', StringComparison.Ordinal) || IsInitial(scan, Math.Min(first + 1, last)) || HasPersonRole(scan, first, last))
            || parts.Count is 2 or 3 && !org && (Acts(scan, first, last) || first > 0 && IsMark(scan.Words[first - 1].Norm))
            || heir || gender != '\0' || before >= 0 && OfficeLexicon.Role(scan.Words[before].Norm) is "person";
        return new NameUse(scan.Index, first, last, scan.Slice(first, last), [.. parts], titled, personLike, official, offices, gender);
    }

    /// <summary>The subject of an active verb.</summary>
    private static bool Acts(SentenceScan scan, int first, int last)
    {
        for (var t = scan.Words[first].First; t <= scan.Words[last].Last; t++)
        {
            if (scan.Syntax[t] is { Relation: Deprel.Nsubj, Head: >= 0 } token && scan.Syntax[token.Head].Pos == Upos.Verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>", a professor at ...", ", 54,".</summary>
    private static bool HasPersonRole(SentenceScan scan, int first, int last)
    {
        if (!scan.Is(last + 1, ","))
        {
            return first > 0 && OfficeLexicon.Role(scan.Words[first - 1].Norm) is "person";
        }

        for (var i = last + 2; i < scan.Count && i < last + 10; i++)
        {
            if (scan.Words[i].IsPunctuation || scan.Tag(i) is Xpos.VBD or Xpos.VBZ or Xpos.IN)
            {
                return i == last + 3 && scan.Tag(last + 2) == Xpos.CD;
            }

            if (OfficeLexicon.Role(scan.Words[i].Norm) is "person")
            {
                return true;
            }
        }

        return false;
    }

    private static OfficePhrase WithPronoun(SentenceScan scan, OfficePhrase phrase)
    {
        var before = phrase.First - 1;
        return before >= 0 && scan.Tag(before) is Xpos.PRPPoss or Xpos.WPPoss ? phrase with { Pronoun = scan.Words[before].Norm } : phrase;
    }

    private static bool ClosesApposition(SentenceScan scan, int last) =>
        last + 1 >= scan.Count || scan.Words[last + 1].Norm is "," or "." or ";" or ")" or "and" or "\u2014" or "--" or ":" or "-" || scan.Words[last + 1].IsPossessive;

    /// <summary>The post is itself an apposition to a name before it: "Kono, the defense minister, Esper and ...".</summary>
    private static bool FollowsName(SentenceScan scan, int first)
    {
        var i = first - 1;
        while (i >= 0 && scan.Tag(i) is Xpos.DT or Xpos.PRPPoss)
        {
            i--;
        }

        return i > 0 && scan.Is(i, ",") && scan.Words[i - 1].Capital && !scan.IsKnown(i - 1) && !OfficeLexicon.IsOrgWord(scan.Words[i - 1].Norm) && scan.Tag(i - 1) is Xpos.NNP;
    }

    /// <summary>Three capitals or more and nothing else: "NAFTA".</summary>
    public static bool IsAcronym(SentenceScan scan, int i)
    {
        var span = scan.Words[i].Span.In(scan.Syntax.Text);
        if (span.Length < 3)
        {
            return false;
        }

        foreach (var c in span)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"D-N.Y.", "R-Idaho".</summary>
    internal static bool IsPartyMark(string norm) => norm.Length > 2 && norm[0] is 'd' or 'r' or 'i' && norm[1] == '-';
}
