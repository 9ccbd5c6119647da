using System.Globalization;
using GsomiaTracker.Extraction.Language.Syntax;
using Part = GsomiaTracker.Extraction.Language.Syntax.Network.Part;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>
/// Makes <c>Lexicon/en/syntax.bin</c> from the UD English treebanks. The seed, the order of every sum and the arithmetic are fixed, so the same
/// treebanks give the same file, byte for byte.
/// </summary>
internal sealed class SyntaxTrainer
{
    private const int Workers = 2;
    private const int BatchWords = 700;
    private const float Dropout = 0.3f;

    private readonly List<TreebankSentence> _train;
    private readonly List<TreebankSentence> _dev;
    private readonly string[] _words;
    private readonly int[] _counts;
    private readonly Dictionary<string, int> _index;
    private readonly (Upos, Xpos)[] _tags;
    private readonly Network _net;
    private readonly float[][] _mean;
    private readonly float[][] _square;
    private readonly Dictionary<(string, Upos), string> _lemmas;

    // Powers of Adam's rates by multiplication: the library's power may differ between machines.
    private double _slowPower = 1;
    private double _fastPower = 1;

    public SyntaxTrainer(List<TreebankSentence> train, List<TreebankSentence> dev, int half, int layers)
    {
        _train = train;
        _dev = dev;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var form in train.SelectMany(s => s.Forms))
        {
            var key = Key(form);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        _words = ["", .. counts.Where(c => c.Value >= 2).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        _counts = [.. _words.Select(w => counts.GetValueOrDefault(w))];
        _index = _words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);
        _tags = [.. train.SelectMany(s => s.Pos.Zip(s.Tags)).GroupBy(p => p).Where(g => g.Count() >= 4).Select(g => g.Key).Order()];
        _lemmas = LemmaTable.Build(train, _index.ContainsKey);
        var shape = new NetworkShape(_words.Length, half, layers, Math.Max(1, layers - 1), _tags.Length, 64, 64);
        _net = new Network(shape, Initial(shape));
        _mean = [.. shape.Sizes().Select(n => new float[n])];
        _square = [.. shape.Sizes().Select(n => new float[n])];
    }

    /// <summary>Trains for so many rounds over the treebanks and returns the model; tells how it goes as it goes.</summary>
    public SyntaxModel Train(int epochs, float rate, Action<string> say)
    {
        var dice = new Dice(20191123);
        var augment = new Augmentation(dice);
        var workers = Enumerable.Range(0, Workers).Select(_ => new Backpropagation(_net.Shape, Dropout)).ToArray();
        var words = _train.Sum(s => s.Count);
        var steps = (long)epochs * (words / BatchWords);
        long step = 0;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            double loss = 0;
            foreach (var batch in Batches(augment, dice))
            {
                var count = batch.Sum(e => e.Count);
                var transposes = new Transposes(_net);
                var seeds = Enumerable.Range(0, Workers).Select(_ => dice.Next()).ToArray();
                Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, k =>
                    workers[k].Run(_net, transposes, [.. batch.Where((_, i) => i % Workers == k)], 1f / count, new Dice(seeds[k])));
                loss += workers.Sum(k => k.Loss);
                step++;
                var left = Math.Max(0f, 1f - (step / (float)steps));
                Adam(workers, rate * Math.Min(1f, step / 200f) * Math.Max(0.005f, left));
            }

            var line = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{epochs} loss {loss / words:F4} {watch.Elapsed.TotalSeconds:F0} s");
            if (epoch % 3 == 0 || epoch == epochs)
            {
                line += " dev " + SyntaxEvaluation.GoldTokens(Model(), _dev);
            }

