using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>An official who takes part, with the country served where it is known ("" otherwise).</summary>
public readonly record struct Participant(string Id, string Country);

/// <summary>What one report offers for telling which event it speaks of: the facts that identify, without its prose.</summary>
/// <param name="Actor">Who acts, for kinds that one side does to another: the first country; else "".</param>
/// <param name="Action">What an act does ("end", "keep", "restrict", "ease"); "" where the report does not say.</param>
/// <param name="Level">At which level those met whom nothing names ("leaders", "working"); "" where the report does not say.</param>
/// <param name="Name">The name that it bears without its number ("security consultative meeting"); "" where the report does not name it.</param>
/// <param name="Known">Day on which it became known, in the dossier's zone, as a day number.</param>
/// <param name="Words">Hashes of the stems of the words that tell it, sorted, each once.</param>
/// <param name="Link">Names the finding within its story: a later take with the same sentence speaks of the same event.</param>
public sealed record Mention(
    string ReportId,
    string Revision,
    EventKind Kind,
    DayRange? Days,
    EventStatus Status,
    IReadOnlyList<string> Countries,
    string Actor,
    IReadOnlyList<Participant> People,
    string? Place,
    IReadOnlyList<string> About,
    string Action,
    string Level,
    string Name,
    int[] Words,
    int Known,
    long Link)
{
    private const int MostWords = 24;

    /// <summary>The text as a number, to tell it from others at a glance.</summary>
    public long Take { get; } = TakeOf(Revision);

    /// <summary>The countries as one number (see <see cref="CountrySet"/>).</summary>
    public ulong Set { get; } = CountrySet.Of(Countries);

    /// <summary>A bit for each of the words, so that most words of others need not be looked for.</summary>
    internal ulong WordBits { get; } = BitsOf(Words);

    /// <summary>The bit of a word.</summary>
    internal static ulong Bit(int word) => 1UL << (word & 63);

    /// <summary>The text with that hash as a number.</summary>
    public static long TakeOf(string revision) => Fnv.Start.With(revision).Long;

    public static Mention Of(ArticleRevision take, EventReported finding, Dossier dossier)
    {
        // A publication known by its day alone counts from that day's end: it is that day's news, not the next day's.
        var day = take.Reading.Header.Published?.Day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(take.KnownSince, dossier.Zone).DateTime);
        return new Mention(
            GsomiaTracker.Domain.Chronicle.ReportId.Of(take.Revision, finding.Key),
            take.Revision,
            finding.Kind,
            finding.Days,
            finding.Status,
            Names(finding.Countries),
            finding.Kind is EventKind.Notice or EventKind.Measure && finding.Countries.Count > 1 ? finding.Countries[0] : "",
            Participants(Names(finding.People), take, dossier),
            finding.Place,
            finding.About,
            Detail(finding, "action"),
            Detail(finding, "level"),
            Detail(finding, "name"),
            StemsOf(finding),
            day.DayNumber,
            LinkOf(take.Article, finding.Key));
    }

    /// <summary>Names a finding within a story.</summary>
    public static long LinkOf(string story, FindingKey key) => Fnv.Start.With(story).With(key.Value).Long;

    private static ulong BitsOf(int[] words)
    {
        ulong bits = 0;
        foreach (var word in words)
        {
            bits |= Bit(word);
        }

        return bits;
    }

    private static string Detail(EventReported finding, string name)
    {
        for (var i = 0; i < finding.Details.Count; i++)
        {
            if (finding.Details[i].Name == name)
            {
                return finding.Details[i].Value;
            }
        }

        return "";
    }

    private static string[] Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => [],
        1 => [names[0]],
        2 => string.CompareOrdinal(names[0], names[1]) switch { < 0 => [names[0], names[1]], 0 => [names[0]], _ => [names[1], names[0]] },
        _ => [.. names.Distinct().Order(StringComparer.Ordinal)],
    };

    private static Participant[] Participants(string[] people, ArticleRevision take, Dossier dossier)
    {
        var participants = people.Length == 0 ? [] : new Participant[people.Length];
        for (var i = 0; i < people.Length; i++)
        {
            participants[i] = new Participant(people[i], CountryOf(people[i], take, dossier));
        }

        return participants;
    }

    private static string CountryOf(string person, ArticleRevision take, Dossier dossier)
    {
        for (var i = 0; i < take.Reading.Officials.Count; i++)
        {
            if (take.Reading.Officials[i] is { Country: { } country } official && official.Id == person)
            {
                return country;
            }
        }

        for (var i = 0; i < dossier.Officials.Count; i++)
        {
            if (dossier.Officials[i].Id == person)
            {
                return dossier.Officials[i].Country;
            }
        }

        return "";
    }

    private static int[] StemsOf(EventReported finding)
    {
        Span<int> stems = stackalloc int[MostWords];

        // The text's own words; a summary is the reader's, and says of every such event the same.
        var count = finding.Evidence.Count == 0 ? Stems.Collect(finding.Summary, stems, 0) : 0;
        for (var i = 0; i < finding.Evidence.Count && count < MostWords; i++)
        {
            count = Stems.Collect(finding.Evidence[i].Words, stems, count);
        }

        return Stems.Sorted(stems[..count]);
    }
}
