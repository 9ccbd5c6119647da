using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire;

/// <summary>Pieces of our own without stamp or dateline: the day of writing follows from what they tell.</summary>
public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2019-08-22", "Blue House ends pact with neighbor",
        "South Korea will not renew a military intelligence-sharing pact with Japan, the presidential office said on Thursday in a move that few had seen coming.",
        "Officials in Tokyo, who learned of it from the news, called the step hard to understand.")]
    [InlineData("2019-08-23", "Tokyo summons envoy over end of pact",
        "Japanese Foreign Minister Taro Kono called in the South Korean ambassador late on Thursday after Seoul announced its decision to end GSOMIA.",
        "Lawmakers of the ruling party said on Friday that trust was gone and that nothing more would be asked of Seoul.")]
    [InlineData("2019-08-28", "Neighbor off the list",
        "South Korea's removal from Japan's white list of trusted buyers took effect on Wednesday, and exporters filled in forms.")]
    [InlineData("2019-09-11", "Seoul goes to trade body",
        "South Korea filed a complaint with the World Trade Organization on Wednesday over Japan's curbs, the trade ministry said.",
        "Panels take a year or more to rule.")]
    [InlineData("2019-11-07", "Envoy leaves with a smile",
        "The American envoy left on Thursday with 16 days left to save the intelligence-sharing pact between the two neighbors.",
        "Defense Minister Taro Kono said that he had nothing to add.")]
    [InlineData("2019-11-16", "Allies part without a word on pact",
        "South Korean and U.S. officials parted on Saturday without a word on GSOMIA, which is to expire in a week.",
        "The two defense chiefs had met for the Security Consultative Meeting on Friday.")]
    [InlineData("2019-11-18", "No progress in Bangkok",
        "Officials played down on Monday what they had heard in Bangkok, where Defense Minister Taro Kono met his South Korean counterpart, Jeong Kyeong-doo, on Sunday.",
        "The intelligence-sharing pact will expire on Saturday.")]
    [InlineData("2019-11-25", "After the storm",
        "South Korea said on Monday that it expected Japan to act in good faith, three days after it suspended the termination of GSOMIA.")]
    [InlineData("2019-08-15", "President speaks of an open hand",
        "President Moon Jae-in on Aug. 15 called on Japan to return to the table in a speech for Liberation Day.",
        "He made no mention of the pact.")]
    public void The_day_of_writing_is_worked_out_from_what_is_told(string day, params string[] paragraphs)
    {
        var header = WireDesk.Open(string.Join("\n\n", paragraphs) + "\n", TestDossier.Gsomia).Header;
        Assert.Equal((day, PublishedHow.Inferred), (header.Published?.ToString(), header.PublishedHow));
    }

    [Theory]
    [InlineData("The pact", "South Korea and Japan share what they learn of missiles under an intelligence-sharing pact.")]
    [InlineData("A word on trade", "Trade between the neighbors has grown for decades, economists say, and few expect it to stop.")]
    public void Without_anything_to_go_by_it_stays_unknown(params string[] paragraphs) =>
        Assert.Equal(PublishedHow.Unknown, WireDesk.Open(string.Join("\n\n", paragraphs) + "\n", TestDossier.Gsomia).Header.PublishedHow);
}
