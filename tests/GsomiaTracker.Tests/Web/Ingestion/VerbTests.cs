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

    [Fact]
    public async Task An_archive_goes_on_the_record_in_bulk_bad_lines_are_named_and_nothing_else_is_lost()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "archive", "2019")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), "SEOUL, Nov. 12 (Yonhap) -- The two ministers plan to meet in Bangkok on Sunday, officials said.\n");
        File.WriteAllText(Path.Combine(folder, "empty.txt"), "");
        var lines = Path.Combine(_folder, "more.jsonl");
        File.WriteAllBytes(lines,
        [
            .. """{"text": "TOKYO, Nov. 13 (Kyodo) -- The minister will visit Seoul on Friday, the ministry said.", "published": "2019-11-13T10:00+09:00", "name": "kyodo.txt"}"""u8, .. "\r\n\n"u8,
            .. "{\"text\": \"The minister "u8, 0xff, .. "\"}\n"u8,
            .. "no JSON at all\n"u8,
            .. """{"words": "none"}"""u8, .. "\n"u8,
            .. """{"text": "TOKYO, Nov. 14 (Kyodo) -- The minister put off his visit to Seoul, the ministry said.", "published": "some day"}"""u8, .. "\n"u8,
            .. """{"text": "TOKYO, Nov. 15 (Kyodo) -- The minister arrived in Seoul on Friday, the ministry said."}"""u8,
        ]);

        var (status, output, errors) = await Ingest(Path.Combine(_folder, "archive"), lines);
        Assert.Equal(ExitStatus.Failed, status);
        Assert.Contains($"{Path.Combine(folder, "empty.txt")}: 1 recorded", output, StringComparison.Ordinal);
        Assert.Contains($"{lines}:7: 2 recorded", output, StringComparison.Ordinal);
        string[] named = [$"{Path.Combine(folder, "empty.txt")}: refused", $"{lines}:3: refused: not JSON", $"{lines}:4: refused: not JSON", $"{lines}:5: refused: a line is", $"{lines}:6: refused: published"];
        Assert.All(named, n => Assert.Contains(n, errors, StringComparison.Ordinal));
        Assert.Equal(named.Length, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        (_, output, _) = await Ingest(Path.Combine(_folder, "archive"), lines);
        Assert.Contains("0 recorded since the last line, 2 were on the record already", output, StringComparison.Ordinal);
        using var said = new StringWriter();
        Assert.Equal(ExitStatus.Ok, VerifyVerb.Run(["--data", Data, "--dossier", Checkout.Dossier], said, said));
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
