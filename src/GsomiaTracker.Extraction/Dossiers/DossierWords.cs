using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Extraction.Dossiers;

/// <summary>What usually goes wrong with a dossier's words, seen beside what general readers know anyway.</summary>
public static class DossierWords
{
    /// <summary>Under so many names for an issue's things most of what texts call them is missing.</summary>
    private const int FewNames = 8;

    private static readonly Lazy<string[]> Zones = new(() => [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Order(StringComparer.Ordinal)]);

    private static readonly (BodyKind[] Kinds, string What)[] UsualBodies =
    [
        ([BodyKind.Presidency, BodyKind.Government], "presidency or seat of government (\"Downing Street\", \"the Kremlin\")"),
        ([BodyKind.ForeignMinistry], "foreign ministry"),
        ([BodyKind.Parliament], "parliament"),
    ];

    public static IReadOnlyList<DossierRemark> Remarks(Dossier dossier) => [.. Bodies(dossier), .. Names(dossier), .. Issues(dossier), .. NeverMet(dossier)];

    /// <summary>Names, adjectives and seats under which a state is met without a word in the dossier.</summary>
    public static IReadOnlyList<string> KnownNames(string country) =>
        [.. LexiconTable.Rows("countries.tsv").Where(r => r[0] == country).SelectMany(r => r[1..4].SelectMany(LexiconTable.Parts)).Select(n => n.TrimStart('?')).Distinct(StringComparer.Ordinal)];

    /// <summary>The state that is called so, or has that code; null where nobody is.</summary>
    public static string? CodeOf(string nameOrCode) => CountryCodes.Has(nameOrCode)
        ? nameOrCode
        : LexiconTable.Rows("countries.tsv").FirstOrDefault(r => LexiconTable.Parts(r[1]).Any(n => n.TrimStart('?').Equals(nameOrCode, StringComparison.OrdinalIgnoreCase)))?[0];

    /// <summary>The first seat of government of a state; empty where none is known.</summary>
    public static string SeatOf(string country) =>
        LexiconTable.Rows("countries.tsv").Where(r => r[0] == country).SelectMany(r => LexiconTable.Parts(r[3])).FirstOrDefault() ?? "";

