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
    private readonly List<string> _strings = new(64);
    private string _text = text;
    private int _at;
    private int _lastStart;

    public delegate T Reader<T>(ref ReadingUnpacker unpacker);

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
            var value = Utf8();
            _strings.Add(value);
            return value;
        }

        return number == 0 ? null
            : number - 2 < _strings.Count ? _strings[number - 2]
            : throw Broken("it names a string that it has not");
    }

    public string Required() => String() ?? throw Broken("a string is missing");

    public string Utf8()
    {
        var length = (int)Number();
        if (length < 0 || length > _bytes.Length - _at)
        {
            throw Broken("it ends early");
        }

        var value = Encoding.UTF8.GetString(_bytes.Slice(_at, length));
        _at += length;
        return value;
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
