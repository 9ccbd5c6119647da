using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class ArticlesViewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void Pages_of_whole_days_hold_every_story_once_and_lead_there_and_back(int most)
    {
        var dossier = TestDossier.Gsomia;
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var record = new RecordAsOf(1, dossier, null, now, ChronicleBuilder.Build(MadeUpCrisis.Revisions, [], dossier, null), MadeUpCrisis.Revisions, []);
        var view = ViewState.Default(dossier);
        var seen = new List<string>();
        var came = new List<string> { "/articles" };
        for (var page = ArticlesView.Of(record, view, most); ; page = ArticlesView.Of(record, view with { To = Day(came[^1]) }, most))
        {
            Assert.Equal(came.Count > 1 ? came[^2] : null, page.Newer);
            seen.AddRange(page.Stories.Select(s => s.Id));
            if (page.Older is not { } older)
            {
                break;
            }

            came.Add(older);
        }

        Assert.Equal(record.Stories.Reverse().Select(s => s.Id), seen);

        static DateOnly? Day(string url) => url.Split("to=") is [_, var day] ? DateOnly.ParseExact(day, "yyyy-MM-dd", null) : null;
    }
}
