using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Five hundred lines that try to become markup or script, through every field that takes words, and as pages fetched from a server.</summary>
public sealed class HostileWordsTests(DeskHost desk) : IClassFixture<DeskHost>
{
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "srcset", "data", "xlink:href"];

    public static IReadOnlyList<string> Payloads { get; } = Make();

    private static List<string> Make()
    {
        string[] tags = ["<script>", "<script src=//x>", "<img src=x onerror=", "<svg onload=", "<iframe src=javascript:", "<body onload=", "<a href=javascript:", "<input autofocus onfocus=", "<details open ontoggle=", "<math href=javascript:"];
        string[] wraps = ["{0}alert(1)", "\"{0}alert(1)", "'{0}alert(1)//", "</textarea>{0}alert(1)>", "</title>{0}alert(1)>", "--{0}alert(1)>", "]]>{0}alert(1)", "&lt;{0}alert(1)", "\\u003c{0}alert(1)", "{0}\u2028alert(1)>"];
        string[] ends = ["", ">", "</script>", " x", "@{{1}}"];
        return [.. from t in tags from w in wraps from e in ends select string.Format(CultureInfo.InvariantCulture, w, t) + e];
    }

    /// <summary>All five hundred in pieces of at most so many characters.</summary>
    private static List<string> Slices(int most)
    {
        var slices = new List<string> { "" };
        foreach (var payload in Payloads)
        {
            if (slices[^1].Length + payload.Length + 1 > most)
            {
                slices.Add("");
            }

            slices[^1] += payload + " ";
        }

        return slices;
    }

    [Fact]
    public void There_are_five_hundred() => Assert.Equal(500, Payloads.Distinct().Count());

    [Fact]
    public async Task Through_every_form_that_corrects_they_stay_words()
    {
        var all = string.Join(' ', Payloads);
        var article = await desk.Filed(DeskHost.Piece.Replace("intelligence pact", "pact of hostile words", StringComparison.Ordinal));
        var take = await desk.Latest(article);
        var path = $"/desk/articles/{article}";
        var chronicle = (await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Chronicle;
        var (one, other) = (chronicle.Events[0], chronicle.Events[1]);
        var (e, o) = (take.Reading.Events[0].Key, take.Reading.Officials[0].Key);
        var s = take.Reading.Stances.Count > 0 ? take.Reading.Stances[0].Key : e;
        var add = $"{path}/add?start=0&end=20";
        (string Path, (string, string)[] Fields)[] forms =
        [
            ($"{path}/findings/{e}?handler=amend", [("f-summary", all), ("f-place", all), ("f-people", all), ("f-about", all), ("f-countries", all), ("f-days", all), ("f-kind", all), ("f-status", all)]),
            ($"{path}/findings/{e}?handler=amend", [("f-summary", all), ("f-place", all), ("f-people", all), ("f-about", all), ("f-countries", all)]),
            ($"{path}/findings/{o}?handler=amend", [("f-name", all), ("f-id", all), ("f-country", all), ("f-office", all)]),
            ($"{path}/findings/{s}?handler=amend", [("f-country", all), ("f-person", all), ("f-org", all), ("f-summary", all)]),
            ($"{path}?handler=header", [("f-agency", all), ("f-headline", all), ("f-byline", all), ("f-published", all)]),
            ($"{path}?handler=header", [("f-agency", all), ("f-headline", all), ("f-byline", all)]),
            (add + "&what=event", [("what", "event"), ("f-kind", "meeting"), ("f-status", "happened"), ("f-summary", all), ("f-place", all), ("f-people", all)]),
            (add + "&what=stance", [("what", "stance"), ("f-country", all), ("f-person", all), ("f-org", all), ("f-issue", "keep-pact"), ("f-position", "for"), ("f-act", "state")]),
            (add + "&what=official", [("what", "official"), ("f-id", all), ("f-name", all), ("f-country", all), ("f-office", all)]),
            (add + "&what=date", [("what", "date"), ("f-days", all)]),
            (add + "&what=quote", [("what", "quote"), ("f-speaker", all), ("f-speakerName", all), ("f-country", all)]),
            (add + "&what=" + Uri.EscapeDataString(Payloads[7]), [("what", all)]),
        ];
        foreach (var (address, fields) in forms)
        {
            Safe(address, await desk.Mina.Post(address, [.. fields, ("reason", "hostile words"), ("seen", "999999")]));
        }

        // What has a limit takes them in pieces; of these the refusals count, and what is shown before it is done.
        foreach (var slice in Slices(480))
        {
            Safe("reject", await desk.Mina.Post($"{path}/findings/{e}?handler=reject", ("reason", slice), ("seen", "999999")));
        }

        foreach (var (address, fields) in new (string, (string, string)[])[]
        {
            ($"{path}?handler=retract", []), ($"{path}?handler=accept", [("key", all)]), ($"/desk/events/{one.Slug}?handler=merge", [("other", other.Id)]), ($"/desk/events/{one.Slug}?handler=merge", [("other", all)]),
            ($"/desk/events/{one.Slug}?handler=amend", [("f-place", all), ("f-people", all), ("f-about", all), ("f-countries", all), ("f-days", all)]), ($"/desk/events/{one.Slug}?handler=amend", [("f-place", all), ("f-people", all)]), ($"/desk/events/{one.Slug}?handler=reject", []),
            ($"/desk/officials/{take.Reading.Officials[0].Id}?handler=amend", [("f-name", all), ("f-office", all), ("f-id", all)]), ("/desk/history?handler=undo", [("sequence", all)]), ("/desk?handler=take", [("id", all), ("to", all)]),
            ($"/desk/events/{one.Slug}?handler=split", [("report", all)]), ($"/desk/events/{one.Slug}?handler=explain", [("disagreement", all), ("explanation", all)]),
        })
        {
            Safe(address, await desk.Mina.Post(address, [.. fields, ("reason", Slices(480)[3]), ("seen", "999999")]));
        }

        // Done in earnest, they are words on every page that shows them.
        await desk.Mina.Post($"{path}/findings/{e}?handler=amend", ("f-summary", all), ("f-place", all), ("reason", Slices(480)[0]), ("seen", "999999"), ("step", "do"));
        await desk.Mina.Post($"{path}?handler=header", ("f-headline", all), ("f-byline", all), ("f-agency", all), ("reason", Slices(480)[1]), ("seen", "999999"), ("step", "do"));
        await desk.Mina.Post($"{path}/findings/{o}?handler=amend", ("f-name", all), ("f-office", all), ("reason", Slices(480)[2]), ("seen", "999999"), ("step", "do"));
        Assert.Equal(all, (await desk.Latest(article)).Reading.Header.Headline);
        foreach (var page in new[] { path, $"{path}/findings/{e}", "/desk", "/desk/history", "/desk/articles", "/desk/events", "/desk/officials", "/desk/positions", "/desk/history?q=" + Uri.EscapeDataString(Payloads[3]), "/", "/timeline", "/articles", $"/articles/{article}", $"/articles/{article}/changes", "/officials", "/stances", "/brief", "/disagreements", "/search?q=hostile" })
        {
            Safe(page, await desk.Mina.Http.GetAsync(page));
        }
    }

    [Fact]
    public async Task Through_the_other_fields_of_the_desk_they_stay_words()
    {
        var all = string.Join(' ', Payloads);
        var draft = (await desk.Mina.Post("/desk/add?handler=text", ("text", "An article of hostile words tells of a meeting.\n\n" + string.Join('\n', Payloads.Select(p => $"A line says {p} and no more.")) + "\n"))).Headers.Location!.ToString();
        Safe(draft, await desk.Mina.Http.GetAsync(draft));
        Safe("/desk/add", await desk.Mina.Http.GetAsync("/desk/add"));
        foreach (var (address, fields) in new (string, (string, string)[])[]
        {
            (draft + "?handler=settle", [("f-published", all)]), (draft + "?handler=settle", [("f-headline", all), ("f-agency", all), ("f-byline", all)]), ("/desk/add?handler=address", [("address", all)]), ("/desk/add?handler=address", [("address", "https://x.example/" + all)]), ("/desk/feeds?handler=add", [("address", all)]),
            ("/desk/account?handler=token", [("label", all)]), ("/desk/account?handler=code", [("code", all)]), ("/desk/account?handler=passkey", [("name", all), ("answer", all)]), ("/desk/account?handler=password", [("old", all), ("password", all)]),
            ("/desk/sign-in", [("name", all), ("password", all), ("code", all), ("back", all)]), ("/desk/welcome", [("name", all), ("key", all), ("password", all)]), ("/desk?handler=take", [("id", all), ("only", all), ("whose", all)]),
            ("/desk/history?handler=undo", [("sequence", all), ("reason", all)]),
        })
        {
            Safe(address, await desk.Mina.Post(address, fields));
        }

        foreach (var slice in Slices(38).Take(60).Concat(Slices(78).Take(60)))
        {
            Safe("people", await desk.Chief.Post("/desk/people?handler=add", ("name", slice), ("role", slice)));
            Safe("token", await desk.Mina.Post("/desk/account?handler=token", ("label", slice)));
        }

        foreach (var payload in Payloads.Where((_, i) => i % 10 == 0))
        {
            var escaped = Uri.EscapeDataString(payload);
            foreach (var address in new[] { $"/desk?only={escaped}&whose={escaped}", $"/desk/history?act={escaped}&who={escaped}", $"/desk/articles/{escaped}", $"/desk/events/{escaped}", $"/desk/add/{escaped}", $"/desk/sign-in?back={escaped}", $"/desk/welcome?name={escaped}&key={escaped}" })
            {
                Safe(address, await desk.Mina.Http.GetAsync(address));
            }
        }
    }

    [Fact]
    public async Task As_pages_fetched_from_a_server_they_stay_words()
    {
        await using var host = new TrackerHost();
        host.Settings["Desk:FetchPrivateAddresses"] = "true";
        host.UseKestrel(0);
        host.StartServer();
        await host.Services.GetRequiredService<DeskStart>().Ready;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync("mina", DeskRole.Editor, DeskHost.Password);
        }

        var mina = new DeskClient(host);
        await mina.Post("/desk/sign-in", ("name", "mina"), ("password", DeskHost.Password));
        await using var server = await LocalServer.Start(async http =>
        {
            // Fifty pages of ten: raw in the markup, escaped in the text, in every fact that a page tells of itself.
            var ten = Payloads.Skip(10 * int.Parse(http.Request.Path.Value![1..], CultureInfo.InvariantCulture)).Take(10).ToList();
            var escaped = WebUtility.HtmlEncode(ten[0]);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync($"<!DOCTYPE html><html><head><title>{escaped}</title><meta property=\"og:title\" content=\"{escaped}\"><meta name=\"author\" content=\"{escaped}\"><meta property=\"og:site_name\" content=\"{escaped}\"><meta name=\"pubdate\" content=\"2019-11-18\"></head><body><article><h1>{escaped}</h1>"
                + string.Concat(ten.Select(p => $"<p>The ministers of South Korea and Japan met in Seoul on Monday, and one said {WebUtility.HtmlEncode(p)} to reporters.</p>")) + string.Concat(ten.Select(p => $"<p>A second sentence of the article holds {p} as it is.</p>")) + "</article></body></html>");
        });
        for (var i = 0; i < 50; i++)
        {
            var kept = await mina.Post("/desk/add?handler=address", ("address", string.Create(CultureInfo.InvariantCulture, $"{server.Address}{i}")));
            Assert.True(kept.StatusCode == HttpStatusCode.Redirect, await kept.Content.ReadAsStringAsync());
            Safe($"page {i}", await mina.Http.GetAsync(kept.Headers.Location!.ToString()));
        }

        Safe("/desk/add", await mina.Http.GetAsync("/desk/add"));
    }

    private static void Safe(string address, HttpResponseMessage answer) => Safe(address, answer.Content.ReadAsStringAsync().GetAwaiter().GetResult(), answer);

    /// <summary>Whatever stands on the page was put there by us: no script but our own files, no handler, no frame, no address that runs.</summary>
    private static void Safe(string address, string html, HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var document = new HtmlParser().ParseDocument(html);
        foreach (var script in document.Scripts.Where(s => s.Source?.StartsWith('/') != true))
        {
            // Data for search engines; no markup can end it.
            Assert.Equal("application/ld+json", script.Type);
            using var data = System.Text.Json.JsonDocument.Parse(script.Text);
            Assert.DoesNotContain('<', script.Text);
        }

        Assert.Empty(document.QuerySelectorAll("iframe, object, embed, math, img, base, meta[http-equiv]"));
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{address}: {attribute.Name}");
                Assert.False(Addresses.Contains(attribute.Name) && attribute.Value.AsSpan().Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), $"{address}: {attribute.Value}");
            }
        }
    }
}
