using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Domain.Dossiers;

/// <summary>A small dossier, sound as it stands, in which one thing is put wrong at a time.</summary>
public sealed class DossierCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dossier").FullName;

    public DossierCheckTests()
    {
        foreach (var file in SmallDossier.Files)
        {
            Write(file.Key, file.Value);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_sound_dossier_has_nothing_to_be_said_of_it()
    {
        var reading = DossierFolder.Check(_folder);

        Assert.NotNull(reading.Dossier);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void Every_fault_is_told_and_not_only_the_first()
    {
        Change("dossier.json", "Europe/Oslo", "Europe/Olso");
        Change("dossier.json", "\"isParty\": true", "\"isParty\": \"yes\"");
        Change("names.tsv", "Storting\tbody\tNO\tparliament", "Storting\tbody\tNOR\tparliament\nthe levy\tsubject\tlevies\tname");
        Change("officials.tsv", "einar-jonsson\tEinar Jonsson", "kari-lund\tEinar Jonsson");
        Change("tenures.tsv", "2018-01-01\t2020-02-02", "2020-02-02\t2018-01-01");
        Change("issues/keep.json", "\"about\"", "\"abuot\"");
        Change("issues/keep.json", "\"for\": [\"renew\"]", "\"for\": \"renew\"");

        var reading = DossierFolder.Check(_folder);

        Assert.Null(reading.Dossier);
        string[] expected =
        [
            "dossier.json:deadline:zone: 'Europe/Olso' is no known time zone",
            "dossier.json:parties[0]:isParty: must be true or false",
            "names.tsv:4: 'NOR' is no country code",
            "names.tsv:5: 'levies' is no key",
            "officials.tsv:3: official 'kari-lund' stands twice (first at officials.tsv:2)",
            "tenures.tsv:3: 'einar-jonsson' is no official",
            "tenures.tsv:2: the post ends (2018-01-01) before it begins (2020-02-02)",
            "issues/keep.json:rules: there is no field 'abuot' here",
            "issues/keep.json:rules:for: must be a list",
        ];
        Assert.All(expected, e => Assert.Contains(reading.Remarks, r => r.ToString().StartsWith(e, StringComparison.Ordinal)));
        Assert.All(reading.Remarks, r => Assert.Equal(RemarkKind.Fault, r.Kind));
        Assert.Equal(reading.Remarks[0].ToString(), DossierFolder.Load(_folder).Fault!.ToString());
    }

    [Fact]
    public void A_slip_of_json_is_told_with_its_line_and_the_other_files_are_read_on()
    {
        Change("issues/keep.json", "\"order\": 1,", "\"order\": 1");
        Change("names.tsv", "the accord\tsubject", "the accord\tsubjekt");

        var faults = DossierFolder.Check(_folder).Remarks.Select(r => r.ToString()).ToList();

        Assert.Contains(faults, f => f.StartsWith("issues/keep.json:5: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("names.tsv:3: 'subjekt' is none of", StringComparison.Ordinal));
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void A_missing_field_is_told_once_and_nothing_of_what_would_stand_in_it()
    {
        Change("dossier.json", "\"deadline\"", "\"dedline\"");

        var fault = Assert.Single(DossierFolder.Check(_folder).Remarks);
        Assert.Equal("dossier.json: field 'deadline' is missing", fault.ToString());
    }

    [Theory]
    [InlineData("dossier.json", "2019-11-23T00:00+01:00", "2019-11-23T00:00+02:00", "dossier.json:deadline:instant: Europe/Oslo is at +01:00 then, not at +02:00")]
    [InlineData("dossier.json", "[\"2019-11-22\"]", "[\"2019-11-23\"]", "dossier.json:deadline:printedDays: the last day in Europe/Oslo, 2019-11-22, is not among them")]
    [InlineData("dossier.json", "\"title\": \"Cod accord\"", "\"title\": \"Cod accord\", \"titel\": \"x\"", "dossier.json: the field 'titel' means nothing here")]
    [InlineData("dossier.json", "\"capital\": \"Oslo\"", "\"capital\": \"\"", "dossier.json:parties[0]:capital: is empty")]
    [InlineData("dossier.json", "\"country\": \"IS\"", "\"country\": \"NO\"", "dossier.json:parties[1]:country: 'NO' stands twice")]
    [InlineData("names.tsv", "the accord\tsubject\taccord\tshort\n", "", "dossier.json:subjects[0]: 'accord' has no short names")]
    [InlineData("names.tsv", "Storting\tbody\tNO\tparliament", "Storting\tbody\tNO\tparliament\nStorting\tbody\tNO\tcourt", "names.tsv:5: 'Storting' stands for something else on line 4")]
    [InlineData("names.tsv", "cod accord\t", "cod|fish accord\t", "names.tsv:2: 'cod|fish accord' is met letter by letter")]
    [InlineData("officials.tsv", "Jonsson\t\t\tIS", "Lund\t\t\tIS", "officials.tsv:3: 'Lund' is Kari Lund and Einar Jonsson")]
    [InlineData("officials.tsv", "kari-lund\tKari Lund\tLund", "kari-lund\tKari Lund\tLund, K. Lund", "officials.tsv:2: a comma among the aliases")]
    [InlineData("officials.tsv", "\tIS", "\tIS\nleif-dahl\tLeif Dahl\tDahl\t\t\tNO", "officials.tsv:4: Leif Dahl has no post")]
    [InlineData("officials.tsv", "Jonsson\t\t\tIS", "Jonsson\t\t\tXI", "officials.tsv:3: 'XI' is a code of your own, and no party")]
    [InlineData("tenures.tsv", "einar-jonsson\tfisheries minister", "einar-jonsson\tFisheries Minister", "tenures.tsv:3: 'Fisheries Minister': offices are written in lower case")]
    [InlineData("issues/keep.json", "\"NO\": \"for\"", "\"NO\": \"for\", \"IS/Herring Party\": \"against\"", "issues/keep.json:rules:sides:IS/Herring Party: 'Herring Party' is no body of IS")]
    [InlineData("issues/keep.json", "\"reads\": [\"Kari Lund wants to renew the cod accord. => NO:Kari Lund for\"]", "\"reads\": []", "issues/keep.json:rules: no sentence under reads")]
    public void What_usually_goes_wrong_is_a_warning(string file, string from, string to, string expected)
    {
        Change(file, from, to);

        var reading = DossierFolder.Check(_folder);

        Assert.NotNull(reading.Dossier);
        Assert.Contains(reading.Of(RemarkKind.Warning), r => r.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_who_hold_one_office_of_a_state_at_once_are_told_but_not_a_successor_from_the_last_day_on()
    {
        Change("officials.tsv", "\tIS", "\tIS\nleif-dahl\tLeif Dahl\tDahl\t\t\tNO");
        Change("tenures.tsv", "2020-02-02\n", "2020-02-02\nleif-dahl\tforeign minister\t2020-02-02\t\n");
        Assert.Empty(DossierFolder.Check(_folder).Remarks);

        Change("tenures.tsv", "leif-dahl\tforeign minister\t2020-02-02", "leif-dahl\tforeign minister\t2020-02-01");
        Assert.Contains("Leif Dahl and Kari Lund (line 2) are foreign minister of NO at once", Assert.Single(DossierFolder.Check(_folder).Remarks).Reason);
    }

    [Fact]
    public void A_clock_time_that_is_no_end_of_a_day_is_only_noted()
    {
        Change("dossier.json", "2019-11-23T00:00+01:00", "2019-11-22T18:00+01:00");

        Assert.Equal(RemarkKind.Note, Assert.Single(DossierFolder.Check(_folder).Remarks).Kind);
    }

    [Theory]
    [InlineData("\"Kari Lund wants it.\"", "does not say what is read")]
    [InlineData("\"Kari Lund wants it. => Kari Lund for\"", "'Kari Lund' is no country code")]
    [InlineData("\"Kari Lund wants it. => NO:Kari Lund pro\"", "ends in none of for, against, conditional")]
    public void An_example_that_says_nothing_readable_is_a_fault(string example, string expected)
    {
        Change("issues/keep.json", "\"Kari Lund wants to renew the cod accord. => NO:Kari Lund for\"", example);

        var fault = Assert.Single(DossierFolder.Check(_folder).Remarks);
        Assert.StartsWith("issues/keep.json:rules:reads[0]", fault.At, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_without_a_state_has_a_code_of_its_own_and_states_may_have_further_names()
    {
        Change("dossier.json", "\"parties\": [", "\"parties\": [ { \"country\": \"XF\", \"name\": \"Fishers' Front\", \"adjective\": \"Front\", \"capital\": \"\", \"zone\": \"Europe/Oslo\", \"isParty\": true },");
        Change("names.tsv", "Storting", "Norse\tstate\tNO\tadjective\nStorting");

        var reading = DossierFolder.Check(_folder);

        Assert.Empty(reading.Remarks);
        Assert.Equal("XF", reading.Dossier!.Parties[0].Country);
        Assert.Equal(new StateName("Norse", "NO", true), Assert.Single(reading.Dossier.StateNames));
    }

    [Fact]
    public void Comments_and_a_last_comma_may_stand_in_an_issues_rules_too()
    {
        Change("issues/keep.json", "\"for\": [\"renew\"]", "// what is done to it\n\"for\": [\"renew\",]");

        Assert.Empty(DossierFolder.Check(_folder).Remarks);
        Assert.DoesNotContain("//", DossierFolder.Load(_folder).Value.Issues[0].Rules, StringComparison.Ordinal);
    }

    private void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(_folder, file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Write(file, text[..at] + to + text[(at + from.Length)..]);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
