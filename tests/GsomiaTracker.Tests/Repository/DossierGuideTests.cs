using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Tests.Repository;

/// <summary>docs/DOSSIER.md, followed word by word: its examples make a dossier that is sound and reads.</summary>
public sealed class DossierGuideTests : IDisposable
{
    private static readonly string Guide = File.ReadAllText(Checkout.File("docs", "DOSSIER.md")).ReplaceLineEndings("\n");

    private static readonly string[] Blocks = [.. Regex.Matches(Guide, "^```(?:json)?\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(m => m.Groups[1].Value + "\n")];

    private readonly string _home = Directory.CreateTempSubdirectory("guide").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void The_guides_own_dossier_is_sound_and_its_sentences_read_as_it_says()
    {
        var folder = Follow();
        using var output = new StringWriter();

        var status = DossierVerb.Run(["check", folder], output, TextWriter.Null);

        Assert.True(status == ExitStatus.Ok, output.ToString());
        Assert.Contains("0 faults, 0 misread sentences", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("issues/", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kari Lund came home on Monday. The foreign minister said the fishing accord must be kept.", "NO:kari-lund for")]
    [InlineData("Norway's foreign minister said the fishing accord must be kept.", "NO for")]
    [InlineData("The Althing wants to scrap the 2014 accord.", "IS against")]
    [InlineData("The Herring Party said the pact must be scrapped.", "IS/Herring Party against")]
    [InlineData("The Norse government wants to renew the cod accord.", "NO for")]
    [InlineData("The European Union wants to renew the cod accord.", "EU for")]
    public void What_the_guide_says_of_names_holds(string sentence, string expected)
    {
        var dossier = DossierFolder.Load(Follow()).Value;

        var stances = new ArticleReader(dossier).Read(sentence, new PublicationTime(new DateOnly(2019, 11, 12), null, null)).Stances;

        Assert.Contains(expected, stances.Select(s => $"{s.Country}{(s.Person is null ? s.Org is null ? "" : "/" + s.Org : ":" + s.Person)} {Vocabulary.Word(s.Position)}"));
    }

    [Theory]
    [InlineData("The Taliban want to renew the cod accord.", "XT for")]
    [InlineData("Taliban leaders rejected the cod accord.", "XT against")]
    [InlineData("The insurgents rejected the cod accord.", "XT against")]
    [InlineData("The U.N. demanded a renewal of the cod accord.", "UN for")]
    [InlineData("NATO wants to renew the cod accord.", "NATO for")]
    public void A_movement_and_bodies_hold_positions_like_states(string sentence, string expected)
    {
        var folder = Follow("--others", "XT=the Taliban,UN,NATO");

        File.AppendAllText(Path.Combine(folder, "names.tsv"), "insurgents\tstate\tXT\tname\n");

        var stances = new ArticleReader(DossierFolder.Load(folder).Value).Read(sentence, new PublicationTime(new DateOnly(2019, 11, 12), null, null)).Stances;

        Assert.Contains(expected, stances.Select(s => $"{s.Country} {Vocabulary.Word(s.Position)}"));
    }

    [Fact]
    public void A_text_without_a_date_is_placed_by_the_guides_day()
    {
        const string Text = """
            Iceland will let the cod accord lapse

            Iceland announced on Thursday that it would not renew the cod accord with Norway.

            Norway's foreign minister, Kari Lund, called the step a mistake.
            """;

        var header = new ArticleReader(DossierFolder.Load(Follow()).Value).Read(Text).Header;

        Assert.Equal(new DateOnly(2019, 8, 22), header.Published?.Day);
        Assert.Equal(PublishedHow.Inferred, header.PublishedHow);
    }

    [Fact]
    public void The_verbs_are_told_as_they_tell_themselves()
    {
        Assert.Contains($"    {DossierNew.Usage}\n", Guide, StringComparison.Ordinal);
        Assert.Contains($"    {DossierCheck.Usage}\n", Guide, StringComparison.Ordinal);
        var operating = File.ReadAllText(Checkout.File("docs", "OPERATING.md"));
        Assert.All([DossierNew.Usage, DossierCheck.Usage], u => Assert.Contains($"| `{u[..u.IndexOf("   ", StringComparison.Ordinal)]}` |", operating, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_and_kind_that_the_guide_lists_is_one()
    {
        Assert.All(Enum.GetValues<BodyKind>().Select(Vocabulary.Word), k => Assert.Contains($"`{k}`", Guide, StringComparison.Ordinal));
        Assert.DoesNotContain("means nothing here", string.Join('\n', DossierFolder.Check(Follow()).Remarks), StringComparison.Ordinal);
    }

    /// <summary>The folder that the guide's lines make.</summary>
    private string Follow(params string[] instead)
    {
        var (sheet, folder) = (Path.Combine(_home, "sheet.tsv"), Path.Combine(_home, "cod"));
        File.WriteAllText(sheet, Blocks[0]);
        var line = Regex.Match(Guide, "^    dossier (new cod .*)$", RegexOptions.Multiline).Groups[1].Value;
        List<string> args = [.. Regex.Matches(line, "\"([^\"]*)\"|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)];
        args[args.IndexOf("cod")] = folder;
        args[args.IndexOf("sheet.tsv")] = sheet;
        using var errors = new StringWriter();
        Assert.True(DossierVerb.Run([.. args, .. instead], TextWriter.Null, errors) == ExitStatus.Ok, errors.ToString());
        File.WriteAllText(Path.Combine(folder, "names.tsv"), Blocks[1]);
        Directory.Delete(Path.Combine(folder, "issues"), recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "issues"));
        File.WriteAllText(Path.Combine(folder, "issues", "keep-cod-accord.json"), Blocks[2]);
        File.WriteAllText(Path.Combine(folder, "days.tsv"), Blocks[3]);
        return folder;
    }
}
