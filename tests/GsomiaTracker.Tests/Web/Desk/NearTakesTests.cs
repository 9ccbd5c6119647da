using System.Globalization;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>What a text changes shows on the takes near it, whatever else is on the record: the same, but for the titles of events that are told elsewhere.</summary>
public sealed class NearTakesTests
{
    private static readonly IReadOnlyList<ArticleRevision> Takes = [.. Texts().Select(Take)];

    [Fact]
    public void What_filing_a_text_changes_is_the_same_among_its_near_takes_as_in_the_whole_record()
    {
        var (whole, near, some, same, asMany) = (0, 0, 0, 0, 0);
        foreach (var draft in Takes)
        {
            var others = Takes.Where(t => t.Revision != draft.Revision).ToList();
            var before = FoldedRecord.Of(others, [], TestDossier.Gsomia);
            var touched = NearTakes.Of(before.Takes, before.At(null), draft, TestDossier.Gsomia);
            var kept = touched.Among(others).ToList();

            var expected = Changes(before.At(null), FoldedRecord.Of([.. others, draft], [], TestDossier.Gsomia).At(null));
            var got = Changes(FoldedRecord.Of(kept, [], TestDossier.Gsomia).At(null), FoldedRecord.Of([.. kept, draft], [], TestDossier.Gsomia).At(null));

            whole += others.Count;
            near += kept.Count(t => t.Reading.Events.Count > 0);
            some += expected.Length;
            same += expected.SequenceEqual(got) ? 1 : 0;
            asMany += expected.Length == got.Length ? 1 : 0;
        }

        // A report that two events contend for may go to the other one where a third take, left out here, decides it.
        Assert.True(asMany >= 0.98 * Takes.Count, $"only {asMany} of {Takes.Count} texts change as many things");
        // With 20 texts more, 163 of 175 change the same (both before and after the last change of the events' rules).
        Assert.True(same >= 0.95 * Takes.Count, $"only {same} of {Takes.Count} texts change the same");
        Assert.True(near < 0.95 * whole, $"{near} of {whole} takes were folded: hardly one was left out");
        Assert.True(some > Takes.Count, "the texts change next to nothing");
    }

    private static string[] Changes(Chronicle before, Chronicle after) =>
        [.. ChronicleDifference.Between(before, after, h => $"{h.Country} {h.Person} {h.Org} {h.Issue}", TestDossier.Gsomia.Zone).Where(c => c.Thing != ChangedThing.Deadline)
            .Select(c => $"{c.Thing} {c.How} {c.Title} {c.Event?.Slug} {string.Join("; ", c.Values.Select(Told))}").Order(StringComparer.Ordinal)];

    /// <summary>Counts by how much they grow: one report that went to another event shifts both numbers for every text that tells of this one.</summary>
    private static string Told(ValueChange value) =>
        int.TryParse(value.Before, CultureInfo.InvariantCulture, out var before) && int.TryParse(value.After, CultureInfo.InvariantCulture, out var after) ? $"{value.Name} {after - before:+0;-0}" : value.ToString();

    private static IEnumerable<string> Texts() =>
        Directory.GetFiles(Path.Combine(Checkout.Dossier, "articles"), "*.txt").Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "texts", "own"), "*.txt")).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static ArticleRevision Take(string text, int number)
    {
        var reading = new ArticleReader(TestDossier.Gsomia).Read(text);
        var known = reading.Header.Published?.KnownSince(TestDossier.Gsomia.Zone) ?? new DateTimeOffset(2019, 11, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number);
        return new ArticleRevision($"article-{number}", $"{number:x8}", reading.Text ?? text, reading, known, known);
    }
}
