using System.Runtime.CompilerServices;
using System.Text;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>A place where a person is named.</summary>
internal readonly record struct PersonMention(int Sentence, int First, int Last, PersonEntry Person, IReadOnlyList<OfficePhrase> Offices);

/// <summary>Gathers the names of a text into persons: full names first, then what is short for them.</summary>
internal sealed class People
{
    private static readonly ConditionalWeakTable<Dossier, PhraseTable<Official>> Names = [];
    private static readonly ConditionalWeakTable<Dossier, Dictionary<string, List<Official>>> Aliases = [];

    private const int MostBearers = 12;
    private const int MostLookedAt = 200;

    private readonly Document _document;
    private readonly string? _home;
    private readonly Dictionary<string, List<PersonEntry>> _byCountry = new(StringComparer.Ordinal);
    private readonly List<PersonEntry> _people = [];
    private readonly Dictionary<string, PersonEntry> _byFullName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonEntry>> _byShortName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _speaking = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Official>> _knownByAlias;

    private People(Document document, string? home)
    {
        _document = document;
        _home = home;
        _knownByAlias = Aliases.GetValue(document.Dossier, BuildAliases);
    }

    public IReadOnlyList<PersonEntry> All => _people;

    public List<PersonMention> Mentions { get; } = [];

    public static People Of(Document document, IReadOnlyList<SentenceScan> scans, string? home, Func<SentenceScan, int, int, bool> speaks)
    {
        var people = new People(document, home);
        var finder = new NameFinder(Names.GetValue(document.Dossier, BuildNames));
        var uses = scans.Select(s => finder.Find(s).ToArray()).ToArray();
        finder.Families.UnionWith(uses.SelectMany(u => u).Where(u => u.Parts.Length > 1 && OfficeLexicon.IsOrgWord(u.Parts[0])
            && FamilyNames.Country(u.Parts) is not null).Select(u => u.Parts[0]));
        if (finder.Families.Count > 0)
        {
            uses = scans.Select(s => finder.Find(s).ToArray()).ToArray();
        }

        var holders = uses.SelectMany(u => u).Where(u => u.Known is not null || u.Offices.Any(o => o.IsPublic)).Select(u => u.Parts[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (var of in uses)
        {
            for (var i = 0; i < of.Length; i++)
            {
                of[i] = Owned(of[i], scans, holders);
            }
        }

        // "met Japan's Hiroto Kanda ... Kanda said": who speaks by the family name alone is a person where he is first named too.
        people._speaking.UnionWith(uses.SelectMany(u => u).Where(u => u.Parts.Length == 1 && speaks(scans[u.Sentence], u.First, u.Last)).Select(u => u.Parts[0]));
        foreach (var use in uses.SelectMany(u => u))
        {
            people.TakeFull(use, scans[use.Sentence], speaks);
        }

        foreach (var use in uses.SelectMany(u => u).Where(u => u.Parts.Length == 1))
        {
            people.TakeTitled(use, scans[use.Sentence]);
        }

        foreach (var use in uses.SelectMany(u => u))
        {
            people.TakeMention(use, scans[use.Sentence], speaks);
        }

        people.Settle(scans);
        return people;
    }

    /// <summary>The officials of a state, in order of first mention.</summary>
    public IReadOnlyList<PersonEntry> OfCountry(string country) => _byCountry.GetValueOrDefault(country) ?? [];

    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else
            {
                key.Append(Latin.Plain(c));
            }
        }

        return key.ToString();
    }

