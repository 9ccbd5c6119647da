using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Api;

public sealed class SiblingsTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/timeline.csv", 19, 7)]
    [InlineData("/officials.csv", 9, 3)]
    [InlineData("/articles.csv", 11, 6)]
    [InlineData("/stances.csv", 13, 6)]
    [InlineData("/disagreements.csv", 10, 3)]
    public async Task A_table_has_a_heading_and_a_row_for_each_thing(string path, int columns, int lines)
    {
        var rows = Rows(await Get(path, "text/csv"));
        Assert.Equal(lines, rows.Count);
        Assert.All(rows, r => Assert.Equal(columns, r.Count));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "-5")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    public void A_cell_is_neither_a_formula_nor_two_cells(string value, string cell) =>
        Assert.Equal($"h\r\n{cell}\r\n", GsomiaTracker.Web.Api.Csv.Table(["h"], [[value]]));

    [Fact]
    public async Task The_feed_has_an_entry_for_each_change_newest_first()
    {
        var feed = XDocument.Parse(await Get("/feed.atom", "application/atom+xml")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(8, entries.Count);
        var updated = entries.Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, null)).ToList();
        Assert.Equal(updated.OrderDescending(), updated);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Contains(entries, e => e.Element(Atom + "title")!.Value.EndsWith("tentative \u2192 happened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_feed_as_of_a_moment_knows_nothing_later()
    {
        var feed = XDocument.Parse(await Get("/feed.atom?asof=2019-11-12", "application/atom+xml")).Root!;
        Assert.Equal(4, feed.Elements(Atom + "entry").Count());
    }

    [Fact]
    public async Task The_calendar_calls_off_what_was_called_off_under_the_same_uid()
    {
        var before = Calendar(await Get("/calendar.ics?asof=2019-11-18", "text/calendar"));
        var after = Calendar(await Get("/calendar.ics", "text/calendar"));
        var deadline = after.Single(e => e["STATUS"] == "CANCELLED");
        var planned = before.Single(e => e["UID"] == deadline["UID"]);
        Assert.Equal("CONFIRMED", planned["STATUS"]);
        Assert.True(int.Parse(deadline["SEQUENCE"]) > int.Parse(planned["SEQUENCE"]));
        Assert.Equal("20191123", deadline["DTSTART;VALUE=DATE"]);
        Assert.Equal("20191124", deadline["DTEND;VALUE=DATE"]);
        Assert.Equal(after.Count, after.Select(e => e["UID"]).Distinct().Count());
    }

    [Fact]
    public async Task No_calendar_line_is_longer_than_75_octets() =>
        Assert.All((await Get("/calendar.ics", "text/calendar")).Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));

    [Fact]
    public async Task One_event_has_a_calendar_of_its_own()
    {
        var slug = JsonDocument.Parse(await Get("/timeline.json", "application/json")).RootElement.GetProperty("events")[0].GetProperty("slug").GetString();
        Assert.Single(Calendar(await Get($"/events/{slug}.ics", "text/calendar")));
    }

    [Fact]
    public async Task An_event_s_page_says_in_schema_org_what_it_is_about()
    {
        var body = JsonDocument.Parse(await Get("/timeline.json", "application/json")).RootElement;
        var slug = body.GetProperty("events").EnumerateArray().Single(e => e.GetProperty("status").GetString() == "cancelled").GetProperty("slug").GetString();
        var page = new HtmlParser().ParseDocument(await _site.Client.GetStringAsync("/events/" + slug));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("Event", data.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org/EventCancelled", data.GetProperty("eventStatus").GetString());
    }

    [Fact]
    public async Task The_embedded_countdown_may_stand_in_any_page_and_the_pages_may_not()
    {
        var embed = await _site.Client.GetAsync("/embed/countdown?asof=2019-11-17T18:45%2B09:00");
        Assert.Contains("frame-ancestors *", embed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("5 days 5 hours", await embed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await _site.Client.GetAsync("/");
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OEmbed_gives_the_frame_for_the_moment_of_the_page()
    {
        var body = JsonDocument.Parse(await Get("/oembed?url=" + Uri.EscapeDataString(new Uri(_site.Address, "/timeline?asof=2019-11-12").ToString()), "application/json")).RootElement;
        Assert.Equal("rich", body.GetProperty("type").GetString());
        Assert.Contains("/embed/countdown?asof=2019-11-12", body.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync("/oembed?url=https://example.org/")).StatusCode);
    }

    [Fact]
    public async Task The_sitemap_lists_pages_that_are_there()
    {
        var map = XDocument.Parse(await Get("/sitemap.xml", "application/xml"));
        foreach (var place in map.Descendants().Where(e => e.Name.LocalName == "loc"))
        {
            Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync(place.Value)).StatusCode);
        }

        Assert.Contains("Sitemap: ", await Get("/robots.txt", "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sites_scripts_may_read()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/timeline.json");
        request.Headers.Add("Origin", "https://example.org");
        for (var time = 0; time < 2; time++)
        {
            var answer = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/timeline.json") { Headers = { { "Origin", "https://example.org" } } });
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    [Fact]
    public async Task The_text_of_an_article_comes_plain()
    {
        Assert.Equal(MadeUpCrisis.Revisions.Single(r => r.Article == MadeUpCrisis.TalksPiece).Text, await Get($"/articles/{MadeUpCrisis.TalksPiece}.txt", "text/plain"));
    }

    private async Task<string> Get(string path, string type)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<Dictionary<string, string>> Calendar(string text) =>
        [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n").Skip(1)
            .Select(e => e.Split("END:VEVENT")[0].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1]))];

    /// <summary>A small reader of RFC 4180, so that what is written can be read again.</summary>
    private static List<List<string>> Rows(string csv)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == ',' || c == '\n'))
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
            else if (quoted || c != '\r')
            {
                cell.Append(c);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
