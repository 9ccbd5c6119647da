using BenchmarkDotNet.Attributes;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary>The whole reader on one of the dossier's digests (BenchmarkDotNet); run from the checkout's root.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private ArticleReader _reader = null!;
    private string _text = "";

    [GlobalSetup]
    public void Open()
    {
        var dossier = Environment.GetEnvironmentVariable("DOSSIER") ?? Path.GetFullPath(Path.Combine("seeds", "gsomia"));
        _reader = new ArticleReader(DossierFolder.Load(dossier).Value);
        _text = File.ReadAllText(Directory.GetFiles(DossierFolder.Articles(dossier), "*.txt").Order(StringComparer.Ordinal).First());
    }

    [Benchmark]
    public Domain.Findings.Reading Read() => _reader.Read(_text);
}
