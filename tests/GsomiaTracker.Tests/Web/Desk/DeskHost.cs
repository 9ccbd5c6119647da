using System.Net;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>The whole program on a port of its own, with a chief and two editors.</summary>
public class DeskHost : IAsyncLifetime
{
    public const string Password = "a long walk by the river";

    public const string Piece = """
        Defense chiefs of South Korea and Japan meet in Bangkok

        By Kim Da-som
        BANGKOK, Nov. 17 (Yonhap) -- Defense Minister Jeong Kyeong-doo met with his Japanese counterpart, Taro Kono, in Bangkok on Sunday to discuss the intelligence pact between the two countries.

        Jeong said Seoul would reconsider its decision to end the pact if Tokyo lifts its export curbs.

        The pact is set to expire on Nov. 23.

        """;

    private readonly TrackerHost _host = new();

    public IServiceProvider Services => _host.Services;

    public string Data => _host.Data;

    public Uri Address => DeskClient.AddressOf(_host);

    public DeskClient Nobody() => new(_host);

    public DeskClient Chief { get; private set; } = null!;

    public DeskClient Mina { get; private set; } = null!;

    public DeskClient Ben { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_host.Articles, "talks.txt"), Piece);
        Prepare(_host);
        _host.UseKestrel(0);
        _host.StartServer();
        await Services.GetRequiredService<DeskStart>().Ready;
        await using (var scope = Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<PeopleDesk>();
            await people.AddAsync("chief", DeskRole.Chief, Password);
            await people.AddAsync("mina", DeskRole.Editor, Password);
            await people.AddAsync("ben", DeskRole.Editor, Password);
        }

        Chief = await SignedIn("chief");
        Mina = await SignedIn("mina");
        Ben = await SignedIn("ben");
    }

    /// <summary>Settings and further articles, before it starts.</summary>
    protected virtual void Prepare(TrackerHost host)
    {
    }

    public async Task<DeskClient> SignedIn(string name)
    {
        var client = new DeskClient(_host);
        var answer = await client.Post("/desk/sign-in", ("name", name), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public Task<RecordContents> Contents() => Services.GetRequiredService<RecordQueries>().LoadAsync();

    public async Task<ArticleRevision> Latest(string article) => (await Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Story(article)!.Latest;

    /// <summary>Hands a text over and waits until it is read.</summary>
    /// <returns>The id of its story.</returns>
    public async Task<string> Filed(string text)
    {
        var intake = Services.GetRequiredService<Intake>();
        intake.Accept(new IncomingText(text, Origin.Command, null));
        Services.GetRequiredService<QueueBell>().Ring();
        for (var i = 0; i < 400; i++)
        {
            if (intake.Accept(new IncomingText(text, Origin.Command, null)) is { Kind: HandoverKind.OnRecord, Article: { } article })
            {
                var record = await Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
                return record.Stories.First(s => s.Takes.Any(t => t.Revision == IncomingText.HashOf(text))).Id is var id && id.Length > 0 ? id : article;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("the text was not read");
    }
}

/// <summary>A browser without a screen: cookies, and forms with their token.</summary>
public sealed partial class DeskClient(WebApplicationFactory<Program> host)
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = AddressOf(host) };

    public static Uri AddressOf(WebApplicationFactory<Program> host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async Task<string> Page(string path)
    {
        var answer = await Http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A token that fits this client's session.</summary>
    public async Task<string> Token(string on = "/desk/sign-in") => TokenOf().Match(await Page(on)).Groups[1].Value;

    /// <summary>Posts a form with its token.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => await Send(path, await Token(), fields);

    public async Task<HttpResponseMessage> Send(string path, string? token, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
        return await Http.PostAsync(path, new FormUrlEncodedContent(token is null ? all : all.Append(KeyValuePair.Create("form-token", token))));
    }

    /// <summary>The highest correction that a page was made with.</summary>
    public static string Seen(string html) => Regex.Match(html, "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value;

    [GeneratedRegex("name=\"form-token\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenOf();
}
