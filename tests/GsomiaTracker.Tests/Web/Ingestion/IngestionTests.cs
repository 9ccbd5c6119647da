using System.Net;
using System.Text.Json;

namespace GsomiaTracker.Tests.Web.Ingestion;

public sealed class IngestionTests
{
    private const string Piece = "SEOUL, Nov. 12 (Yonhap) -- The two ministers plan to meet in Bangkok on Sunday, officials said.\n";

    [Fact]
    public async Task Health_tells_of_an_empty_record_without_calling_it_ill()
    {
        using var host = new TrackerHost();
        using var client = host.CreateClient();
        var health = await Health(client);
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, health.GetProperty("lastIngestAt").ValueKind);
        Assert.Equal(0, health.GetProperty("queueLength").GetInt32());
    }

    [Fact]
    public async Task The_dossiers_articles_are_on_the_record_before_the_first_page_is_served()
    {
        using var host = new TrackerHost();
        File.WriteAllText(Path.Combine(host.Articles, "one.txt"), Piece);
        using var client = host.CreateClient();
        var health = await Health(client);
        Assert.Equal(1, health.GetProperty("recordVersion").GetInt64());
        Assert.True(health.GetProperty("lastIngestAgeSeconds").GetInt64() < 60);
    }

    [Fact]
    public async Task A_file_put_into_the_inbox_is_read_and_moved_to_done_and_a_bad_one_to_refused_with_its_reason()
    {
        using var host = new TrackerHost();
        using var client = host.CreateClient();
        await Health(client);
        Directory.CreateDirectory(host.Inbox);
        File.WriteAllText(Path.Combine(host.Inbox, "good.txt"), Piece);
        File.WriteAllBytes(Path.Combine(host.Inbox, "bad.txt"), [0x4d, 0x00, 0x5a]);

        await Until(() => File.Exists(Path.Combine(host.Inbox, "done", "good.txt")) && File.Exists(Path.Combine(host.Inbox, "refused", "bad.txt.reason.txt")));
        await Until(async () => (await Health(client)).GetProperty("recordVersion").GetInt64() == 1);

        Assert.Contains("NUL", File.ReadAllText(Path.Combine(host.Inbox, "refused", "bad.txt.reason.txt")), StringComparison.Ordinal);
        var health = await Health(client);
        Assert.Equal(1, health.GetProperty("refused").GetInt64());
        Assert.Contains("bad.txt", health.GetProperty("lastRefusal").GetString(), StringComparison.Ordinal);
    }

    internal static async Task<JsonElement> Health(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    private static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("it did not come true within ten seconds");
    }
}
