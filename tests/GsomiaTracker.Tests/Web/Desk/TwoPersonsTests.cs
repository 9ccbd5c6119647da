using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>With <c>Desk:TwoPersons</c> nothing that readers see is the work of one editor alone.</summary>
public sealed class TwoPersonsTests : IAsyncLifetime
{
    private readonly TrackerHost _host = new();
    private DeskClient _mina = null!;
    private DeskClient _ben = null!;

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_host.Articles, "talks.txt"), DeskHost.Piece);
        _host.Settings["Desk:TwoPersons"] = "true";
        _host.UseKestrel(0);
        _host.StartServer();
        await _host.Services.GetRequiredService<DeskStart>().Ready;
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<PeopleDesk>();
            await people.AddAsync("mina", DeskRole.Editor, DeskHost.Password);
            await people.AddAsync("ben", DeskRole.Editor, DeskHost.Password);
        }

        (_mina, _ben) = (new DeskClient(_host), new DeskClient(_host));
        await _mina.Post("/desk/sign-in", ("name", "mina"), ("password", DeskHost.Password));
        await _ben.Post("/desk/sign-in", ("name", "ben"), ("password", DeskHost.Password));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_article_is_filed_by_another_than_brought_it_in()
    {
        var draft = (await _mina.Post("/desk/add?handler=text", ("text", DeskHost.Piece + "More was not said."))).Headers.Location!.ToString();
        var refused = await _mina.Post(draft + "?handler=file");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("another editor files it", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _ben.Post(draft + "?handler=file")).StatusCode);
    }

    [Fact]
    public async Task What_one_says_of_an_articles_facts_another_files()
    {
        var text = DeskHost.Piece + "There was fog.";
        var draft = (await _mina.Post("/desk/add?handler=text", ("text", text))).Headers.Location!.ToString();
        await _ben.Post(draft + "?handler=settle", ("f-byline", "Kim Da-som, Lee Ara"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _ben.Post(draft + "?handler=file")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _mina.Post(draft + "?handler=file")).StatusCode);
        for (var i = 0; i < 200 && (await Corrections()).Count == 0; i++)
        {
            await Task.Delay(50);
        }

        var made = Assert.Single(await Corrections());
        Assert.Equal((CorrectionAct.Header, "byline", "ben", "mina"), (made.Act, made.Field, made.Author, made.Seconder));
    }

    [Fact]
    public async Task What_a_token_hands_over_becomes_a_draft()
    {
        string token;
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            var person = (await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>().FindByNameAsync("mina"))!;
            token = await scope.ServiceProvider.GetRequiredService<ApiTokens>().CreateAsync(person, "wire");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles?published=2019-11-18") { Content = new StringContent(DeskHost.Piece + "It was raining.", Encoding.UTF8) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await _mina.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains("\"draft\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("It was raining.", await _ben.Page((await Drafts()).Single(d => d.Contains("/desk/add/", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_proposed_by_one_and_published_by_another_and_the_history_names_both()
    {
        var (finding, proposal) = await Propose("not on the record");
        Assert.Empty(await Corrections());
        Assert.Contains("proposed by mina", await _ben.Page("/desk"), StringComparison.Ordinal);

        var own = await _mina.Post(proposal + "?handler=publish", ("seen", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Empty(await Corrections());

        var page = await _ben.Page(proposal);
        Assert.Contains("What changes on the public pages", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _ben.Post(proposal + "?handler=publish", ("seen", DeskClient.Seen(page)))).StatusCode);
        var made = Assert.Single(await Corrections());
        Assert.Equal((CorrectionAct.Reject, finding, "mina", "ben"), (made.Act, made.Target, made.Author, made.Seconder));
        Assert.Contains("mina, published by ben", await _mina.Page("/desk/history"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _ben.Http.GetAsync(proposal)).StatusCode);
    }

    [Fact]
    public async Task What_others_did_since_is_shown_to_whoever_publishes_and_nothing_is_done_twice()
    {
        var (_, first) = await Propose("one way to say it");
        var (_, second) = await Propose("another way to say it");
        var seen = DeskClient.Seen(await _ben.Page(second));
        await _ben.Post(first + "?handler=publish", ("seen", seen));
        var late = await _ben.Post(second + "?handler=publish", ("seen", seen));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Somebody was faster", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await Corrections());
    }

    [Fact]
    public async Task A_proposal_that_is_turned_down_leaves_no_trace_on_the_record()
    {
        var (_, proposal) = await Propose("turned down");
        Assert.Equal(HttpStatusCode.Redirect, (await _ben.Post(proposal + "?handler=drop")).StatusCode);
        Assert.Empty(await Corrections());
        Assert.DoesNotContain("proposed by", await _ben.Page("/desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_something_is_right_needs_no_second_person()
    {
        var finding = await Finding();
        await _mina.Post(finding + "?handler=accept", ("seen", "0"));
        Assert.Equal(CorrectionAct.Accept, Assert.Single(await Corrections()).Act);
    }

    /// <summary>Mina proposes that the first event of the article is none.</summary>
    private async Task<(string Key, string Proposal)> Propose(string reason)
    {
        var finding = await Finding();
        var preview = await _mina.Post(finding + "?handler=reject", ("reason", reason), ("seen", "0"));
        Assert.Contains("Propose it", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var proposed = await _mina.Post(finding + "?handler=reject", ("reason", reason), ("seen", "0"), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        var at = proposed.Headers.Location!.ToString();
        Assert.StartsWith("/desk/proposals/", at, StringComparison.Ordinal);
        return (Uri.UnescapeDataString(finding[(finding.LastIndexOf('/') + 1)..]), at);
    }

    /// <summary>Address of an event's finding.</summary>
    private async Task<string> Finding()
    {
        for (var i = 0; i < 200; i++)
        {
            if (Regex.Match(await _mina.Page("/desk/articles"), "href=\"(/desk/articles/[^\"#?]+)\"") is { Success: true } article
                && Regex.Match(await _mina.Page(article.Groups[1].Value), "href=\"([^\"]+/findings/event-[^\"]+)\"") is { Success: true } finding)
            {
                return finding.Groups[1].Value;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("the article was not read");
    }

    private async Task<IReadOnlyList<string>> Drafts() => [.. Regex.Matches(await _ben.Page("/desk/add"), "href=\"(/desk/add/[0-9a-f]+)\"").Select(m => m.Groups[1].Value)];

    private async Task<IReadOnlyList<Correction>> Corrections() => (await _host.Services.GetRequiredService<RecordQueries>().LoadAsync()).Corrections;
}
