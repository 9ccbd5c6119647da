using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class OfficeNamesTests
{
    [Theory]
    [InlineData("ambassador to japan", "ambassador to Japan")]
    [InlineData("special representative for north korea", "special representative for North Korea")]
    [InlineData("commander of u.s. forces korea", "commander of U.S. Forces Korea")]
    [InlineData("assistant secretary of state for east asian and pacific affairs", "assistant secretary of state for East Asian and Pacific affairs")]
    [InlineData("director-general, trade control department, meti", "director-general, trade control department, METI")]
    [InlineData("prime minister", "prime minister")]
    [InlineData("Minister for Trade", "Minister for Trade")]
    public void Names_in_an_office_have_their_capitals(string kept, string shown)
    {
        var now = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero);
        var record = new RecordAsOf(1, TestDossier.Gsomia, null, now, ChronicleBuilder.Build([], [], TestDossier.Gsomia, null), [], []);
        Assert.Equal(shown, OfficeNames.Spell(record, kept));
    }
}
