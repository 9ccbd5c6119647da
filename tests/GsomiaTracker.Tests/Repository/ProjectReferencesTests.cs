using System.Text.RegularExpressions;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Repository;

public sealed class ProjectReferencesTests
{
    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Extraction", "Domain")]
    [InlineData("Store", "Domain")]
    [InlineData("Web", "Extraction Store")]
    public void The_arrows_between_projects_are_those_of_the_architecture(string project, string references)
    {
        var file = File.ReadAllText(Checkout.File("src", $"GsomiaTracker.{project}", $"GsomiaTracker.{project}.csproj"));

        var found = Regex.Matches(file, @"GsomiaTracker\.(\w+)\.csproj").Select(m => m.Groups[1].Value).Order();

        Assert.Equal(references, string.Join(' ', found));
    }

    [Fact]
    public void The_domain_has_no_package() =>
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Checkout.File("src", "GsomiaTracker.Domain", "GsomiaTracker.Domain.csproj")));

    [Fact]
    public void The_top_level_holds_what_belongs_there_and_nothing_else()
    {
        string[] allowed = ["src", "tests", "docs", "seeds", "GsomiaTracker.sln", "README.md", ".gitignore", ".ci", ".git", "data", "TestResults", "BenchmarkDotNet.Artifacts"];

        var found = Directory.GetFileSystemEntries(Checkout.Root).Select(Path.GetFileName);

        Assert.Empty(found.Except(allowed));
    }
}
