using System.Text;
using System.Text.Json;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Tests.Web.Verbs;

public sealed class ExplainTests
{
    private const string Text = """
        SEOUL, Nov. 18 (Yonhap) -- South Korea and Japan held talks on trade in Geneva on Monday, officials said.

        Defense Minister Jeong Kyeong-doo said the government wanted to keep the military pact with Japan. "We hope Tokyo will change its mind," he told reporters.

        Jeong will meet U.S. Defense Secretary Mark Esper on Tuesday.
        """;

    [Fact]
    public void Every_finding_has_the_steps_that_led_to_it()
    {
        var (status, answer) = Run("--json", "--explain");

        Assert.Equal(ExitStatus.Ok, status);
        var reading = JsonDocument.Parse(answer).RootElement;
        Assert.NotEmpty(reading.GetProperty("header").GetProperty("explain").EnumerateArray());
        foreach (var task in new[] { "officials", "dates", "events", "statements", "quotes", "stances" })
        {
            var findings = reading.GetProperty(task).EnumerateArray().ToList();
            Assert.NotEmpty(findings);
            Assert.All(findings, f => Assert.NotEmpty(f.GetProperty("explain").EnumerateArray()));
        }
    }

    [Fact]
    public void Steps_are_given_only_when_asked_for_and_change_nothing_else()
    {
        var plain = Run("--json").Answer;
        var explained = JsonDocument.Parse(Run("--json", "--explain").Answer).RootElement;

        Assert.DoesNotContain("\"explain\"", plain, StringComparison.Ordinal);
        foreach (var property in JsonDocument.Parse(plain).RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
        {
            Assert.Equal(property.Value.GetArrayLength(), explained.GetProperty(property.Name).GetArrayLength());
        }
    }

    [Fact]
    public void A_person_sees_the_steps_under_each_finding()
    {
        var (_, answer) = Run("--explain");

        Assert.Contains("< the text gives the post \"defense minister\"", answer, StringComparison.Ordinal);
        Assert.Contains("tells a meeting: the row of the", answer, StringComparison.Ordinal);
        Assert.Contains("< published 2019-11-18", answer, StringComparison.Ordinal);
    }

    private static (int Status, string Answer) Run(params string[] switches)
    {
        using var output = new MemoryStream();
        var status = ReadVerb.Run([.. switches, "--dossier", Checkout.Dossier, "-"], new MemoryStream(Encoding.UTF8.GetBytes(Text)), output, TextWriter.Null);
        return (status, Encoding.UTF8.GetString(output.ToArray()));
    }
}
