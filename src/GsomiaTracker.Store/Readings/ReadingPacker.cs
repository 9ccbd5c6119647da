using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Store.Readings;

/// <summary>
/// Writes values for <see cref="ReadingUnpacker"/>: numbers in as few bytes as they need; a string once, later by its number; evidence as its span alone;
/// a kind by its word, so that a new kind between two old ones changes nothing that is stored.
/// </summary>
internal sealed class ReadingPacker
{
    [ThreadStatic]
    private static ReadingPacker? _kept;

    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[4096];
    private int _length;
    private int _lastStart;
    private string _text = "";

    /// <summary>An empty one, for evidence of this text. Its room is used again and again: one at a time on a thread.</summary>
    public static ReadingPacker Over(string text)
    {
        var packer = _kept ??= new ReadingPacker();
        packer._strings.Clear();
        packer._length = 0;
        packer._lastStart = 0;
        packer._text = text;
        return packer;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void Byte(byte value)
    {
        Room(1);
        _bytes[_length++] = value;
    }

    public void Number(ulong value)
    {
        Room(10);
        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_length++] = (byte)value;
    }

    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Optional<T>(T? value, Action<ReadingPacker, T> write) where T : struct
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is { } present)
        {
            write(this, present);
        }
    }

    public void Number(int? value) => Optional(value, static (p, v) => p.Signed(v));

    /// <summary>0 for null, 1 for a new string, else the string's number and 2.</summary>
    public void String(string? value)
    {
        if (value is null)
        {
            Byte(0);
        }
        else if (_strings.TryGetValue(value, out var number))
        {
            Number((ulong)number + 2);
        }
        else
        {
            _strings[value] = _strings.Count;
            Byte(1);
            Utf8(value);
        }
    }

    public void Utf8(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Number((ulong)Encoding.UTF8.GetByteCount(value));
        Room(most);
        _length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length));
    }

    public void Kind<T>(T value) where T : struct, Enum => String(Vocabulary.Word(value));

    public void List<T>(IReadOnlyList<T> values, Action<ReadingPacker, T> write)
    {
        Number((ulong)values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            write(this, values[i]);
        }
    }

    public void Strings(IReadOnlyList<string> values) => List(values, static (p, v) => p.String(v));

    /// <summary>"event-0123456789ab" as its word and six bytes; a key of another make as it is.</summary>
    public void Key(FindingKey key)
    {
        var hyphen = key.Value.LastIndexOf('-');
        var hex = key.Value.AsSpan(hyphen + 1);
        if (hyphen > 0 && hex.Length == ReadingUnpacker.KeyDigits && hex.IndexOfAnyExcept("0123456789abcdef") < 0)
        {
            String(key.Value[..hyphen]);
            Room(8);
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), long.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            _length += ReadingUnpacker.KeyDigits / 2;
        }
        else
        {
            String(null);
            Utf8(key.Value);
        }
    }

    /// <exception cref="ArgumentException">It is not the slice of the text that it claims to be.</exception>
    public void Evidence(Evidence evidence)
    {
        var span = evidence.Span;
        if (span.Start < 0 || span.End < span.Start || span.End > _text.Length || !span.In(_text).SequenceEqual(evidence.Words))
        {
            throw new ArgumentException($"Evidence {span} is not the slice of its text: '{evidence.Words}'.");
        }

        Signed(span.Start - _lastStart);
        Number((ulong)span.Length);
        _lastStart = span.Start;
    }

    public void Evidences(IReadOnlyList<Evidence> evidence) => List(evidence, static (p, e) => p.Evidence(e));

    public void Day(DateOnly day) => Number((ulong)day.DayNumber);

    public void Days(DayRange? days) => Optional(days, static (p, d) =>
    {
        p.Day(d.From);
        p.Number((ulong)(d.To.DayNumber - d.From.DayNumber));
    });

    public void Time(PublicationTime? time)
    {
        Byte((byte)(time is null ? 0 : 1 + (time.Time is null ? 0 : 2) + (time.Offset is null ? 0 : 4)));
        if (time is not null)
        {
            Day(time.Day);
            if (time.Time is { } clock)
            {
                Number((ulong)clock.Ticks);
            }

            if (time.Offset is { } offset)
            {
                Signed(offset.Ticks / TimeSpan.TicksPerMinute);
            }
        }
    }

    private void Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }
    }
}
