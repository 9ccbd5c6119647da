using System.Globalization;
using System.IO.Compression;
using System.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>One sentence of a treebank. Heads are positions in the sentence, -1 for the root.</summary>
internal sealed record TreebankSentence(string[] Forms, string[] Lemmas, Upos[] Pos, Xpos[] Tags, int[] Heads, Deprel[] Relations, bool[] SpaceAfter)
{
    public int Count => Forms.Length;

    /// <summary>The words with the spaces that stood between them.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            text.Append(Forms[i]);
            if (SpaceAfter[i] && i + 1 < Count)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}

/// <summary>Reads CoNLL-U, gzipped.</summary>
internal static class Conllu
{
    public static List<TreebankSentence> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var sentences = new List<TreebankSentence>();
        var rows = new List<string[]>();
        while (true)
        {
            var line = reader.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0)
                {
                    sentences.Add(Build(rows));
                    rows.Clear();
                }

                if (line is null)
                {
                    return sentences;
                }
            }
            else if (line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }
    }

    private static TreebankSentence Build(List<string[]> rows)
    {
        var words = new List<string[]>();
        var space = new List<bool>();
        int until = 0;
        var after = true;
        foreach (var row in rows)
        {
            var dash = row[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                until = int.Parse(row[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                after = !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            }
            else if (!row[0].Contains('.', StringComparison.Ordinal))
            {
                var id = int.Parse(row[0], CultureInfo.InvariantCulture);
                words.Add(row);
                space.Add(id < until ? false : id == until ? after : !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal));
            }
        }

        return new TreebankSentence(
            [.. words.Select(w => w[1])],
            [.. words.Select(w => w[2])],
            [.. words.Select(w => UdNames.Upos(w[3]))],
            [.. words.Select(w => UdNames.Xpos(w[4]))],
            [.. words.Select(w => int.Parse(w[6], CultureInfo.InvariantCulture) - 1)],
            [.. words.Select(w => UdNames.Deprel(w[7]))],
            [.. space]);
    }
}
