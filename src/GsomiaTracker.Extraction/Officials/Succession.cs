using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Posts that the text gives by another's: counterparts, predecessors, successors, "his spokeswoman".</summary>
internal static class Succession
{
    /// <summary>"his South Korean counterpart, Jeong": the same post as the one whose counterpart he is.</summary>
    public static void Settle(Document document, SentenceScan[] scans, People people)
    {
        PersonEntry? last = null, lastButOne = null, holder = null;
        foreach (var mention in people.Mentions.OrderBy(m => m.Sentence).ThenBy(m => m.First))
        {
            var heir = IsSuccessor(scans[mention.Sentence], mention.First);
            if (OwnerBefore(scans[mention.Sentence], mention, people) is { } owner && owner.Offices.Any(o => o.IsPublic))
            {
                holder = owner;
            }

            if (mention.Offices.Count == 0 && holder is not null && holder != mention.Person && (heir || IsPredecessor(scans[mention.Sentence], mention.First))
                && holder.Offices.FirstOrDefault(o => o.IsPublic) is { } post && mention.Person.Offices.All(o => !o.IsPublic)
                && !HoldsNow(document, scans, mention))
            {
                mention.Person.Offices.Add(post with { Former = !heir });
                mention.Person.IsOfficial = true;
                mention.Person.Country ??= holder.Country;
            }

            if (last is { IsOfficial: true } && last != mention.Person && mention.Offices.Any(o => o.Rank == Rank.Spokesperson && o.Pronoun is "his" or "her" or "their") && mention.Person.Known is null)
            {
                // "his spokeswoman, Ann Potts": she serves whom he serves.
                mention.Person.IsOfficial = true;
                mention.Person.Country ??= last.Country;
                for (var o = 0; o < mention.Person.Offices.Count; o++)
                {
                    mention.Person.Offices[o] = mention.Person.Offices[o].Rank == Rank.Spokesperson ? mention.Person.Offices[o] with { IsPublic = true } : mention.Person.Offices[o];
                }
            }

            foreach (var office in mention.Offices.Where(o => o.Rank == Rank.Counterpart))
            {
                mention.Person.IsOfficial = true;
                mention.Person.Country ??= office.Country;
                var other = last == mention.Person ? lastButOne : last;
                if (other is null && mention.Person.Classes.All(c => c.Rank == Rank.Counterpart) && TitleBefore(scans[mention.Sentence], mention.First) is { } held)
                {
                    // "The Finnish foreign minister met his Danish counterpart, ...": the other holder has no name here.
                    mention.Person.Classes.Clear();
                    mention.Person.Classes.Add(held);
                }

                if (other is not null && mention.Person.Classes.All(c => c.Rank == Rank.Counterpart))
                {
                    mention.Person.Classes.Clear();
                    mention.Person.Classes.AddRange(other.Classes);
                    var words = other.Offices.FirstOrDefault(o => o.IsPublic && !o.Former)?.Text;
                    words = words?.Split(" at ")[0];
                    if (office.Country is null && mention.Person.Known is null && other.Country is { } his && document.Dossier.Parties.Select(p => p.Country).Where(c => c != his).Take(2).ToList() is [var theirs]
                        && (mention.Person.Country is null || mention.Person.Country == his))
                    {
                        // "his opposite number, X": not of his own state.
                        mention.Person.Country = theirs;
                    }

                    mention.Person.LikeWords = other.Known is null ? words ?? other.LikeWords : words is not null && IsBureau(words) ? words : null;
                }
            }

            holder = mention.Person.Offices.Any(o => o.IsPublic) ? mention.Person : holder;
            if (mention.Person.Classes.Count > 0 && mention.Person != last)
            {
                (last, lastButOne) = (mention.Person, last);
            }
        }
    }

    /// <summary>"director-general of the Asian affairs bureau": below the ministers, posts have no other name in another state.</summary>
    public static bool IsBureau(string words) => words.Contains("director", StringComparison.Ordinal) || words.Contains("bureau", StringComparison.Ordinal) || words.Contains("division", StringComparison.Ordinal);

    private static OfficeClass? TitleBefore(SentenceScan scan, int first)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            if (scan.TitleAt(i) is { Rank: not Rank.Counterpart } && OfficeGrammar.Around(scan, i) is { Portfolio.Length: > 0 } phrase)
            {
                return phrase.Class;
            }
        }

        return null;
    }

    /// <summary>"Berg's predecessor, Anna Nowak": whose post is meant stands before the word, whoever was named last.</summary>
    private static PersonEntry? OwnerBefore(SentenceScan scan, PersonMention mention, People people)
    {
        var at = mention.First - 1;
        at = scan.Is(at, ",") ? at - 1 : at;
        if (!scan.Is(at, "predecessor") && !scan.Is(at, "successor"))
        {
            return null;
        }

        for (at--; at > 0 && scan.Words[at].Norm is "immediate" or "eventual" or "late" or "'s" or "’s" or "'" or "’"; at--)
        {
        }

        foreach (var m in people.Mentions)
        {
            if (m.Sentence == mention.Sentence && m.First <= at && at <= m.Last && m.Person != mention.Person)
            {
                return m.Person;
            }
        }

        return null;
    }

    /// <summary>"Roque, who took over from Panelo": the one named holds the post no longer.</summary>
    private static bool IsPredecessor(SentenceScan scan, int first)
    {
        var before = first - 1;
        return scan.Is(before, "from") && scan.Is(before - 1, "over")
            || before >= 0 && scan.Words[before].Norm is "succeeded" or "replaced" or "succeeding" or "replacing" or "predecessor"
            || scan.Is(before, ",") && scan.Is(before - 1, "predecessor");
    }

    /// <summary>"his predecessor, Taro Kono, moves to the Defense Ministry": the post he holds that day is told of in the same breath.</summary>
    private static bool HoldsNow(Document document, SentenceScan[] scans, PersonMention mention)
    {
        if (mention.Person.Known is not { } known || document.Anchor is not { } day || known.OfficeOn(day) is not { } held || OfficeClasses.Of(held.Name).Portfolio is not { Length: > 0 } portfolio)
        {
            return false;
        }

        var scan = scans[mention.Sentence];
        for (var i = mention.Last + 1; i < scan.Count; i++)
        {
            if (scan.IsPortfolio(i) && scan.Portfolio(i) == portfolio || scan.KnownOf(i) is { Known: { Kind: KnownKind.Body, Body: { } body } } && Counterparts.Body(portfolio) == body)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"her successor, Jon Lie": the one named holds the post now.</summary>
    private static bool IsSuccessor(SentenceScan scan, int first) => scan.Is(first - 1, "successor") || scan.Is(first - 1, ",") && scan.Is(first - 2, "successor");
}
