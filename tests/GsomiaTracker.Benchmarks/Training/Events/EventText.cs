using GsomiaTracker.Extraction.Events;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>An annotated text with all that may tell an event in it.</summary>
/// <param name="Finder">Of the text's own dossier.</param>
/// <param name="Only">Of an example only what it says of this kind is known; null where all is.</param>
internal sealed record EventText(string Name, string Set, IReadOnlyList<EventGold> Gold, EventProposal Proposal, EventFinder Finder, Domain.Findings.EventKind? Only = null)
{
    /// <summary>Sets of sentences: of a table, of the table that tests hold the reader to line by line, and of the examples beside the rows.</summary>
    public const string Table = "sentences";

    public const string Held = "held";

    public const string Example = "examples";

    public bool IsArticle => Set is not (Table or Held or Example);

    /// <summary>How much it counts in training: examples are what the tests hold the reader to.</summary>
    public double Weight => Set is Example or Held ? 4.4 : Set == Table ? 0.5 : 1;
}
