using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction;

/// <summary>When a text was published, of what it says itself and what was handed over with it.</summary>
public sealed class SuppliedTimeTests
{
    private const string Stated = "SEOUL, Nov. 20, 2019 (Yonhap) -- The vice minister met the ambassador on Wednesday, the ministry said.\n";
    private const string Unstated = "The vice minister met the ambassador on Wednesday, the ministry said.\n";

    private static readonly ArticleReader Reader = new(TestDossier.Gsomia);

    [Theory]
    [InlineData(Stated, "2019-11-20T19:05+09:00", "2019-11-20T19:05+09:00", PublishedHow.Stated)] // the minute of the stated day
    [InlineData(Stated, "2019-11-20T10:05Z", "2019-11-20T19:05+09:00", PublishedHow.Stated)]
    [InlineData(Stated, "2019-11-19T23:30Z", "2019-11-20T08:30+09:00", PublishedHow.Stated)] // the same day by the dossier's clocks
    [InlineData(Stated, "2019-11-21T09:00+09:00", "2019-11-21T00:00+09:00", PublishedHow.Stated)] // another day: what is stated counts, to its end
    [InlineData(Stated, "2019-11-20", "2019-11-21T00:00+09:00", PublishedHow.Stated)]
    [InlineData(Unstated, "2019-11-20T19:05+09:00", "2019-11-20T19:05+09:00", PublishedHow.Supplied)]
    public void A_stated_day_is_completed_by_the_minute_that_was_handed_over(string text, string supplied, string known, PublishedHow how)
    {
        var header = Reader.Read(text, PublicationTime.Parse(supplied).Value).Header;
        Assert.Equal(how, header.PublishedHow);
        Assert.Equal(DateTimeOffset.Parse(known, CultureInfo.InvariantCulture), header.Published!.KnownSince(TestDossier.Gsomia.Zone));
        Assert.Equal(new DateOnly(2019, 11, 20), header.Published.Day);
    }
}
