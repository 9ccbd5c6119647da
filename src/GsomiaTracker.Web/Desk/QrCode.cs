using System.Globalization;
using System.Text;

namespace GsomiaTracker.Web.Desk;

/// <summary>A QR code (ISO/IEC 18004, byte mode, error correction M, versions 1 to 12: up to 287 bytes), for the authenticator's key.</summary>
public sealed class QrCode
{
    private const int Quiet = 4;

    /// <summary>For each version: error correction words a block, and how many blocks of how many data words (level M).</summary>
    private static readonly (int Correction, int Blocks, int Words, int MoreBlocks)[] Plan =
    [
        (10, 1, 16, 0), (16, 1, 28, 0), (26, 1, 44, 0), (18, 2, 32, 0), (24, 2, 43, 0), (16, 4, 27, 0),
        (18, 4, 31, 0), (22, 2, 38, 2), (22, 3, 36, 2), (26, 4, 43, 1), (30, 1, 50, 4), (22, 6, 36, 2),
    ];

    private static readonly int[][] Marks = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58]];

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrCode(int version)
    {
        Version = version;
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    public int Version { get; }

    /// <summary>Modules on a side, without the quiet zone.</summary>
    public int Size { get; }

    public bool this[int x, int y] => _dark[y, x];

    /// <summary>Null where the text is too long.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= Plan.Length; version++)
        {
            var (_, blocks, words, more) = Plan[version - 1];
            var capacity = (blocks * words) + (more * (words + 1));
            var countBits = version < 10 ? 8 : 16;
            if (4 + countBits + (8 * bytes.Length) <= 8 * capacity)
            {
                var code = new QrCode(version);
                code.DrawPatterns();
                code.DrawData(Corrected(Words(bytes, countBits, capacity), Plan[version - 1]));
                code.DrawMask(code.BestMask());
                return code;
            }
        }

        return null;
    }

    /// <summary>A picture of it that needs no style.</summary>
    public string Svg(string label)
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (_dark[y, x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
                }
            }
        }

        var side = Size + (2 * Quiet);
        return string.Create(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\" width=\"{side * 4}\" height=\"{side * 4}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }

    private static byte[] Words(byte[] bytes, int countBits, int capacity)
    {
        var words = new byte[capacity];
        var at = 0;
        void Put(int value, int bits)
        {
            for (var i = bits - 1; i >= 0; i--, at++)
            {
                words[at / 8] |= (byte)(((value >> i) & 1) << (7 - (at % 8)));
            }
        }

        Put(4, 4);
        Put(bytes.Length, countBits);
        foreach (var b in bytes)
        {
            Put(b, 8);
        }

        at = Math.Min(at + 4, capacity * 8);
        at = (at + 7) / 8 * 8;
        for (var pad = 0xEC; at < capacity * 8; pad ^= 0xEC ^ 0x11)
        {
            Put(pad, 8);
        }

        return words;
    }

    /// <summary>Data and correction words, block by block interleaved.</summary>
    private static byte[] Corrected(byte[] data, (int Correction, int Blocks, int Words, int MoreBlocks) plan)
    {
        var divisor = Divisor(plan.Correction);
        var blocks = new List<(byte[] Data, byte[] Correction)>();
        for (int i = 0, at = 0; i < plan.Blocks + plan.MoreBlocks; i++)
        {
            var length = plan.Words + (i < plan.Blocks ? 0 : 1);
            var own = data.AsSpan(at, length).ToArray();
            blocks.Add((own, Remainder(own, divisor)));
            at += length;
        }

        var all = new List<byte>();
        for (var i = 0; i <= plan.Words; i++)
        {
            all.AddRange(blocks.Where(b => i < b.Data.Length).Select(b => b.Data[i]));
        }

        for (var i = 0; i < plan.Correction; i++)
        {
            all.AddRange(blocks.Select(b => b.Correction[i]));
        }

        return [.. all];
    }

    private static byte[] Divisor(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                divisor[j] = Times(divisor[j], root);
                divisor[j] ^= j + 1 < degree ? divisor[j + 1] : (byte)0;
            }

            root = Times(root, 2);
        }

        return divisor;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var rest = new byte[divisor.Length];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, rest.Length - 1);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] ^= Times(divisor[i], factor);
            }
        }

        return rest;
    }

    /// <summary>In the field of 256 elements with the polynomial 0x11D.</summary>
    private static byte Times(byte x, byte y)
    {
        var z = 0;
        for (var i = 7; i >= 0; i--)
        {
            z = (z << 1) ^ ((z >> 7) * 0x11D);
            z ^= ((y >> i) & 1) * x;
        }

        return (byte)z;
    }

    private void Set(int x, int y, bool dark)
    {
        _dark[y, x] = dark;
        _fixed[y, x] = true;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (cx, cy) in new[] { (3, 3), (Size - 4, 3), (3, Size - 4) })
        {
            for (var dy = -4; dy <= 4; dy++)
            {
                for (var dx = -4; dx <= 4; dx++)
                {
                    if (cx + dx >= 0 && cx + dx < Size && cy + dy >= 0 && cy + dy < Size)
                    {
                        var ring = Math.Max(Math.Abs(dx), Math.Abs(dy));
                        Set(cx + dx, cy + dy, ring is not (2 or 4));
                    }
                }
            }
        }

        var marks = Marks[Version - 1];
        foreach (var y in marks)
        {
            foreach (var x in marks)
            {
                if (!((x == 6 && y == 6) || (x == 6 && y == Size - 7) || (x == Size - 7 && y == 6)))
                {
                    for (var dy = -2; dy <= 2; dy++)
                    {
                        for (var dx = -2; dx <= 2; dx++)
                        {
                            Set(x + dx, y + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
                        }
                    }
                }
            }
        }

        DrawFormat(0);
        if (Version >= 7)
        {
            var rest = Version;
            for (var i = 0; i < 12; i++)
            {
                rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
            }

            var bits = (Version << 12) | rest;
            for (var i = 0; i < 18; i++)
            {
                var dark = ((bits >> i) & 1) == 1;
                Set(Size - 11 + (i % 3), i / 3, dark);
                Set(i / 3, Size - 11 + (i % 3), dark);
            }
        }
    }

    /// <summary>Level M is 0 in the format's two bits.</summary>
    private void DrawFormat(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((mask << 10) | rest) ^ 0x5412;
        bool Bit(int i) => ((bits >> i) & 1) == 1;
        for (var i = 0; i <= 5; i++)
        {
            Set(8, i, Bit(i));
        }

        Set(8, 7, Bit(6));
        Set(8, 8, Bit(7));
        Set(7, 8, Bit(8));
        for (var i = 9; i < 15; i++)
        {
            Set(14 - i, 8, Bit(i));
        }

        for (var i = 0; i < 8; i++)
        {
            Set(Size - 1 - i, 8, Bit(i));
        }

        for (var i = 8; i < 15; i++)
        {
            Set(8, Size - 15 + i, Bit(i));
        }

        Set(8, Size - 8, true);
    }

    private void DrawData(byte[] words)
    {
        var at = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < Size; step++)
            {
                for (var j = 0; j < 2; j++)
                {
                    var x = right - j;
                    var y = ((right + 1) & 2) == 0 ? Size - 1 - step : step;
                    if (!_fixed[y, x] && at < words.Length * 8)
                    {
                        _dark[y, x] = ((words[at / 8] >> (7 - (at % 8))) & 1) == 1;
                        at++;
                    }
                }
            }
        }
    }

    private void Invert(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var invert = mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
                _dark[y, x] ^= invert && !_fixed[y, x];
            }
        }
    }

    private void DrawMask(int mask)
    {
        Invert(mask);
        DrawFormat(mask);
    }

    private int BestMask()
    {
        var (best, least) = (0, int.MaxValue);
        for (var mask = 0; mask < 8; mask++)
        {
            DrawMask(mask);
            var penalty = Penalty();
            (best, least) = penalty < least ? (mask, penalty) : (best, least);
            Invert(mask);
        }

        return best;
    }

    /// <summary>Long runs, squares, things that look like finders, too much of one colour.</summary>
    private int Penalty()
    {
        var penalty = 0;
        var darks = 0;
        for (var a = 0; a < Size; a++)
        {
            foreach (var across in (ReadOnlySpan<bool>)[true, false])
            {
                int run = 0, history = 0;
                var last = false;
                for (var b = 0; b < Size; b++)
                {
                    var dark = across ? _dark[a, b] : _dark[b, a];
                    run = b > 0 && dark == last ? run + 1 : 1;
                    last = dark;
                    penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
                    history = ((history << 1) | (dark ? 1 : 0)) & 0x7FF;
                    penalty += b >= 10 && history is 0b10111010000 or 0b00001011101 ? 40 : 0;
                    darks += across && dark ? 1 : 0;
                }
            }
        }

        for (var y = 0; y + 1 < Size; y++)
        {
            for (var x = 0; x + 1 < Size; x++)
            {
                penalty += _dark[y, x] == _dark[y, x + 1] && _dark[y, x] == _dark[y + 1, x] && _dark[y, x] == _dark[y + 1, x + 1] ? 3 : 0;
            }
        }

        return penalty + (Math.Abs((darks * 20) - (Size * Size * 10)) / (Size * Size) * 10);
    }
}