    /// <summary>"its leader, Kim": whose, the nearest state or body before tells.</summary>
    private static NameUse Owned(NameUse use, IReadOnlyList<SentenceScan> scans, HashSet<string> holders)
    {
        // "Abe's spokesman, ...": who serves an official holds an office too.
        var words = scans[use.Sentence].Words;
        if (use.Offices.Any(o => !o.IsPublic && o.First > 1 && words[o.First - 1].IsPossessive && holders.Contains(words[o.First - 2].Norm)))
        {
            use = use with
            {
                Offices = [.. use.Offices.Select(o => o.First > 1 && words[o.First - 1].IsPossessive && holders.Contains(words[o.First - 2].Norm) ? o with { IsPublic = true } : o)],
            };
        }

        if (use.Offices.FirstOrDefault(o => o is { IsPublic: true, Country: null, Pronoun: "its" or "their" }) is { } served
            && (Subject(scans[use.Sentence], served.First) ?? (use.Sentence > 0 ? Subject(scans[use.Sentence - 1], int.MaxValue) : null)) is { } sender)
        {
            // "The United States has hailed it. Its ambassador to Japan, ..."
            return use with { Offices = [.. use.Offices.Select(o => o == served ? o with { Country = sender } : o)] };
        }

        if (!use.Offices.Any(Ownerless))
        {
            return use;
        }

        var owner = Owner(scans[use.Sentence], use.First) ?? (use.Sentence > 0 ? Owner(scans[use.Sentence - 1], int.MaxValue) : null);
        return owner is null ? use : use with
        {
            Offices = [.. use.Offices.Select(o => Ownerless(o) ? o with { IsPublic = true, Country = o.Country ?? (owner.Length > 0 ? owner : null) } : o)],
        };
    }

    /// <summary>"its leader", or a title by itself before a name: "spokeswoman Hua Chunying".</summary>
    private static bool Ownerless(OfficePhrase office) => !office.IsPublic && (office.Pronoun is "its" or "their" or "whose" || office.First == office.Last && office.Rank is Rank.Spokesperson);

    /// <summary>The state that a sentence names first.</summary>
    private static string? Subject(SentenceScan scan, int before) =>
        scan.Known.Where(h => h.First < before && h.Known.Kind is KnownKind.State or KnownKind.Seat && !StatesBeside.IsPlace(scan, h)).Select(h => h.Known.Country).FirstOrDefault();

    /// <summary>Where the text places the post that a sentence gives without a state: "In Tokyo, Deputy Minister X ...", "Germany slammed it. \"...,\" said Foreign Minister X".</summary>
    private string? Placed(PersonEntry person, IReadOnlyList<SentenceScan> scans)
    {
        foreach (var mention in Mentions)
        {
            if (mention.Person != person || !mention.Offices.Any(o => o is { IsPublic: true, Rank: not (Rank.Ambassador or Rank.Envoy or Rank.Member or Rank.General) }))
            {
                continue;
            }

            var scan = scans[mention.Sentence];
            if (scan.Known.Find(h => h.Known.Kind is KnownKind.Seat && h.First == 1 && scan.Is(0, "in") && scan.Is(h.Last + 1, ",")) is { Known: not null } seat && seat.First < mention.First)
            {
                return seat.Known.Country;
            }

            var own = scan.Known.Any(h => h.Known.Kind is KnownKind.State or KnownKind.Seat or KnownKind.Adjective);
            if (!own && mention.Sentence > 0 && _document.Sentences[mention.Sentence].Paragraph == _document.Sentences[mention.Sentence - 1].Paragraph
                && scans[mention.Sentence - 1].Known is [var hit, ..] && hit is { First: 0, Known.Kind: KnownKind.State } && !scans[mention.Sentence - 1].Words[Math.Min(hit.Last + 1, scans[mention.Sentence - 1].Count - 1)].IsPossessive)
            {
                return hit.Known.Country;
            }
        }

        return null;
    }

    private static string? Owner(SentenceScan scan, int before)
    {
        for (var i = scan.Known.Count - 1; i >= 0; i--)
        {
            var hit = scan.Known[i];
            if (hit.First < before && hit.Known.Kind is KnownKind.State or KnownKind.Seat or KnownKind.Body)
            {
                return StatesBeside.CountryBefore(scan, hit.First) ?? hit.Known.Country ?? "";
            }
        }

        return null;
    }

