using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary><c>train-syntax --ud DIR --out FILE</c> (with <c>--start MODEL</c> from that one's weights; <c>--epochs 0</c> then only renews the lemmas), <c>evaluate-syntax --ud DIR</c>.</summary>
internal static class SyntaxCommands
{
    public static void Train(string[] args)
    {
        var ud = Option(args, "--ud") ?? throw new ArgumentException("--ud DIR is missing: the folder with ewt-train.conllu.gz and gum-train.conllu.gz.");
        var target = Option(args, "--out") ?? "src/GsomiaTracker.Extraction/Lexicon/en/syntax.bin";
        var half = int.Parse(Option(args, "--half") ?? "64", System.Globalization.CultureInfo.InvariantCulture);
        var layers = int.Parse(Option(args, "--layers") ?? "2", System.Globalization.CultureInfo.InvariantCulture);
        var epochs = int.Parse(Option(args, "--epochs") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
        var trainer = new SyntaxTrainer(Treebanks(ud, "train"), Treebanks(ud, "dev"), half, layers);
        if (Option(args, "--start") is { } start)
        {
            using var stream = File.OpenRead(start);
            trainer.StartFrom(SyntaxModel.Read(stream));
        }

        var model = trainer.Train(epochs, Console.WriteLine);
        using var file = File.Create(target);
        model.Write(file);
        Console.WriteLine($"{target}: {file.Length} bytes");
    }

    /// <summary>Prints the table of docs/READING.md for the model of the assembly, or for the one named with --model.</summary>
    public static void Evaluate(string[] args)
    {
        var ud = Option(args, "--ud") ?? throw new ArgumentException("--ud DIR is missing.");
        var model = Model(args);
        var parser = new SyntaxParser(model);
        foreach (var split in new[] { "dev", "test" })
        {
            foreach (var bank in new[] { "ewt", "gum" })
            {
                var sentences = Conllu.Read(Path.Combine(ud, $"{bank}-{split}.conllu.gz"));
                Console.WriteLine($"{bank}-{split} treebank's tokens   {SyntaxEvaluation.GoldTokens(model, sentences)}");
                Console.WriteLine($"{bank}-{split} own tokens (F1)     {SyntaxEvaluation.OwnTokens(parser, sentences, running: false)}");
                Console.WriteLine($"{bank}-{split} own sentences (F1)  {SyntaxEvaluation.OwnTokens(parser, sentences, running: true)}");
            }
        }
    }

    /// <summary>Tokens a second of the whole pipeline on one thread, over the development splits as paragraphs of four sentences.</summary>
    public static void Time(string[] args)
    {
        var ud = Option(args, "--ud") ?? throw new ArgumentException("--ud DIR is missing.");
        var parser = new SyntaxParser(Model(args));
        var paragraphs = Treebanks(ud, "dev").Chunk(4).Select(c => string.Join(' ', c.Select(s => s.Text()))).ToArray();
        for (var round = 0; round < 8; round++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var tokens = paragraphs.Sum(p => parser.Parse(p, new Domain.Text.TextSpan(0, p.Length)).Sum(s => s.Count));
            Console.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{tokens} tokens, {tokens / watch.Elapsed.TotalSeconds:F0} tokens/s, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / tokens} bytes a token"));
        }
    }

    /// <summary>Prints trees: of --text, or of each line of standard input.</summary>
    public static void Show(string[] args)
    {
        var parser = new SyntaxParser(Model(args));
        if (Option(args, "--text") is { } text)
        {
            Console.Write(Trees.Show(parser, text));
            return;
        }

        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line);
            Console.Write(Trees.Show(parser, line));
        }
    }

    private static SyntaxModel Model(string[] args)
    {
        using var stream = Option(args, "--model") is { } path ? File.OpenRead(path) : EmbeddedLexicon.Open("syntax.bin");
        return SyntaxModel.Read(stream);
    }

    public static List<TreebankSentence> Treebanks(string folder, string split) =>
        [.. Conllu.Read(Path.Combine(folder, $"ewt-{split}.conllu.gz")), .. Conllu.Read(Path.Combine(folder, $"gum-{split}.conllu.gz"))];

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
