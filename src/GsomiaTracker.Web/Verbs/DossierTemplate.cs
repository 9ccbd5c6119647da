using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dossiers;
using GsomiaTracker.Extraction.Events;

namespace GsomiaTracker.Web.Verbs;

/// <summary>The files of a new dossier: complete, with comments that say what to put where.</summary>
internal static class DossierTemplate
{
    /// <summary>So many names and bodies that are met anyway are told beside a party.</summary>
    private const int MostKnown = 24;

    private static readonly string[] UsualBodies = ["presidency", "foreign-ministry", "defense-ministry", "parliament", "party"];
    private static readonly string[] Agreements = ["agreement", "accord", "deal", "pact", "treaty"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="given">"GB", "Iceland", "XT=the Taliban", "RU=Soviet Union/Soviet": a code or a known name, how the party is to be called, and its adjective.</param>
    /// <param name="isParty">Whether it is bound by what ends, or only speaks.</param>
    public static Parsed<Party> Party(string given, bool isParty)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        var state = equals < 0 ? given : given[..equals].Trim();
        if (DossierWords.CodeOf(state) is not { } code)
        {
            return Parsed<Party>.No($"'{state}' is no country code ({CountryCodes.Kinds})");
        }

        var called = equals < 0 ? [CountryNames.Of(code)] : given[(equals + 1)..].Split('/', StringSplitOptions.TrimEntries);
        var name = called[0];
        if (name.Length == 0 || CountryCodes.IsOwn(code) && equals < 0)
        {
            return Parsed<Party>.No($"what is {code} called? ({code}=NAME)");
        }

        var adjective = called is [_, var own, ..] ? own : CountryNames.Adjective(code);
        var seat = DossierWords.SeatOf(code);
        return Parsed<Party>.Of(new Party(code, name, adjective.Length > 0 ? adjective : Bare(name), seat, DossierWords.ZoneOf(code, seat, CountryNames.Of(code)), isParty));
    }

    /// <summary>A name without its article: "Taliban".</summary>
    public static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <param name="id">The folder's name.</param>
    /// <param name="last">The last day on which it holds.</param>
    /// <param name="ends">What ends, without an article: "interim agreement".</param>
    /// <param name="zone">In which its days end.</param>
    public static IEnumerable<(string Name, string Content)> Files(string id, IReadOnlyList<Party> parties, DateOnly last, string zone, string ends, OfficialsSheet.Tables? officials)
    {
        var key = OfficialsSheet.Slug(ends);
        yield return ("dossier.json", Dossier(OfficialsSheet.Slug(id), parties, last, zone, ends, key));
        yield return ("names.tsv", Names(parties, ends, key));
        yield return ("officials.tsv", (officials is null ? "# aliases: other spellings, ';' between; the family name alone too. country: as in dossier.json.\nid\tname\taliases\tnative\tlanguage\tcountry\n" : officials.Officials));
        yield return ("tenures.tsv", "# office: lower case, without the country. The last day is the successor's first; empty: not known, or still held.\n" + (officials?.Tenures ?? "official\toffice\tfrom\tto\n"));
        yield return ("days.tsv", string.Create(CultureInfo.InvariantCulture, $"# Days on the public record and the beginnings of words that speak of them, for texts without a date: groups (;) that must all be met, each by one of its alternatives (|).\nfrom\tto\twords\n# {DayRange.Iso(last)}\t{DayRange.Iso(last)}\texpir|ended|ran out;#{key}\n"));
        yield return ($"issues/keep-{key}.json", Issue(parties, ends, key));
    }

