using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>An official who takes part, with the country served where it is known ("" otherwise).</summary>
public readonly record struct Participant(string Id, string Country);

/// <summary>What one report offers for telling which event it speaks of: the facts that identify, without its prose.</summary>
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
    IReadOnlyList<Participant> People,
    string? Place,
    IReadOnlyList<string> About,
    IReadOnlyList<int> Words,
    int Known,
    long Link)
{
    private const int MostWords = 24;

    public static Mention Of(ArticleRevision take, EventReported finding, Dossier dossier)
    {
        var known = TimeZoneInfo.ConvertTime(take.KnownSince, dossier.Zone).DateTime;

        // A publication known by its day alone counts from that day's end: it is that day's news, not the next day's.
        var day = take.Reading.Header.Published?.Day ?? DateOnly.FromDateTime(known);
        return new Mention(
            GsomiaTracker.Domain.Chronicle.ReportId.Of(take.Revision, finding.Key),
            take.Revision,
            finding.Kind,
            finding.Days,
            finding.Status,
            [.. finding.Countries.Distinct().Order(StringComparer.Ordinal)],
            [.. finding.People.Distinct().Order(StringComparer.Ordinal).Select(p => new Participant(p, CountryOf(p, take, dossier)))],
            finding.Place,
            finding.About,
            StemsOf(finding),
            day.DayNumber,
            Fnv.Start.With(take.Article).With(finding.Key.Value).Long);
    }

    private static string CountryOf(string person, ArticleRevision take, Dossier dossier)
    {
        foreach (var official in take.Reading.Officials)
        {
            if (official.Id == person && official.Country is { } country)
            {
                return country;
            }
        }

        foreach (var official in dossier.Officials)
        {
            if (official.Id == person)
            {
                return official.Country;
            }
        }

        return "";
    }

    private static int[] StemsOf(EventReported finding)
    {
        var stems = new SortedSet<int>();
        Stems.Collect(finding.Summary, stems, MostWords);
        foreach (var piece in finding.Evidence)
        {
            if (stems.Count >= MostWords)
            {
                break;
            }

            Stems.Collect(piece.Words, stems, MostWords);
        }

        return [.. stems];
    }
}
