using BenchmarkDotNet.Running;

namespace GsomiaTracker.Benchmarks;

/// <summary>Runs the benchmarks named on the command line (BenchmarkDotNet's own switches).</summary>
public static class BenchmarkRunnerProgram
{
    public static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(BenchmarkRunnerProgram).Assembly).Run(args);
}
