using System.Net;
using System.Text.Json;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Api;

public sealed class TimelineJsonTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_countdown_stands_in_it_as_a_duration()
    {
        var body = await Get("/timeline.json?asof=2019-11-17T18:45+09:00");
        Assert.Equal("2019-11-17T18:45+09:00", body.GetProperty("asOf").GetString());
        var deadline = body.GetProperty("deadline");
        Assert.Equal("2019-11-23T00:00+09:00", deadline.GetProperty("instant").GetString());
        Assert.Equal("running", deadline.GetProperty("state").GetString());
        Assert.Equal("P5DT5H15M", deadline.GetProperty("remaining").GetString());
        Assert.Equal(JsonValueKind.Null, deadline.GetProperty("outcomeEvent").ValueKind);
    }

    [Fact]
    public async Task The_outcome_s_event_is_one_of_the_events()
    {
        var body = await Get("/timeline.json");
        Assert.Equal(JsonValueKind.Null, body.GetProperty("asOf").ValueKind);
        var deadline = body.GetProperty("deadline");
        Assert.Equal("averted", deadline.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, deadline.GetProperty("remaining").ValueKind);
        Assert.Contains(body.GetProperty("events").EnumerateArray(), e => e.GetProperty("id").GetString() == deadline.GetProperty("outcomeEvent").GetString());
    }

    [Fact]
    public async Task An_event_has_every_promised_field_and_its_words_are_the_text_s()
    {
        var talks = (await Get("/timeline.json")).GetProperty("events").EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "meeting" && e.GetProperty("from").GetString() == "2019-11-17");
        foreach (var field in new[] { "id", "slug", "kind", "title", "from", "to", "status", "countries", "people", "place", "daysToDeadline", "history", "reports" })
        {
            Assert.True(talks.TryGetProperty(field, out _), field);
        }

        Assert.Equal(6, talks.GetProperty("daysToDeadline").GetInt32());
        Assert.Equal(["tentative", "happened"], talks.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("status").GetString()));
        foreach (var report in talks.GetProperty("reports").EnumerateArray())
        {
            var text = (await Get($"/articles/{report.GetProperty("article").GetString()}.json?take={report.GetProperty("revision").GetString()}")).GetProperty("text").GetString()!;
            Assert.Equal(report.GetProperty("words").GetString(), text[report.GetProperty("start").GetInt32()..report.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task Pages_by_cursor_add_up_to_the_whole()
    {
        var whole = (await Get("/timeline.json")).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetString()).ToList();
        var paged = new List<string?>();
        for (var next = "/timeline.json?limit=2"; next is not null;)
        {
            var body = await Get(next);
            paged.AddRange(body.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
            next = body.GetProperty("next").GetString();
        }

        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData("/timeline.json?asof=then", 400, "bad-asof")]
    [InlineData("/timeline.json?cursor=zzz", 400, "bad-cursor")]
    [InlineData("/timeline.json?limit=0", 400, "bad-limit")]
    [InlineData("/events/none.json", 404, "unknown-event")]
    [InlineData("/nothing.json", 404, "unknown-page")]
    public async Task Errors_are_problem_details(string path, int status, string kind)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.EndsWith(kind, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private async Task<JsonElement> Get(string path)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