    private static string Dossier(string id, IReadOnlyList<Party> parties, DateOnly last, string zone, string ends, string key)
    {
        var midnight = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(midnight);
        var instant = string.Create(CultureInfo.InvariantCulture, $"{midnight:yyyy-MM-dd'T'HH:mm}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh':'mm}");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            {
              "id": {{Quoted(id)}},
              "title": {{Quoted(Capital(ends))}},
              "about": {{Quoted(string.Create(CultureInfo.InvariantCulture, $"The {ends} ends on {last:MMMM d, yyyy}."))}}, // one or two sentences
              "firstDay": "{{DayRange.Iso(last.AddMonths(-6))}}", // a date without a year is looked for between these two
              "lastDay": "{{DayRange.Iso(last.AddMonths(3))}}",
              "deadline": {
                "instant": "{{instant}}", // the end of a day is 00:00 of the next, with the offset at its seat
                "zone": {{Quoted(zone)}},
                "lastDay": "{{DayRange.Iso(last)}}", // the day most papers print
                "printedDays": ["{{DayRange.Iso(last)}}"], // every day that some print for the same instant
                "subject": {{Quoted(key)}}
              },
              "parties": [ // isParty: bound by what ends; false for others that speak

            """);
        text.AppendJoin(",\n", parties.Select(p =>
            $"    {{ \"country\": {Quoted(p.Country)}, \"name\": {Quoted(p.Name)}, \"adjective\": {Quoted(p.Adjective)}, \"capital\": {Quoted(p.Capital)}, \"zone\": {Quoted(p.Zone)}, \"isParty\": {(p.IsParty ? "true" : "false")} }}"));
        text.Append("\n  ],\n  \"zones\": [ // clocks on the pages\n");
        text.AppendJoin(",\n", parties.Where(p => p.IsParty).DistinctBy(p => p.Zone).Select(p => $"    {{ \"label\": {Quoted(p.Capital.Length > 0 ? p.Capital : "UTC")}, \"zone\": {Quoted(p.Zone)} }}"));
        text.Append(CultureInfo.InvariantCulture, $$"""

              ],
              "subjects": [ // what texts call by several names (names.tsv); parties: actor first
                { "key": {{Quoted(key)}}, "title": {{Quoted("the " + ends)}}, "parties": [{{string.Join(", ", parties.Where(p => p.IsParty).Take(2).Select(p => Quoted(p.Country)))}}] }
              ]
            }

            """);
        return text.ToString();
    }

    private static string Names(IReadOnlyList<Party> parties, string ends, string key)
    {
        var noun = HeadNoun(ends);
        var text = new StringBuilder(
            "# One name a line, as texts write it, without \"the\" except where it is all there is (\"the pact\").\n"
            + "# subject: name (for certain) or short (when nothing nearer is meant). body: what stands for a state's government, presidency, foreign-ministry, defense-ministry,\n"
            + "# trade-ministry, ministry, parliament, court, military, party or other. place: a body's name that is a place too. state: another name or adjective of a state.\n"
            + "words\tstands\tkey\tdetail\n");
        Row($"{ends}\tsubject\t{key}\tname");
        text.Append("# its full name, its initials, what friends and foes call it: each on a line like the one above\n");
        foreach (var other in noun is null ? [] : Agreements.Contains(noun) ? Agreements : [noun])
        {
            Row($"the {other}\tsubject\t{key}\tshort");
        }

        foreach (var party in parties)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n# {Bare(party.Name)}");
            var known = DossierWords.KnownNames(party.Country).Concat(DossierWords.KnownBodies(party.Country).Select(b => b.Words)).Where(n => n != party.Name && n != party.Adjective).ToList();
            text.Append(known.Count > 0 ? $"; known without a line: {string.Join(", ", known.Take(MostKnown))}{(known.Count > MostKnown ? " and more" : "")}\n" : "\n");
            foreach (var kind in !CountryCodes.IsState(party.Country) && !CountryCodes.IsOwn(party.Country) ? ["other"] : CountryCodes.IsState(party.Country) && party.IsParty ? UsualBodies : ["party"])
            {
                text.Append(CultureInfo.InvariantCulture, $"# NAME\tbody\t{party.Country}\t{kind}\n");
            }
        }

        return text.ToString();

        void Row(string row) => text.Append(row).Append('\n');
    }

    /// <summary>What texts go on with: "withdrawal" of "withdrawal from Kuwait", "pact" of "Herring Sharing Pact"; null where the last word is a name of its own ("New START").</summary>
    private static string? HeadNoun(string ends)
    {
        var words = ends.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = Array.FindIndex(words, w => w is "from" or "of" or "on" or "for" or "with" or "in" or "between" or "to");
        var noun = words[end > 0 ? end - 1 : ^1];
        return char.IsLower(noun[0]) || Agreements.Contains(noun.ToLowerInvariant()) ? noun.ToLowerInvariant() : null;
    }

    private static string Issue(IReadOnlyList<Party> parties, string ends, string key)
    {
        var (name, code) = (parties[0].Name, parties[0].Country);
        return $$"""
            {
              "key": {{Quoted("keep-" + key)}},
              "title": {{Quoted("Keep the " + ends)}},
              "order": 1, // its place among the issues
              "for": "keep or renew it, mind its end",
              "against": "end it, refuse to renew it",
              "conditional": "keep it if the other side moves first",
              "rules": {
                "about": [{{Quoted(key)}}, { "words": [{{Quoted("end of the " + ends.ToLowerInvariant())}}], "turned": true }], // a subject's key: all its names; further phrases; turned: more of it is against
                "for": ["renew", "extend", "prolong"], // done to it (renew, end and many others are known anyway)
                "against": ["let lapse"],
                "claims": { "for": [], "against": [], "conditional": [] }, // turns of phrase that hold the position as soon as somebody says them
                "sides": {}, // { "XX": "for", "YY/an-official": "against" }: only who has held to it throughout
                "reads": [{{Quoted($"{Capital(name)} wants to renew the {ends}. => {code} for")}}],
                "readsNot": [{{Quoted($"The {ends} was signed in the spring.")}}]
              }
            }

            """;
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
