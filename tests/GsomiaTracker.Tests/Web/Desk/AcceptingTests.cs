using System.Net;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Saying that a finding is right, and adding what the reader missed, of every kind.</summary>
public sealed class AcceptingTests(DeskHost desk) : IClassFixture<DeskHost>
{
    private static string Piece(string note) => $"""
        Ministers speak of the pact, {note}

        By Kim Da-som
        SEOUL, Nov. 18 (Yonhap) -- Defense Minister Jeong Kyeong-doo met with his Japanese counterpart, Taro Kono, in Bangkok on Sunday, a day before Monday's debate of {note}.

        The harbor master, Ulla Brandt, watched from the quay of {note} and said nothing was certain. Brandt left after Sunday.

        """;

    [Fact]
    public async Task What_is_found_right_is_on_the_log_counted_and_changes_nothing_else()
    {
        var article = await desk.Filed(Piece("the first kind"));
        var take = await desk.Latest(article);
        var found = take.Reading.Events[0].Key.Value;
        var path = "/desk/articles/" + article;
        var before = (await desk.Contents()).Corrections.Count;

        var answer = await desk.Mina.Post(path + "?handler=accept", ("key", found), ("seen", DeskClient.Seen(await desk.Mina.Page(path))));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var made = (await desk.Contents()).Corrections[^1];
        Assert.Equal((CorrectionAct.Accept, found, "mina", "checked against the text"), (made.Act, made.Target, made.Author, made.Reason));
        Assert.Equal(before + 1, (await desk.Contents()).Corrections.Count);
        Assert.Equal(take.Reading.Events.Select(e => (e.Key, e.Status, e.Days)), (await desk.Latest(article)).Reading.Events.Select(e => (e.Key, e.Status, e.Days)));
        Assert.Contains("event found right", await desk.Nobody().Page($"/articles/{article}/changes"), StringComparison.Ordinal);
        Assert.Contains("Found right by mina", await desk.Ben.Page($"{path}/findings/{found}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Ben.Post(path + "?handler=accept", ("key", found), ("seen", "0"))).StatusCode);

        var rest = await desk.Mina.Post(path + "?handler=accept", ("key", "*"), ("seen", DeskClient.Seen(await desk.Mina.Page(path))));
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        Assert.Contains("Everything has been looked at", await desk.Mina.Page(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Mina.Post(path + "?handler=accept", ("key", "*"), ("seen", "999999"))).StatusCode);
        Assert.True(Acceptance.Of(await desk.Contents()).Single(t => t.Task == "event").Accepted >= 1);
    }

    [Theory]
    [InlineData("date", "Sunday", 2, "f-days", "2019-11-17")]
    [InlineData("official", "Ulla Brandt", 1, "f-id", "ulla-brandt")]
    [InlineData("quote", "nothing was certain", 1, "f-speakerName", "Ulla Brandt")]
    public async Task A_date_an_official_and_a_quotation_are_added_from_a_selection_of_words_that_may_stand_twice(string kind, string words, int nth, string field, string value)
    {
        var article = await desk.Filed(Piece("kind " + kind));
        var text = (await desk.Latest(article)).Text;
        var start = -1;
        for (var i = 0; i < nth; i++)
        {
            start = text.IndexOf(words, start + 1, StringComparison.Ordinal);
        }

        var path = $"/desk/articles/{article}/add?start={start}&end={start + words.Length + (kind == "quote" ? 0 : 1)}";
        Assert.Contains("These words", await desk.Mina.Page(path), StringComparison.Ordinal);
        var foreseen = await desk.Mina.Post(path, ("what", kind), (field, value), ("f-name", words), ("reason", "the reader missed it"), ("seen", "0"));
        Assert.Equal(HttpStatusCode.OK, foreseen.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Mina.Post(path, ("what", kind), (field, value), ("f-name", words), ("reason", "the reader missed it"), ("seen", "0"), ("step", "do"))).StatusCode);

        var reading = (await desk.Latest(article)).Reading;
        var span = kind switch
        {
            "date" => reading.Dates.Single(d => d.From == "set by an editor").Words.Span,
            "official" => reading.Officials.Single(o => o.Id == value).Evidence[0].Span,
            _ => reading.Quotes.Single(q => q.SpeakerName == value).Words.Span,
        };
        Assert.Equal((start, words), (span.Start, span.Of(text)));
        var key = kind switch
        {
            "date" => DateKeys.Of(reading.Dates)[reading.Dates.ToList().FindIndex(d => d.Words.Span == span)].Value,
            "official" => reading.Officials.Single(o => o.Id == value).Key.Value,
            _ => reading.Quotes.Single(q => q.SpeakerName == value).Key.Value,
        };

        // And is a finding like any other: it can be looked at, and taken away again.
        var page = $"/desk/articles/{article}/findings/{key}";
        Assert.Contains(words, await desk.Mina.Page(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Mina.Post(page + "?handler=reject", ("reason", "it was none"), ("seen", DeskClient.Seen(await desk.Mina.Page(page))), ("step", "do"))).StatusCode);
        var after = (await desk.Latest(article)).Reading;
        Assert.DoesNotContain(after.Dates, d => d.From == "set by an editor");
        Assert.DoesNotContain(after.Officials, o => o.Id == "ulla-brandt");
        Assert.DoesNotContain(after.Quotes, q => q.SpeakerName == "Ulla Brandt");
    }

    [Fact]
    public async Task A_copy_of_another_article_waits_for_a_decision_until_it_is_found_right()
    {
        const string Body = "The two ministers met for an hour and spoke of the pact that ends on Friday.\n\nNeither of them said afterward what had been offered by the other side at the table.\n\nA third meeting is planned for the end of the week in the same hotel by the river.\n\nOfficials of both countries said that the mood had been better than it was in the summer.\n";
        await desk.Filed("Ministers meet by the river\n\nSEOUL, Nov. 18 (Yonhap) -- " + Body);
        var copy = await desk.Filed("River hotel sees ministers meet again\n\nTOKYO, Nov. 20 (Kyodo) -- " + Body);
        Assert.Contains("counted as one source", await desk.Mina.Page("/desk?only=copy"), StringComparison.Ordinal);
        var path = "/desk/articles/" + copy;
        var page = await desk.Mina.Page(path);
        Assert.Contains("It is a copy", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await desk.Mina.Post(path + "?handler=accept", ("key", "copy"), ("seen", DeskClient.Seen(page)))).StatusCode);
        Assert.DoesNotContain("River hotel", await desk.Mina.Page("/desk?only=copy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_which_no_report_is_found_is_settled_in_the_queue_and_comes_back_by_undo()
    {
        var article = await desk.Filed("Ministers to meet in Sendai\n\nTOKYO, Nov. 20 (Kyodo) -- Japanese Foreign Minister Toshimitsu Motegi will meet with his South Korean counterpart, Kang Kyung-wha, in Sendai on Nov. 28, officials said Wednesday.\n");
        var plan = (await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Chronicle.Events.First(e => e.NoReportFound && e.Reports.Any(r => r.Article == article));
        var link = $"<a href=\"/desk/events/{plan.Slug}\">";
        Assert.Contains(link, await desk.Mina.Page("/desk?only=no-report"), StringComparison.Ordinal);

        var answer = await desk.Mina.Post($"/desk/events/{plan.Slug}?handler=noreport", ("back", "queue"), ("seen", DeskClient.Seen(await desk.Mina.Page("/desk"))));
        var done = answer.Headers.Location!.ToString();
        Assert.StartsWith("/desk?done=", done, StringComparison.Ordinal);
        Assert.DoesNotContain(link, await desk.Mina.Page("/desk?only=no-report"), StringComparison.Ordinal);
        var page = await desk.Mina.Page(done);
        Assert.Contains("found so", page, StringComparison.Ordinal);
        Assert.DoesNotContain((await desk.Contents()).Corrections[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) + " orphaned", await desk.Mina.Page("/desk"), StringComparison.Ordinal);

        var made = done.Split('=')[1].Split('-');
        var sequences = Enumerable.Range(int.Parse(made[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(made[^1], System.Globalization.CultureInfo.InvariantCulture) - int.Parse(made[0], System.Globalization.CultureInfo.InvariantCulture) + 1);
        await desk.Ben.Post("/desk/history?handler=undo", [.. sequences.Select(n => ("sequence", n.ToString(System.Globalization.CultureInfo.InvariantCulture))), ("reason", "it was reported"), ("seen", "999999"), ("step", "do")]);
        Assert.Contains(link, await desk.Mina.Page("/desk?only=no-report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_is_sifted_by_words_and_days_and_so_is_its_table()
    {
        var article = await desk.Filed("Fog closes the port of Sokcho\n\nSOKCHO, Nov. 19 (AP) -- South Korean Prime Minister Lee Nak-yon met with Japanese Ambassador Yasumasa Nagamine in Sokcho on Tuesday, officials said.\n");
        var found = (await desk.Latest(article)).Reading.Events[0].Key.Value;
        await desk.Mina.Post($"/desk/articles/{article}/findings/{found}?handler=reject", ("reason", "a zebra was seen"), ("seen", "999999"), ("step", "do"));
        Assert.Contains("a zebra was seen", await desk.Mina.Page("/desk/history?q=ZEBRA"), StringComparison.Ordinal);
        Assert.Contains("a zebra was seen", await desk.Mina.Page("/desk/history?q=port+of+sokcho"), StringComparison.Ordinal);
        foreach (var other in new[] { "q=giraffe", "q=zebra&from=2999-01-01", "q=zebra&to=2001-01-01" })
        {
            Assert.Contains("Nothing of this kind", await desk.Mina.Page("/desk/history?" + other), StringComparison.Ordinal);
            Assert.DoesNotContain("a zebra was seen", await desk.Mina.Page("/desk/history?handler=csv&" + other), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await desk.Mina.Page("/desk/history?handler=csv&q=zebra")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task An_inferred_time_that_is_found_right_leaves_the_queue()
    {
        var article = await desk.Filed("Ministers to speak once more\n\nThe foreign ministers of Japan and South Korea agreed on Saturday in Nagoya to hold a summit in December, a day after Seoul put off the end of the intelligence pact, officials said.\n");
        var header = (await desk.Latest(article)).Reading.Header;
        Assert.Equal(PublishedHow.Inferred, header.PublishedHow);
        var link = $"/desk/articles/{Uri.EscapeDataString(article)}#head";
        Assert.Contains(link, await desk.Mina.Page("/desk?only=inferred-date"), StringComparison.Ordinal);

        await desk.Mina.Post("/desk/articles/" + article + "?handler=accept", ("key", "published"), ("seen", DeskClient.Seen(await desk.Mina.Page("/desk/articles/" + article))));
        Assert.DoesNotContain(link, await desk.Mina.Page("/desk?only=inferred-date"), StringComparison.Ordinal);
    }
}
