using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Tests.Web.Ingestion;

public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-verbs-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Ingest_records_what_is_good_names_what_is_not_and_does_nothing_the_second_time()
    {
        var good = Write("good.txt", "SEOUL, Nov. 12 (Yonhap) -- The two ministers plan to meet in Bangkok on Sunday, officials said.\n");
        var empty = Write("empty.txt", "");
        var missing = Path.Combine(_folder, "missing.txt");

        var (status, output, errors) = await Ingest(good, empty, missing);
        Assert.Equal(ExitStatus.Failed, status);
        Assert.Contains($"{good}: recorded as ", output, StringComparison.Ordinal);
        Assert.Contains($"{empty}: refused: ", errors, StringComparison.Ordinal);
        Assert.Contains($"{missing}: refused: there is no such file", errors, StringComparison.Ordinal);

        (status, output, errors) = await Ingest(good);
        Assert.Equal(ExitStatus.Ok, status);
        Assert.Contains("already on the record", output, StringComparison.Ordinal);
        Assert.Empty(errors);

        using var said = new StringWriter();
        Assert.Equal(ExitStatus.Ok, VerifyVerb.Run(["--data", Data, "--dossier", Checkout.Dossier], said, said));
        Assert.Contains("every law holds", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Ok, RebuildVerb.Run(["--data", Data, "--dossier", Checkout.Dossier], said, said));
    }

    [Theory]
    [InlineData("--bogus", "unknown switch --bogus")]
    [InlineData("--data", "--data needs a value")]
    public async Task What_the_call_gets_wrong_is_refused_by_name(string word, string reason)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(ExitStatus.Usage, await IngestVerb.RunAsync(["piece.txt", word], output, errors));
        Assert.Contains(reason, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Usage, VerifyVerb.Run([word], output, errors));
    }

    [Fact]
    public void Verify_and_rebuild_do_not_make_a_record_where_there_is_none()
    {
        using var said = new StringWriter();
        Assert.Equal(ExitStatus.Failed, VerifyVerb.Run(["--data", Data], said, said));
        Assert.Equal(ExitStatus.Failed, RebuildVerb.Run(["--data", Data], said, said));
        Assert.Contains("there is no record", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_dossier_that_cannot_be_used_is_told_and_nothing_is_done()
    {
        var good = Write("good.txt", "The two ministers plan to meet in Bangkok on Sunday, officials said.\n");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(ExitStatus.Failed, await IngestVerb.RunAsync(["--data", Data, "--dossier", Path.Combine(_folder, "nowhere"), good], output, errors));
        Assert.Contains("dossier", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("nowhere", errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    private string Data => Path.Combine(_folder, "data");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Status, string Output, string Errors)> Ingest(params string[] files)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = await IngestVerb.RunAsync(["--data", Data, "--dossier", Checkout.Dossier, .. files], output, errors);
        return (status, output.ToString(), errors.ToString());
    }
}