    /// <summary>"David Stillwel": a full name in which letters are doubled or single that are not in a known official's.</summary>
    private Official? Misspelt(NameUse use) =>
        use.Parts.Length > 1 && _knownByAlias.TryGetValue("~" + Squeezed(Key(use.Text)), out var list) && list.Count == 1 ? list[0] : null;

    private static string Squeezed(string key)
    {
        var single = new StringBuilder(key.Length);
        foreach (var c in key)
        {
            if (single.Length == 0 || single[^1] != c)
            {
                single.Append(c);
            }
        }

        return single.ToString();
    }

    private static Dictionary<string, List<Official>> BuildAliases(Dossier dossier)
    {
        var aliases = new Dictionary<string, List<Official>>(StringComparer.Ordinal);
        foreach (var official in dossier.Officials)
        {
            foreach (var alias in official.Aliases.Append(official.Name))
            {
                var key = Key(alias);
                if (!aliases.TryGetValue(key, out var list))
                {
                    aliases[key] = list = [];
                }

                if (!list.Contains(official))
                {
                    list.Add(official);
                }

                // Full names a second time, with single letters only, for those who misspell them.
                if (alias.Contains(' ', StringComparison.Ordinal))
                {
                    var squeezed = "~" + Squeezed(key);
                    aliases.TryAdd(squeezed, []);
                    if (!aliases[squeezed].Contains(official))
                    {
                        aliases[squeezed].Add(official);
                    }
                }
            }
        }

        return aliases;
    }

    private static PhraseTable<Official> BuildNames(Dossier dossier)
    {
        var table = new PhraseTable<Official>();
        foreach (var official in dossier.Officials)
        {
            foreach (var name in official.Aliases.Prepend(official.Name))
            {
                if (name.Contains(' ', StringComparison.Ordinal))
                {
                    table.Add(name, official);
                }
            }
        }

        return table;
    }

    /// <summary>A name of several parts founds a person.</summary>
    private void TakeFull(NameUse use, SentenceScan scan, Func<SentenceScan, int, int, bool> speaks)
    {
        if (use.Known is null && (use.Parts.Length < 2 || !(use.PersonLike || _speaking.Contains(use.Parts[^1]) && use.Parts.Length <= 3 && !OfficeLexicon.IsOrgWord(scan.Words[use.Last].Norm) || speaks(scan, use.First, use.Last) && !OfficeLexicon.IsOrgWord(scan.Words[use.Last].Norm))))
        {
            return;
        }

        var known = use.Known ?? (_knownByAlias.TryGetValue(Key(use.Text), out var list) && list.Count == 1 ? list[0] : Misspelt(use));
        var key = known is not null ? "=" + known.Id : FullKey(use.Parts);
        if (_byFullName.TryGetValue(key, out var person))
        {
            if (use.Text.Length > person.Name.Length && use.Parts.Length >= person.Parts.Length)
            {
                person.Name = use.Text;
                person.Parts = use.Parts;
            }
        }
        else
        {
            person = Add(use, known);
            _byFullName[key] = person;
        }

        Learn(person, use);
    }

    /// <summary>A family name alone with a post founds a person where no full name does, wherever in the text the post stands.</summary>
    private void TakeTitled(NameUse use, SentenceScan scan)
    {
        if (!_byShortName.ContainsKey(ShortKey(use.Parts)) && !_knownByAlias.ContainsKey(Key(use.Text)) && !OfficeLexicon.IsPrivateWord(use.Parts[0])
            && use.Offices.Any(o => o.IsPublic) && (use.Titled || scan.Tag(use.Last) is Xpos.NNP && use.Offices.Any(o => o.First > use.Last)))
        {
            Learn(Add(use, null), use);
        }
    }

