using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Cities from which wires file (<c>Lexicon/en/wire/places.tsv</c>): only for lines where nothing else tells a dateline.</summary>
internal static class Places
{
    private static readonly FrozenSet<string> _names = LexiconFile.Rows("wire/places.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(ReadOnlySpan<char> name) => _names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