            say(line);
        }

        return Model();
    }

    /// <summary>Takes over the weights of a model of the same sizes.</summary>
    public void StartFrom(SyntaxModel model)
    {
        for (var t = 0; t < _net.Tables.Length; t++)
        {
            model.Network.Tables[t].CopyTo(_net.Tables[t], 0);
        }
    }

    public SyntaxModel Model()
    {
        // By way of the file, so that what is measured is what is kept.
        var stream = new MemoryStream();
        new SyntaxModel { Words = _words, Tags = _tags, Lemmas = _lemmas, Network = _net }.Write(stream);
        stream.Position = 0;
        return SyntaxModel.Read(stream);
    }

    private IEnumerable<List<Example>> Batches(Augmentation augment, Dice dice)
    {
        var examples = _train.Select(s => Encode(augment.Vary(s), dice)).ToArray();
        for (var i = examples.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (examples[i], examples[j]) = (examples[j], examples[i]);
        }

        var batch = new List<Example>();
        var size = 0;
        foreach (var example in examples)
        {
            batch.Add(example);
            size += example.Count;
            if (size >= BatchWords)
            {
                yield return batch;
                batch = [];
                size = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private Example Encode(TreebankSentence s, Dice dice)
    {
        var words = new int[s.Count];
        var features = new int[s.Count * WordFeatures.Count];
        for (var i = 0; i < s.Count; i++)
        {
            var form = Straight(s.Forms[i]);
            var norm = form.ToLowerInvariant();
            WordFeatures.Write(form, norm, i == 0, features.AsSpan(i * WordFeatures.Count, WordFeatures.Count));
            words[i] = _index.GetValueOrDefault(Key(form));
            if (dice.Unit() < 0.3f / (0.3f + _counts[words[i]]) + 0.01f)
            {
                words[i] = 0;
            }
        }

        return new Example(words, features, [.. s.Pos.Zip(s.Tags, Tag)], s.Heads, [.. s.Relations.Select(r => (int)r)]);
    }

    private int Tag(Upos pos, Xpos tag)
    {
        var exact = Array.IndexOf(_tags, (pos, tag));
        return exact >= 0 ? exact : Math.Max(0, Array.FindIndex(_tags, t => t.Item1 == pos));
    }

    internal static string Straight(string form) => string.Create(form.Length, form, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = WordFeatures.Straight(from[i]);
        }
    });

    internal static string Key(string form)
    {
        var norm = Straight(form).ToLowerInvariant();
        var key = new char[norm.Length];
        return new string(key, 0, WordFeatures.Key(norm, key));
    }

    private static float[][] Initial(NetworkShape shape)
    {
        var dice = new Dice(1);
        var tables = shape.Sizes().Select(n => new float[n]).ToArray();
        var net = new Network(shape, tables);
        Fill(net.WordTable, 0.1f, dice);
        Fill(net.FeatureTable, 0.04f, dice);
        for (var l = 0; l < shape.Layers; l++)
        {
            Fill(net.GateWeights(l), MathF.Sqrt(3f / shape.Width), dice);
        }

        Fill(net[Part.TagWeights], MathF.Sqrt(3f / shape.Width) * 0.5f, dice);
        Fill(net[Part.Projection], MathF.Sqrt(3f / shape.Width), dice);
        Fill(net[Part.ArcWeights], 0.05f, dice);
        Fill(net[Part.RootHead], 0.2f, dice);
        Fill(net[Part.LabelWeights], MathF.Sqrt(3f / shape.Label), dice);
        return tables;
    }

    private static void Fill(float[] table, float range, Dice dice)
    {
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = ((2f * dice.Unit()) - 1f) * range;
        }
    }

    private void Adam(Backpropagation[] workers, float rate)
    {
        const float slow = 0.999f, fast = 0.9f;
        _slowPower *= slow;
        _fastPower *= fast;
        var correction = (float)(Math.Sqrt(1 - _slowPower) / (1 - _fastPower));
        var half = _net.Shape.Half;
        Parallel.For(0, _net.Tables.Length, new ParallelOptions { MaxDegreeOfParallelism = Workers }, t =>
        {
            if (t < 2)
            {
                var touched = new SortedSet<int>(workers.SelectMany(w => t == 0 ? w.TouchedWords : w.TouchedFeatures));
                foreach (var row in touched)
                {
                    Update(t, row * half, half);
                }
            }
            else
            {
                Update(t, 0, _net.Tables[t].Length);
            }
        });
        foreach (var worker in workers)
        {
            worker.TouchedWords.Clear();
            worker.TouchedFeatures.Clear();
        }

        void Update(int t, int from, int length)
        {
            float[] weights = _net.Tables[t], mean = _mean[t], square = _square[t];
            for (var i = from; i < from + length; i++)
            {
                var g = 0f;
                foreach (var worker in workers)
                {
                    g += worker.Gradients[t][i];
                    worker.Gradients[t][i] = 0f;
                }

                mean[i] = (fast * mean[i]) + ((1f - fast) * g);
                square[i] = (slow * square[i]) + ((1f - slow) * g * g);
                weights[i] -= rate * correction * mean[i] / (MathF.Sqrt(square[i]) + 1e-8f);
            }
        }
    }
}
