using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("duration", "PT40M", "40 minutes")]
    [InlineData("duration", "P1X", "as printed")]
    [InlineData("actor", "taro-kono", "Taro Kono")]
    [InlineData("days", "2019-11-16/2019-11-18", "Nov. 16–18")]
    [InlineData("days", "2019-02-31", "2019-02-31")]
    [InlineData("first", "first since 2018-09-01/2018-09-30", "first since September 2018")]
    [InlineData("first", "2019-06-29: A meets B", "June 29: A meets B")]
    [InlineData("place", "Osaka", "Osaka")]
    public void Values_of_disagreements_are_put_as_a_reader_would(string about, string value, string shown)
    {
        var record = Record();
        Assert.Equal(shown, Values.InWords(record, about, value, "as printed"));
    }

    [Fact]
    public void States_that_are_no_party_have_their_names_too()
    {
        var record = Record();
        Assert.Equal(["Japan", "Thailand", "ZZ"], new[] { "JP", "TH", "ZZ" }.Select(record.CountryName));
    }

    private static RecordAsOf Record()
    {
        var now = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero);
        return new RecordAsOf(1, TestDossier.Gsomia, null, now, ChronicleBuilder.Build(MadeUpCrisis.Revisions, [], TestDossier.Gsomia, null), MadeUpCrisis.Revisions, []);
    }
}
