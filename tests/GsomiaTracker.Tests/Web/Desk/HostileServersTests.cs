using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Servers that mean harm or are broken: each ends soon, in words that a person can act on.</summary>
public sealed class HostileServersTests : IAsyncLifetime
{
    private const string Sentence = "Ministers of both countries met in Seoul on Monday.";
    private static readonly byte[] Mebibyte = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
    private LocalServer _server = null!;
    private Uri _address = null!;

    public async Task InitializeAsync()
    {
        _server = await LocalServer.Start(Answer);
        _address = _server.Address;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var (answer, path) = (http.Response, http.Request.Path.Value!);
        answer.ContentType = "text/html";
        switch (path)
        {
            case "/long-told":
                answer.ContentLength = 64L << 20;
                await answer.Body.WriteAsync(Mebibyte, http.RequestAborted);
                break;
            case "/long-untold":
                for (var i = 0; i < 64 && !http.RequestAborted.IsCancellationRequested; i++)
                {
                    await answer.Body.WriteAsync(Mebibyte, http.RequestAborted);
                }

                break;
            case "/gzip" or "/deflate" or "/br":
                answer.Headers.ContentEncoding = path[1..];
                await using (Stream zip = path == "/gzip" ? new GZipStream(answer.Body, CompressionLevel.Fastest, true) : path == "/br" ? new BrotliStream(answer.Body, CompressionLevel.Fastest, true) : new ZLibStream(answer.Body, CompressionLevel.Fastest, true))
                {
                    for (var i = 0; i < 256 && !http.RequestAborted.IsCancellationRequested; i++)
                    {
                        await zip.WriteAsync(Mebibyte, http.RequestAborted);
                    }
                }

                break;
            case "/never": await Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted); break;
            case "/drip":
                for (var i = 0; i < 600; i++)
                {
                    await answer.WriteAsync("a", http.RequestAborted);
                    await answer.Body.FlushAsync(http.RequestAborted);
                    await Task.Delay(100, http.RequestAborted);
                }

                break;
            case "/ping": answer.Redirect("/pong"); break;
            case "/pong": answer.Redirect("/ping"); break;
            case "/deeper": answer.Redirect("/deeper?" + (http.Request.QueryString.Value?.Length ?? 0) + "x"); break;
            case "/elsewhere": answer.Redirect($"http://other.example:{http.Request.Host.Port}/"); break;
            case "/to-data": answer.Redirect("data:text/html,hello"); break;
            case "/headers":
                for (var i = 0; i < 200; i++)
                {
                    answer.Headers[string.Create(CultureInfo.InvariantCulture, $"X-{i}")] = new string('x', 1000);
                }

                break;
            case "/broken-gzip":
                answer.Headers.ContentEncoding = "gzip";
                await answer.WriteAsync("this was never compressed");
                break;
            case "/cut": answer.ContentLength = 5000; await answer.WriteAsync("short"); http.Abort(); break;
            case "/odd-charset": answer.ContentType = "text/html; charset=x-klingon"; await answer.WriteAsync($"<p>{Sentence}</p>"); break;
            case "/bom": answer.ContentType = "text/html; charset=iso-8859-1"; await answer.Body.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"<p>\uC11C\uC6B8 {Sentence}</p>")]); break;
            case "/http-equiv": await answer.Body.WriteAsync(Encoding.GetEncoding("euc-jp").GetBytes($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=euc-jp\"></head><p>\u6771\u4EAC {Sentence}</p>")); break;
            case "/links":
                answer.ContentType = "application/rss+xml";
                await answer.WriteAsync("<rss><channel><title>Long</title>" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<item><title>Item number {i} of a very long list</title><link>https://news.example/a/long/address/of/{i}</link></item>")) + "</channel></rss>");
                break;
            case "/billion-laughs":
                answer.ContentType = "application/rss+xml";
                await answer.WriteAsync("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss><channel><title>&c;</title></channel></rss>");
                break;
            default: answer.ContentType = "text/plain; charset=utf-8"; await answer.WriteAsync(Sentence); break;
        }
    }

    [Theory]
    [InlineData("/long-told", "longer than 1 MiB")]
    [InlineData("/long-untold", "longer than 1 MiB")]
    [InlineData("/gzip", "longer than 1 MiB")]
    [InlineData("/deflate", "longer than 1 MiB")]
    [InlineData("/br", "longer than 1 MiB")]
    [InlineData("/never", "took longer than 2 seconds")]
    [InlineData("/drip", "took longer than 2 seconds")]
    [InlineData("/ping", "leads on more than 5 times")]
    [InlineData("/deeper", "leads on more than 5 times")]
    [InlineData("/to-data", "http://")]
    [InlineData("/headers", "could not be fetched")]
    [InlineData("/broken-gzip", "could not be fetched")]
    [InlineData("/cut", "could not be fetched")]
    public async Task A_hostile_page_is_refused_soon_and_says_why(string path, string reason)
    {
        var began = Stopwatch.GetTimestamp();
        var page = await Open(Dns.GetHostAddressesAsync).FetchAsync(_address + path[1..], CancellationToken.None);

        Assert.False(page.Ok);
        Assert.Contains(reason, page.Fault!.Reason, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("/odd-charset", Sentence)]
    [InlineData("/bom", "\uC11C\uC6B8")]
    [InlineData("/http-equiv", "\u6771\u4EAC")]
    public async Task A_charset_that_is_wrong_or_said_elsewhere_does_no_harm(string path, string words)
    {
        var page = await Open(Dns.GetHostAddressesAsync).FetchAsync(_address + path[1..], CancellationToken.None);
        Assert.True(page.Ok, page.Fault?.ToString());
        Assert.Contains(words, page.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_leads_to_a_name_in_a_private_network_is_left_there()
    {
        // This machine is allowed in this test, another is not.
        var fetcher = Open((host, _) => Task.FromResult<IPAddress[]>([host == "other.example" ? IPAddress.Parse("10.0.0.7") : IPAddress.Loopback]));
        var page = await fetcher.FetchAsync($"http://news.example:{_address.Port}/elsewhere", CancellationToken.None);
        Assert.Contains("other.example is not an address of the public internet", page.Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dns_that_changes_its_answer_at_the_second_asking_is_looked_at_again()
    {
        var asked = 0;
        var fetcher = Open((_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("192.168.0.1")]));
        Assert.True((await fetcher.FetchAsync($"http://rebind.example:{_address.Port}/", CancellationToken.None)).Ok);
        Assert.Contains("not an address of the public internet", (await fetcher.FetchAsync($"http://rebind.example:{_address.Port}/", CancellationToken.None)).Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_feed_of_ten_thousand_links_the_first_five_hundred_are_taken_and_the_rest_counted()
    {
        var got = await Open(Dns.GetHostAddressesAsync).GetAsync(new Asked(_address + "links", ["application/rss+xml"], MaxBytes: FeedFile.MaxBytes), CancellationToken.None);
        var feed = FeedFile.Read(got.Value.Bytes, got.Value.Address);
        Assert.Equal((500, 9500), (feed.Value.Items.Count, feed.Value.Left));
    }

    [Fact]
    public async Task Entities_in_a_feed_are_not_unfolded()
    {
        var got = await Open(Dns.GetHostAddressesAsync).GetAsync(new Asked(_address + "billion-laughs", ["application/rss+xml"]), CancellationToken.None);
        var feed = FeedFile.Read(got.Value.Bytes, got.Value.Address);
        Assert.True(!feed.Ok || (feed.Value.Title?.Length ?? 0) < 300, feed.Ok ? feed.Value.Title : "");
    }

    private static PageFetcher Open(ResolveHost resolve) => new(new DeskSettings(false, false, null, FetchPrivateAddresses: true), resolve) { Patience = TimeSpan.FromSeconds(2) };
}
