using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Domain.Dossiers;

public sealed class DossierFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dossier").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_deadline_is_midnight_at_the_beginning_of_Nov_23_in_Seoul()
    {
        var deadline = TestDossier.Gsomia.Deadline;

        Assert.Equal(new DateTimeOffset(2019, 11, 22, 15, 0, 0, TimeSpan.Zero), deadline.Instant.ToUniversalTime());
        Assert.Equal("pact", TestDossier.Gsomia.DeadlineSubject.Key);
    }

    [Theory]
    [InlineData("taro-kono", "2019-08-22", "foreign minister")]
    [InlineData("taro-kono", "2019-09-11", "defense minister")]
    [InlineData("takeshi-iwaya", "2019-09-11", null)]
    [InlineData("jeong-kyeong-doo", "2018-09-20", "chairman of the joint chiefs of staff")]
    public void An_office_is_held_until_the_day_before_the_successors_first(string id, string day, string? office)
    {
        var official = TestDossier.Gsomia.Officials.Single(o => o.Id == id);

        Assert.Equal(office, official.OfficeOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Name);
    }

    [Fact]
    public void Every_subject_has_a_name_and_every_issue_both_sides()
    {
        Assert.All(TestDossier.Gsomia.Subjects, s => Assert.NotEmpty(s.Names));
        Assert.All(TestDossier.Gsomia.Issues, i => Assert.True(i.For.Length > 0 && i.Against.Length > 0));
        Assert.Equal(7, TestDossier.Gsomia.Issues.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault_that_names_it()
    {
        var dossier = DossierFolder.Load(Path.Combine(_folder, "nowhere"));

        Assert.False(dossier.Ok);
        Assert.EndsWith("nowhere", dossier.Fault!.At);
    }

    [Fact]
    public void A_deadline_of_a_subject_that_is_not_listed_is_a_fault()
    {
        foreach (var source in Directory.GetFiles(Checkout.Dossier))
        {
            var to = Path.Combine(_folder, Path.GetFileName(source));
            File.WriteAllText(to, File.ReadAllText(source).Replace("\"subject\": \"pact\"", "\"subject\": \"packt\"", StringComparison.Ordinal));
        }

        Assert.Contains("dossier.json:deadline:subject: 'packt' is no key", DossierFolder.Load(_folder).Fault!.ToString());
    }

    [Theory]
    [InlineData("\"side\": { \"JP\": \"for\" }", "rules: there is no field 'side' here")]
    [InlineData("\"about\": [\"pact\", { \"subject\": \"packt\" }]", "rules:about[1]:subject: 'packt' is no key")]
    [InlineData("\"about\": [{ \"word\": [\"accord\"] }]", "rules:about[0]: there is no field 'word'")]
    [InlineData("\"claims\": { \"fore\": [] }", "rules:claims: there is no field 'fore'")]
    [InlineData("\"concepts\": [{ \"idea\": [\"talk*\"] }]", "rules:concepts[0]: there is no field 'idea'")]
    [InlineData("\"sides\": { \"JP/taro-konno\": \"for\" }", "rules:sides:JP/taro-konno: 'taro-konno' is no official")]
    [InlineData("\"sides\": { \"US/taro-kono\": \"for\" }", "'taro-kono' is no official of that state")]
    [InlineData("\"sides\": { \"UK\": \"for\" }", "'UK' is no country code")]
    [InlineData("\"sides\": { \"JP\": \"pro\" }", "'pro' is none of for, against, open")]
    [InlineData("\"rivals\": [\"North Korea\"]", "rules:rivals[0]: 'North Korea' is no country code")]
    public void A_slip_in_an_issues_rules_is_a_fault_and_not_passed_over(string rules, string expected)
    {
        Assert.Contains(expected, WithIssue(rules).Fault!.ToString());
    }

    [Fact]
    public void Rules_that_name_what_the_dossier_knows_are_no_fault()
    {
        Assert.True(WithIssue("\"about\": [\"pact\", \"spy deal\"], \"sides\": { \"JP/taro-kono\": \"for\", \"KR/Any Party\": \"open\", \"EU\": \"for\" }").Ok);
    }

    private GsomiaTracker.Domain.Text.Parsed<Dossier> WithIssue(string rules)
    {
        foreach (var source in Directory.GetFiles(Checkout.Dossier))
        {
            File.Copy(source, Path.Combine(_folder, Path.GetFileName(source)));
        }

        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "issues")).FullName, "keep.json"),
            $$"""{ "key": "keep", "title": "t", "order": 1, "for": "f", "against": "a", "conditional": "", "rules": { {{rules}} } }""");
        return DossierFolder.Load(_folder);
    }

    [Theory]
    [InlineData("dossier.json", "{ \"id\": 3 }", "field 'deadline' is missing")]
    [InlineData("dossier.json", "{ \"id\": ", "dossier.json")]
    [InlineData("names.tsv", "words\tstands\tkey\n", "'detail' is missing")]
    [InlineData("names.tsv", "words\tstands\tkey\tdetail\nthe Palace\tbody\tPH\tcastle\n", "names.tsv:2: 'castle' is no kind of body")]
    [InlineData("names.tsv", "words\tstands\tkey\tdetail\nthe pact\tsubject\tpackt\tname\n", "names.tsv:2: 'packt' is no key")]
    [InlineData("names.tsv", "words\tstands\tkey\tdetail\nthe pact\tsubject\tpact\tnickname\n", "names.tsv:2: 'nickname' is neither")]
    [InlineData("names.tsv", "words\tstands\tkey\tdetail\nthe Palace\tbodies\tPH\tpresidency\n", "names.tsv:2: 'bodies' is none")]
    [InlineData("names.tsv", "words\tstands\tkey\tdetail\nthe Palace\tbody\tUK\tpresidency\n", "names.tsv:2: 'UK' is no country code")]
    [InlineData("meetings.tsv", "words\tstates\nBalikatan\tPH;USA\n", "meetings.tsv:2: 'USA' is no country code")]
    [InlineData("tenures.tsv", "official\toffice\tfrom\tto\nnobody\tking\t2019-13-01\t\n", "tenures.tsv:2")]
    [InlineData("tenures.tsv", "official\toffice\tfrom\tto\nnobody\tking\t2019\t\n", "'nobody' is no official")]
    public void A_fault_names_the_file_and_the_place(string file, string content, string expected)
    {
        foreach (var source in Directory.GetFiles(Checkout.Dossier))
        {
            File.Copy(source, Path.Combine(_folder, Path.GetFileName(source)));
        }

        File.WriteAllText(Path.Combine(_folder, file), content);

        var dossier = DossierFolder.Load(_folder);

        Assert.False(dossier.Ok);
        Assert.Contains(expected, dossier.Fault!.ToString());
    }
}