    /// <summary>The IANA zone of a state or a body, by its seat of government, else by its own name; Etc/UTC where none is known.</summary>
    public static string ZoneOf(string country, string seat, string state) =>
        LexiconTable.Rows("dossier-zones.tsv").Where(r => r[0] == country || r[0] == seat).Select(r => r[1])
            .Concat(new[] { seat, state }.Where(n => n.Length > 0).SelectMany(n => Zones.Value.Where(z => z.EndsWith("/" + n.Replace(' ', '_'), StringComparison.Ordinal))))
            .FirstOrDefault(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)) ?? "Etc/UTC";

    /// <summary>Bodies of a state that are met without a word in the dossier, with their kinds.</summary>
    public static IReadOnlyList<(string Words, BodyKind Kind)> KnownBodies(string country) =>
        [.. LexiconTable.Rows("bodies.tsv").Where(r => LexiconTable.Parts(r[1]) is [var first, ..] && first == country).SelectMany(r => LexiconTable.Parts(r[0]).Select(w => (w, Enum.Parse<BodyKind>(r[2]))))];

    private static IEnumerable<DossierRemark> Bodies(Dossier dossier)
    {
        foreach (var party in dossier.Parties.Where(p => p.IsParty && CountryCodes.IsState(p.Country)))
        {
            var known = dossier.Bodies.Where(b => b.Country == party.Country && !(b.Place && b.Words == party.Capital)).Select(b => b.Kind).Concat(KnownBodies(party.Country).Select(b => b.Kind)).ToHashSet();
            foreach (var (_, what) in UsualBodies.Where(u => !u.Kinds.Any(known.Contains)))
            {
                yield return Warn("names.tsv", $"no {what} of {party.Name} ({party.Country})");
            }
        }
    }

    private static IEnumerable<DossierRemark> Names(Dossier dossier)
    {
        foreach (var party in dossier.Parties)
        {
            var names = KnownNames(party.Country).Concat(dossier.StateNames.Where(n => n.Country == party.Country).Select(n => n.Words)).Where(n => n != party.Name && n != party.Adjective && n != party.Capital).ToList();
            if (names.Count > 0)
            {
                yield return new DossierRemark(RemarkKind.Note, "dossier.json:parties", $"{party.Name} ({party.Country}) is also met as {string.Join(", ", names)}");
            }
        }
    }

    /// <summary>Names and phrases that are not even met in a sentence made of them: cut otherwise than texts are.</summary>
    private static IEnumerable<DossierRemark> NeverMet(Dossier dossier)
    {
        var parser = SyntaxParser.Load();
        var rules = StanceRules.Of(dossier);
        var (met, spare) = (new List<(Phrase, IssueSeed Value, int)>(), new List<(Phrase, IssueSeed Value, int)>());
        foreach (var (phrase, seed) in rules.Issues.SelectMany(i => i.Seeds).Where(s => s.Seed.Kind == SeedKind.Thing))
        {
            var words = string.Join(' ', phrase.Text.Split(' ').Where(w => w != "...").Select(w => w.Split('|')[0])).Replace(" 's", "'s", StringComparison.Ordinal);
            if (!Sentences(words).Any(s => Enumerable.Range(0, s.Count).Any(t => At(s, t).Exists(m => m.Value.Issue == seed.Issue && m.Item1.Length >= phrase.Length))))
            {
                yield return Warn(seed.Subject is null ? $"issues: {seed.Issue.Key}" : "names.tsv", $"'{phrase.Text}' is not met where a text has it: write it as the words are told apart (no quotation marks, no brackets)");
            }
        }

        var gazetteer = Officials.Gazetteer.For(dossier);
        foreach (var words in dossier.Bodies.Select(b => b.Words).Concat(dossier.StateNames.Select(n => n.Words)).Distinct(StringComparer.Ordinal))
        {
            if (!Sentences(words).Any(s => Language.Words.Of(s).Words is var of && Enumerable.Range(0, of.Length).Any(w => gazetteer.Longest(of, w, out _) > 0)))
            {
                yield return Warn("names.tsv", $"'{words}' is not met where a text has it: write it as the words are told apart (no quotation marks, no brackets)");
            }
        }

        IEnumerable<Sentence> Sentences(string words) => parser.Parse($"They spoke of the {words} on Monday.", new TextSpan(0, $"They spoke of the {words} on Monday.".Length));

        List<(Phrase, IssueSeed Value, int)> At(Sentence s, int token)
        {
            met.Clear();
            rules.At(s, token, met, spare);
            return met;
        }
    }

    private static IEnumerable<DossierRemark> Issues(Dossier dossier)
    {
        var owners = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var issue in dossier.Issues)
        {
            var rules = IssueRules.Of(issue, dossier);
            var things = rules.Seeds.Where(s => s.Seed.Kind == SeedKind.Thing).Select(s => s.Phrase.Text.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
            var concepts = rules.Concepts.Count(c => c.Seed.Kind != SeedKind.Hidden);
            if (things.Count + concepts == 0 && !rules.HasClaims)
            {
                yield return Warn($"{issue.File}:rules", "the issue speaks of nothing: no about, no claims, and no subject has its key");
            }
            else if (things.Count + concepts < FewNames)
            {
                yield return Warn($"{issue.File}:rules:about", FormattableString.Invariant($"only {things.Count + concepts} of its names known: add what friends and foes call it, or positions under other names are missed"));
            }

            if (rules.Sides.Count == 0)
            {
                yield return new DossierRemark(RemarkKind.Note, $"{issue.File}:rules:sides", "nobody has a usual side: who argues without saying plainly what he wants is seldom read");
            }

            // Where only its own verbs count, a thing may well be another issue's too.
            foreach (var thing in rules.OwnActionsOnly ? [] : things)
            {
                if (owners.TryGetValue(thing, out var of))
                {
                    of.Add(issue.Key);
                }
                else
                {
                    owners.Add(thing, [issue.Key]);
                }
            }

            foreach (var remark in Phrases(issue, dossier))
            {
                yield return remark;
            }
        }

        var about = dossier.Issues.SelectMany(i => IssueRules.Of(i, dossier).Seeds).Select(s => s.Seed.Subject).ToHashSet();
        foreach (var subject in dossier.Subjects.Where(s => s.Key != dossier.Deadline.Subject && !about.Contains(s.Key)))
        {
            yield return new DossierRemark(RemarkKind.Note, "issues", $"no issue is about the subject '{subject.Key}': events that concern it are told, positions on it are not");
        }

        foreach (var shared in owners.Where(o => o.Value.Count > 1).GroupBy(o => string.Join(" and ", o.Value), o => o.Key))
        {
            var words = shared.ToList();
            yield return Warn("issues", $"{shared.Key} are both about {string.Join(", ", words.Take(6).Select(w => $"\"{w}\""))}{(words.Count > 6 ? FormattableString.Invariant($" and {words.Count - 6} more") : "")}: a position on it is taken for both, unless ownActionsOnly or other words part them");
        }
    }

    private static IEnumerable<DossierRemark> Phrases(Issue issue, Dossier dossier)
    {
        using var rules = JsonDocument.Parse(issue.Rules);
        foreach (var (phrase, at) in Texts(rules.RootElement, $"{issue.File}:rules").ToList())
        {
            if (Phrase.Parse(phrase) is null)
            {
                yield return Warn(at, $"'{phrase}' cannot be met: words, a|b for either, ... for up to seven others");
            }
            else if (at.StartsWith($"{issue.File}:rules:about[", StringComparison.Ordinal) && phrase.Contains('-', StringComparison.Ordinal) && !phrase.Contains(' ', StringComparison.Ordinal)
                && !at.Contains(":words", StringComparison.Ordinal) && dossier.Subjects.All(s => s.Key != phrase))
            {
                yield return Warn(at, $"'{phrase}' is no subject's key and is met as words: {string.Join(", ", dossier.Subjects.Select(s => s.Key))} are keys");
            }
            else if (phrase.AsSpan().IndexOfAny(",;:") >= 0)
            {
                yield return Warn(at, $"'{phrase}': a phrase ends at a comma, so that it is never met whole");
            }
            else if (phrase.Contains('*', StringComparison.Ordinal))
            {
                yield return Warn(at, $"'{phrase}': * ends the beginning of a word under concepts only; here words are met in any form anyway");
            }
        }
    }

    /// <summary>The phrases of <c>about</c>, <c>for</c>, <c>against</c>, <c>ignore</c>, <c>alone</c> and <c>claims</c> with their places.</summary>
    private static IEnumerable<(string Phrase, string At)> Texts(JsonElement rules, string at)
    {
        foreach (var field in rules.EnumerateObject().Where(f => f.Name is "about" or "words" or "for" or "against" or "conditional" or "ignore" or "alone" or "claims"))
        {
            var here = $"{at}:{field.Name}";
            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Texts(field.Value, here))
                {
                    yield return inner;
                }
            }
            else if (field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var (item, i) in field.Value.EnumerateArray().Select((e, i) => (e, i)))
                {
                    var place = FormattableString.Invariant($"{here}[{i}]");
                    if (item.ValueKind == JsonValueKind.String)
                    {
                        yield return (item.GetString()!, place);
                    }
                    else if (item.ValueKind == JsonValueKind.Object)
                    {
                        foreach (var inner in Texts(item, place))
                        {
                            yield return inner;
                        }
                    }
                }
            }
        }
    }

    private static DossierRemark Warn(string at, string reason) => new(RemarkKind.Warning, at, reason);
}
