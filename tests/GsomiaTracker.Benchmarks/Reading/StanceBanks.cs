using GsomiaTracker.Tests.Extraction.Stances;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary>
/// <c>score-stances [--misses] BANK ...</c>: how well tables of sentences (tests/GsomiaTracker.Tests/Extraction/Stances/bank*.tsv) are read, by country, issue
/// and position, and strictly with the holder. Misses of a bank whose name holds <c>apart</c> are never shown: it stands in for sentences not seen.
/// </summary>
internal static class StanceBanks
{
    public static void Run(string[] args)
    {
        foreach (var bank in args.Skip(1).Where(a => !a.StartsWith("--", StringComparison.Ordinal)))
        {
            var shown = args.Contains("--misses") && !Path.GetFileName(bank).Contains("apart", StringComparison.Ordinal);
            var (strict, loose) = StanceBank.Read(bank, shown ? Miss : null);
            Console.WriteLine($"{Path.GetFileName(bank)}  {loose}  strict {strict}");
        }
    }

    private static void Miss(string text, StanceBank.Comparison compared)
    {
        Console.WriteLine(text);
        foreach (var position in compared.Missed)
        {
            Console.WriteLine($"    missed  {position}");
        }

        foreach (var position in compared.Made)
        {
            Console.WriteLine($"    made up {position}");
        }
    }
}
