using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

public sealed class PageDateTests
{
    private const string Story = """
        <p>The harbor authority said on Tuesday that the night ferry would sail again from the first of the month, ending a pause of seven weeks.</p>
        <p>Shopkeepers along the quay had put their losses at about four million crowns, a figure that the authority does not accept, and asked for help.</p>
        <p>Engineers replaced forty meters of steel and poured new footings on the northern side, where the cracks had been found by the inspectors.</p>
        """;

    private static string? Read(string head, string lines = "", string after = "", string lang = "en", string site = "") =>
        HtmlArticle.Read($"<!DOCTYPE html><html lang=\"{lang}\"><head><title>Night ferry sails again</title>{head}</head><body>{site}<div><h1>Night ferry sails again</h1>{lines}{Story}{after}</div></body></html>").Published?.ToString();

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2019-10-08T17:12:00Z\">", "2019-10-08T17:12+00:00")]
    [InlineData("<meta property=\"article:published_time\" content=\"2019-10-08T17:12:00+0900\">", "2019-10-08T17:12+09:00")]
    [InlineData("<meta property='article:published_time' content='2019-10-08 17:12'>", "2019-10-08T17:12")]
    [InlineData("<meta name=\"article:published_time\" content=\"1570554720\">", "2019-10-08T17:12+00:00")]
    [InlineData("<meta name=\"article:published_time\" content=\"1570554720000\">", "2019-10-08T17:12+00:00")]
    [InlineData("<meta name=\"pubdate\" content=\"20191008\">", "2019-10-08")]
    [InlineData("<meta name=\"pubdate\" content=\"20191008171200\">", "2019-10-08T17:12")]
    [InlineData("<meta name=\"sailthru.date\" content=\"Tue, 08 Oct 2019 17:12:00 +0000\">", "2019-10-08T17:12+00:00")]
    [InlineData("<meta name=\"parsely-pub-date\" content=\"2019-10-08T17:12:00.123Z\">", "2019-10-08T17:12+00:00")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2019-10-08\">", "2019-10-08")]
    [InlineData("<meta itemprop=\"datePublished\" content=\"2019-10-08T08:00:00-04:00\">", "2019-10-08T08:00-04:00")]
    [InlineData("<meta property=\"og:updated_time\" content=\"2019-10-10T08:00:00Z\"><meta name=\"publish-date\" content=\"10/08/2019\">", "2019-10-08")]
    [InlineData("<link rel=\"canonical\" href=\"https://x.example/2019/10/08/night-ferry.html\">", "2019-10-08")]
    [InlineData("<link rel=\"canonical\" href=\"https://x.example/2019/POLITICS/10/08/ferry/index.html\">", "2019-10-08")]
    [InlineData("<meta property=\"og:url\" content=\"https://x.example/news/night-ferry-20191008-p5.html\">", "2019-10-08")]
    [InlineData("<link rel=\"canonical\" href=\"https://x.example/story/4711201910080\">", null)]
    [InlineData("<meta property=\"article:modified_time\" content=\"2019-10-10T08:00:00Z\">", "2019-10-10T08:00+00:00")]
    [InlineData("<meta property=\"article:published_time\" content=\"0001-01-01T00:00:00Z\"><meta name=\"date\" content=\"2019-10-08\">", "2019-10-08")]
    public void The_head_says_when(string head, string? published) => Assert.Equal(published, Read(head));

    [Theory]
    [InlineData("""{"@type":"NewsArticle","datePublished":"2019-10-08T17:12:00+02:00","dateModified":"2019-10-10T08:00:00+02:00"}""")]
    [InlineData("""[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"datePublished":"2019-10-08T17:12:00+02:00"}]""")]
    [InlineData("""{"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"2018-01-01T00:00:00+00:00"},{"@type":"Article","datePublished":"2019-10-08T17:12:00+02:00"}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","datePublished":"2019-10-08T17:12:00+02:00"}}""")]
    [InlineData("""<!-- {"@type":"NewsArticle","headline":"Night ferry",  "datePublished":"2019-10-08T17:12:00+02:00",} -->""")]
    public void The_data_say_when(string data) => Assert.Equal("2019-10-08T17:12+02:00", Read($"<script type=\"application/ld+json\">{data}</script>"));

    [Fact]
    public void Broken_data_are_passed_over() =>
        Assert.Equal("2019-10-08", Read("<script type=\"application/ld+json\">{\"datePublished\": \"2019-10-0</script><meta name=\"pubdate\" content=\"2019-10-08\">"));

    [Theory]
    [InlineData("<p>Published October 8, 2019</p>", "2019-10-08")]
    [InlineData("<p>Updated October 10, 2019</p><p>Published October 8, 2019</p>", "2019-10-08")]
    [InlineData("<div>Oct. 8, 2019, 5:12 p.m. EDT | Updated Oct. 9, 2019, 8 a.m.</div>", "2019-10-08T17:12-04:00")]
    [InlineData("<div>By Ann Field</div><div>Tuesday 8 October 2019 17.12 BST</div>", "2019-10-08T17:12+01:00")]
    [InlineData("<span>8th Oct, 2019</span>", "2019-10-08")]
    [InlineData("<p class=d>Posted: Oct-08-2019 at 17:12 KST</p>", "2019-10-08T17:12+09:00")]
    [InlineData("<p>2019.10.08 17:12</p>", "2019-10-08T17:12")]
    [InlineData("<p>입력 2019.10.08 오후 5:12 | 수정 2019.10.09 09:00</p>", "2019-10-08T17:12")]
    [InlineData("<p>2019년 10월 8일</p>", "2019-10-08")]
    [InlineData("<p>2019年10月8日 17時12分</p>", "2019-10-08T17:12")]
    [InlineData("<time datetime=\"2019-10-08T17:12:00+09:00\">8 Oct</time>", "2019-10-08T17:12+09:00")]
    [InlineData("<time class=\"updated\" datetime=\"2019-10-10T08:00:00+09:00\"></time><time class=\"entry-date\" datetime=\"2019-10-08T17:12:00+09:00\"></time>", "2019-10-08T17:12+09:00")]
    [InlineData("<time pubdate datetime=\"2019-10-08\">Tuesday</time>", "2019-10-08")]
    [InlineData("<abbr itemprop=\"datePublished\" title=\"2019-10-08T17:12:00+09:00\">yesterday</abbr>", "2019-10-08T17:12+09:00")]
    [InlineData("<p>Three days ago</p>", null)]
    public void The_lines_by_the_headline_say_when(string lines, string? published) => Assert.Equal(published, Read("", lines));

    [Theory]
    [InlineData("fr", "<p>Publié le 8 octobre 2019 à 17h12</p>", "2019-10-08T17:12")]
    [InlineData("de", "<p>Stand: 08.10.2019, 17:12 Uhr</p>", "2019-10-08T17:12")]
    [InlineData("de", "<p>8. Oktober 2019</p>", "2019-10-08")]
    [InlineData("es", "<p>8 de octubre de 2019</p>", "2019-10-08")]
    [InlineData("it", "<p>Pubblicato il 8 ottobre 2019 - Aggiornato il 9 ottobre 2019</p>", "2019-10-08")]
    [InlineData("pl", "<p>8 października 2019</p>", "2019-10-08")]
    [InlineData("ru", "<p>8 октября 2019</p>", "2019-10-08")]
    [InlineData("tr", "<p>8 Ekim 2019</p>", "2019-10-08")]
    [InlineData("en-GB", "<p>08/10/2019</p>", "2019-10-08")]
    [InlineData("en-US", "<p>10/08/2019</p>", "2019-10-08")]
    [InlineData("en", "<p>28/10/2019</p>", "2019-10-28")]
    public void Other_languages_say_when(string lang, string lines, string published) => Assert.Equal(published, Read("", lines, lang: lang));

    [Fact]
    public void The_day_in_the_head_is_completed_by_the_line_that_has_its_minute() =>
        Assert.Equal("2019-10-08T17:12+09:00", Read("<meta name=\"pubdate\" content=\"2019-10-08\">", "<p>Oct. 8, 2019 17:12 KST</p>"));

    [Fact]
    public void The_clock_of_the_site_is_not_the_articles_date() =>
        Assert.Equal("2019-10-08", Read("", "<p>Oct. 8, 2019</p>", site: "<div class=\"top\">Sunday, November 22, 2026</div><nav><ul><li>Home</li></ul></nav>"));

    [Fact]
    public void Dates_of_other_stories_are_not_the_articles() =>
        Assert.Null(Read("", after: "<aside><ul><li><a href=\"/a\">Old bridge closes</a> <time datetime=\"2018-01-02\">Jan. 2, 2018</time></li></ul></aside>"));

    [Fact]
    public void A_day_that_the_story_tells_of_is_not_its_date() =>
        Assert.Null(Read("", after: "<p>The first ferry sailed on March 3, 1962, and was greeted by a choir of children at the quay, as the chronicle of the town has it to this day.</p>"));

    [Theory]
    [InlineData("<span property=\"dc:date dc:created\" content=\"2019-10-08T17:12:00+02:00\" datatype=\"xsd:dateTime\">Tue, 10/08/2019 - 17:12</span>", "2019-10-08T17:12+02:00")]
    [InlineData("<span property=\"schema:dateCreated\" content=\"2019-10-08T15:12:00+00:00\" class=\"hidden\"></span>", "2019-10-08T15:12+00:00")]
    [InlineData("<div vocab=\"https://schema.org/\"><span property=\"datePublished\">8 October 2019</span></div>", "2019-10-08")]
    [InlineData("<abbr class=\"published\" title=\"2019-10-08T17:12:00-07:00\">5:12 PM</abbr>", "2019-10-08T17:12-07:00")]
    [InlineData("<div>Submitted by admin on Tue, 10/08/2019 - 17:12</div>", "2019-10-08T17:12")]
    [InlineData("<p>08-Oct-19 17:12</p>", "2019-10-08T17:12")]
    [InlineData("<p>8 Oct '19</p>", "2019-10-08")]
    [InlineData("<p>2019-Oct-08</p>", "2019-10-08")]
    [InlineData("<p>On view March 1, 2019 \u2013 May 5, 2019</p>", null)]
    public void Marks_and_rarer_stamps_say_when(string lines, string? published) => Assert.Equal(published, Read("", lines));

    [Theory]
    [InlineData("de", "<p>Eingestellt von Anna um 17:12, Dienstag, 8. Oktober 2019</p>", "2019-10-08T17:12")]
    [InlineData("de", "<p>Beitrag vom 08.10.2019</p>", "2019-10-08")]
    [InlineData("de", "<p>Verfasst am: Di 8. Okt 2019, 17:12</p>", "2019-10-08T17:12")]
    [InlineData("de", "<p>Zuletzt ge\u00E4ndert: 10.10.2019 | Erstellt: 08.10.2019</p>", "2019-10-08")]
    [InlineData("hu", "<p>2019. okt\u00F3ber 8.</p>", "2019-10-08")]
    [InlineData("fi", "<p>8. lokakuuta 2019</p>", "2019-10-08")]
    [InlineData("el", "<p>8 \u039F\u03BA\u03C4\u03C9\u03B2\u03C1\u03AF\u03BF\u03C5 2019</p>", "2019-10-08")]
    [InlineData("vi", "<p>Ng\u00E0y 8 th\u00E1ng 10 n\u0103m 2019</p>", "2019-10-08")]
    [InlineData("ar", "<p>08 \u0623\u0643\u062A\u0648\u0628\u0631 2019</p>", "2019-10-08")]
    [InlineData("hr", "<p>8. listopada 2019</p>", "2019-11-08")]
    [InlineData("uk", "<p>8 \u0436\u043E\u0432\u0442\u043D\u044F 2019</p>", "2019-10-08")]
    public void More_languages_say_when(string lang, string lines, string published) => Assert.Equal(published, Read("", lines, lang: lang));

    [Fact]
    public void A_line_far_from_the_headline_is_believed_where_it_says_published_and_nothing_nearer_tells()
    {
        var between = string.Concat(Enumerable.Range(0, 30).Select(i => $"<div>Note {i} of the page</div>"));
        Assert.Equal("2019-10-08", Read("", after: between + "<p>Published October 8, 2019</p>"));
        Assert.Equal("2019-10-08T17:12", Read("", after: between + "<div>This entry was posted on Tuesday, October 8th, 2019 at 5:12 pm and is filed under Harbors, Ferries, Quays, Cranes, Weather, Letters of our readers, Notices of the council and other things that nobody has ever looked for. You can follow any responses to this entry through the feed.</div>"));
        Assert.Null(Read("", after: between + "<p>October 8, 2019</p><p>October 9, 2019</p>"));
    }

    [Fact]
    public void A_time_of_change_in_the_foot_of_the_page_stands_in_where_there_is_nothing_else() =>
        Assert.Equal("2019-10-08T17:12", Read("", after: "<footer><ul><li>This page was last modified on 8 October 2019 at 17:12.</li></ul></footer>"));

    [Theory]
    [InlineData("<script>window.data = {\"id\": 7, \"publishDate\": \"2019-10-08T17:12:00+02:00\", \"section\": \"news\"};</script>", "2019-10-08T17:12+02:00")]
    [InlineData("<script>dataLayer.push({'page_published_date':'2019-10-08'})</script>", "2019-10-08")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The \"night\" ferry\",\"datePublished\":\"2019-10-08T17:12:00+02:00\"}</script>", "2019-10-08T17:12+02:00")]
    public void What_a_script_was_to_show_says_when(string head, string published) => Assert.Equal(published, Read(head));

    [Theory]
    [InlineData("https://x.example.co.uk/ferry", "2019-10-08")]
    [InlineData("https://x.example.com/ferry", "2019-08-10")]
    [InlineData("https://x.example.com.ph/ferry", "2019-08-10")]
    [InlineData("https://x.example.ie/ferry", "2019-10-08")]
    public void The_land_of_the_address_tells_day_from_month(string address, string published) =>
        Assert.Equal(published, Read($"<link rel=\"canonical\" href=\"{address}\">", "<p>08/10/2019</p>"));

    [Fact]
    public void A_picture_has_its_own_date() =>
        Assert.Equal("2019-10-08", Read("<meta name=\"date\" content=\"Tuesday, Oct. 8, 2019\">", "<p class=\"caption\">The ferry leaves the quay on Aug. 11, 2018</p>"));

    [Theory]
    [InlineData("<dl><dt>Published:</dt><dd>8 October 2019</dd><dt>Last updated:</dt><dd>12 November 2019, see all updates</dd></dl>", "2019-10-08")]
    [InlineData("<div class=\"box\"><div>08</div><div>Okt</div><div>2019</div></div>", "2019-10-08")]
    [InlineData("<span class=\"updated\" title=\"2019-10-08\">October 8th</span>", "2019-10-08")]
    [InlineData("<p>MARROW BAY, Oct. 8, 2019 /Newswire/ -- The harbor authority said that the night ferry would sail again from the first of the month, which ends a pause of seven weeks and the worst of the quarrel about who should pay for it.</p>", "2019-10-08")]
    public void Boxes_of_their_own_marks_of_change_and_datelines_say_when(string lines, string published) => Assert.Equal(published, Read("", lines));

    [Fact]
    public void What_readers_say_has_its_own_date() =>
        Assert.Null(Read("", after: "<div id=\"comments\"><div class=\"comment\"><span>October 9, 2019 at 8:00 am</span><p>Good news for all of us here at last.</p></div></div>"));

    [Fact]
    public void The_address_of_another_form_of_the_page_says_when() =>
        Assert.Equal("2019-10-08", Read("<link rel=\"amphtml\" href=\"https://x.example/amp/2019/10/08/ferry\">"));

    [Fact]
    public void A_stated_day_that_address_and_line_gainsay_is_a_leftover_of_the_template()
    {
        const string Page = "<html lang=\"en\"><head><link rel=\"canonical\" href=\"https://paper.example/town/2019/10/12/quay-to-be-rebuilt\"><meta itemprop=\"datePublished\" content=\"2015-01-01T00:00:00Z\"></head><body><h1>Quay to be rebuilt</h1><p>Published October 12, 2019</p><p>The harbor council voted on Tuesday to rebuild the north quay, which the storm had torn away.</p></body></html>";

        Assert.Equal(new DateOnly(2019, 10, 12), HtmlArticle.Read(Page).Published?.Day);
    }

    [Fact]
    public void An_address_alone_does_not_gainsay_a_stated_day()
    {
        const string Page = "<html lang=\"en\"><head><link rel=\"canonical\" href=\"https://paper.example/2017/10/12/fair\"><meta property=\"article:published_time\" content=\"2019-10-01T08:00:00Z\"></head><body><h1>The fair is back</h1><p>The harbor council voted on Tuesday to let the fair come back, after two years without one.</p></body></html>";

        Assert.Equal(new DateOnly(2019, 10, 1), HtmlArticle.Read(Page).Published?.Day);
    }

    [Fact]
    public void Where_nothing_else_tells_the_address_of_the_picture_does()
    {
        const string Page = "<html><head><meta property=\"og:image\" content=\"https://media.paper.example/images/2019/10/12/quay_3783.jpg\"></head><body><h1>Quay to be rebuilt</h1><p>The harbor council voted on Tuesday to rebuild the north quay, which the storm had torn away.</p></body></html>";

        Assert.Equal(new DateOnly(2019, 10, 12), HtmlArticle.Read(Page).Published?.Day);
    }
}
