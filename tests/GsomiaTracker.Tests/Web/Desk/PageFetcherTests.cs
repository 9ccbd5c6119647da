using System.IO.Compression;
using System.Net;
using System.Text;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>What the server fetches for an editor, and what it does not.</summary>
public sealed class PageFetcherTests : IAsyncLifetime
{
    private const string Sentence = "Ministers of both countries met in Seoul on Monday.";
    private static readonly DeskSettings Strict = new(false, false, null, false);
    private LocalServer _server = null!;
    private Uri _address = null!;
    private int _hits;

    public async Task InitializeAsync()
    {
        _server = await LocalServer.Start(async http =>
        {
            Interlocked.Increment(ref _hits);
            var answer = http.Response;
            switch (http.Request.Path.Value)
            {
                case "/loop": answer.Redirect("/loop"); return;
                case "/away": answer.Redirect("http://169.254.169.254/latest/meta-data"); return;
                case "/file": answer.Redirect("file:///etc/passwd"); return;
                case "/pdf": answer.ContentType = "application/pdf"; await answer.WriteAsync(Sentence); return;
                case "/gone": answer.StatusCode = 410; return;
                case "/bomb":
                    answer.ContentType = "text/html";
                    answer.Headers.ContentEncoding = "gzip";
                    await using (var zip = new GZipStream(answer.Body, CompressionLevel.Fastest, leaveOpen: true))
                    {
                        var zeros = new byte[1 << 16];
                        for (var i = 0; i < 1 << 10; i++)
                        {
                            await zip.WriteAsync(zeros);
                        }
                    }

                    return;
                case "/header": answer.ContentType = "text/html; charset=euc-kr"; await answer.Body.WriteAsync(Encoding.GetEncoding("euc-kr").GetBytes($"<p>서울 {Sentence}</p>")); return;
                case "/meta": answer.ContentType = "text/html"; await answer.Body.WriteAsync(Encoding.GetEncoding("shift_jis").GetBytes($"<meta charset=\"shift_jis\"><p>東京 {Sentence}</p>")); return;
                case "/bytes": answer.ContentType = "text/html"; await answer.Body.WriteAsync(Encoding.GetEncoding(1252).GetBytes($"<p>“{Sentence}”</p>")); return;
                default: answer.ContentType = "text/plain; charset=utf-8"; await answer.WriteAsync(Sentence); return;
            }
        });
        _address = _server.Address;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/", Sentence)]
    [InlineData("/header", "서울")]
    [InlineData("/meta", "東京")]
    [InlineData("/bytes", "“Ministers")]
    public async Task A_page_is_decoded_by_header_then_meta_then_its_bytes(string path, string words)
    {
        var page = await Open().FetchAsync(_address + path[1..], CancellationToken.None);
        Assert.True(page.Ok, page.Fault?.ToString());
        Assert.Contains(words, page.Value.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/loop", "leads on more than")]
    [InlineData("/pdf", "application/pdf")]
    [InlineData("/gone", "410")]
    [InlineData("/bomb", "longer than 1 MiB")]
    [InlineData("/file", "http://")]
    public async Task What_is_no_article_is_refused_with_a_reason(string path, string reason)
    {
        var page = await Open().FetchAsync(_address + path[1..], CancellationToken.None);
        Assert.False(page.Ok);
        Assert.Contains(reason, page.Fault!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://name:word@example.com/")]
    [InlineData("http://example.com:8080/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    public async Task No_address_of_the_servers_own_network_is_fetched(string address)
    {
        var fetcher = new PageFetcher(Strict, (host, _) => Task.FromResult<IPAddress[]>(host == "localhost" ? [IPAddress.Loopback] : throw new InvalidOperationException(host)));
        Assert.False((await fetcher.FetchAsync(address, CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task A_name_that_resolves_to_a_private_address_is_not_connected_to_nor_one_of_several()
    {
        foreach (var answers in new[] { new[] { IPAddress.Loopback }, [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.0.0.1")], [] })
        {
            var page = await new PageFetcher(Strict, (_, _) => Task.FromResult(answers)).FetchAsync("http://news.example/", CancellationToken.None);
            Assert.Contains("not an address of the public internet", page.Fault!.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Dns_that_changes_its_answer_between_look_and_connect_gains_nothing()
    {
        // Every connection asks once, and connects to what it was told; there is no second question whose answer could differ.
        var asked = 0;
        var fetcher = new PageFetcher(Strict, (_, _) => Task.FromResult<IPAddress[]>(++asked == 1 ? [IPAddress.Parse("192.168.0.7")] : [IPAddress.Loopback]));
        Assert.False((await fetcher.FetchAsync("http://rebind.example/", CancellationToken.None)).Ok);
        Assert.Equal(1, asked);
        Assert.Equal(0, _hits);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    public void Public_is_what_the_registries_say(string address, bool expected) => Assert.Equal(expected, PublicAddress.Is(IPAddress.Parse(address)));

    private static PageFetcher Open() => new(Strict with { FetchPrivateAddresses = true }, Dns.GetHostAddressesAsync);
}
