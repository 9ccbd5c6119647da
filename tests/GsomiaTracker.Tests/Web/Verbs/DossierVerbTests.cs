using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Tests.Web.Verbs;

public sealed class DossierVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dossier").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Dossiers() =>
        [.. Directory.GetDirectories(Checkout.File("tests", "dossiers")).Order(StringComparer.Ordinal).Select(d => $"tests/dossiers/{Path.GetFileName(d)}"), "seeds/gsomia"];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Every_dossier_of_the_house_passes_its_own_check(string dossier)
    {
        var (status, output, _) = Run("check", Checkout.File(dossier.Split('/')));

        Assert.True(status == ExitStatus.Ok, output);
        Assert.Contains("0 faults, 0 misread sentences", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_read_otherwise_fails_and_what_was_read_is_told()
    {
        Small(("issues/keep.json", "renew the cod accord. => NO:Kari Lund for", "renew the cod accord. => NO:Kari Lund against"));

        var (status, output, _) = Run("check", _folder);

        Assert.Equal(ExitStatus.Failed, status);
        Assert.Contains("misread  issues/keep.json:rules:reads[0]: \"Kari Lund wants to renew the cod accord.\" should be NO:Kari Lund against, is read as NO:kari-lund for", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_in_which_the_issue_must_not_be_found_fails_when_it_is()
    {
        Small(("issues/keep.json", "\"The cod accord was signed in Bergen.\"", "\"Kari Lund wants to renew the cod accord.\""));

        var (status, output, _) = Run("check", _folder);

        Assert.Equal(ExitStatus.Failed, status);
        Assert.Contains("issues/keep.json:rules:readsNot[0]: \"Kari Lund wants to renew the cod accord.\" should hold nothing of this issue", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_an_example_calls_by_the_family_name_an_article_would_have_named_before()
    {
        Small(("issues/keep.json", "\"Kari Lund wants to", "\"Lund wants to"));

        Assert.Equal(ExitStatus.Ok, Run("check", _folder).Status);
    }

    [Fact]
    public void An_issue_known_by_few_names_a_name_of_two_issues_and_a_body_that_is_lacking_are_warnings()
    {
        Small();
        File.WriteAllText(Path.Combine(_folder, "issues", "second.json"), SmallDossier.Files["issues/keep.json"].Replace("\"keep\"", "\"second\"", StringComparison.Ordinal).Replace("\"order\": 1", "\"order\": 2", StringComparison.Ordinal)
            .Replace("[\"accord\"]", "[\"accord\", \"herr*\", \"acord-of-cod\", \"fish, not words\"]", StringComparison.Ordinal));

        var (_, output, _) = Run("check", _folder);

        Assert.Contains("warning  issues/keep.json:rules:about: only 2 of its names known", output, StringComparison.Ordinal);
        Assert.Contains("keep and second are both about \"cod accord\"", output, StringComparison.Ordinal);
        Assert.Contains("issues/second.json:rules:about[1]: 'herr*': * ends the beginning of a word under concepts only", output, StringComparison.Ordinal);
        Assert.Contains("issues/second.json:rules:about[2]: 'acord-of-cod' is no subject's key", output, StringComparison.Ordinal);
        Assert.Contains("issues/second.json:rules:about[3]: 'fish, not words': a phrase ends at a comma", output, StringComparison.Ordinal);
        Assert.Contains("names.tsv: no parliament of Iceland (IS)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("no parliament of Norway", output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_texts_it_tells_what_in_them_the_dossier_does_not_know()
    {
        Small();
        var text = Path.Combine(_folder, "piece.txt");
        File.WriteAllText(text, """
            OSLO, Nov. 18 (Reuters) - Norway's foreign minister, Kari Lund, said on Monday that she wanted to renew the cod accord.

            "The corridor belongs to both of us," said Sigrun Hauge, who leads the Herring League. Hauge said the corridor had to stay open.

            The trawlers off Grimsey had left, the Herring League said. Nobody had asked the trawlers to come back, and the Herring League did not.
            """);

        var (status, output, _) = Run("check", "--json", _folder, text);

        Assert.Equal(ExitStatus.Ok, status);
        var texts = JsonDocument.Parse(output).RootElement.GetProperty("texts");
        Assert.Equal(1, texts.GetProperty("issues")[0].GetProperty("sentences").GetInt32());
        Assert.Equal(1, texts.GetProperty("issues")[0].GetProperty("positions").GetInt32());
        Assert.Equal(["the corridor", "the trawlers"], Words("things", "words"));
        Assert.Contains("Herring League", Words("names", "words"));
        Assert.Contains("Sigrun Hauge", Words("speakers", "name"));
        Assert.DoesNotContain("Kari Lund", Words("speakers", "name"));

        IEnumerable<string> Words(string list, string field) => texts.GetProperty(list).EnumerateArray().Select(t => t.GetProperty(field).GetString()!);
    }

    [Theory]
    [InlineData("25% cod duties")]
    [InlineData("counter-duties")]
    [InlineData("no-trawler zone")]
    [InlineData("fishermen's charter")]
    [InlineData("neighbors' accord")]
    [InlineData("$5 levy")]
    [InlineData("U.N. cod accord")]
    public void A_name_is_met_however_its_words_are_told_apart(string name)
    {
        Small(("names.tsv", "cod accord\t", name + "\t"), ("issues/keep.json", "renew the cod accord", "renew the " + name));

        var (status, output, _) = Run("check", _folder);

        Assert.True(status == ExitStatus.Ok, output);
        Assert.DoesNotContain("is not met", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_text_can_have_is_told()
    {
        Small(("names.tsv", "Storting\tbody", "(old) cod accord\tsubject\taccord\tname\n\"Storting\"\tbody"));

        var (_, output, _) = Run("check", _folder);

        Assert.Contains("names.tsv: '(old) cod accord' is not met", output, StringComparison.Ordinal);
        Assert.Contains("names.tsv: '\"Storting\"' is not met", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_are_the_same_as_json()
    {
        Small(("dossier.json", "Europe/Oslo", "Europe/Olso"));

        var (status, output, _) = Run("check", "--json", _folder);

        Assert.Equal(ExitStatus.Failed, status);
        var remark = JsonDocument.Parse(output).RootElement.GetProperty("remarks")[0];
        Assert.Equal("fault", remark.GetProperty("kind").GetString());
        Assert.Equal("dossier.json:deadline:zone", remark.GetProperty("at").GetString());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "no/such/folder")]
    [InlineData("check", "--jsn", ".")]
    [InlineData("mend", ".")]
    [InlineData("new", "x", "--parties", "NO,IS")]
    [InlineData("new", "x", "--parties", "Norge", "--deadline", "2019-11-22")]
    [InlineData("new", "x", "--parties", "XF", "--deadline", "2019-11-22")]
    [InlineData("new", "x", "--deadline", "2019-11-22")]
    [InlineData("new", "x", "--parties", "NO,IS", "--deadline", "22.11.2019")]
    [InlineData("new", "x", "--parties", "NO,IS", "--deadline", "2019-11-22", "--officials", "no-such.tsv")]
    public void Words_of_the_call_that_are_off_are_refused_and_nothing_is_written(params string[] args)
    {
        var (status, output, errors) = Run(args);

        Assert.Equal(ExitStatus.Usage, status);
        Assert.Empty(output);
        Assert.Contains("usage: dossier", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }

    [Fact]
    public void A_text_that_cannot_be_read_is_named_and_the_others_are_read()
    {
        Small();
        var text = Path.Combine(_folder, "piece.txt");
        File.WriteAllText(text, "Norway wants to renew the cod accord.");

        var (status, output, errors) = Run("check", _folder, Path.Combine(_folder, "none.txt"), text);

        Assert.Equal(ExitStatus.Failed, status);
        Assert.Contains("none.txt: there is no such file", errors, StringComparison.Ordinal);
        Assert.Contains("1 text, 1 sentence", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO,IS", "cod accord")]
    [InlineData("GB,IS", "interim agreement")]
    [InlineData("United States,Iran", "nuclear deal")]
    [InlineData("PH,US", "agreement")]
    [InlineData("UN,IQ,US", "ultimatum")]
    [InlineData("EU,GB", "transition period")]
    [InlineData("XT=the Taliban,US", "withdrawal agreement")]
    [InlineData("RU=the Soviet Union/Soviet,US", "test ban")]
    [InlineData("NATO,RU", "Founding Act")]
    public void A_new_folder_passes_the_check(string parties, string ends)
    {
        var folder = Path.Combine(_folder, "new crisis");

        var (made, _, errors) = Run("new", folder, "--parties", parties, "--deadline", "2020-10-18", "--ends", ends);
        var (status, output, _) = Run("check", folder);

        Assert.True(made == ExitStatus.Ok, errors);
        Assert.True(status == ExitStatus.Ok, output);
        Assert.Equal("new-crisis", DossierFolder.Load(folder).Value.Id);
        Assert.Equal(ExitStatus.Usage, Run("new", folder, "--parties", parties, "--deadline", "2020-10-18").Status);
    }

    [Theory]
    [InlineData("withdrawal from Iceland", "the withdrawal\tsubject")]
    [InlineData("New START", null)]
    [InlineData("Herring Sharing Pact", "the pact\tsubject")]
    public void A_short_name_is_the_head_noun_and_no_proper_name(string ends, string? row)
    {
        var folder = Path.Combine(_folder, "short");
        Run("new", folder, "--parties", "NO,IS", "--deadline", "2020-10-18", "--ends", ends);
        var shorts = File.ReadAllLines(Path.Combine(folder, "names.tsv")).Where(l => l.EndsWith("\tshort", StringComparison.Ordinal)).ToList();
        if (row is null)
        {
            Assert.Empty(shorts);
        }
        else
        {
            Assert.Contains(shorts, l => l.StartsWith(row, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_ends_is_met_under_the_short_names_of_its_kind()
    {
        var folder = Path.Combine(_folder, "new");

        Run("new", folder, "--parties", "NO,IS", "--others", "EU,XF=Front", "--deadline", "2020-10-18", "--zone", "Europe/Paris", "--ends", "Herring Sharing Agreement");

        var dossier = DossierFolder.Load(folder).Value;
        Assert.Equal(["the agreement", "the accord", "the deal", "the pact", "the treaty"], dossier.DeadlineSubject.ShortNames);
        Assert.Equal("Europe/Paris", dossier.Deadline.Zone);
        Assert.Equal([true, true, false, false], dossier.Parties.Select(p => p.IsParty));
        Assert.Equal(["NO", "IS"], dossier.DeadlineSubject.Parties);
    }

    [Fact]
    public void The_deadline_of_a_new_folder_is_the_end_of_the_day_in_the_first_partys_zone()
    {
        var folder = Path.Combine(_folder, "new");

        Run("new", folder, "--parties", "US,IR", "--deadline", "2020-10-18");

        Assert.Equal(new DateTimeOffset(2020, 10, 19, 0, 0, 0, TimeSpan.FromHours(-4)), DossierFolder.Load(folder).Value.Deadline.Instant);
    }

    [Fact]
    public void A_sheet_of_officials_becomes_officials_and_tenures_with_one_slug_a_person()
    {
        var sheet = Path.Combine(_folder, "sheet.tsv");
        File.WriteAllText(sheet, """
            country	name	office	aliases	from	to	confidence
            Norway	Åse Dahl Jr.	Foreign Minister	Dahl; Ase Dahl	2018-01-01	2019-02-03	sure
            NO	Åse Dahl Jr.	prime minister	Dahl	2019-02-03		sure
            IS	Jón Þór-Lund	president	Lund	2016		reported
            IS	Åse Dahl Jr.	envoy
            """);

        var (status, _, errors) = Run("new", Path.Combine(_folder, "new"), "--parties", "NO,IS", "--deadline", "2019-11-22", "--officials", sheet);

        Assert.True(status == ExitStatus.Ok, errors);
        var officials = DossierFolder.Load(Path.Combine(_folder, "new")).Value.Officials;
        Assert.Equal(["ase-dahl-jr", "jon-thor-lund", "ase-dahl-jr-2"], officials.Select(o => o.Id));
        Assert.Equal(["foreign minister", "prime minister"], officials[0].Tenures.Select(t => t.Name));
        Assert.Equal(["Dahl", "Ase Dahl"], officials[0].Aliases);
        Assert.Equal(new DateOnly(2016, 1, 1), officials[1].Tenures[0].From);
    }

    [Fact]
    public void A_sheet_may_call_a_movement_as_the_call_does()
    {
        var sheet = Path.Combine(_folder, "sheet.tsv");
        File.WriteAllText(sheet, "name\tcountry\toffice\nOle Strand\tFishers' Front\tspokesman\n");

        Run("new", Path.Combine(_folder, "new"), "--parties", "NO,XF=the Fishers' Front/Front", "--deadline", "2019-11-22", "--officials", sheet);

        var dossier = DossierFolder.Load(Path.Combine(_folder, "new")).Value;
        Assert.Equal("XF", Assert.Single(dossier.Officials).Country);
        Assert.Equal(("the Fishers' Front", "Front"), (dossier.Parties[1].Name, dossier.Parties[1].Adjective));
    }

    [Fact]
    public void A_sheet_with_a_state_that_nobody_knows_is_refused_by_its_line()
    {
        var sheet = Path.Combine(_folder, "sheet.tsv");
        File.WriteAllText(sheet, "name\tcountry\toffice\nKari Lund\tNorge\tpresident\n");

        Assert.Contains("sheet.tsv:2: 'Norge' is no country code", Run("new", Path.Combine(_folder, "new"), "--parties", "NO,IS", "--deadline", "2019-11-22", "--officials", sheet).Errors, StringComparison.Ordinal);
    }

    private void Small(params (string File, string From, string To)[] changes)
    {
        foreach (var (file, content) in SmallDossier.Files)
        {
            var path = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, changes.Where(c => c.File == file).Aggregate(content, (text, c) => text.Replace(c.From, c.To, StringComparison.Ordinal)));
        }
    }

    private static (int Status, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = DossierVerb.Run(args, output, errors);
        return (status, output.ToString(), errors.ToString());
    }
}
