using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire;

/// <summary>
/// Pages of many outlets as they are copied, in our own sentences (<c>Pages/*.txt</c>): the first line says what the desk must read, the page follows after "===".
/// </summary>
public sealed class WirePagesTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Wire", "Pages");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_header_and_the_body_are_told_from_the_page(string page)
    {
        var whole = File.ReadAllText(Path.Combine(Folder, page + ".txt")).ReplaceLineEndings("\n");
        var cut = whole.IndexOf("===\n", StringComparison.Ordinal);
        var expected = whole[..cut].TrimEnd().Split('\t').Skip(1).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);

        var wire = WireDesk.Open(whole[(cut + 4)..], TestDossier.Gsomia);

        var header = wire.Header;
        string Of(string? value) => value ?? "";
        var read = new Dictionary<string, string>
        {
            ["agency"] = Of(header.Agency),
            ["headline"] = Of(header.Headline),
            ["byline"] = string.Join(';', header.Byline),
            ["place"] = Of(header.Dateline?.Place),
            ["date"] = header.Dateline?.Date is { } date ? DayRange.Iso(date) : "",
            ["published"] = Of(header.Published?.ToString()),
            ["how"] = Vocabulary.Word(header.PublishedHow),
            ["revision"] = Of(header.Revision?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ["body"] = wire.Paragraphs.Count(p => p.Role == ParagraphRole.Body).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        Assert.Equal(
            string.Join('\n', expected.Select(e => $"{e.Key}={e.Value}")),
            string.Join('\n', expected.Keys.Select(k => $"{k}={read[k]}")));
    }
}