    private void TakeMention(NameUse use, SentenceScan scan, Func<SentenceScan, int, int, bool> speaks)
    {
        var known = use.Known ?? (use.Parts.Length > 1 && _knownByAlias.TryGetValue(Key(use.Text), out var list) && list.Count == 1 ? list[0] : Misspelt(use));
        if ((known is not null && _byFullName.TryGetValue("=" + known.Id, out var person) || _byFullName.TryGetValue(FullKey(use.Parts), out person)) && use.Parts.Length > 1)
        {
            Mention(person, use);
            return;
        }

        if (Short(use) is { } match)
        {
            Learn(match, use);
            Mention(match, use);
            return;
        }

        var name = Key(use.Text);
        var candidates = _knownByAlias.GetValueOrDefault(name);
        if (candidates is { Count: > 0 } && use.Parts.Length == 1 && scan.Tag(use.Last) is Xpos.NNP or Xpos.NNPS or Xpos.NN || candidates is { Count: 1 } && use.Titled)
        {
            var official = candidates.Count == 1 ? candidates[0] : Choose(candidates, use);
            if (official is not null && (use.Titled || speaks(scan, use.First, use.Last) || scan.Tag(use.Last) is Xpos.NNP))
            {
                if (!_byFullName.TryGetValue("=" + official.Id, out var entry))
                {
                    // "Saddam": whom the text named in full and goes on about by another name than the family's is no second person.
                    _byFullName["=" + official.Id] = entry = Add(use, official);
                }

                Learn(entry, use);
                Mention(entry, use);
                return;
            }
        }

        if (use.Titled && !(use.Parts.Length == 1 && OfficeLexicon.IsPrivateWord(use.Parts[0])) && use.Offices.Any(o => o.IsPublic || o.Rank == Rank.Counterpart) || use.Parts.Length == 1 && scan.Tag(use.Last) is Xpos.NNP && (speaks(scan, use.First, use.Last) || use.Offices.Any(o => o.IsPublic && o.First > use.Last)))
        {
            var entry = Add(use, null);
            Learn(entry, use);
            Mention(entry, use);
        }
    }

    private Official? Choose(List<Official> candidates, NameUse use)
    {
        var day = _document.Anchor ?? _document.Dossier.LastDay;
        var fitting = candidates.Where(c => use.Offices.Count == 0 || use.Offices.Any(o => c.Tenures.Any(t => OfficeClasses.Of(t.Name).Fits(o.Class)))).ToList();
        return fitting.Count == 1 ? fitting[0] : fitting.Where(c => c.OfficeOn(day) is not null).Take(2).ToList() is [var one] ? one : null;
    }

    /// <summary>The person that a short name stands for: the family name's only bearer, the one whose post fits, or the one named last.</summary>
    private PersonEntry? Short(NameUse use)
    {
        if (!_byShortName.TryGetValue(ShortKey(use.Parts), out var bearers))
        {
            return null;
        }

        if (bearers.Count == 1)
        {
            return bearers[0];
        }

        foreach (var office in use.Offices)
        {
            var fitting = bearers.Where(b => b.Offices.Any(o => o.Class.Fits(office.Class) && (o.Country is null || office.Country is null || o.Country == office.Country))).ToList();
            if (fitting.Count == 1)
            {
                return fitting[0];
            }
        }

        return bearers.MaxBy(b => b.Uses.Count > 0 ? b.Uses[^1].Span.Start : -1);
    }

    private PersonEntry Add(NameUse use, Official? known)
    {
        var person = new PersonEntry { Name = use.Text, Parts = use.Parts, Known = known, Country = known?.Country };
        _people.Add(person);
        return person;
    }

    private void Learn(PersonEntry person, NameUse use)
    {
        person.Gender = person.Gender == '\0' ? use.Gender : person.Gender;
        foreach (var office in use.Offices)
        {
            if (person.Offices.Count < MostLookedAt && !person.Offices.Contains(office))
            {
                person.Offices.Add(office);
                if (office.IsPublic || office.Rank == Rank.Counterpart)
                {
                    person.Country ??= office.Country;
                }
            }
        }

        foreach (var name in ShortNames(person))
        {
            if (!_byShortName.TryGetValue(name, out var list))
            {
                _byShortName[name] = list = [];
            }

            if (list.Count < MostBearers && !list.Contains(person))
            {
                list.Add(person);
            }
        }
    }

