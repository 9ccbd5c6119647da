using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Ingestion;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Feeds: read, asked with what is known, asked ever more seldom, paused; their articles on the record.</summary>
public sealed class FeedTests(DeskHost desk) : IClassFixture<DeskHost>, IAsyncLifetime
{
    private static readonly Uri Base = new("https://news.example/feed/");
    private readonly ConcurrentQueue<string> _asked = new();
    private LocalServer _server = null!;
    private string _address = "";
    private string? _feed;
    private bool _down;

    public async Task InitializeAsync()
    {
        _server = await LocalServer.Start(async http =>
        {
            var path = http.Request.Path.Value!;
            _asked.Enqueue($"{path} {http.Request.Headers.IfNoneMatch}");
            if (_down)
            {
                http.Response.StatusCode = 503;
            }
            else if (path == "/feed")
            {
                var tag = $"\"{_feed!.GetHashCode(StringComparison.Ordinal)}\"";
                http.Response.Headers.ETag = tag;
                if (http.Request.Headers.IfNoneMatch == tag)
                {
                    http.Response.StatusCode = 304;
                    return;
                }

                http.Response.ContentType = "application/rss+xml";
                await http.Response.WriteAsync(_feed);
            }
            else if (path == "/slow")
            {
                await Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
            }
            else if (path == "/away")
            {
                http.Response.Redirect("http://169.254.169.254/latest/meta-data");
            }
            else if (path.StartsWith("/gone", StringComparison.Ordinal))
            {
                http.Response.StatusCode = 404;
            }
            else
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync($"<!DOCTYPE html><html><body><nav>Home</nav><article><h1>Ministers to meet about matter {path[1..]}</h1><p>The foreign ministers of South Korea and Japan will meet in Nagoya on Saturday about matter {path[1..]}, officials of both countries said.</p></article></body></html>");
            }
        });
        _address = _server.Address.GetLeftPart(UriPartial.Authority);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("""<rss version="2.0"><channel><title>Wire</title><item><title>A</title><link>https://news.example/a</link><pubDate>Sun, 17 Nov 2019 18:45:00 +0900</pubDate></item></channel></rss>""", "Wire", "https://news.example/a", "2019-11-17T18:45+09:00")]
    [InlineData("""<rss version="2.0"><channel><title><![CDATA[Wire & more]]></title><item><guid>https://news.example/b</guid><pubDate>Sun, 17 Nov 2019 09:45:00 GMT</pubDate></item></channel></rss>""", "Wire & more", "https://news.example/b", "2019-11-17T09:45+00:00")]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><link href="https://news.example/"/><entry><title>x</title><link rel="self" href="/no"/><link rel="alternate" href="../c"/><published>2019-11-17T18:45:00+09:00</published><updated>2019-11-18T00:00:00Z</updated></entry></feed>""", "Atom", "https://news.example/c", "2019-11-17T18:45+09:00")]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>One</title></channel><item><title>x</title><link>https://news.example/d</link><dc:date>2019-11-17</dc:date></item></rdf:RDF>""", "One", "https://news.example/d", "2019-11-17")]
    [InlineData("""<rss><channel><title>T</title><image><title>Logo</title><link>https://news.example/logo</link></image><item><link>https://news.example/e</link><pubDate>yesterday</pubDate></item><item><link>https://news.example/e</link></item><item><link>javascript:alert(1)</link></item><item/></channel></rss>""", "T", "https://news.example/e", null)]
    public void A_feed_of_each_kind_is_read(string xml, string title, string link, string? published)
    {
        var feed = FeedFile.Read(Encoding.UTF8.GetBytes(xml), Base);

        Assert.True(feed.Ok, feed.Fault?.ToString());
        Assert.Equal(title, feed.Value.Title);
        var item = Assert.Single(feed.Value.Items);
        Assert.Equal((link, published), (item.Link, item.Published));
    }

    [Theory]
    [InlineData("<html><body>no feed</body></html>", "no feed")]
    [InlineData("<rss><channel><item>", "broken")]
    [InlineData("not XML at all", "broken")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>", "broken")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>", "broken")]
    public void What_is_no_feed_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, FeedFile.Read(Encoding.UTF8.GetBytes(text), Base).Fault!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Of_ten_thousand_links_the_first_five_hundred_are_looked_at()
    {
        var feed = FeedFile.Read(Encoding.UTF8.GetBytes(Rss(Enumerable.Range(0, 10_000).Select(i => $"https://news.example/{i}"))), Base);
        Assert.Equal(FeedFile.MostItems, feed.Value.Items.Count);
        Assert.Equal("https://news.example/0", feed.Value.Items[0].Link);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 30)]
    [InlineData(3, 120)]
    [InlineData(7, 24 * 60)]
    [InlineData(500, 24 * 60)]
    public void Each_failure_doubles_the_wait_a_fifth_more_or_less(int failures, int minutes)
    {
        Assert.Equal(minutes * 0.8, FeedPoller.Wait(failures, 0).TotalMinutes, 6);
        Assert.Equal(minutes * 1.2, FeedPoller.Wait(failures, 1).TotalMinutes, 6);
    }

    [Fact]
    public async Task New_items_come_onto_the_record_and_an_unchanged_feed_is_answered_without_its_text()
    {
        _feed = Rss([$"{_address}/two", $"{_address}/gone", $"{_address}/one"]);
        var id = await Add(_address + "/feed");

        var first = await Poll(id);
        Assert.Equal((3, 2, 1, (string?)null), (first.New, first.Taken, first.Refused, first.Error));
        Assert.Equal(["/feed ", "/one ", "/gone ", "/two "], _asked);
        _asked.Clear();

        var second = await Poll(id);
        Assert.Equal((0, 0, 1), (second.New, second.Taken, second.Refused));
        Assert.StartsWith("/feed \"", _asked.First(), StringComparison.Ordinal);

        await Poll(id);
        _asked.Clear();
        await Poll(id);
        Assert.Single(_asked);
        var health = await Health(id);
        Assert.Equal((0, 2, 1), (health.Waiting, health.Taken, health.Refused));
        await OnRecord("matter one");
        await OnRecord("matter two");
        Assert.Contains("the server answered 404", await desk.Mina.Page("/desk/feeds"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_fails_again_and_again_is_paused_until_an_editor_resumes_it()
    {
        _feed = Rss([]);
        _down = true;
        var id = await Add(_address + "/feed?failing");
        for (var i = 1; i <= FeedPoller.MostFailures; i++)
        {
            Assert.Null((await Health(id)).Feed.PausedAt);
            Assert.Equal("the server answered 503", (await Poll(id)).Error);
        }

        Assert.NotNull((await Health(id)).Feed.PausedAt);
        Assert.Contains("paused after failures", await desk.Mina.Page("/desk/feeds"), StringComparison.Ordinal);
        await using (var scope = desk.Services.CreateAsyncScope())
        {
            Assert.DoesNotContain(id, await scope.ServiceProvider.GetRequiredService<Feeds>().DueAsync(100, CancellationToken.None));
        }

        _down = false;
        await desk.Mina.Post("/desk/feeds?handler=resume", ("id", id.ToString(CultureInfo.InvariantCulture)));
        Assert.Null((await Poll(id)).Error);
        Assert.Equal(0, (await Health(id)).Feed.Failures);
    }

    [Fact]
    public async Task The_desk_watches_no_address_that_the_server_must_not_be_sent_to_and_says_why()
    {
        var answer = await desk.Mina.Post("/desk/feeds?handler=add", ("address", "http://127.0.0.1:9/feed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("only the ports 80 and 443", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post("/desk/feeds?handler=add", ("address", "ftp://news.example/feed"))).StatusCode);
    }

    [Fact]
    public async Task A_slow_server_and_a_redirect_into_a_private_network_end_in_a_clear_message()
    {
        var fetcher = new PageFetcher(new DeskSettings(false, false, null, true), Dns.GetHostAddressesAsync) { Patience = TimeSpan.FromSeconds(1) };
        Assert.Contains("took longer than", (await fetcher.FetchAsync(_address + "/slow", CancellationToken.None)).Fault!.Reason, StringComparison.Ordinal);
        Assert.Contains("169.254.169.254 is not an address of the public internet", (await fetcher.FetchAsync(_address + "/away", CancellationToken.None)).Fault!.Reason, StringComparison.Ordinal);
    }

    private static string Rss(IEnumerable<string> links) => $"<rss version=\"2.0\"><channel><title>Test wire</title>{string.Concat(links.Select(l => $"<item><link>{l}</link><pubDate>Wed, 20 Nov 2019 10:00:00 +0900</pubDate></item>"))}</channel></rss>";

    private FeedPoller Poller() => new(
        new PageFetcher(new DeskSettings(false, false, null, true), Dns.GetHostAddressesAsync), desk.Services.GetRequiredService<Intake>(), desk.Services.GetRequiredService<QueueBell>(), TimeProvider.System, NullLogger<FeedPoller>.Instance)
    { Courtesy = TimeSpan.Zero };

    private async Task<int> Add(string address)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var feeds = scope.ServiceProvider.GetRequiredService<Feeds>();
        var feed = await feeds.AddAsync(address, "mina");

        // The server's own watcher is not to be faster than the test.
        feed.NextPollAt = DateTimeOffset.MaxValue.AddYears(-1);
        await feeds.SaveAsync(CancellationToken.None);
        return feed.Id;
    }

    private async Task<Polled> Poll(int id)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var feeds = scope.ServiceProvider.GetRequiredService<Feeds>();
        return await Poller().PollAsync(feeds, (await feeds.FindAsync(id))!, CancellationToken.None);
    }

    private async Task<FeedHealth> Health(int id)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Feeds>().AllAsync()).Single(f => f.Feed.Id == id);
    }

    private async Task OnRecord(string words)
    {
        for (var i = 0; i < 300; i++)
        {
            if ((await desk.Services.GetRequiredService<RecordQueries>().LoadAsync()).Revisions.Any(r => (r.Reading.Text ?? r.Text).Contains(words, StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"'{words}' has not come onto the record");
    }
}
