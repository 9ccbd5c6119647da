using System.Text.Json;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Api;

namespace GsomiaTracker.Tests.Web.Api;

/// <summary>The OpenAPI document, docs/API.md and the server say the same.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_address_of_the_document_answers_with_what_it_promises()
    {
        var document = JsonDocument.Parse(await _site.Client.GetStringAsync("/openapi.json")).RootElement;
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(Catalogue.All.Count, paths.Count);
        foreach (var path in paths)
        {
            var operation = path.Value.GetProperty("get");
            var promised = operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single();
            var answer = await _site.Client.GetAsync(await Address(path.Name));
            Assert.True(answer.IsSuccessStatusCode, $"{path.Name}: {answer.StatusCode}");
            Assert.Equal(promised.Name, answer.Content.Headers.ContentType!.MediaType);
            var again = new HttpRequestMessage(HttpMethod.Get, await Address(path.Name)) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
            Assert.Equal(System.Net.HttpStatusCode.NotModified, (await _site.Client.SendAsync(again)).StatusCode);
            if (promised.Value.TryGetProperty("schema", out var schema))
            {
                var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                Assert.Equal(
                    schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal),
                    body.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void The_handbook_lists_every_address_and_every_parameter()
    {
        var handbook = File.ReadAllText(Checkout.File("docs", "API.md"));
        foreach (var address in Catalogue.All)
        {
            Assert.Contains($"`{address.Path}`", handbook, StringComparison.Ordinal);
            Assert.All(address.Parameters.Where(p => p.In == "query" && p.Name is not ("take" or "url" or "maxwidth" or "maxheight")), p =>
                Assert.True(handbook.Contains($"`{p.Name}`", StringComparison.Ordinal) || handbook.Contains($"{p.Name}=", StringComparison.Ordinal), p.Name));
        }
    }

    [Fact]
    public void The_handbook_lists_no_address_that_is_not_there()
    {
        var handbook = File.ReadAllText(Checkout.File("docs", "API.md"));
        var table = handbook.Split("## Addresses")[1].Split("## Search")[0];
        var listed = System.Text.RegularExpressions.Regex.Matches(table.Split("takes the facets")[0].Split("\n`/timeline.json`, ")[0], @"`(/[^`]+)`").Select(m => m.Groups[1].Value).Where(p => p != "/embed/countdown");
        Assert.All(listed, p => Assert.Contains(Catalogue.All, a => a.Path == p));
    }

    private async Task<string> Address(string template)
    {
        var slug = JsonDocument.Parse(await _site.Client.GetStringAsync("/timeline.json?limit=1")).RootElement.GetProperty("events")[0].GetProperty("slug").GetString();
        var path = template.Replace("{slug}", slug, StringComparison.Ordinal).Replace("/officials/{id}", "/officials/taro-kono", StringComparison.Ordinal).Replace("{id}", MadeUpCrisis.TalksPiece, StringComparison.Ordinal);
        return path switch
        {
            "/search.json" => path + "?q=pact",
            "/oembed" => path + "?url=" + Uri.EscapeDataString(new Uri(_site.Address, "/timeline").ToString()),
            _ => path,
        };
    }
}
