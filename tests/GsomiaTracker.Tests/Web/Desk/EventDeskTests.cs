using System.Net;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>What is a matter of events: the same as another, and undone; the record of it.</summary>
public sealed class EventDeskTests(DeskHost desk) : IClassFixture<DeskHost>
{
    [Fact]
    public async Task Two_events_become_one_both_addresses_lead_to_it_and_undo_makes_them_two_again()
    {
        var events = (await Chronicle()).Events;
        Assert.True(events.Count >= 2);
        var (one, other) = (events[0], events[1]);
        var page = await desk.Mina.Page("/desk/events/" + one.Slug);
        var foreseen = await desk.Mina.Post($"/desk/events/{one.Slug}?handler=merge", ("other", other.Id), ("reason", "they are the same"), ("seen", Seen(page)));
        Assert.Contains("What changes on the public pages", await foreseen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(events.Count, (await Chronicle()).Events.Count);

        var done = await desk.Mina.Post($"/desk/events/{one.Slug}?handler=merge", ("other", other.Id), ("reason", "they are the same"), ("seen", Seen(page)), ("step", "do"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var merged = await Chronicle();
        Assert.Equal(events.Count - 1, merged.Events.Count);
        Assert.Same(merged.Find(one.Id), merged.Find(other.Id));
        var old = await desk.Nobody().Http.GetAsync("/events/" + other.Slug);
        Assert.True(old.IsSuccessStatusCode || old.Headers.Location!.ToString().EndsWith(merged.Find(other.Id)!.Slug, StringComparison.Ordinal));
        Assert.Contains("they are the same", await desk.Nobody().Page($"/events/{one.Slug}/changes"), StringComparison.Ordinal);

        var sequence = Regex.Match(done.Headers.Location!.ToString(), @"done=(\d+)").Groups[1].Value;
        var csv = await desk.Mina.Page("/desk/history?handler=csv");
        Assert.Contains($"{sequence},", csv, StringComparison.Ordinal);
        Assert.Contains("mina,merge,", csv, StringComparison.Ordinal);

        await desk.Ben.Post("/desk/history?handler=undo", ("sequence", sequence), ("reason", "=they are not"), ("seen", Seen(await desk.Ben.Page("/desk/history"))), ("step", "do"));
        Assert.Equal(events.Select(e => e.Id), (await Chronicle()).Events.Select(e => e.Id));
        Assert.Contains("'=they are not", await desk.Mina.Page("/desk/history?handler=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_not_split_into_nothing()
    {
        var e = (await Chronicle()).Events[0];
        var all = e.Reports.Select(r => ("report", ReportId.Of(r))).ToArray();
        var answer = await desk.Mina.Post($"/desk/events/{e.Slug}?handler=split", [.. all, ("reason", "two of them"), ("seen", "0")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Five_hundred_hostile_lines_in_a_text_and_in_a_page_stay_words()
    {
        string[] tags = ["<script>", "<script src=//x>", "<img src=x onerror=", "<svg onload=", "<iframe src=javascript:", "<body onload=", "<a href=javascript:", "<input autofocus onfocus=", "<details open ontoggle=", "<math href=javascript:"];
        string[] wraps = ["{0}alert(1)", "\"{0}alert(1)", "'{0}alert(1)//", "</textarea>{0}alert(1)>", "</title>{0}alert(1)>", "--{0}alert(1)>", "]]>{0}alert(1)", "&lt;{0}alert(1)", "\\u003c{0}alert(1)", "{0}\u2028alert(1)>"];
        string[] ends = ["", ">", "</script>", " x", "\t"];
        var payloads = (from t in tags from w in wraps from e in ends select string.Format(System.Globalization.CultureInfo.InvariantCulture, w, t) + e).ToList();
        Assert.Equal(500, payloads.Count);
        var text = "SEOUL, Nov. 12 (Yonhap) -- The two ministers met in Seoul on Tuesday, officials said.\n\n" + string.Join("\n", payloads.Select(p => $"A line says {p} and no more.")) + "\n";

        var kept = await desk.Mina.Post("/desk/add?handler=text", ("text", text));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var html = await desk.Mina.Page(kept.Headers.Location!.ToString());
        foreach (var page in new[] { html, await (await desk.Mina.Post($"/desk/history?handler=undo", ("sequence", "1"), ("reason", string.Join(' ', payloads)[..400]))).Content.ReadAsStringAsync() })
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
            Assert.All(document.Scripts, s => Assert.StartsWith("/", s.Source!, StringComparison.Ordinal));
            Assert.Empty(document.QuerySelectorAll("img, iframe, svg, math, [onerror], [onload], [onfocus], [ontoggle]"));
            Assert.DoesNotContain(document.QuerySelectorAll("[href]"), a => a.GetAttribute("href")!.Contains("script:", StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<GsomiaTracker.Domain.Chronicle.Chronicle> Chronicle() => (await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Chronicle;

    private static string Seen(string html) => Regex.Match(html, "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value;
}
