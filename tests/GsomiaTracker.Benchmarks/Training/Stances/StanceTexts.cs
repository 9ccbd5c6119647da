using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Extraction.Stances;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>Where annotated texts come from: articles, tables of passages, the examples beside the rules.</summary>
internal static class StanceTexts
{
    /// <summary>The annotated texts of a folder, in the order of their names.</summary>
    public static IEnumerable<StanceText> OfFolder(string folder, Dossier dossier)
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

    /// <summary>The passages of a table (see <see cref="StanceBank"/>), each a text of its own. All of a passage is evidence.</summary>
    public static IEnumerable<StanceText> OfTable(string file)
    {
        var finders = new Dictionary<string, StanceFinder>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file).Skip(1).Where(l => l.Length > 0))
        {
            var cells = line.Split('\t');
            var dossier = StanceBench.Of(cells[0]).Dossier;
            if (!finders.TryGetValue(cells[0], out var finder))
            {
                finders[cells[0]] = finder = new StanceFinder(StanceRules.Of(dossier));
            }

            var text = StanceBank.Introduced(dossier, cells[1]);
            yield return Passage(
                StanceText.Table, text, [.. Read(cells.ElementAtOrDefault(2) ?? "", false, text), .. Read(cells.ElementAtOrDefault(3) ?? "", true, text)], dossier, finder);
        }
    }

    /// <summary>The examples that stand beside the rules of a dossier's issues; of an example only what it gives for its own issue is known.</summary>
    public static IEnumerable<StanceText> OfIssues(Dossier dossier)
    {
        var finder = new StanceFinder(StanceRules.Of(dossier));
        foreach (var issue in StanceRules.Of(dossier).Issues)
        {
            foreach (var example in issue.Reads.Concat(issue.ReadsNot))
            {
                var parts = example.Split(" => ");
                var passage = Passage(StanceText.Example, parts[0], [.. parts.Length > 1 ? parts[1].Split(';', StringSplitOptions.TrimEntries).SelectMany(p => Read($"{p[..p.LastIndexOf(' ')]} {issue.Key}{p[p.LastIndexOf(' ')..]}", false, parts[0])) : []], dossier, finder);
                passage.Grounds.RemoveAll(g => g.Stand.Issue.Key != issue.Key);
                yield return passage;
            }
        }
    }

    /// <summary>The examples that stand beside the rows of the lexicon, on an invented dossier.</summary>
    public static IEnumerable<StanceText> OfRows(Dossier invented)
    {
        var finder = new StanceFinder(StanceRules.Of(invented));
        foreach (var example in StanceLexicon.English.Rows.SelectMany(r => r.Reads.Concat(r.ReadsNot)))
        {
            var parts = example.Split(" => ");
            yield return Passage(StanceText.Example, parts[0], [.. parts.Length > 1 ? Read(parts[1], false, parts[0]) : []], invented, finder);
        }
    }

    private static StanceText Passage(string set, string text, IReadOnlyList<StanceGold> gold, Dossier dossier, StanceFinder finder)
    {
        var (document, references, attributions) = StanceBench.Open(text, dossier);
        return new StanceText(
            text, set, text, gold, finder.Propose(document, references, attributions),
            references.Officials.ToDictionary(o => o.Id, o => new[] { o.Name }.Concat(o.Aliases).ToArray(), StringComparer.Ordinal));
    }

    private static IEnumerable<StanceGold> Read(string cell, bool optional, string text)
    {
        foreach (var one in cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one == "-")
            {
                continue;
            }

            var words = one.Split(' ');
            var who = string.Join(' ', words[..^2]);
            var person = who.IndexOf(':', StringComparison.Ordinal);
            Vocabulary.TryParse<Position>(words[^1], out var position);
            yield return new StanceGold(who[..2], person > 0 ? who[(person + 1)..] : null, words[^2], position, optional, [new TextSpan(0, text.Length)]);
        }
    }
}
