using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary><c>train-syntax --ud DIR --out FILE</c> (with <c>--start MODEL</c> from that one's weights; <c>--epochs 0</c> then only renews the lemmas), <c>evaluate-syntax --ud DIR</c>.</summary>
internal static class SyntaxCommands
{
    public static void Train(string[] args)
    {
        var ud = Option(args, "--ud") ?? throw new ArgumentException("--ud DIR is missing: the folder with ewt-train.conllu.gz and gum-train.conllu.gz.");
        var target = Option(args, "--out") ?? "src/GsomiaTracker.Extraction/Lexicon/en/syntax.bin";
        var half = int.Parse(Option(args, "--half") ?? "64", System.Globalization.CultureInfo.InvariantCulture);
        var layers = int.Parse(Option(args, "--layers") ?? "3", System.Globalization.CultureInfo.InvariantCulture);
        var epochs = int.Parse(Option(args, "--epochs") ?? "44", System.Globalization.CultureInfo.InvariantCulture);
        var rate = float.Parse(Option(args, "--rate") ?? "0.0025", System.Globalization.CultureInfo.InvariantCulture);
        var trainer = new SyntaxTrainer(Treebanks(ud, "train"), Treebanks(ud, "dev"), half, layers);
        if (Option(args, "--start") is { } start)
        {
            using var stream = File.OpenRead(start);
            trainer.StartFrom(SyntaxModel.Read(stream));
        }

        var model = trainer.Train(epochs, rate, Console.WriteLine);
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
        var start = System.Diagnostics.Stopwatch.StartNew();
        var parser = new SyntaxParser(Model(args));
        parser.Parse("It is read.", new Domain.Text.TextSpan(0, 11));
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"model read and first sentence parsed in {start.Elapsed.TotalMilliseconds:F0} ms"));
        var paragraphs = Treebanks(ud, "dev").Chunk(4).Select(c => string.Join(' ', c.Select(s => s.Text()))).ToArray();
        for (var round = 0; round < 24; round++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var busy = Environment.CpuUsage.UserTime;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var tokens = paragraphs.Sum(p => parser.Parse(p, new Domain.Text.TextSpan(0, p.Length)).Sum(s => s.Count));
            Console.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{tokens} tokens, {paragraphs.Sum(p => p.Length)} characters, {tokens / watch.Elapsed.TotalSeconds:F0} tokens/s, {tokens / (Environment.CpuUsage.UserTime - busy).TotalSeconds:F0} tokens a processor second, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / tokens} bytes a token"));
        }
    }

    /// <summary>Milliseconds for texts of one unit repeated to 1 KB, 10 KB, 100 KB and 1 MB, as one line.</summary>
    public static void Nasty(string[] args)
    {
        var parser = new SyntaxParser(Model(args));
        foreach (var unit in new[] { "word ", "(", "\"", "a", "- ", ".", "the envoy of the party that said it ", "\uD83D", "U.S. ", "Jae-in " })
        {
            var line = new List<string>();
            foreach (var size in new[] { 1_000, 1_000, 10_000, 100_000, 1_000_000 })
            {
                var text = string.Concat(Enumerable.Repeat(unit, size / unit.Length));
                var busy = Environment.CpuUsage.UserTime;
                parser.Parse(text, new Domain.Text.TextSpan(0, text.Length));
                line.Add((Environment.CpuUsage.UserTime - busy).TotalMilliseconds.ToString("F0", System.Globalization.CultureInfo.InvariantCulture));
            }

            Console.WriteLine($"{unit,-40} {string.Join(' ', line.Skip(1))}");
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
        using var stream = Option(args, "--model") is { } path ? File.OpenRead(path) : LexiconFile.Open("syntax.bin");
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
