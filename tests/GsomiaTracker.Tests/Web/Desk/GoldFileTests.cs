using System.Text.Json;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Tests.Web.Desk;

public sealed class GoldFileTests
{
    [Fact]
    public void A_gold_file_keeps_the_guides_form()
    {
        foreach (var take in MadeUpCrisis.Revisions)
        {
            var gold = JsonSerializer.Deserialize<JsonElement>(GoldFile.Write(take.Text, take.Reading));
            var names = gold.GetProperty("officials").EnumerateArray().Select(o => o.GetProperty("name").GetString()).ToHashSet();
            Assert.All(names, n => Assert.Contains(n!, take.Text, StringComparison.Ordinal));
            foreach (var entry in gold.GetProperty("events").EnumerateArray().Concat(gold.GetProperty("stances").EnumerateArray()))
            {
                var evidence = entry.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()!).ToList();
                Assert.NotEmpty(evidence);
                Assert.All(evidence, words => Assert.Equal(2, take.Text.Split(words).Length));
                Assert.True(entry.TryGetProperty("people", out var people) ? people.EnumerateArray().All(p => names.Contains(p.GetString())) : entry.GetProperty("person").GetString() is not { } person || names.Contains(person));
            }

            Assert.All(gold.GetProperty("dates").EnumerateArray(), d => Assert.Contains(d.GetProperty("text").GetString()!, take.Text, StringComparison.Ordinal));
        }
    }
}
