using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Makes the findings: name, country, office and whether it is a former one, for each person who holds or held a public office.</summary>
internal static class OfficialsNamed
{
    private const int MostEvidence = 12;

    public static IReadOnlyList<OfficialNamed> From(Document document, People people)
    {
        var found = new List<OfficialNamed>();
        foreach (var person in people.All)
        {
            if (!person.IsOfficial || person.Uses.Count == 0)
            {
                continue;
            }

            var (office, former) = Office(document, person);
            var evidence = person.Uses.Take(MostEvidence).Select(u => Evidence.In(document.Text, u.Span)).ToArray();
            var sentence = document.Sentences[person.Uses[0].Sentence].Span.In(document.Text);
            var key = FindingKey.Of("official", person.Id, sentence);
            document.Trace?.Add(key, Steps(document, person));
            found.Add(new OfficialNamed(
                key, person.Id, person.Name, Aliases(person), person.Country, office, former, evidence));
        }

        return found;
    }

    /// <summary>What led to the person, for a trace.</summary>
    private static IEnumerable<string> Steps(Document document, PersonEntry person)
    {
        var names = person.Uses.Select(u => u.Span.Of(document.Text)).Distinct().ToList();
        yield return $"named {person.Uses.Count} {(person.Uses.Count == 1 ? "time" : "times")}: {string.Join(", ", names.Select(n => $"\"{n}\""))}";
        if (person.Known is { } known)
        {
            var held = document.Anchor is { } day && known.OfficeOn(day) is { } office ? $", {office.Name} on {Domain.Time.DayRange.Iso(day)}" : "";
            yield return $"the dossier knows {known.Name}{held}";
        }

        foreach (var post in person.Offices)
        {
            var of = post.Country is { } country ? $" of {country}" : "";
            yield return $"the text gives the post \"{post.Text}\"{of}{(post.Former ? ", a former one" : "")}{(post.IsPublic ? "" : ", no public one")}";
        }

        yield return person.Country is null ? "no country can be told" : person.Known is { Country: var own } && own == person.Country ? $"country {own}: the dossier's"
            : person.Offices.Exists(o => o.Country == person.Country) ? $"country {person.Country}: the post's" : $"country {person.Country}: by the shape of the name, the outlet's home or the state named most";
    }

    private static string[] Aliases(PersonEntry person)
    {
        var aliases = new List<string>(person.Aliases);
        foreach (var alias in person.Known?.Aliases.Append(person.Known.Name) ?? [])
        {
            if (alias != person.Name && !aliases.Contains(alias))
            {
                aliases.Add(alias);
            }
        }

        return [.. aliases];
    }

    /// <summary>A present post before a former one; the one that the dossier knows before another; a telling one before a bare rank.</summary>
    private static (string? Office, bool Former) Office(Document document, PersonEntry person)
    {
        // "leader Kim" is enough where it is known that he holds an office.
        var offices = person.Offices.Where(o => (o.IsPublic || person.Known is not null && o.Text is "leader" or "chief") && o.Rank != Rank.Counterpart).ToList();
        var present = offices.Where(o => !o.Former).ToList();
        var day = document.Anchor;
        var held = person.Known is { } known && day is { } d ? known.OfficeOn(d)?.Name : person.Known?.OfficeOn(document.Dossier.LastDay)?.Name;
        if (present.Count > 0)
        {
            if (person.Known is not null)
            {
                var classes = person.Known.Tenures.Select(t => OfficeClasses.Of(t.Name)).ToList();
                var heldClass = held is null ? default : OfficeClasses.Of(held);
                var best = held is null ? null : present.FirstOrDefault(o => Same(o.Class, heldClass) && !IsByword(o));
                best ??= present.FirstOrDefault(o => classes.Any(c => Same(o.Class, c)) && !IsByword(o));
                if (best is { Rank: not (Rank.General or Rank.Member) } || best is not null && heldClass.Rank == best.Rank)
                {
                    return (Plain(best), false);
                }

                var words = present.OrderByDescending(Telling).First();
                if (held is not null && (words.Rank is Rank.General || words.Text is "minister" or "secretary" && heldClass.Noun == words.Text || words.Text is "diplomat" or "official" || words.Text.StartsWith("member of", StringComparison.Ordinal)))
                {
                    return (held, false);
                }

                if (held is not null && IsByword(words))
                {
                    return ($"{held} ({Plain(words)})", false);
                }
            }

            var telling = present.OrderByDescending(Telling).First();
            return (Plain(telling), false);
        }

        if (offices.Count > 0)
        {
            return (Plain(offices.OrderByDescending(Telling).First()), true);
        }

        if (person.LikeWords is { } bureau && Succession.IsBureau(bureau) && person.Offices.Exists(o => o.Rank == Rank.Counterpart))
        {
            return (bureau, false);
        }

        if (person.Offices.FirstOrDefault(o => o.Rank == Rank.Counterpart) is not null && held is null)
        {
            return (person.Classes.Select(c => Counterparts.IsPlain(c) && person.LikeWords is { } words ? words : Counterparts.Word(c, person.Country)).FirstOrDefault(w => w is not null), false);
        }

        if (held is not null)
        {
            return (held, false);
        }

        return person.Known?.Tenures is [.., var last] ? (last.Name, day is { } on && last.To is { } to && to <= on) : (null, false);
    }

    private static bool Same(OfficeClass a, OfficeClass b) => a.Rank == b.Rank && (a.Portfolio == b.Portfolio || a.Portfolio.Length > 0 && b.Portfolio.Length > 0 && a.Fits(b));

    private static int Telling(OfficePhrase office) =>
        (office.Rank is Rank.Member or Rank.General or Rank.None ? 0 : 4) + (office.Portfolio.Length > 0 ? 2 : 0) + (office.Text.Length > 8 ? 1 : 0);

    /// <summary>What papers call a post that has another name: "top spokesman", "trade czar".</summary>
    private static bool IsByword(OfficePhrase office) => office.Text.StartsWith("top ", StringComparison.Ordinal) || office.Text.Contains(" top ", StringComparison.Ordinal)
        || office.Rank is Rank.Spokesperson && office.Portfolio is "government" || office.Text.EndsWith("czar", StringComparison.Ordinal);

    private static string Plain(OfficePhrase office) => Abbreviations.Expand(office.Text);
}
