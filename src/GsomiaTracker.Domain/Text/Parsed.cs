namespace GsomiaTracker.Domain.Text;

/// <summary>Why something could not be made of an input, and where: the place is a file, a line, a field or an offset, in words.</summary>
public sealed record Fault(string Reason, string At)
{
    public override string ToString() => At.Length == 0 ? Reason : $"{At}: {Reason}";
}

/// <summary>A parse answers, it does not throw: a value or a reason with a place, never both.</summary>
public readonly struct Parsed<T>
{
    private readonly T _value;

    private Parsed(T value, Fault? fault)
    {
        _value = value;
        Fault = fault;
    }

    public Fault? Fault { get; }

    public bool Ok => Fault is null;

    /// <exception cref="InvalidOperationException">There is no value: ask <see cref="Ok"/> first.</exception>
    public T Value => Fault is null ? _value : throw new InvalidOperationException(Fault.ToString());

    public static Parsed<T> Of(T value) => new(value, null);

    public static Parsed<T> No(string reason, string at = "") => new(default!, new Fault(reason, at));

    public static Parsed<T> No(Fault fault) => new(default!, fault);

    /// <summary>The same fault, or what <paramref name="make"/> makes of the value.</summary>
    public Parsed<TOther> Then<TOther>(Func<T, TOther> make) => Fault is { } fault ? Parsed<TOther>.No(fault) : Parsed<TOther>.Of(make(_value));

    public T Or(T other) => Ok ? _value : other;
}