    /// <summary>What may stand for the person alone: the family name, with its particles; either end of the name where it is not clear which is the family's.</summary>
    private static IEnumerable<string> ShortNames(PersonEntry person)
    {
        var parts = person.Parts.Where(p => p.TrimEnd('.') is not ("jr" or "sr" or "ii" or "iii" or "iv")).ToArray();
        if (parts.Length == 0)
        {
            yield break;
        }

        yield return parts[^1];
        if (parts.Length == 1)
        {
            yield break;
        }

        if (person.FamilyFirst || person.Country is null or "JP")
        {
            yield return parts[0];
        }

        if (parts.Length > 2)
        {
            yield return string.Join(' ', parts[^2..]);
        }
    }

    private static string ShortKey(string[] parts) => string.Join(' ', parts.Where(p => p.TrimEnd('.') is not ("jr" or "sr" or "ii" or "iii" or "iv")));

    /// <summary>Without initials and suffixes: "John J. Sullivan" is "John Sullivan".</summary>
    private static string FullKey(string[] parts) =>
        string.Join(' ', parts.Where(p => p.Length > 2 || p.Length == 2 && p[1] != '.').Where(p => p.TrimEnd('.') is not ("jr" or "sr" or "ii" or "iii")).Select(Key));

    private void Mention(PersonEntry person, NameUse use)
    {
        var words = _document.WordsOf(use.Sentence);
        person.Uses.Add((use.Sentence, new Domain.Text.TextSpan(words[use.First].Start, words[use.Last].End)));
        if (use.Text != person.Name && person.Aliases.Count < MostBearers && !person.Aliases.Contains(use.Text))
        {
            person.Aliases.Add(use.Text);
        }

        Mentions.Add(new PersonMention(use.Sentence, use.First, use.Last, person, use.Offices));
    }

    private void Settle(IReadOnlyList<SentenceScan> scans)
    {
        var named = scans.SelectMany(s => s.Known).Select(h => h.Known.Country).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in _people)
        {
            person.IsOfficial = person.Known is not null || person.Offices.Any(o => o.IsPublic);
            person.Id = person.Known?.Id ?? Slug(person.Name);
            for (var n = 2; !ids.Add(person.Id); n++)
            {
                person.Id = $"{Slug(person.Name)}-{n}";
            }

            if (person.Country is null && FamilyNames.Country(person.Parts) is { } told && named.Contains(told))
            {
                person.Country = told;
            }

            if (person.IsOfficial && person.Country is null && !person.Offices.Any(o => o.Supranational) && !person.Offices.Any(o => o.Pronoun.Length > 0))
            {
                var may = person.Offices.Select(o => o.MayServe).FirstOrDefault(m => m.Count > 0);
                person.Country = may is null && Placed(person, scans) is { } placed ? placed : may is null || _home is not null && may.Contains(_home) ? _home : may[0];
            }

            if (person is { IsOfficial: true, Country: { } country })
            {
                if (!_byCountry.TryGetValue(country, out var list))
                {
                    _byCountry[country] = list = [];
                }

                if (list.Count < MostLookedAt)
                {
                    list.Add(person);
                }
            }

            if (person.Known is { } known)
            {
                var day = _document.Anchor;
                var tenures = day is { } d && known.OfficeOn(d) is { } held ? [held] : known.Tenures;
                person.Classes.AddRange(tenures.Select(t => OfficeClasses.Of(t.Name)));
            }

            person.Classes.AddRange(person.Offices.Where(o => !o.Former).Select(o => o.Class));
        }
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is ' ' or '-' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : "person";
    }
}
