using System.Net;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Api;

public sealed class PageCacheTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/timeline")]
    [InlineData("/timeline.json")]
    [InlineData("/?asof=2019-11-18")]
    public async Task An_answer_one_has_already_is_not_sent_again(string path)
    {
        var first = await _site.Client.GetAsync(path);
        var tag = first.Headers.ETag!;
        var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        var second = await _site.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/timeline")]
    [InlineData("/timeline.json")]
    [InlineData("/officials.csv")]
    [InlineData("/calendar.ics")]
    [InlineData("/openapi.json")]
    public async Task The_head_of_an_answer_can_be_asked_for_alone(string path)
    {
        var head = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        var whole = await _site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await _site.Client.GetByteArrayAsync(path));
    }

    [Fact]
    public async Task A_kept_page_is_never_stale_and_never_of_another_moment()
    {
        var all = MadeUpCrisis.Revisions.OrderBy(r => r.KnownSince).ToList();
        var paths = new[] { "/timeline.json", "/timeline.json?asof=2019-11-12", "/timeline.json?asof=2019-11-18", "/timeline.json?asof=2019-11-18&country=JP" };
        for (var known = all.Count; known >= 0; known--)
        {
            _site.Change([.. all.Take(known)]);
            var fresh = new Dictionary<string, string>();
            foreach (var path in paths)
            {
                fresh[path] = await _site.Client.GetStringAsync(path);
            }

            Assert.Equal(known == 0 ? 1 : paths.Length, known == 0 ? 1 : fresh.Values.Distinct().Count());
            foreach (var path in paths)
            {
                for (var again = 0; again < 3; again++)
                {
                    Assert.Equal(fresh[path], await _site.Client.GetStringAsync(path));
                }

                await using var other = await TrackerSite.Open([.. all.Take(known)]);
                Assert.Equal(await other.Client.GetStringAsync(path), fresh[path]);
            }
        }
    }

    [Fact]
    public async Task An_answer_is_kept_from_the_second_time_on_that_it_is_asked_for()
    {
        var kept = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            kept.Add((await _site.Client.GetAsync("/timeline?country=JP")).Headers.Age is not null);
        }

        Assert.Equal([false, false, true, true], kept);
    }

    [Fact]
    public async Task The_tag_moves_with_the_record()
    {
        var before = (await _site.Client.GetAsync("/timeline")).Headers.ETag;
        _site.Change([.. MadeUpCrisis.Revisions.Take(2)]);
        var after = (await _site.Client.GetAsync("/timeline")).Headers.ETag;
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task While_the_deadline_runs_the_countdown_moves_with_the_clock()
    {
        _site.Clock.Now = new DateTimeOffset(2019, 11, 20, 0, 0, 0, TimeSpan.FromHours(9));
        _site.Change([.. MadeUpCrisis.Revisions.Where(r => r.KnownSince < _site.Clock.Now)]);
        Assert.Contains(">3 days<", await _site.Client.GetStringAsync("/"), StringComparison.Ordinal);
        _site.Clock.Now += TimeSpan.FromHours(5);
        Assert.Contains(">2 days 19 hours<", await _site.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_are_not_kept()
    {
        var answer = await _site.Client.GetAsync("/events/none");
        Assert.Null(answer.Headers.ETag);
    }
}
