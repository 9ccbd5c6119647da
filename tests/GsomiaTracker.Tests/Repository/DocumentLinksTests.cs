using System.Text.RegularExpressions;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Repository;

public sealed class DocumentLinksTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Checkout.File("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Checkout.File("README.md")).Append(Checkout.File("seeds", "README.md"))
            .Select(f => Path.GetRelativePath(Checkout.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_of_a_document_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Checkout.File(document))!;

        var broken = Regex.Matches(File.ReadAllText(Checkout.File(document)), @"\]\(([^)#:\s]+)(#[^)]*)?\)")
            .Select(m => m.Groups[1].Value)
            .Where(link => !Path.Exists(Path.Combine(folder, link)));

        Assert.Empty(broken);
    }
}
