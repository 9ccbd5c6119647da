namespace GsomiaTracker.Domain.Dossiers;

/// <summary>Who an example says holds a position: "JP:Taro Kono for", "KR conditional", "KR/Liberty Party against".</summary>
/// <param name="Name">A person or a party; null for a state.</param>
/// <param name="Position">for, against or conditional.</param>
public sealed record ExamplePosition(string Country, string? Name, string Position)
{
    public override string ToString() => $"{Country}{(Name is null ? "" : ":" + Name)} {Position}";
}

/// <summary>A sentence beside an issue's rules with what must be read in it; nothing (of this issue) where <paramref name="Positions"/> is empty.</summary>
public sealed record IssueExample(string Sentence, IReadOnlyList<ExamplePosition> Positions)
{
    private const string Arrow = " => ";

    /// <param name="example">"Sentence. => JP:Taro Kono for; KR conditional".</param>
    public static IssueExample Parse(string example)
    {
        var at = example.IndexOf(Arrow, StringComparison.Ordinal);
        return at < 0 ? new IssueExample(example, []) : new IssueExample(example[..at], [.. Parts(example[(at + Arrow.Length)..]).Select(Position)]);
    }

    /// <summary>What is wrong with an entry of <c>reads</c>, or null.</summary>
    public static string? Fault(string example)
    {
        var parsed = Parse(example);
        return parsed.Positions.Count == 0 ? $"'{example}' does not say what is read: \"Sentence.{Arrow}JP:Taro Kono for; KR conditional\""
            : parsed.Positions.FirstOrDefault(p => !CountryCodes.Has(p.Country)) is { } nowhere ? $"'{nowhere}': '{nowhere.Country}' is no country code"
            : parsed.Positions.FirstOrDefault(p => p.Position is not ("for" or "against" or "conditional")) is { } none ? $"'{none}' ends in none of for, against, conditional"
            : null;
    }

    private static string[] Parts(string positions) => positions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ExamplePosition Position(string words)
    {
        var last = words.LastIndexOf(' ');
        var (holder, position) = last < 0 ? (words, "") : (words[..last].Trim(), words[(last + 1)..]);
        var at = holder.AsSpan().IndexOfAny(':', '/');
        return at < 0 ? new ExamplePosition(holder, null, position) : new ExamplePosition(holder[..at], holder[(at + 1)..].Trim(), position);
    }
}
