using System.Runtime.InteropServices;
using System.Text;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// What <c>Lexicon/en/syntax.bin</c> holds: vocabulary, tags, irregular lemmas and the weights (embeddings as signed bytes with one
/// scale a row, the rest as 32-bit floats; little-endian).
/// </summary>
internal sealed class SyntaxModel
{
    private const int Magic = 0x31585953;

    /// <summary>Vocabulary in lower case with digits made 0; index 0 stands for every unknown word.</summary>
    public required string[] Words { get; init; }

    /// <summary>The pairs of tags that the network chooses among.</summary>
    public required (Upos Pos, Xpos Tag)[] Tags { get; init; }

    /// <summary>Lemmas that the rules would not find, by form and part of speech.</summary>
    public required Dictionary<(string Norm, Upos Pos), string> Lemmas { get; init; }

    public required Network Network { get; init; }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var shape = Network.Shape;
        writer.Write(Magic);
        foreach (var size in new[] { shape.Words, shape.Half, shape.Layers, shape.TagLayer, shape.Tags, shape.Arc, shape.Label, Lemmas.Count })
        {
            writer.Write(size);
        }

        foreach (var word in Words)
        {
            writer.Write(word);
        }

        foreach (var (pos, tag) in Tags)
        {
            writer.Write((byte)pos);
            writer.Write((byte)tag);
        }

        foreach (var ((norm, pos), lemma) in Lemmas.OrderBy(l => l.Key.Norm, StringComparer.Ordinal).ThenBy(l => l.Key.Pos))
        {
            writer.Write(norm);
            writer.Write((byte)pos);
            writer.Write(lemma);
        }

        for (var t = 0; t < Network.Tables.Length; t++)
        {
            if (t < 2)
            {
                WriteRows(writer, Network.Tables[t], shape.Half);
            }
            else
            {
                writer.Write(MemoryMarshal.AsBytes(Network.Tables[t].AsSpan()));
            }
        }
    }

    /// <exception cref="InvalidDataException">Not such a file.</exception>
    public static SyntaxModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("Not a syntax model, or one of another version.");
        }

        var n = new int[8];
        for (var i = 0; i < n.Length; i++)
        {
            n[i] = reader.ReadInt32();
        }

        var shape = new NetworkShape(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
        var words = new string[shape.Words];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = reader.ReadString();
        }

        var tags = new (Upos, Xpos)[shape.Tags];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = ((Upos)reader.ReadByte(), (Xpos)reader.ReadByte());
        }

        var lemmas = new Dictionary<(string, Upos), string>(n[7]);
        for (var i = 0; i < n[7]; i++)
        {
            var norm = reader.ReadString();
            var pos = (Upos)reader.ReadByte();
            lemmas[(norm, pos)] = reader.ReadString();
        }

        var sizes = shape.Sizes();
        var tables = new float[sizes.Length][];
        for (var t = 0; t < sizes.Length; t++)
        {
            tables[t] = new float[sizes[t]];
            if (t < 2)
            {
                ReadRows(reader, tables[t], shape.Half);
            }
            else
            {
                reader.ReadExactly(MemoryMarshal.AsBytes(tables[t].AsSpan()));
            }
        }

        return new SyntaxModel { Words = words, Tags = tags, Lemmas = lemmas, Network = new Network(shape, tables) };
    }

    private static void WriteRows(BinaryWriter writer, float[] table, int width)
    {
        for (var at = 0; at < table.Length; at += width)
        {
            var largest = 0f;
            foreach (var value in table.AsSpan(at, width))
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            var scale = largest / 127f;
            writer.Write(scale);
            foreach (var value in table.AsSpan(at, width))
            {
                writer.Write(scale == 0f ? (sbyte)0 : (sbyte)MathF.Round(value / scale));
            }
        }
    }

    private static void ReadRows(BinaryReader reader, float[] table, int width)
    {
        var bytes = new byte[width];
        for (var at = 0; at < table.Length; at += width)
        {
            var scale = reader.ReadSingle();
            reader.ReadExactly(bytes);
            for (var i = 0; i < width; i++)
            {
                table[at + i] = (sbyte)bytes[i] * scale;
            }
        }
    }
}
