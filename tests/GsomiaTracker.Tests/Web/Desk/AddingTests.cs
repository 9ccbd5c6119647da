using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Bringing an article in: pasted, as files, by a program with a token.</summary>
public sealed class AddingTests(DeskHost desk) : IClassFixture<DeskHost>
{
    private const string Dated = "Ministers to talk again\n\nTOKYO, Nov. 20 (Kyodo) -- The foreign ministers of Japan and South Korea will meet in Nagoya on Saturday, a Japanese official said Wednesday.\n";
    private const string Undated = "The foreign ministers of Japan and South Korea may meet at some time, a person who knows of it said.\n";

    [Fact]
    public async Task A_pasted_text_is_read_shown_with_what_it_changes_and_filed()
    {
        var kept = await desk.Mina.Post("/desk/add?handler=text", ("text", Dated.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var path = kept.Headers.Location!.ToString();
        var hash = path.Split('/')[^1];
        Assert.Equal(IncomingText.HashOf(Dated), hash);

        var page = await desk.Ben.Page(path);
        Assert.Contains("Kyodo", page, StringComparison.Ordinal);
        Assert.Contains("What filing it changes", page, StringComparison.Ordinal);
        Assert.Empty(await Articles(hash));

        var filed = await desk.Mina.Post(path + "?handler=file");
        Assert.Equal("/desk/add?filed=" + hash, filed.Headers.Location!.ToString());
        Assert.Single(await Until(() => Articles(hash), a => a.Count == 1));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Mina.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Without_a_publication_date_nothing_is_filed_until_it_is_settled()
    {
        var path = (await desk.Mina.Post("/desk/add?handler=text", ("text", Undated))).Headers.Location!.ToString();
        var refused = await desk.Mina.Post(path + "?handler=file");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("When was it published?", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post(path + "?handler=settle", ("f-published", "last week"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await desk.Mina.Post(path + "?handler=settle", ("f-published", "2019-11-19"))).StatusCode);
        Assert.Contains("2019-11-19", await desk.Mina.Page(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Mina.Post(path + "?handler=file")).StatusCode);
    }

    [Fact]
    public async Task What_an_editor_says_of_the_header_is_shown_before_it_is_filed_and_stands_on_the_record_after()
    {
        const string text = "Talks in doubt, sources say\n\nTOKYO, Nov. 19 (Kyodo) -- Talks of the trade officials of Japan and South Korea may be put off, a source said Tuesday.\n";
        var path = (await desk.Mina.Post("/desk/add?handler=text", ("text", text))).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post(path + "?handler=settle", ("f-published", "soon"))).StatusCode);
        await desk.Mina.Post(path + "?handler=settle", ("f-agency", "Jiji"), ("f-headline", "Talks in doubt"), ("f-byline", "Sato Aki"), ("f-published", "2019-11-19T21:30+09:00"));

        var page = await desk.Ben.Page(path);
        Assert.Contains("said by an editor", page, StringComparison.Ordinal);
        Assert.Contains("2019-11-19T21:30", page, StringComparison.Ordinal);
        Assert.Contains("Jiji", page, StringComparison.Ordinal);
        await desk.Mina.Post(path + "?handler=file");
        var hash = path.Split('/')[^1];
        var article = (await Until(() => Articles(hash), a => a.Count == 1))[hash];
        var contents = await Until(desk.Contents, c => c.Corrections.Count(x => x.Article == article) == 4);
        Assert.All(contents.Corrections.Where(c => c.Article == article), c => Assert.Equal("mina", c.Author));
        var header = (await desk.Latest(article)).Reading.Header;
        Assert.Equal(("Jiji", "Talks in doubt", "2019-11-19T21:30+09:00", "Sato Aki"), (header.Agency, header.Headline, header.Published?.ToString(), string.Join(", ", header.Byline)));
        Assert.DoesNotContain(path, await desk.Mina.Page("/desk/add"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inferred_time_can_be_said_to_be_right_before_filing()
    {
        const string text = "Envoys met again\n\nEnvoys of South Korea and Japan met in Tokyo on Thursday, Nov. 14, 2019, to speak of the pact. Another meeting is planned on Friday, officials said.\n";
        var path = (await desk.Mina.Post("/desk/add?handler=text", ("text", text))).Headers.Location!.ToString();
        var page = await desk.Mina.Page(path);
        Assert.Contains("inferred", page, StringComparison.Ordinal);
        var day = Regex.Match(page, "name=\"sure\" value=\"true\">(\\S+) is right").Groups[1].Value;
        await desk.Mina.Post(path + "?handler=settle", ("f-published", day), ("sure", "true"));
        page = await desk.Mina.Page(path);
        Assert.Contains($"{day} <small>supplied", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_is_read_at_once_and_nothing_of_it_is_kept()
    {
        var read = await desk.Mina.Post("/desk/add?handler=read", ("text", "Envoys to talk\n\nTOKYO, Nov. 21 (Kyodo) -- Foreign Minister Toshimitsu Motegi said Tokyo would keep the export curbs.\n"));
        var html = await read.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Contains("What filing it changes", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"wire\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Envoys to talk", await desk.Mina.Page("/desk/add"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post("/desk/add?handler=read", ("text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Mina.Send("/desk/add?handler=read", null, ("text", "nobody's form"))).StatusCode);
    }

    [Fact]
    public async Task Of_several_files_the_good_ones_are_taken_and_the_others_refused_by_name()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await desk.Mina.Token("/desk/account")), "form-token" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("A first file tells of a meeting on Nov. 3, 2019.")), "files", "one.txt" },
            { new ByteArrayContent([0x4d, 0x00, 0x5a]), "files", "<img src=x onerror=alert(1)>.exe" },
            { new ByteArrayContent(new byte[(1 << 20) + 1]), "files", "big.txt" },
        };
        var answer = await desk.Mina.Http.PostAsync("/desk/add?handler=files", form);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("one.txt: <a href=\"/desk/add/", page, StringComparison.Ordinal);
        Assert.Contains("NUL", page, StringComparison.Ordinal);
        Assert.Contains("at most", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_sent_one_by_one_are_answered_one_by_one()
    {
        var token = await desk.Mina.Token("/desk/account");
        async Task<(HttpStatusCode, JsonElement)> Send(byte[] bytes, string name)
        {
            using var form = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new ByteArrayContent(bytes), "file", name } };
            var answer = await desk.Mina.Http.PostAsync("/desk/add?handler=file", form);
            return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
        }

        var (taken, good) = await Send(Encoding.UTF8.GetBytes("One file of many tells of a meeting on Nov. 4, 2019."), "four.txt");
        Assert.Equal((HttpStatusCode.OK, "four.txt"), (taken, good.GetProperty("name").GetString()));
        Assert.Contains("four.txt", await desk.Mina.Page("/desk/add/" + good.GetProperty("draft").GetString()), StringComparison.Ordinal);
        var (refused, bad) = await Send([0x4d, 0x00], "five.exe");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("NUL", bad.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post("/desk/add?handler=file")).StatusCode);
    }

    [Fact]
    public async Task A_program_hands_over_an_article_with_a_token_until_it_is_taken_back()
    {
        var made = await (await desk.Mina.Post("/desk/account?handler=token", ("label", "the wire's robot"))).Content.ReadAsStringAsync();
        var token = Regex.Match(made, "gst_[0-9a-f]{48}").Value;
        async Task<HttpResponseMessage> Send(string? bearer, string text)
        {
            using var http = new HttpClient { BaseAddress = desk.Address };
            http.DefaultRequestHeaders.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
            return await http.PostAsync("/api/articles?published=2019-11-18", new StringContent(text));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(null, Dated)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send("gst_" + new string('0', 48), Dated)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(token, "no sentence")).StatusCode);
        var taken = await Send(token, "SEOUL, Nov. 18 (Yonhap) -- A robot told of a meeting in Seoul on Monday.\n");
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        var hash = JsonSerializer.Deserialize<JsonElement>(await taken.Content.ReadAsStringAsync()).GetProperty("hash").GetString()!;
        Assert.Single(await Until(() => Articles(hash), a => a.Count == 1));

        var id = Regex.Match(await desk.Mina.Page("/desk/account"), "name=\"id\" value=\"(\\d+)\"").Groups[1].Value;
        await desk.Mina.Post("/desk/account?handler=revoke", ("id", id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(token, Dated)).StatusCode);
    }

    [Fact]
    public async Task The_queue_lists_what_needs_a_decision_with_counts()
    {
        var page = await desk.Mina.Page("/desk");
        Assert.Contains("all (", page, StringComparison.Ordinal);
        Assert.Contains("What needs a decision", page, StringComparison.Ordinal);
        Assert.Matches("<span>[0-9]+ % certain</span><span>on [0-9]+ page", page);
        Assert.Matches("under 50 % \\([0-9]+\\)", page);
        var sure = await desk.Mina.Page("/desk?sure=over-four-fifths");
        Assert.All(Regex.Matches(sure, "<span>([0-9]+) % certain").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), percent => Assert.InRange(percent, 80, 100));
        Assert.DoesNotContain("proposed by", sure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verbs_beside_a_server_know_where_it_is()
    {
        Assert.Equal(desk.Address.GetLeftPart(UriPartial.Authority).Replace("127.0.0.1", "localhost", StringComparison.Ordinal), ServedAt.Read(desk.Data)?.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        Assert.Equal("http://localhost:5080", ServedAt.Of(["http://0.0.0.0:5080"]));
        Assert.Equal("http://localhost:5080", ServedAt.Of(["http://[::]:5080", "http://x"]));
    }

    private async Task<IReadOnlyDictionary<string, string>> Articles(string hash) => await desk.Services.GetRequiredService<RecordQueries>().ArticlesOfAsync([hash]);

    private static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> good)
    {
        for (var i = 0; ; i++)
        {
            var answer = await ask();
            if (good(answer) || i == 200)
            {
                return answer;
            }

            await Task.Delay(50);
        }
    }
}
