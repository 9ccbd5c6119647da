using System.Text.RegularExpressions;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Repository;

public sealed class StylesTests
{
    /// <summary>A name that is gone leaves a page without its borders and colours, and no browser says so.</summary>
    [Fact]
    public void Every_custom_property_that_a_style_uses_is_given_a_value_somewhere()
    {
        var styles = string.Concat(Directory.GetFiles(Checkout.File("src", "GsomiaTracker.Web", "wwwroot"), "*.css").Select(File.ReadAllText));
        var given = Regex.Matches(styles, @"(--[a-z-]+)\s*:").Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Empty(Regex.Matches(styles, @"var\((--[a-z-]+)").Select(m => m.Groups[1].Value).Distinct().Except(given));
    }
}
