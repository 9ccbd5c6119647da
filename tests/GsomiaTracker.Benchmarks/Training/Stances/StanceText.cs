using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>An annotated text with all that may carry a position in it.</summary>
internal sealed record StanceText(string Name, string Set, string Text, IReadOnlyList<StanceGold> Gold, List<Ground> Grounds, IReadOnlyDictionary<string, string[]> Names)
{
    /// <summary>The annotated texts of a folder, in the order of their names.</summary>
    public static IEnumerable<StanceText> Folder(string folder, Dossier dossier)
    {
        var finder = new StanceFinder(StanceRules.Of(dossier));
        foreach (var file in Directory.GetFiles(folder, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file[..^".gold.json".Length] + ".txt");
            var wire = WireDesk.Open(text, dossier);
            var document = Document.Open(wire, dossier, SyntaxParser.Load(), wire.Header.Published?.Day, null);
            var references = ReferenceResolver.Resolve(document);
            var grounds = finder.Propose(document, references, AttributionFinder.Find(document, references));
            yield return new StanceText(
                Path.GetFileName(file), Path.GetFileName(folder) is "texts" ? Path.GetFileName(Path.GetDirectoryName(folder)!) : Path.GetFileName(folder), text, StanceGold.Load(file, text), grounds,
                references.Officials.ToDictionary(o => o.Id, o => new[] { o.Name }.Concat(o.Aliases).ToArray(), StringComparer.Ordinal));
        }
    }

    public IReadOnlyList<string> NamesOf(Holder holder) => holder.Person is { } id && Names.TryGetValue(id, out var names) ? names : holder.Person is null ? [] : [holder.Person];
}
