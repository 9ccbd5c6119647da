using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Dossiers;

/// <summary>Reads the sentences that stand beside a dossier's issues, as a test of the dossier.</summary>
public static class DossierExamples
{
    /// <summary>Days before the deadline's last day on which the sentences are read: who holds which office is as of then.</summary>
    public const int DaysBefore = 6;

    /// <summary>Every sentence of <c>reads</c> and <c>readsNot</c> that is read otherwise, with what was read instead.</summary>
    public static IReadOnlyList<DossierRemark> Misread(Dossier dossier)
    {
        var remarks = new List<DossierRemark>();
        var finder = new StanceFinder(StanceRules.Of(dossier));
        foreach (var issue in dossier.Issues)
        {
            var rules = IssueRules.Of(issue, dossier);
            foreach (var (text, i) in rules.Reads.Select((t, i) => (t, i)))
            {
                var example = IssueExample.Parse(text);
                var found = Read(finder, dossier, example.Sentence);
                if (!Holds(found, issue.Key, example, dossier) && Introduction(dossier, example.Sentence) is { Length: > 0 } before
                    && Read(finder, dossier, before + example.Sentence) is var introduced)
                {
                    found = introduced;
                }

                if (!Holds(found, issue.Key, example, dossier))
                {
                    remarks.Add(new DossierRemark(RemarkKind.Misread, FormattableString.Invariant($"{issue.File}:rules:reads[{i}]"), $"\"{example.Sentence}\" should be {string.Join("; ", example.Positions)}, is {Told(found, issue.Key, dossier)}"));
                }
            }

            foreach (var (text, i) in rules.ReadsNot.Select((t, i) => (t, i)))
            {
                var found = Read(finder, dossier, text);
                if (found.Any(s => s.Issue == issue.Key))
                {
                    remarks.Add(new DossierRemark(RemarkKind.Misread, FormattableString.Invariant($"{issue.File}:rules:readsNot[{i}]"), $"\"{text}\" should hold nothing of this issue, is {Told(found, issue.Key, dossier)}"));
                }
            }
        }

        return remarks;
    }

    /// <summary>All that is said is read, and nothing else but what an official's state holds with him.</summary>
    private static bool Holds(IReadOnlyList<StanceTaken> found, string issue, IssueExample example, Dossier dossier)
    {
        var held = found.Where(s => s.Issue == issue).ToArray();
        return example.Positions.All(p => held.Any(h => Is(h, p, dossier)))
            && held.All(h => example.Positions.Any(p => Is(h, p, dossier) || h.Person is null && h.Org is null && h.Country == p.Country && Vocabulary.Word(h.Position) == p.Position));
    }

    /// <summary>A sentence for each official whom the example calls by a short name, as an article names him in full before.</summary>
    private static string Introduction(Dossier dossier, string sentence) => string.Concat(dossier.Officials
        .Where(o => !sentence.Contains(o.Name, StringComparison.Ordinal) && o.Aliases.Append(o.Name.Split(' ')[^1]).Any(a => Stands(a, sentence)))
        .Select(o => $"{o.Name} was in town. "));

    private static bool Stands(string name, string sentence)
    {
        for (var at = sentence.IndexOf(name, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetter(sentence[at - 1])) && (at + name.Length == sentence.Length || !char.IsLetter(sentence[at + name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<StanceTaken> Read(StanceFinder finder, Dossier dossier, string sentence)
    {
        var header = new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, "");
        var wire = new WireText(sentence, false, header, [new WireParagraph(new TextSpan(0, sentence.Length), ParagraphRole.Body)], []);
        var document = Document.Open(wire, dossier, SyntaxParser.Load(), dossier.Deadline.LastDay.AddDays(-DaysBefore));
        var references = ReferenceResolver.Resolve(document);
        return finder.Find(document, references, AttributionFinder.Find(document, references));
    }

    private static bool Is(StanceTaken stance, ExamplePosition position, Dossier dossier) =>
        stance.Country == position.Country && Vocabulary.Word(stance.Position) == position.Position
        && (position.Name is null ? stance.Person is null && stance.Org is null : stance.Org == position.Name || stance.Person == position.Name || stance.Person is { } id && Name(id, dossier) == position.Name);

    private static string Told(IReadOnlyList<StanceTaken> found, string issue, Dossier dossier) => found.Count == 0
        ? "read as nothing"
        : "read as " + string.Join("; ", found.Select(s => $"{s.Country}{Holder(s)} {(s.Issue == issue ? "" : s.Issue + " ")}{Vocabulary.Word(s.Position)}"));

    private static string Holder(StanceTaken s) => s.Person is { } id ? ":" + id : s.Org is { } org ? "/" + org : "";

    private static string Name(string id, Dossier dossier) => dossier.Officials.FirstOrDefault(o => o.Id == id)?.Name ?? id;
}
