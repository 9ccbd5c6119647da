using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Reads sentences of our own as a wire piece filed from Warsaw on Wednesday, Nov. 20, 2019.</summary>
internal static class Told
{
    private static readonly ArticleReader Reader = new(TestDossier.Gsomia);

    public static IReadOnlyList<EventReported> By(params string[] paragraphs) => Reading(paragraphs).Events;

    public static Reading Reading(params string[] paragraphs) =>
        Reader.Read($"Ministers weigh treaty\n\nBy Jan Kowal\n\nWARSAW, Nov. 20, 2019 (AP) -- {string.Join("\n\n", paragraphs)}\n");

    public static EventReported Only(EventKind kind, params string[] paragraphs)
    {
        var events = By(paragraphs);
        var found = events.Where(e => e.Kind == kind).ToList();
        Assert.True(found.Count == 1, $"{found.Count} of kind {kind} among: {Shown(events)}");
        return found[0];
    }

    public static string Shown(IEnumerable<EventReported> events) =>
        string.Join("; ", events.Select(e => $"{e.Kind} {e.Days} {e.Status} {string.Join(',', e.Countries)} '{e.Evidence[0].Words}'"));
}
