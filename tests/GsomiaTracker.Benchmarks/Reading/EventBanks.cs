using GsomiaTracker.Tests.Extraction.Events;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary>
/// <c>score-events [--misses] BANK ...</c>: how well tables of sentences (tests/GsomiaTracker.Tests/Extraction/Events/bank-*.tsv) are read, by kind, and strictly with
/// days, status and states. Misses of a bank whose name holds <c>apart</c> are never shown: it stands in for sentences not seen.
/// </summary>
internal static class EventBanks
{
    public static void Run(string[] args)
    {
        foreach (var bank in args.Skip(1).Where(a => !a.StartsWith("--", StringComparison.Ordinal)))
        {
            var shown = args.Contains("--misses") && !Path.GetFileName(bank).Contains("apart", StringComparison.Ordinal);
            var (loose, strict) = EventBank.Read(bank, shown ? Miss : null);
            Console.WriteLine($"{Path.GetFileName(bank)}  {loose}  strict {strict}");
        }
    }

    private static void Miss(string text, string tells, string found) => Console.WriteLine($"{text}\n    tells {tells}\n    found {found}");
}
