using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Web.Rendering;

/// <summary>A story that gives another outlet as the source of what it says: "Kyodo reported".</summary>
/// <param name="By">Whose words the story is: its outlet, or the one that a digest digests.</param>
/// <param name="Cited">The short name of the outlet it gives as its source.</param>
/// <param name="Statement">What it takes from there; its source names the outlet.</param>
public sealed record Citation(Story Story, string By, string Cited, Statement Statement)
{
    /// <summary>Every citation in the takes that speak for the stories, in order of becoming known.</summary>
    public static IEnumerable<Citation> Of(RecordAsOf record) => record.Stories.SelectMany(Of);

    /// <summary>The outlet that a report's story gives as the source of the words that tell the event; null where it speaks for itself.</summary>
    public static string? Behind(RecordAsOf record, Domain.Chronicle.Report report) =>
        record.Story(report.Article) is { } story && story.Latest.Revision == report.Revision
            ? Of(story).FirstOrDefault(c => c.Statement.Content.Any(said => report.Finding.Evidence.Any(told => told.Span.Overlaps(said.Span))))?.Cited
            : null;

    public static IEnumerable<Citation> Of(Story story)
    {
        var by = Voices.Own(story.Header) ?? story.Id;
        return story.Latest.Reading.Statements
            .Select(s => (Statement: s, Cited: s.Source is { } source ? OutletNames.FirstIn(source.Words) : null))
            .Where(s => s.Cited is not null && s.Cited != by && s.Cited != story.Header.Agency)
            .Select(s => new Citation(story, by, s.Cited!, s.Statement));
    }
}
