using System.Globalization;
using System.Text.RegularExpressions;
using GsomiaTracker.Extraction.Wire.Html;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

/// <summary>
/// The day of publication on pages as many systems make them, in our own sentences: <c>Dates/families-N.txt</c> holds one page after another, each under a line
/// "## NAME, day or -, language, perhaps 'missed'", tab-separated; <c>{{en}}</c> stands for the paragraphs of <c>Dates/stories.txt</c> in that language.
/// The families were written one after another, each scored before anything was mended for it (<c>docs/OPERATING.md</c> has those figures).
/// </summary>
public sealed partial class DatePagesTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Wire", "Html", "Dates");

    private static readonly Dictionary<string, string> Stories = Regex.Split(File.ReadAllText(Path.Combine(Folder, "stories.txt")).ReplaceLineEndings("\n"), "^@", RegexOptions.Multiline)
        .Where(s => s.Length > 0).ToDictionary(s => s[..s.IndexOf('\n', StringComparison.Ordinal)], s => s[(s.IndexOf('\n', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    private static readonly Dictionary<string, (string Day, bool Missed, string Html)> All = Directory.GetFiles(Folder, "families-*.txt").Order(StringComparer.Ordinal)
        .SelectMany(f => Regex.Split(File.ReadAllText(f).ReplaceLineEndings("\n"), "^## ", RegexOptions.Multiline).Skip(1)).Select(Page).ToDictionary(p => p.Name, p => (p.Day, p.Missed, p.Html), StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_day_of_publication_is_told_from_the_page(string name)
    {
        var (day, missed, html) = All[name];

        var read = HtmlArticle.Read(html).Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

        if (missed)
        {
            Assert.NotEqual(day, read);
        }
        else
        {
            Assert.Equal(day, read);
        }
    }

    private static (string Name, string Day, bool Missed, string Html) Page(string record)
    {
        var end = record.IndexOf('\n', StringComparison.Ordinal);
        var facts = record[..end].Split('\t');
        var body = record[(end + 1)..];
        var head = Head().Match(body) is { Success: true } stated ? stated.Groups["head"].Value : "";
        body = Story().Replace(Head().Replace(body, ""), m => Stories[m.Groups["language"].Value]);
        var title = head.Contains("<title>", StringComparison.Ordinal) ? "" : "<title>Night ferry sails again</title>";
        return (facts[0], facts[1], facts.Length > 3, $"<!DOCTYPE html><html lang=\"{facts[2]}\"><head><meta charset=\"utf-8\">{title}{head}</head><body>{body}</body></html>");
    }

    [GeneratedRegex("^<head>(?<head>.*?)</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"\{\{(?<language>\w\w)\}\}")]
    private static partial Regex Story();
}
