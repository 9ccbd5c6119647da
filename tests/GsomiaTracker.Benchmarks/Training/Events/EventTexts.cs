using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Events;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>Where annotated texts come from: articles, tables of sentences, the examples beside the rows.</summary>
internal static class EventTexts
{
    /// <summary>The annotated texts of a folder, in the order of their names.</summary>
    public static IEnumerable<EventText> OfFolder(string folder, Dossier dossier)
    {
        var finder = new EventFinder(dossier);
        var set = Path.GetFileName(folder) is "texts" ? Path.GetFileName(Path.GetDirectoryName(folder)!) : Path.GetFileName(folder);
        foreach (var file in Directory.GetFiles(folder, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file[..^".gold.json".Length] + ".txt");
            yield return new EventText(Path.GetFileName(file), set, EventGold.Load(file, text), Propose(text, dossier, finder), finder);
        }
    }

    /// <summary>The sentences of a table (see bank.tsv and bank-open.tsv beside the tests), each a text of its own. All of it is evidence.</summary>
    /// <param name="seat">Where it is filed.</param>
    public static IEnumerable<EventText> OfTable(string file, string seat, Dossier dossier)
    {
        var finder = new EventFinder(dossier);
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            var cells = line.Split('\t');
            var text = Piece(cells[0], seat);
            var whole = new TextSpan(0, text.Length);
            yield return new EventText(
                cells[0], seat == Warsaw ? EventText.Held : EventText.Table, [.. Told(cells, 1).Select(t => EventGold.Parse(t, false, whole)), .. Told(cells, 2).Where(t => t != "weak").Select(t => EventGold.Parse(t, true, whole))],
                Propose(text, dossier, finder), finder);
        }
    }

    /// <summary>Where the sentences of the tests are filed.</summary>
    private const string Warsaw = "WARSAW";

    /// <summary>The examples and counter-examples beside the rows of both tables of triggers.</summary>
    public static IEnumerable<EventText> OfRows(Dossier dossier)
    {
        var finder = new EventFinder(dossier);
        var lexicon = EventLexicon.Load();
        foreach (var (kind, sentence, tells) in lexicon.Triggers.Concat(lexicon.Wide).Where(t => !t.Has(TriggerMarks.Never)).SelectMany(t => new[] { (t.Kind, t.Tells, true), (t.Kind, t.DoesNot, false) }).Where(t => t.Item2.Length > 0).Distinct())
        {
            var text = Piece(sentence, Warsaw);
            yield return new EventText(
                sentence, EventText.Example, tells ? [new EventGold(kind, null, null, null, false, [new TextSpan(0, text.Length)])] : [], Propose(text, dossier, finder), finder, kind);
        }
    }

    private static string Piece(string sentence, string seat) => $"Ministers weigh treaty\n\nBy Jan Kowal\n\n{seat}, Nov. 20, 2019 ({(seat == Warsaw ? "AP" : "Yonhap")}) -- {sentence}\n";

    private static IEnumerable<string> Told(string[] cells, int column) => cells.Length <= column
        ? []
        : cells[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(t => t != "-");

    private static EventProposal Propose(string text, Dossier dossier, EventFinder finder)
    {
        var wire = WireDesk.Open(text, dossier);
        var document = Document.Open(wire, dossier, SyntaxParser.Load(), wire.Header.Published?.Day, null);
        var dates = DateFinder.Find(document, wire.Header.Dateline?.Date ?? wire.Header.Published?.Day);
        var references = ReferenceResolver.Resolve(document);
        return finder.Propose(document, references, dates, [.. AttributionFinder.Find(document, references).All.Select(a => a.Statement)]);
    }
}
