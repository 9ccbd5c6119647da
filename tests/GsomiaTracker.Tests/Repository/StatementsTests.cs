using System.Text.RegularExpressions;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Repository;

/// <summary>No statement for the database is put together from values.</summary>
public sealed partial class StatementsTests
{
    [Fact]
    public void Values_come_into_statements_as_parameters_only()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            Assert.False(Interpolated().IsMatch(text), $"{file} interpolates a raw statement");

            // What is interpolated elsewhere is a name of ours in capitals, a constant, never a value between marks.
            foreach (Match statement in Quoted().Matches(text))
            {
                Assert.Fail($"{file} puts a value between marks: {statement.Value}");
            }
        }
    }

    [GeneratedRegex("""(?:FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw<\w+>)\(\s*\$""")]
    private static partial Regex Interpolated();

    [GeneratedRegex("""(?:SELECT|INSERT|UPDATE|DELETE|WHERE)[^;\"]{0,200}=\s*'\{""")]
    private static partial Regex Quoted();
}
