using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Domain.Articles;

public class StoryMatcherTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly string[] Paragraphs =
    [
        "PORTVILLE, May 3 (Wire) -- The two harbor unions called off their strike late Friday after a night of talks with the port.",
        "The agreement gives dockers a shorter week from the first of July, a union official said at the gate.",
        "The port lost the trade of eleven ships during the nine days of the walkout, according to its own count.",
        "The mayor thanked both sides and said that the ferries would sail again from Saturday morning.",
    ];

    private static TakeSketch Take(string headline, int number, string stamp, params string[] paragraphs)
    {
        var text = headline + "\n\n" + string.Join("\n\n", paragraphs);
        var published = PublicationTime.Parse(stamp).Value;
        var header = new ReadingHeader("Wire", headline, number == 0 ? null : number, null, [], null, published, PublishedHow.Stated, stamp);
        return TakeSketch.Of($"{headline}|{stamp}|{number}|{paragraphs.Length}", text, header, published.KnownSince(Zone));
    }

    private static readonly TakeSketch Lead = Take("Harbor unions call off strike", 1, "2019-05-03T23:10+09:00", Paragraphs[0], Paragraphs[1]);
    private static readonly TakeSketch Second = Take("Harbor unions call off nine-day strike", 2, "2019-05-03T23:50+09:00", Paragraphs[0], Paragraphs[2], Paragraphs[1]);
    private static readonly TakeSketch Silent = Take("Harbor unions call off nine-day strike", 2, "2019-05-04T00:20+09:00", Paragraphs);
    private static readonly TakeSketch Other = Take("Port to buy two new cranes", 0, "2019-05-03T22:00+09:00", "PORTVILLE, May 3 (Wire) -- The port will buy two cranes for its northern quay next year, its director said on Friday.");

    [Fact]
    public void Takes_of_one_story_are_found_in_any_order_of_arrival()
    {
        TakeSketch[] takes = [Lead, Second, Silent, Other];
        var random = new Random(3);
        for (var n = 0; n < 24; n++)
        {
            var places = StoryMatcher.Assign(takes.OrderBy(_ => random.Next())).OrderBy(p => p.Story, StringComparer.Ordinal).ThenBy(p => p.Take).ToList();
            Assert.Equal(
                [new(Lead.Revision, Lead.Revision, 0), new(Second.Revision, Lead.Revision, 1), new(Silent.Revision, Lead.Revision, 2), new StoryPlace(Other.Revision, Other.Revision, 0)],
                places);
        }
    }

    [Fact]
    public void A_take_that_numbers_itself_later_belongs_to_the_story_even_with_headline_and_lead_recast()
    {
        var first = Take("Strike is over at harbor", 1, "2019-05-03T18:10+09:00",
            "PORTVILLE, May 3 (Wire) -- The two harbor unions called off their strike late Friday, hours before the ferries were to stop.", Paragraphs[1], Paragraphs[2]);
        string[] recast =
        [
            "PORTVILLE, May 3 (Wire) -- The two harbor unions called off their strike late Friday on terms of their own, and owners agreed to reopen talks on overtime.",
            "Owners of the ferry companies told reporters that a first round would be held on Monday in the old customs house beside the lighthouse.", Paragraphs[1], Paragraphs[2],
            "Shopkeepers along the quay, who had lost most of a season's trade, hung flags from their windows when the news was read out.",
            "A mediator named by the government will sit with both sides until the end of June, and report to parliament in the autumn.",
        ];
        Assert.True(StoryMatcher.SameStory(first, Take("Dockers win conditions; owners return to table", 2, "2019-05-03T20:36+09:00", recast)));
        Assert.False(StoryMatcher.SameStory(first, Take("Dockers win conditions; owners return to table", 0, "2019-05-03T20:36+09:00", recast)));
        Assert.False(StoryMatcher.SameStory(first, Take("Dockers win conditions; owners return to table", 2, "2019-05-04T20:36+09:00", recast)));
        Assert.False(StoryMatcher.SameStory(first, Take("Mayor faces questions", 2, "2019-05-03T20:36+09:00",
            "PORTVILLE, May 3 (Wire) -- The mayor of Portville was asked on Friday why the town had let a ferry rust for nine days.", Paragraphs[1], Paragraphs[2], recast[4], recast[5])));
    }

    [Fact]
    public void The_same_copy_on_another_page_is_no_take()
    {
        var reprint = Take("Harbor unions call off nine-day strike", 2, "2019-05-04", Paragraphs);
        Assert.False(StoryMatcher.SameStory(Silent, reprint));
        Assert.True(Voices.IsCopy(reprint.Body, Silent.Body));
    }

    [Fact]
    public void The_same_headline_a_month_later_is_another_story() =>
        Assert.False(StoryMatcher.SameStory(Lead, Take("Harbor unions call off strike", 1, "2019-06-03T23:10+09:00", Paragraphs[0], Paragraphs[1])));

    [Fact]
    public void Another_agency_has_its_own_story() =>
        Assert.False(StoryMatcher.SameStory(Lead, Second with { Agency = "Herald" }));

    [Fact]
    public void A_name_reads_well_and_leaves_out_what_is_not_known()
    {
        var header = new ReadingHeader("Wire", "Harbor unions call off strike", null, null, [], null, new PublicationTime(new DateOnly(2019, 5, 3)), PublishedHow.Stated, "");
        Assert.Equal("wire-2019-05-03-harbor-unions-call-strike-0123ab", StoryMatcher.Name(header, "0123abcdef"));
        Assert.Equal("article-0123ab", StoryMatcher.Name(header with { Agency = null, Headline = null, Published = null }, "0123abcdef"));
    }
}
