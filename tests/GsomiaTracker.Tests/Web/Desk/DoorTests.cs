using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Who may: the door of the desk, and everything behind it.</summary>
public sealed class DoorTests(DeskHost desk) : IClassFixture<DeskHost>
{
    private static readonly string[] Open = ["/desk/sign-in", "/desk/setup", "/desk/welcome"];
    private static readonly string[] ForChiefs = ["/desk/people"];

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. desk.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private IReadOnlyList<string> DeskPaths => [.. Endpoints.Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => p.StartsWith("/desk", StringComparison.Ordinal)).Distinct()];

    private static string Filled(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]+\}", "x");

    [Fact]
    public void Every_address_of_the_desk_demands_a_role_but_the_three_doors()
    {
        Assert.True(DeskPaths.Count > 10);
        foreach (var endpoint in Endpoints.Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("desk", StringComparison.Ordinal)))
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
            Assert.True(open == Open.Contains(path), $"{path} open: {open}");
            Assert.Contains(DeskPolicy.Editor, policies);
            Assert.Equal(ForChiefs.Contains(path), policies.Contains(DeskPolicy.Chief));
        }
    }

    [Fact]
    public void Whatever_takes_a_write_lies_under_the_desk_or_is_the_one_call_with_a_token()
    {
        string[] reading = ["GET", "HEAD", "OPTIONS"];
        var writes = Endpoints
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } m && m.HttpMethods.Except(reading).Any())
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => !p.StartsWith("/desk", StringComparison.Ordinal));

        Assert.Empty(writes.Except(["/api/articles"]));
    }

    [Fact]
    public async Task Nobody_is_sent_to_the_door_and_may_write_nothing()
    {
        var nobody = desk.Nobody();
        foreach (var path in DeskPaths.Except(Open).Select(Filled))
        {
            var seen = await nobody.Http.GetAsync(path);
            Assert.True(seen.StatusCode == HttpStatusCode.Redirect && seen.Headers.Location!.AbsolutePath == "/desk/sign-in", $"{path}: {seen.StatusCode}");
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post(path, ("reason", "because"))).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Send(path, null)).StatusCode);
        }
    }

    [Fact]
    public async Task An_editor_may_all_but_what_is_for_chiefs()
    {
        foreach (var path in DeskPaths.Except(Open).Select(Filled))
        {
            var (editor, chief) = (await desk.Mina.Http.GetAsync(path), await desk.Chief.Http.GetAsync(path));
            Assert.NotEqual(HttpStatusCode.Forbidden, chief.StatusCode);
            Assert.True((editor.StatusCode == HttpStatusCode.Forbidden) == ForChiefs.Contains(path), $"{path}: {editor.StatusCode}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, editor.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Mina.Post("/desk/people?handler=add", ("name", "eve"), ("role", "chief"))).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_own_token_is_refused()
    {
        var (anothers, mine) = (await desk.Ben.Token("/desk/account"), await desk.Mina.Token("/desk/account"));
        var before = await desk.Nobody().Token();
        foreach (var path in DeskPaths.Except(ForChiefs).Select(Filled))
        {
            foreach (var token in new[] { null, "", "forged", anothers, before, mine[..^4] + "AAAA" })
            {
                var answer = await desk.Mina.Send(path, token, ("name", "mina"), ("reason", "because"));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} with {token ?? "no token"}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_token_of_a_session_that_ended_is_refused()
    {
        var client = await desk.SignedIn("ben");
        var token = await client.Token("/desk/account");
        await client.Send("/desk/sign-out", token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Send("/desk/account?handler=token", token, ("label", "x"))).StatusCode);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_answered_alike()
    {
        await Add("alike");
        var unknown = await desk.Nobody().Post("/desk/sign-in", ("name", "unknown-name"), ("password", "not the right words"));
        var wrong = await desk.Nobody().Post("/desk/sign-in", ("name", "alike"), ("password", "not the right words"));

        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(Plain(await unknown.Content.ReadAsStringAsync(), "unknown-name"), Plain(await wrong.Content.ReadAsStringAsync(), "alike"));

        static string Plain(string html, string name) => System.Text.RegularExpressions.Regex.Replace(html.Replace(name, "NAME", StringComparison.Ordinal), "form-token\" type=\"hidden\" value=\"[^\"]+", "");
    }

    [Fact]
    public async Task Five_failures_lock_an_account_even_for_the_right_password()
    {
        await Add("locked");
        for (var i = 0; i < 5; i++)
        {
            await desk.Nobody().Post("/desk/sign-in", ("name", "locked"), ("password", "not the right words"));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Nobody().Post("/desk/sign-in", ("name", "locked"), ("password", DeskHost.Password))).StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_ended_is_over_at_once()
    {
        await Add("gone");
        var client = await desk.SignedIn("gone");
        await client.Page("/desk/account");
        await desk.Chief.Post("/desk/people?handler=end", ("name", "gone"));

        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/desk/account")).StatusCode);
    }

    [Fact]
    public async Task Each_session_is_seen_and_ended_by_itself()
    {
        await Add("two-sessions");
        var (here, there) = (await desk.SignedIn("two-sessions"), await desk.SignedIn("two-sessions"));
        var page = await here.Page("/desk/account");
        var ids = Regex.Matches(page, "endone\".*?name=\"id\" value=\"([0-9a-f]{32})\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Count);
        var own = Regex.Match(page, "name=\"id\" value=\"([0-9a-f]{32})\"><span><b>[^<]*</b>, this one").Groups[1].Value;
        var other = ids.Single(i => i != own);

        // Nobody else's: ben ends nothing of it.
        await desk.Ben.Post("/desk/account?handler=endone", ("id", other));
        await there.Page("/desk/account");
        await here.Post("/desk/account?handler=endone", ("id", other));
        Assert.Equal(HttpStatusCode.Redirect, (await there.Http.GetAsync("/desk/account")).StatusCode);
        Assert.DoesNotContain(other, await here.Page("/desk/account"), StringComparison.Ordinal);
        await here.Post("/desk/account?handler=endone", ("id", own));
        Assert.Equal(HttpStatusCode.Redirect, (await here.Http.GetAsync("/desk/account")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_leaves_this_session_and_no_other_on_the_list()
    {
        await Add("changes");
        var (here, there) = (await desk.SignedIn("changes"), await desk.SignedIn("changes"));
        await here.Post("/desk/account?handler=password", ("old", DeskHost.Password), ("password", "another walk by another river"));
        Assert.Single(Regex.Matches(await here.Page("/desk/account"), "handler=endone"));
        Assert.Equal(HttpStatusCode.Redirect, (await there.Http.GetAsync("/desk/account")).StatusCode);
    }

    [Fact]
    public async Task With_a_second_factor_a_code_is_asked_for_and_each_works_once()
    {
        await Add("two");
        var client = await desk.SignedIn("two");
        await client.Page("/desk/account");
        string key;
        await using (var scope = desk.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            key = (await people.GetAuthenticatorKeyAsync((await people.FindByNameAsync("two"))!))!;
        }

        var set = await client.Send("/desk/account?handler=code", await client.Token("/desk/account"), ("code", Totp(key, 0)));
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var recovery = System.Text.RegularExpressions.Regex.Match(await set.Content.ReadAsStringAsync(), "<code>([^<]+)</code>").Groups[1].Value;

        async Task<HttpStatusCode> Try(string code) => (await desk.Nobody().Post("/desk/sign-in", ("name", "two"), ("password", DeskHost.Password), ("code", code))).StatusCode;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Try(""));
        Assert.Equal(HttpStatusCode.Redirect, await Try(Totp(key, 0)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Try(Totp(key, 0)));
        Assert.Equal(HttpStatusCode.Redirect, await Try(recovery));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Try(recovery));
    }

    [Fact]
    public async Task Somebody_added_chooses_a_password_by_an_address_that_works_once()
    {
        var page = await (await desk.Chief.Post("/desk/people?handler=add", ("name", "newcomer"), ("role", "editor"))).Content.ReadAsStringAsync();
        var address = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "<code class=\"token\">([^<]+)</code>").Groups[1].Value);
        var key = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(address).Query)["key"].ToString();

        Assert.Equal(HttpStatusCode.Redirect, (await desk.Nobody().Post("/desk/welcome", ("name", "newcomer"), ("key", key), ("password", DeskHost.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Nobody().Post("/desk/welcome", ("name", "newcomer"), ("key", key), ("password", DeskHost.Password + "!"))).StatusCode);
        await desk.SignedIn("newcomer");
    }

    [Fact]
    public async Task The_desk_is_never_kept_by_a_cache_and_its_cookie_stays_at_the_desk()
    {
        var answer = await desk.Mina.Http.GetAsync("/desk/account");
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var signedIn = await desk.Nobody().Post("/desk/sign-in", ("name", "mina"), ("password", DeskHost.Password));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk=", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/desk", "httponly", "samesite=lax" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("password1234", false)]
    [InlineData("Password1234!", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("mina and her cat", false)]
    [InlineData("a long walk by the river", true)]
    public void A_password_is_good_by_its_length_unless_it_is_known(string password, bool good) =>
        Assert.Equal(good, new PasswordRules(new DeskSettings(false, false, null, false)).Fault(password, "mina") is null);

    [Fact]
    public void The_setup_key_works_once_for_an_hour_from_this_machine()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var setup = new SetupKey(clock, new DeskSettings(false, false, null, false));
        HttpContext From(string address, string? forwarded = null)
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            if (forwarded is not null)
            {
                context.Request.Headers["X-Forwarded-For"] = forwarded;
            }

            return context;
        }

        Assert.False(setup.Use("", From("127.0.0.1")));
        var key = setup.Open();
        Assert.False(setup.Use(key, From("192.0.2.7")));
        Assert.False(setup.Use(key, From("127.0.0.1", forwarded: "192.0.2.7")));
        Assert.False(setup.Use(key[..^1] + "x", From("::1")));
        Assert.True(setup.Use(key, From("::1")));
        Assert.False(setup.Use(key, From("::1")));
        key = setup.Open();
        clock.Now += SetupKey.Lifetime;
        Assert.False(setup.Fits(key, From("::1")));
    }

    [Fact]
    public void An_address_that_fails_twenty_times_has_to_wait()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.Most; i++)
        {
            Assert.Null(throttle.Wait(IPAddress.Parse("192.0.2.7")));
            throttle.Failed(IPAddress.Parse("192.0.2.7"));
        }

        Assert.NotNull(throttle.Wait(IPAddress.Parse("192.0.2.7")));
        Assert.Null(throttle.Wait(IPAddress.Parse("192.0.2.8")));
        clock.Now += SignInThrottle.Window + TimeSpan.FromSeconds(1);
        Assert.Null(throttle.Wait(IPAddress.Parse("192.0.2.7")));
    }

    /// <summary>A start without people tells the address by which the first chief comes to be.</summary>
    [Fact]
    public async Task The_first_chief_comes_by_the_printed_address_once()
    {
        await using var host = new TrackerHost();
        host.UseKestrel(0);
        host.StartServer();
        var start = host.Services.GetRequiredService<DeskStart>();
        await start.Ready;
        var key = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(start.SetupAddress!).Query)["key"].ToString();
        var client = new DeskClient(host);

        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync("/desk/setup?key=00")).StatusCode);
        Assert.Contains("Become the first chief", await client.Page("/desk/setup?key=" + key), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Post("/desk/setup", ("key", key), ("name", "first"), ("password", "password1234"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Post("/desk/setup", ("key", key), ("name", "first"), ("password", DeskHost.Password))).StatusCode);
        Assert.Contains("/desk/people", await client.Page("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new DeskClient(host).Post("/desk/setup", ("key", key), ("name", "second"), ("password", DeskHost.Password))).StatusCode);
    }

    private async Task Add(string name)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync(name, DeskRole.Editor, DeskHost.Password);
    }

    /// <summary>RFC 6238 with SHA-1, 30 seconds, six digits.</summary>
    private static string Totp(string base32, int step)
    {
        var bits = string.Concat(base32.TrimEnd('=').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + step);
        Array.Reverse(counter);
        var hash = HMACSHA1.HashData(key, counter);
        var at = hash[^1] & 15;
        var code = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (code % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
