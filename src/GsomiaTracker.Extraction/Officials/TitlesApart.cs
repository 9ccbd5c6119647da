using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>
/// A post that stands in another sentence than its holder's name: "John Barrow was finding it no easier. The U.S. trade representative ...", and the other way round,
/// "Sweden's trade minister condemned it. ... Karin Alm said in an interview."
/// </summary>
internal static class TitlesApart
{
    public static void Settle(Document document, SentenceScan[] scans, People people)
    {
        var first = new Dictionary<int, List<PersonMention>>();
        var seen = new HashSet<PersonEntry>();
        foreach (var mention in people.Mentions.OrderBy(m => m.Sentence).ThenBy(m => m.First))
        {
            if (seen.Add(mention.Person))
            {
                (first.TryGetValue(mention.Sentence, out var list) ? list : first[mention.Sentence] = []).Add(mention);
            }
        }

        for (var s = 0; s + 1 < scans.Length; s++)
        {
            if (document.Sentences[s + 1].Paragraph - document.Sentences[s].Paragraph > 1)
            {
                continue;
            }

            // The name first, the post at the head of the next sentence.
            if (first.GetValueOrDefault(s) is [var named] && Nobody(named.Person) && IsSubject(scans[s], named) && document.Sentences[s].Paragraph == document.Sentences[s + 1].Paragraph
                && Heading(scans[s + 1]) is { } title && !IsHeld(people, title, named.Person))
            {
                Give(named.Person, title);
            }

            // The post first, its holder the next who speaks.
            else if (Heading(scans[s]) is { } post && !IsHeld(people, post, null) && Speaker(scans, first, s) is { } speaker && Nobody(speaker.Person)
                     && (FamilyNames.Country(speaker.Person.Parts) ?? post.Country) == post.Country && !people.Mentions.Any(m => m.Sentence == s))
            {
                Give(speaker.Person, post);
            }
        }
    }

    private static void Give(PersonEntry person, OfficePhrase post)
    {
        person.Offices.Add(post);
        person.Classes.Add(post.Class);
        person.IsOfficial = true;
        person.Country ??= post.Country;
    }

    /// <summary>Of whom the text tells nothing: no post, no calling, not the dossier's.</summary>
    private static bool Nobody(PersonEntry person) => person is { Known: null, Offices.Count: 0, Parts.Length: > 1 };

    /// <summary>The first new name of the next sentence, where it speaks by a plain verb: "..., X said in an interview."</summary>
    private static PersonMention? Speaker(SentenceScan[] scans, Dictionary<int, List<PersonMention>> first, int sentence) =>
        first.GetValueOrDefault(sentence + 1) is [var one] && ReferenceResolver.Speaks(scans[sentence + 1], one.First, one.Last) && !scans[sentence + 1].Is(one.Last + 1, ",") ? one : null;

    /// <summary>Not an apposition and no calling behind the name.</summary>
    private static bool IsSubject(SentenceScan scan, PersonMention mention) =>
        mention.Last + 1 < scan.Count && scan.IsFiniteVerb(mention.Last + 1) && (mention.First == 0 || scan.Is(mention.First - 1, ",") || !scan.Words[mention.First - 1].Capital && OfficeLexicon.Role(scan.Words[mention.First - 1].Norm).Length == 0);

    /// <summary>"The U.S. trade representative, who ...": a post of a state that opens a sentence as its subject, without a name.</summary>
    private static OfficePhrase? Heading(SentenceScan scan)
    {
        var start = scan.Count > 0 && scan.Tag(0) is Xpos.DT && scan.Is(0, "the") ? 1 : 0;
        if (OfficeGrammar.StartingAt(scan, start) is not { Plural: false, IsPublic: true, Former: false, Country: not null, Rank: Rank.Head or Rank.Adviser or Rank.Deputy, Portfolio.Length: > 0 } post || post.Last + 1 >= scan.Count)
        {
            return null;
        }

        var next = post.Last + 1;
        return scan.IsFiniteVerb(next) || scan.Is(next, ",") && scan.Is(next + 1, "who") ? post : null;
    }

    private static bool IsHeld(People people, OfficePhrase post, PersonEntry? but) =>
        people.All.Any(p => p != but && p.IsOfficial && p.Country == post.Country && p.Classes.Any(c => c.Rank == post.Rank && (c.Portfolio == post.Portfolio || c.Portfolio.Length > 0 && c.Fits(post.Class))));
}
