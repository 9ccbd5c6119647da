using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class MarkedTextTests
{
    private const string Text = "Kono said \"no <b>\" & left & came back on Sunday.\n\nTokyo, too.";

    [Fact]
    public void Marks_that_nest_are_nested() =>
        Assert.Equal("<span id=\"m-a\" class=\"k event\">Kono <span id=\"m-b\" class=\"k statement\">said</span><a class=\"ref\" href=\"#f-b\">S1</a></span><a class=\"ref\" href=\"#f-a\">E1</a>",
            Draw("Kono said", Made(0, 9, MarkKind.Event, "a", "E1"), Made(5, 9, MarkKind.Statement, "b", "S1")));

    [Fact]
    public void A_mark_across_another_s_end_is_cut_there_and_refers_once() =>
        Assert.Equal("<span id=\"m-a\" class=\"k event\">Ko<span id=\"m-b\" class=\"k stance\">no</span></span><a class=\"ref\" href=\"#f-a\">E1</a><span class=\"k stance\"> said</span><a class=\"ref\" href=\"#f-b\">P1</a>",
            Draw("Kono said", Made(0, 4, MarkKind.Event, "a", "E1"), Made(2, 9, MarkKind.Stance, "b", "P1")));

    [Fact]
    public void A_name_within_a_name_is_not_a_link_within_a_link()
    {
        var html = Draw("Kono said", Made(0, 9, MarkKind.Official, "a", null), Made(0, 4, MarkKind.Date, "b", null));
        Assert.Single(new HtmlParser().ParseDocument(html).QuerySelectorAll("a"));
    }

    [Fact]
    public void Whatever_the_marks_the_text_comes_through_and_every_anchor_is_there_once()
    {
        var random = new Random(20191123);
        for (var round = 0; round < 400; round++)
        {
            var marks = Enumerable.Range(0, random.Next(0, 14)).Select(i =>
            {
                var start = random.Next(0, Text.Length);
                return Made(start, random.Next(start, Text.Length + 1), (MarkKind)random.Next(0, 9), $"x{i}", random.Next(2) == 0 ? $"L{i}" : null);
            }).ToList();
            var body = new HtmlParser().ParseDocument("<body>" + Draw(Text, [.. marks])).Body!;
            foreach (var mark in marks.Where(m => !m.Span.IsEmpty))
            {
                Assert.Single(body.QuerySelectorAll($"[id='m-{mark.Finding}']"));
                Assert.Equal(mark.Label is null ? 0 : 1, body.QuerySelectorAll("a.ref").Count(a => a.GetAttribute("href") == $"#f-{mark.Finding}"));
            }

            foreach (var reference in body.QuerySelectorAll("a.ref").ToList())
            {
                reference.Remove();
            }

            Assert.Equal(Text, body.TextContent);
            Assert.Empty(body.QuerySelectorAll("a a"));
        }
    }

    [Fact]
    public void Every_finding_of_every_made_up_piece_has_its_mark()
    {
        foreach (var take in MadeUpCrisis.Revisions)
        {
            var body = new HtmlParser().ParseDocument("<body>" + Draw(take.Text, [.. Mark.Of(take.Reading)])).Body!;
            foreach (var e in take.Reading.Events)
            {
                Assert.StartsWith(body.QuerySelector($"[id='m-{e.Key}']")!.TextContent[..5], e.Evidence[0].Words, StringComparison.Ordinal);
            }
        }
    }

    private static Mark Made(int start, int end, MarkKind kind, string key, string? label) => new(new TextSpan(start, end), kind, key, "m-" + key, label, null);

    private static string Draw(string text, params Mark[] marks) => MarkedText.Draw(text, marks, HtmlEncoder.Default).ToString()!;
}
