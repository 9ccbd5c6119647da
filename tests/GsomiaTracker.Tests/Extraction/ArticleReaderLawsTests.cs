using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Tests.Extraction;

/// <summary>Laws that hold for the reading of any text, tried on the seeds, on random texts and on nasty ones.</summary>
public sealed class ArticleReaderLawsTests
{
    private static readonly ArticleReader Reader = new(TestDossier.Gsomia);

    public static TheoryData<string> NastyNames => [.. Nasty.Texts(16).Select(t => t.Name)];

    [Fact]
    public void Every_finding_in_the_seeds_points_at_its_words()
    {
        foreach (var file in Directory.GetFiles(DossierFolder.Articles(Checkout.Dossier)))
        {
            var text = File.ReadAllText(file);
            Assert.Empty(ReadingLaws.Broken(text, Reader.Read(text)));
        }
    }

    [Fact]
    public void Every_finding_in_random_texts_points_at_its_words()
    {
        var random = new Random(20191123);
        for (var i = 0; i < 500; i++)
        {
            var text = Nasty.Random(random, random.Next(1, 120));
            var broken = ReadingLaws.Broken(text, Reader.Read(text)).ToList();
            Assert.True(broken.Count == 0, $"text {i}: {broken.FirstOrDefault()}\n{text}");
        }
    }

    [Theory]
    [MemberData(nameof(NastyNames))]
    public void A_nasty_text_is_read_without_a_throw_and_by_the_laws(string name)
    {
        var text = Nasty.Texts(20_000).Single(t => t.Name == name).Text;

        Assert.Empty(ReadingLaws.Broken(text, Reader.Read(text)));
    }

    /// <summary>JSON, tables and Markdown are no articles, but may be given as such: sentences cut up by marks make spans that no prose makes.</summary>
    [Fact]
    public void A_file_that_is_no_article_is_read_without_a_throw_and_by_the_laws()
    {
        string[] folders = [Path.Combine(Checkout.Root, "tests", "texts", "own"), Path.Combine(Checkout.Root, "docs"), Path.Combine(Checkout.Root, "src", "GsomiaTracker.Extraction", "Lexicon", "en")];
        var files = folders.SelectMany(f => Directory.GetFiles(f)).Where(f => Path.GetExtension(f) is ".json" or ".md" or ".tsv").ToList();
        Assert.True(files.Count > 100);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            text = text[..Math.Min(text.Length, 60_000)];
            Assert.True(!ReadingLaws.Broken(text, Reader.Read(text)).Any(), file);
        }
    }

    /// <summary>Generous on purpose (a linear reader takes far less): what it catches is a reader that is quadratic in something.</summary>
    [Theory]
    [InlineData("one long line")]
    [InlineData("unclosed quotes")]
    [InlineData("deep parentheses")]
    [InlineData("no spaces")]
    [InlineData("short lines")]
    [InlineData("HTML nested")]
    public void A_nasty_text_of_1_MiB_does_not_hang(string name)
    {
        var text = Nasty.Texts(1 << 20).Single(t => t.Name == name).Text;
        var clock = Stopwatch.StartNew();

        Reader.Read(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    /// <summary>The program runs with the invariant culture only; a host that sets another one must change nothing.</summary>
    [Fact]
    public void The_same_bytes_come_out_under_another_culture()
    {
        var text = File.ReadAllText(Directory.GetFiles(DossierFolder.Articles(Checkout.Dossier)).Order(StringComparer.Ordinal).First());
        var expected = Json(Reader.Read(text));
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus ";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.DateTimeFormat.DateSeparator = "|";
        odd.DateTimeFormat.ShortDatePattern = "dd|MM|yy";
        odd.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Saturday;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(expected, Json(new ArticleReader(TestDossier.Gsomia).Read(text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Several_threads_read_alike()
    {
        var texts = Directory.GetFiles(DossierFolder.Articles(Checkout.Dossier)).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var alone = texts.Select(t => Json(Reader.Read(t))).ToArray();

        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(t => Json(Reader.Read(t))).ToArray();

        Assert.Equal(alone, together);
    }

    private static string Json(Reading reading)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Options))
        {
            ReadingJson.Write(json, "x.txt", reading);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
