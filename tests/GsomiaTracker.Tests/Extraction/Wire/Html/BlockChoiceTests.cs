using System.Text;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

/// <summary>Articles on pages whose names tell nothing, or the wrong thing: what the blocks look like and stand among has to do.</summary>
public sealed class BlockChoiceTests
{
    private static readonly string[] Paragraphs =
    [
        "The harbor council voted on Tuesday to rebuild the north quay, which the October storm had torn away over a length of two hundred meters.",
        "Work is to begin in March, the council's engineer said, as soon as the last of the broken stones have been lifted out of the fairway.",
        "“We could have patched it,” he told the meeting, “but the next storm would have found the same weak place, and the next one after that.”",
        "The fishermen, who have had to land their catch four miles up the coast since the autumn, had asked for a cheaper wall that could be finished before the season.",
        "A third of the money is to come from the province, and the rest from a loan that the town will repay over twenty years out of harbor dues.",
        "No one spoke against the plan, but two members left the room before the vote was taken and said later that they had not seen the figures.",
    ];

    private static readonly string[] Others = ["Market hall opens late", "Ferry fares to rise in June", "Two held over stolen anchors", "School wins prize for garden", "Bridge shut for a weekend"];

    [Theory]
    [InlineData("widget")]
    [InlineData("sidebar-main")]
    [InlineData("comment-body")]
    [InlineData("related-content")]
    [InlineData("modal-content")]
    [InlineData("x91b3f")]
    public void An_article_is_found_whatever_its_element_is_called(string name) =>
        Assert.Equal(string.Join("\n\n", Paragraphs), Read(name, p => $"<p>{p}</p>").Body);

    [Theory]
    [InlineData("widget")]
    [InlineData("x91b3f")]
    public void An_article_is_found_where_every_element_is_a_div(string name) =>
        Assert.Equal(string.Join("\n\n", Paragraphs), Read(name, p => $"<div class=\"x7\">{p}</div>").Body);

    [Fact]
    public void Teasers_in_whole_sentences_below_an_article_are_none_of_it_though_no_name_tells()
    {
        var teasers = string.Concat(Others.Select(o => $"<div class=\"x5\"><div class=\"x6\"><a href=\"/n/1\">{o}</a></div><div class=\"x8\">The mayor said the town had waited long enough for an answer on it.</div></div>"));

        var body = Read("x91b3f", p => $"<p>{p}</p>", $"<div class=\"x4\">{teasers}</div>").Body;

        Assert.Equal(string.Join("\n\n", Paragraphs), body);
    }

    [Fact]
    public void What_readers_write_below_an_article_is_none_of_it_though_no_name_tells()
    {
        string[] said = ["I do not see why we should pay for a wall that only the big boats need.", "My father built the first one and it stood for fifty years without a crack.", "Has anybody asked the people on the south side what they think of all this?"];
        var talk = string.Concat(said.Select((s, i) => $"<div class=\"x5\"><span class=\"x6\">Reader {i + 1}</span> <span>3 hours ago</span><div class=\"x8\">{s}</div><a href=\"#\">Reply</a></div>"));

        var body = Read("x91b3f", p => $"<p>{p}</p>", $"<div class=\"x4\">{talk}</div>").Body;

        Assert.Equal(string.Join("\n\n", Paragraphs), body);
    }

    [Fact]
    public void A_paragraph_that_stands_apart_is_part_of_the_article()
    {
        var cut = string.Concat(Paragraphs.Take(3).Select(p => $"<p>{p}</p>")) + "</div><div class=\"x33\"><img src=\"/a.jpg\"></div><div class=\"x91b3f\">" + string.Concat(Paragraphs.Skip(3).Select(p => $"<p>{p}</p>"));

        Assert.Equal(string.Join("\n\n", Paragraphs), HtmlArticle.Read(Page($"<div class=\"x91b3f\">{cut}</div>", "")).Body);
    }

    [Fact]
    public void Words_that_stand_in_a_paragraph_and_by_themselves_are_lifted_out_of_it()
    {
        var tree = HtmlTree.Parse($"<html><body><p>{Paragraphs[0]}</p><div>voted on Tuesday to rebuild the north quay</div><div>Nothing of the kind is said up there.</div></body></html>");

        Assert.Equal([1], LiftedWords.Of(BlockCutter.Cut(tree)));
    }

    private static HtmlArticle Read(string name, Func<string, string> paragraph, string after = "") =>
        HtmlArticle.Read(Page($"<div class=\"{name}\">{string.Concat(Paragraphs.Select(paragraph))}</div>", after));

    private static string Page(string article, string after)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Council rebuilds north quay</title></head><body><div class=\"x1\">");
        foreach (var section in (ReadOnlySpan<string>)["Home", "Harbor", "Town", "Sport", "Weather", "Letters"])
        {
            html.Append($"<a href=\"/{section}\">{section}</a> ");
        }

        html.Append($"</div><div class=\"x2\"><h1>Council rebuilds north quay</h1><div class=\"x3\">By Ann Marlow</div>{article}{after}</div><div class=\"x9\">");
        foreach (var other in Others)
        {
            html.Append($"<div class=\"x10\"><a href=\"/n/{other.Length}\">{other}</a></div>");
        }

        return html.Append("</div><div class=\"x11\">Copyright The Harbor Paper. All rights reserved.</div></body></html>").ToString();
    }
}
