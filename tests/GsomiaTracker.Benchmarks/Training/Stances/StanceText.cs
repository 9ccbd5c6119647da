using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>An annotated text with all that may carry a position in it.</summary>
/// <param name="Names">Names and other spellings of the text's officials by their id.</param>
internal sealed record StanceText(string Name, string Set, string Text, IReadOnlyList<StanceGold> Gold, List<Ground> Grounds, IReadOnlyDictionary<string, string[]> Names)
{
    /// <summary>Sets of passages: of a table, and of the examples beside the rules.</summary>
    public const string Table = "passages";

    public const string Example = "examples";

    /// <summary>Whether weights are made from it; else it is only scored.</summary>
    public bool IsLearnt { get; init; } = true;

    public bool IsArticle => Set is not (Table or Example);

    /// <summary>How much its grounds count in training: examples are what the tests hold the reader to.</summary>
    public double Weight => Set == Example ? 4 : 1;

    public IReadOnlyList<string> NamesOf(Holder holder) => holder.Person is { } id && Names.TryGetValue(id, out var names) ? names : holder.Person is null ? [] : [holder.Person];
}
