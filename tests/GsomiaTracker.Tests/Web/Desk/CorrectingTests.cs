using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Correcting, from the form to the public page and back.</summary>
public sealed class CorrectingTests : IClassFixture<DeskHost>, IAsyncLifetime
{
    private readonly DeskHost _desk;
    private string _article = "";

    public CorrectingTests(DeskHost desk) => _desk = desk;

    public async Task InitializeAsync()
    {
        // Each test reads an article of its own: nobody corrects another's.
        var text = DeskHost.Piece.Replace("intelligence pact", $"intelligence pact, now {Guid.NewGuid():N} pages long,", StringComparison.Ordinal);
        _article = await Filed(text);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_correction_is_foreseen_then_done_then_shown_then_undone()
    {
        var found = (await Latest()).Reading.Events[0];
        var path = $"/desk/articles/{_article}/findings/{found.Key}";
        var seen = Seen(await _desk.Mina.Page(path));
        var corrections = (await Contents()).Corrections.Count;

        var foreseen = await _desk.Mina.Post(path + "?handler=amend", ("f-summary", "Ministers talk"), ("f-place", "Nagoya"), ("reason", "the place is wrong"), ("seen", seen));
        var page = await foreseen.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, foreseen.StatusCode);
        Assert.Contains("Nagoya", page, StringComparison.Ordinal);
        Assert.Contains("What changes on the public pages", page, StringComparison.Ordinal);
        Assert.Equal(corrections, (await Contents()).Corrections.Count);

        var done = await _desk.Mina.Post(path + "?handler=amend", ("f-place", "Nagoya"), ("reason", "the place is wrong"), ("seen", seen), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var made = (await Contents()).Corrections[^1];
        Assert.Equal((CorrectionAct.Amend, found.Key.Value, "place", "\"Nagoya\"", "mina", "the place is wrong"), (made.Act, made.Target, made.Field, made.Value, made.Author, made.Reason));
        Assert.Equal("Nagoya", (await Latest()).Reading.Events.Single(e => e.Key == found.Key).Place);

        var log = await _desk.Nobody().Page($"/articles/{_article}/changes");
        Assert.Contains("the place is wrong", log, StringComparison.Ordinal);
        Assert.DoesNotContain("mina", log, StringComparison.Ordinal);

        await _desk.Ben.Post("/desk/history?handler=undo", ("sequence", made.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("reason", "it was right"), ("seen", Seen(await _desk.Ben.Page("/desk/history"))), ("step", "do"));
        Assert.Equal(found.Place, (await Latest()).Reading.Events.Single(e => e.Key == found.Key).Place);
    }

    [Fact]
    public async Task Who_comes_second_is_shown_what_the_first_did_and_nothing_is_written_over()
    {
        var found = (await Latest()).Reading.Events[0];
        var path = $"/desk/articles/{_article}/findings/{found.Key}";
        var seen = Seen(await _desk.Ben.Page(path));
        await _desk.Mina.Post(path + "?handler=amend", ("f-place", "Busan"), ("reason", "Mina's reason"), ("seen", seen), ("step", "do"));

        var second = await _desk.Ben.Post(path + "?handler=amend", ("f-place", "Osaka"), ("reason", "Ben's reason"), ("seen", seen), ("step", "do"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("Somebody was faster", page, StringComparison.Ordinal);
        Assert.Contains("Busan", page, StringComparison.Ordinal);
        Assert.Equal("Busan", (await Latest()).Reading.Events.Single(e => e.Key == found.Key).Place);

        var decided = await _desk.Ben.Post(path + "?handler=amend", ("f-place", "Osaka"), ("reason", "Ben's reason"), ("seen", Seen(page)), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal("Osaka", (await Latest()).Reading.Events.Single(e => e.Key == found.Key).Place);
    }

    [Theory]
    [InlineData("f-status", "perhaps", "scheduled")]
    [InlineData("f-days", "next Sunday", "2019-11-17")]
    public async Task What_cannot_be_is_refused_with_the_reason_beside_the_field(string field, string value, string hint)
    {
        var found = (await Latest()).Reading.Events[0];
        var before = (await Contents()).Corrections.Count;

        var answer = await _desk.Mina.Post($"/desk/articles/{_article}/findings/{found.Key}?handler=amend", (field, value), ("reason", "a try"), ("seen", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(hint, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await Contents()).Corrections.Count);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_done()
    {
        var found = (await Latest()).Reading.Events[0];
        var answer = await _desk.Mina.Post($"/desk/articles/{_article}/findings/{found.Key}?handler=reject", ("reason", " "), ("seen", "0"), ("step", "do"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains((await Latest()).Reading.Events, e => e.Key == found.Key);
    }

    [Fact]
    public async Task Words_can_be_added_as_an_event_once()
    {
        var text = (await Latest()).Text;
        var start = text.IndexOf("The pact is set to expire", StringComparison.Ordinal);
        var path = $"/desk/articles/{_article}/add?start={start}&end={start + 25}";
        (string, string)[] form = [("what", "event"), ("f-kind", "agreement"), ("f-status", "tentative"), ("f-summary", "Something added"), ("reason", "the reader missed it"), ("seen", "0"), ("step", "do")];

        Assert.Equal(HttpStatusCode.Redirect, (await _desk.Mina.Post(path, form)).StatusCode);
        Assert.Contains((await Latest()).Reading.Events, e => e.Summary == "Something added");
        Assert.Equal(HttpStatusCode.Conflict, (await _desk.Mina.Post(path, form)).StatusCode);
        Assert.Single((await Latest()).Reading.Events, e => e.Summary == "Something added");
    }

    [Fact]
    public async Task A_rejected_event_keeps_its_address_which_says_so_until_it_is_undone()
    {
        var article = await Filed($"Numbers told in Busan\n\nBUSAN, Nov. 18 (Yonhap) -- Nothing of note was told in {Guid.NewGuid():N}.\n");
        var text = (await Latest(article)).Text;
        var start = text.IndexOf("Nothing of note", StringComparison.Ordinal);
        await _desk.Mina.Post($"/desk/articles/{article}/add?start={start}&end={start + 24}",
            ("what", "event"), ("f-kind", "incident"), ("f-status", "happened"), ("f-summary", "A lamp went out"), ("f-days", "2019-03-03"), ("reason", "it did"), ("seen", "0"), ("step", "do"));
        var record = await _desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
        var made = Assert.Single(record.Chronicle.Events, e => e.Title == "A lamp went out");
        Assert.Contains("A lamp went out", await _desk.Nobody().Page("/events/" + made.Slug), StringComparison.Ordinal);

        var path = $"/desk/articles/{article}/findings/{made.Reports[0].Finding.Key}";
        var rejected = await _desk.Mina.Post(path + "?handler=reject", ("reason", "the lamp burns"), ("seen", Seen(await _desk.Mina.Page(path))), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, rejected.StatusCode);
        foreach (var address in new[] { $"/events/{made.Slug}", $"/events/{made.Slug}.json", $"/events/{made.Slug}.ics", $"/events/{made.Id}", $"/events/{made.Slug}?asof=2019-11-20" })
        {
            var gone = await _desk.Nobody().Http.GetAsync(address);
            var words = WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync());
            Assert.Equal((address, HttpStatusCode.Gone), (address, gone.StatusCode));
            Assert.Contains("Rejected: A lamp went out", words, StringComparison.Ordinal);
            Assert.Contains("the lamp burns", words, StringComparison.Ordinal);
            Assert.Contains($"/events/{made.Slug}/changes", words, StringComparison.Ordinal);
            Assert.Contains($"/articles/{article}", words, StringComparison.Ordinal);
            Assert.DoesNotContain("mina", words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Nobody().Http.GetAsync($"/events/{made.Slug}?asof=2019-01-01")).StatusCode);
        Assert.Contains("the lamp burns", await _desk.Nobody().Page($"/events/{made.Slug}/changes"), StringComparison.Ordinal);
        Assert.Contains("When it came onto this record", await _desk.Nobody().Page($"/events/{made.Slug}/changes"), StringComparison.Ordinal);
        Assert.Contains("the lamp burns", await _desk.Nobody().Page($"/events/{made.Slug}/changes.json"), StringComparison.Ordinal);

        var sequence = (await Contents()).Corrections[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await _desk.Ben.Post("/desk/history?handler=undo", ("sequence", sequence), ("reason", "it went out"), ("seen", Seen(await _desk.Ben.Page("/desk/history"))), ("step", "do"));
        Assert.Contains("A lamp went out", await _desk.Nobody().Page("/events/" + made.Slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_s_address_outlives_an_earlier_take_that_turns_up_late_and_its_log_says_when_each_was_recorded()
    {
        var mark = Guid.NewGuid().ToString("N");
        string Take(string stamp, string more) =>
            $"{stamp}Envoys open talks about the ferry {mark} in Incheon\n\nINCHEON, Nov. 20 (Yonhap) -- Envoys of both sides opened talks about the ferry {mark} in Incheon on Wednesday, an official said.\n\n{more}\n";
        var later = await Filed(Take("(2nd LD) ", "They are to last two days, the official said."));
        var earlier = await Filed(Take("", "Nothing more was known at first."));
        var stories = (await _desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Stories;
        var story = Assert.Single(stories, s => s.Takes.Any(t => t.Text.Contains(mark, StringComparison.Ordinal)));
        Assert.Equal((2, story.Id), (story.Takes.Count, earlier));
        Assert.NotEqual(earlier, later);

        var moved = await _desk.Nobody().Http.GetAsync("/articles/" + later);
        Assert.Equal((HttpStatusCode.Redirect, "/articles/" + earlier), (moved.StatusCode, moved.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await _desk.Nobody().Http.GetAsync($"/articles/{later}.json")).StatusCode);
        var log = await _desk.Nobody().Page($"/articles/{later}/changes");
        Assert.Contains("When it came onto this record", log, StringComparison.Ordinal);
        Assert.Contains("from the command line, read then by reader", log, StringComparison.Ordinal);
        var talks = Assert.Single((await _desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Chronicle.Events, e => e.Reports.Any(r => r.Revision == story.Takes[0].Revision));
        Assert.Matches("When each state came onto this record(?s:.*)happened <span class=\"now-st\">known since", await _desk.Nobody().Page($"/events/{talks.Slug}/changes"));
        Assert.Matches("\"states\":[^]]*\"status\": ?\"happened\",[^]]*\"recordedAt\"", await _desk.Nobody().Page($"/events/{talks.Slug}/changes.json"));
        Assert.All(story.Takes, t => Assert.Contains(t.RecordedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retracted_article_leaves_the_pages_and_comes_back_by_undo()
    {
        var answer = await _desk.Mina.Post($"/desk/articles/{_article}?handler=retract", ("what", "article"), ("reason", "it was a hoax"), ("seen", Seen(await _desk.Mina.Page("/desk/history"))), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var address in new[] { $"/articles/{_article}", $"/articles/{_article}.txt", $"/articles/{_article}.json", $"/articles/{_article}/takes" })
        {
            var gone = await _desk.Nobody().Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            var words = await gone.Content.ReadAsStringAsync();
            Assert.Contains("Withdrawn", words, StringComparison.Ordinal);
            Assert.Contains("it was a hoax", words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Nobody().Http.GetAsync($"/articles/{_article}?asof=2019-01-01")).StatusCode);
        Assert.Contains("article retracted", await _desk.Nobody().Page($"/articles/{_article}/changes"), StringComparison.Ordinal);

        var sequence = (await Contents()).Corrections[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await _desk.Ben.Post("/desk/history?handler=undo", ("sequence", sequence), ("reason", "it was none"), ("seen", Seen(await _desk.Ben.Page("/desk/history"))), ("step", "do"));
        Assert.Equal(HttpStatusCode.OK, (await _desk.Nobody().Http.GetAsync("/articles/" + _article)).StatusCode);
    }

    [Fact]
    public async Task Two_hundred_corrections_of_eight_clients_are_all_there_once_and_in_order()
    {
        const int clients = 8, each = 25;
        var article = await Filed("Numbers told in Seoul\n\nSEOUL, Nov. 18 (Yonhap) -- Officials met on Monday.\n\n" + string.Concat(Enumerable.Range(0, clients * each).Select(i => $"Line {i:000} of {Guid.NewGuid():N} tells nothing.\n")));
        var text = (await Latest(article)).Text;
        var before = (await Contents()).Corrections.Count;
        var acknowledged = new ConcurrentBag<(int Line, long Sequence)>();

        await Task.WhenAll(Enumerable.Range(0, clients).Select(n => Task.Run(async () =>
        {
            var client = await _desk.SignedIn(n % 2 == 0 ? "mina" : "ben");
            var token = await client.Token("/desk/account");
            for (var i = n; i < clients * each; i += clients)
            {
                var start = text.IndexOf($"Line {i:000} of", StringComparison.Ordinal);
                var answer = await client.Send($"/desk/articles/{article}/add?start={start}&end={start + 20}", token,
                    ("what", "event"), ("f-kind", "address"), ("f-status", "alleged"), ("f-summary", $"line {i}"), ("reason", $"line {i} was missed"), ("seen", "0"), ("step", "do"));
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                acknowledged.Add((i, long.Parse(Regex.Match(answer.Headers.Location!.ToString(), @"done=(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            }
        })));

        var made = (await Contents()).Corrections.Skip(before).Where(c => c.Article == article).ToList();
        Assert.Equal(clients * each, made.Count);
        Assert.Equal(Enumerable.Range(0, clients * each), made.Select(c => int.Parse(Regex.Match(c.Reason, @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Equal(made.Select(c => c.Sequence).Order(), made.Select(c => c.Sequence));
        Assert.Equal(made.Select(c => c.RecordedAt).Order(), made.Select(c => c.RecordedAt));
        Assert.All(acknowledged, a => Assert.Equal($"line {a.Line} was missed", made.Single(c => c.Sequence == a.Sequence).Reason));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'-alert(1)-'")]
    [InlineData("</textarea><svg/onload=alert(1)>")]
    [InlineData("javascript:alert(1)")]
    public async Task Hostile_words_are_shown_as_words_everywhere(string payload)
    {
        var found = (await Latest()).Reading.Events[0];
        var path = $"/desk/articles/{_article}/findings/{found.Key}";
        var seen = Seen(await _desk.Mina.Page(path));
        (string, string)[] form = [("f-summary", payload), ("f-place", payload), ("reason", payload), ("seen", seen)];
        var pages = new List<string> { await (await _desk.Mina.Post(path + "?handler=amend", form)).Content.ReadAsStringAsync() };
        Assert.Equal(HttpStatusCode.Redirect, (await _desk.Mina.Post(path + "?handler=amend", [.. form, ("step", "do")])).StatusCode);
        foreach (var address in new[] { path, "/desk/history", "/desk", "/desk/events", $"/desk/articles/{_article}", "/timeline", $"/articles/{_article}", $"/articles/{_article}/changes" })
        {
            pages.Add(await _desk.Mina.Page(address));
        }

        Assert.All(pages, html =>
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg/onload", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("value=\"'-alert(1)-'\"", html, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string Seen(string html) => DeskClient.Seen(html);

    private async Task<RecordContents> Contents() => await _desk.Contents();

    private Task<GsomiaTracker.Domain.Articles.ArticleRevision> Latest(string? article = null) => _desk.Latest(article ?? _article);

    private Task<string> Filed(string text) => _desk.Filed(text);
}
