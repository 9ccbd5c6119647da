using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Api;

public sealed class LiveTests
{
    [Fact]
    public async Task What_becomes_known_is_told_with_how_many_updates_it_brings()
    {
        await using var site = await TrackerSite.Open([.. MadeUpCrisis.Revisions.Take(2)], TimeProvider.System);
        using var stream = new StreamReader(await site.Client.GetStreamAsync("/live"));
        Assert.Equal("retry: 5000", await Line(stream));
        site.Change([.. MadeUpCrisis.Revisions.Take(3)]);
        Assert.Equal("id: 2", await Line(stream));
        Assert.Equal("event: known", await Line(stream));
        Assert.Equal("data: {\"version\":2,\"updates\":1}", await Line(stream));
    }

    [Fact]
    public async Task A_listener_that_reconnects_is_told_what_it_missed()
    {
        await using var site = await TrackerSite.Open(null, TimeProvider.System);
        site.Change(MadeUpCrisis.Revisions);
        var request = new HttpRequestMessage(HttpMethod.Get, "/live") { Headers = { { "Last-Event-ID", "1" } } };
        using var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Line(stream);
        Assert.Equal("id: 2", await Line(stream));
        Assert.Equal("no", answer.Headers.GetValues("X-Accel-Buffering").Single());
    }

    private static async Task<string?> Line(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var line = await stream.ReadLineAsync(patience.Token);
            if (line is null or { Length: > 0 })
            {
                return line;
            }
        }
    }
}
