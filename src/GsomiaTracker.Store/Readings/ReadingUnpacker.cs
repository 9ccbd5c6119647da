using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Store.Readings;

/// <summary>Reads what <see cref="ReadingPacker"/> wrote.</summary>
/// <exception cref="InvalidDataException">The bytes are not of that make, or evidence lies outside of the text.</exception>
internal ref struct ReadingUnpacker(ReadOnlySpan<byte> bytes, string text)
{
    /// <summary>Hexadecimal digits at the end of a finding's key.</summary>
    public const int KeyDigits = 12;

    private const string Hex = "0123456789abcdef";

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<Kept> _strings = Room();
    private string _text = text;
    private int _at;
    private int _lastStart;

    [ThreadStatic]
    private static List<Kept>? _room;

    /// <summary>A string of the payload: where it stands, and itself once somebody has asked for it.</summary>
    private readonly record struct Kept(int At, int Length, string? Value);

    public delegate T Reader<T>(ref ReadingUnpacker unpacker);

    public delegate void Passer(ref ReadingUnpacker unpacker);

    /// <summary>From here on evidence is of this text.</summary>
    public void Over(string flattened) => _text = flattened;

    public byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Broken("it ends early");

    public ulong Number()
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int? OptionalNumber() => Byte() == 0 ? null : (int)Signed();

    public string? String()
    {
        var number = (int)Number();
        if (number == 1)
        {
            var length = Length();
            var value = Utf8(_at, length);
            _strings.Add(new Kept(_at, length, value));
            _at += length;
            return value;
        }

        if (number == 0)
        {
            return null;
        }

        if (number < 0 || number - 2 >= _strings.Count)
        {
            throw Broken("it names a string that it has not");
        }

        var (at, size, kept) = _strings[number - 2];
        if (kept is null)
        {
            _strings[number - 2] = new Kept(at, size, kept = Utf8(at, size));
        }

        return kept;
    }

    /// <summary>Passes over a string, which may be named again.</summary>
    public void PassString()
    {
        if (Number() == 1)
        {
            var length = Length();
            _strings.Add(new Kept(_at, length, null));
            _at += length;
        }
    }

    public string Required() => String() ?? throw Broken("a string is missing");

    public string Utf8()
    {
        var length = Length();
        var value = Utf8(_at, length);
        _at += length;
        return value;
    }

    private readonly string Utf8(int at, int length) => CommonStrings.Of(_bytes.Slice(at, length));

    private int Length()
    {
        var length = (int)Number();
        return length >= 0 && length <= _bytes.Length - _at ? length : throw Broken("it ends early");
    }

    private static List<Kept> Room()
    {
        var room = _room ??= new List<Kept>(64);
        room.Clear();
        return room;
    }

    public T Kind<T>() where T : struct, Enum =>
        Required() is var word && Vocabulary.TryParse<T>(word, out var value) ? value : throw Broken($"'{word}' is no {typeof(T).Name}");

    public IReadOnlyList<T> List<T>(Reader<T> read)
    {
        var count = (int)Number();
        if (count == 0)
        {
            return [];
        }

        if (count < 0 || count > _bytes.Length)
        {
            throw Broken("a list is longer than it");
        }

        var values = new T[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(ref this);
        }

        return values;
    }

    /// <summary>Passes over a list.</summary>
    public void PassList(Passer pass)
    {
        for (var left = (long)Number(); left > 0; left--)
        {
            pass(ref this);
        }
    }

    public IReadOnlyList<string> Strings() => List(static (ref ReadingUnpacker u) => u.Required());

    public FindingKey Key()
    {
        if (String() is not { } word)
        {
            return new FindingKey(Utf8());
        }

        Span<char> digits = stackalloc char[KeyDigits];
        for (var i = 0; i < KeyDigits; i += 2)
        {
            var value = Byte();
            digits[KeyDigits - 2 - i] = Hex[value >> 4];
            digits[KeyDigits - 1 - i] = Hex[value & 15];
        }

        return new FindingKey(string.Concat(word, "-", digits));
    }

    public Evidence Evidence()
    {
        var start = _lastStart + (int)Signed();
        var end = start + (int)Number();
        _lastStart = start;
        return 0 <= start && start <= end && end <= _text.Length
            ? Domain.Text.Evidence.In(_text, new TextSpan(start, end))
            : throw Broken(string.Create(CultureInfo.InvariantCulture, $"evidence [{start}, {end}) lies outside of the text"));
    }

    public void PassKey()
    {
        if (String() is null)
        {
            _at += Length();
        }
        else
        {
            Pass(KeyDigits / 2);
        }
    }

    public void PassEvidence()
    {
        _lastStart += (int)Signed();
        Number();
    }

    public void PassDays()
    {
        if (Byte() != 0)
        {
            Number();
            Number();
        }
    }

    private void Pass(int bytes) => _at = bytes <= _bytes.Length - _at ? _at + bytes : throw Broken("it ends early");

    public Evidence? OptionalEvidence() => Byte() == 0 ? null : Evidence();

    public IReadOnlyList<Evidence> Evidences() => List(static (ref ReadingUnpacker u) => u.Evidence());

    public DateOnly Day()
    {
        var number = Number();
        return number <= (ulong)DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : throw Broken("a day lies outside of the calendar");
    }

    public DateOnly? OptionalDay() => Byte() == 0 ? null : Day();

    public DayRange? Days()
    {
        if (Byte() == 0)
        {
            return null;
        }

        var from = Day();
        return new DayRange(from, from.AddDays((int)Number()));
    }

    public PublicationTime? Time()
    {
        var parts = Byte();
        return parts == 0 ? null : new PublicationTime(
            Day(),
            (parts & 2) == 0 ? null : new TimeOnly((long)Number()),
            (parts & 4) == 0 ? null : TimeSpan.FromMinutes(Signed()));
    }

    public static InvalidDataException Broken(string how) => new($"Not a stored reading of this text: {how}.");
}
