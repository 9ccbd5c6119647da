using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Lines of the table in docs/OPERATING.md (OWASP ASVS) that nothing else holds.</summary>
public sealed class VerificationTests(DeskHost desk) : IClassFixture<DeskHost>
{
    [Theory]
    [InlineData("/desk/history", "/desk/history")]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example/desk", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("/articles", "/desk")]
    [InlineData("javascript:alert(1)", "/desk")]
    public async Task After_signing_in_one_is_led_to_the_desk_and_nowhere_else(string back, string led)
    {
        var answer = await desk.Nobody().Post("/desk/sign-in", ("name", "mina"), ("password", DeskHost.Password), ("back", back));
        Assert.Equal(led, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_tracker_speaks_TLS_itself_marks_its_cookies_Secure_and_carries_every_header()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=tracker.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var host = new TrackerHost();
        host.UseKestrel(o => o.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        host.StartServer();
        await host.Services.GetRequiredService<DeskStart>().Ready;
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString() } });
        using var question = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{DeskClient.AddressOf(host).Port}/desk/sign-in") { Headers = { Host = "tracker.example" } };

        using var answer = await http.SendAsync(question);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        string Header(string name) => string.Join(' ', answer.Headers.GetValues(name));
        Assert.StartsWith("max-age=", Header("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.NotEmpty(Header("Referrer-Policy"));
        var policy = Header("Content-Security-Policy");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_back_the_token_or_removes_the_passkey_of_another()
    {
        await desk.Mina.Post("/desk/account?handler=token", ("label", "mine alone"));
        var id = Regex.Match(await desk.Mina.Page("/desk/account"), "name=\"id\" value=\"(\\d+)\"><span>mine alone").Groups[1].Value;
        Assert.NotEmpty(id);
        await desk.Ben.Post("/desk/account?handler=revoke", ("id", id));
        await desk.Ben.Post("/desk/account?handler=forget", ("id", "00"));
        Assert.Contains("mine alone", await desk.Mina.Page("/desk/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_kept_as_salted_hashes_of_210000_rounds()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var (mina, ben) = ((await people.FindByNameAsync("mina"))!, (await people.FindByNameAsync("ben"))!);
        var hash = Convert.FromBase64String(mina.PasswordHash!);

        // Identity's third form: a mark, the function (2: HMAC-SHA512), the rounds, the salt's length.
        Assert.Equal((1, 2u, 210_000u, 16u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9))));
        Assert.NotEqual(mina.PasswordHash, ben.PasswordHash);
    }

    [Fact]
    public void A_session_lasts_twelve_hours_and_is_never_extended()
    {
        var cookie = desk.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        Assert.Equal((TimeSpan.FromHours(12), false), (cookie.ExpireTimeSpan, cookie.SlidingExpiration));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("not JSON")]
    public async Task A_passkeys_answer_that_fits_no_question_signs_nobody_in(string answer)
    {
        var client = desk.Nobody();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Post("/desk/sign-in?handler=passkey", ("answer", answer))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post("/desk/account?handler=passkey", ("answer", answer), ("name", "key"))).StatusCode);
    }

    [Fact]
    public async Task Where_a_second_factor_is_demanded_nothing_else_can_be_done_without()
    {
        await using var host = new TrackerHost();
        host.Settings["Desk:RequireSecondFactor"] = "true";
        host.UseKestrel(0);
        host.StartServer();
        await host.Services.GetRequiredService<DeskStart>().Ready;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync("mina", DeskRole.Editor, DeskHost.Password);
        }

        var client = new DeskClient(host);
        await client.Post("/desk/sign-in", ("name", "mina"), ("password", DeskHost.Password));
        foreach (var path in new[] { "/desk", "/desk/add", "/desk/history", "/desk/feeds" })
        {
            Assert.Equal("/desk/account", (await client.Http.GetAsync(path)).Headers.Location?.ToString());
        }

        Assert.Contains("Second factor", await client.Page("/desk/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thing_of_the_queue_is_taken_on_seen_by_the_others_and_given_back()
    {
        var queue = await desk.Mina.Page("/desk");
        var id = WebUtility.HtmlDecode(Regex.Match(queue, "<li data-item><h2><a href=\"([^\"]+)\"").Groups[1].Value);
        Assert.NotEmpty(id);

        await desk.Mina.Post("/desk?handler=take", ("id", id));
        Assert.Contains("you have taken it on", await desk.Mina.Page("/desk?whose=mine"), StringComparison.Ordinal);
        Assert.Contains("mina has taken it on", await desk.Ben.Page("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("has taken it on", await desk.Ben.Page("/desk?whose=nobody"), StringComparison.Ordinal);

        await desk.Ben.Post("/desk?handler=give", ("id", id));
        Assert.DoesNotContain("taken it on", await desk.Mina.Page("/desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_in_a_page_its_title_its_writer_and_in_every_field_that_is_typed_stay_words()
    {
        const string Payload = "</title></textarea>\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
        var escaped = WebUtility.HtmlEncode(Payload);
        var html = $"<!DOCTYPE html><html><head><title>{escaped}</title><meta property=\"og:title\" content=\"{escaped}\"><meta name=\"author\" content=\"{escaped}\"><meta property=\"og:site_name\" content=\"{escaped}\"></head><body><article><h1>{escaped} told</h1><p>The ministers of South Korea and Japan met in Seoul on Monday, and one of them said {escaped} to reporters there.</p></article></body></html>";
        var draft = (await desk.Mina.Post("/desk/add?handler=text", ("text", html))).Headers.Location!.ToString();
        var pages = new List<string> { await desk.Mina.Page(draft), await desk.Mina.Page("/desk/add") };
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            (draft + "?handler=settle", [("f-published", Payload)]), (draft + "?handler=settle", [("f-headline", Payload), ("f-agency", Payload), ("f-byline", Payload)]), (draft, []), ("/desk/add?handler=read", [("text", html)]), ("/desk/add?handler=address", [("address", Payload)]), ("/desk/add?handler=address", [("address", "https://x.example/" + Payload)]),
            ("/desk/feeds?handler=add", [("address", Payload)]), ("/desk/account?handler=token", [("label", Payload[..70])]), ("/desk/account?handler=code", [("code", Payload)]),
            ("/desk/account?handler=passkey", [("name", Payload[..50]), ("answer", Payload)]), ("/desk/sign-in", [("name", Payload), ("password", Payload), ("back", Payload)]), ("/desk/welcome", [("name", Payload), ("key", Payload), ("password", Payload)]),
            ("/desk?handler=take", [("id", Payload), ("only", Payload), ("whose", Payload)]), ("/desk/history?handler=undo", [("sequence", "1"), ("reason", Payload)]),
        })
        {
            pages.Add(await (await desk.Mina.Post(path, fields)).Content.ReadAsStringAsync());
        }

        pages.Add(await (await desk.Chief.Post("/desk/people?handler=add", ("name", Payload[..30]), ("role", Payload))).Content.ReadAsStringAsync());
        pages.Add(await desk.Mina.Page("/desk?only=" + Uri.EscapeDataString(Payload) + "&whose=" + Uri.EscapeDataString(Payload)));
        foreach (var page in pages)
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
            Assert.All(document.Scripts, s => Assert.StartsWith("/", s.Source!, StringComparison.Ordinal));
            Assert.Empty(document.QuerySelectorAll("img, iframe, [onerror], [onload]"));
        }
    }
}
