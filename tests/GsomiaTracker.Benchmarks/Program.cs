using BenchmarkDotNet.Running;
using GsomiaTracker.Benchmarks.Reading;
using GsomiaTracker.Benchmarks.Store;
using GsomiaTracker.Benchmarks.Training;

namespace GsomiaTracker.Benchmarks;

/// <summary>
/// Runs the benchmarks named on the command line (BenchmarkDotNet's own switches), or one of the verbs that make and measure
/// the reader's model: <c>train-stances</c>, <c>train-events</c>, <c>train-pages</c>, <c>train-syntax</c>, <c>evaluate-syntax</c>, <c>time-syntax</c>, <c>time-syntax-nasty</c>, <c>show-syntax</c>; or <c>read-speed</c>, <c>read-warm</c> and <c>read-growth</c>, which time the whole reader; or <c>store-speed</c>, which times the store at two sizes; or <c>store-import</c>, which only fills one and rebuilds it; or <c>store-fill</c>, which leaves a data directory to serve; or
/// <c>serve-made</c>, which serves the pages over a made-up crisis.
/// Or <c>score-stances</c> and <c>score-events</c>, which read tables of sentences; or <c>score-timex</c> and <c>score-recognizers</c>, which measure the time reader on others' annotation.
/// </summary>
public static class BenchmarkRunnerProgram
{
    public static void Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "train-syntax":
                SyntaxCommands.Train(args);
                break;
            case "train-stances":
                Training.Stances.StanceCommands.Train(args);
                break;
            case "train-events":
                Training.Events.EventCommands.Train(args);
                break;
            case "train-pages":
                Training.Pages.PageCommands.Train(args);
                break;
            case "evaluate-syntax":
                SyntaxCommands.Evaluate(args);
                break;
            case "time-syntax":
                SyntaxCommands.Time(args);
                break;
            case "time-syntax-nasty":
                SyntaxCommands.Nasty(args);
                break;
            case "show-syntax":
                SyntaxCommands.Show(args);
                break;
            case "score-timex":
                Dates.DateScores.Timex(args);
                break;
            case "score-recognizers":
                Dates.DateScores.Recognizers(args);
                break;
            case "read-speed":
                ReadSpeed.Speed(args);
                break;
            case "read-stages":
                ReadStages.Run(args);
                break;
            case "score-stances":
                StanceBanks.Run(args);
                break;
            case "score-events":
                EventBanks.Run(args);
                break;
            case "read-warm":
                ReadSpeed.Warm(args);
                break;
            case "read-growth":
                ReadSpeed.Growth(args);
                break;
            case "orders":
                Environment.ExitCode = Orders.Run(args);
                break;
            case "clusters":
                Environment.ExitCode = Orders.Clusters(args);
                break;
            case "store-speed":
                StoreSpeed.Run(args);
                break;
            case "store-import":
                StoreSpeed.Import(args);
                break;
            case "store-dense":
                DenseSpeed.Run(args);
                break;
            case "store-fill":
                FillRecord.Run(args);
                break;
            case "serve-made":
                Pages.ServeMade.Run(args);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(BenchmarkRunnerProgram).Assembly).Run(args);
                break;
        }
    }
}
