using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>Reads the stances of a few sentences with one of the dossiers; a stance in words is "JP:Yoshihide Suga keep-pact for".</summary>
internal sealed class StanceBench(Dossier dossier)
{
    private readonly StanceFinder _finder = new(StanceRules.Of(dossier));

    public static StanceBench Gsomia { get; } = Load("seeds", "gsomia");

    public static StanceBench Vfa { get; } = Load("tests", "dossiers", "vfa");

    public static StanceBench Cod { get; } = Load("tests", "dossiers", "cod");

    public static StanceBench Inf { get; } = Load("tests", "dossiers", "inf");

    public static StanceBench Brexit { get; } = Load("tests", "dossiers", "brexit");

    public static StanceBench Grain { get; } = Load("tests", "dossiers", "grain");

    /// <summary>Issues of few words and no usual sides.</summary>
    public static StanceBench Belt { get; } = Load("tests", "dossiers", "belt");

    public Dossier Dossier => dossier;

    /// <summary>The bench of a dossier by the name that tables of sentences give it.</summary>
    public static StanceBench Of(string dossier) => dossier switch
    {
        "vfa" => Vfa,
        "cod" => Cod,
        "inf" => Inf,
        "brexit" => Brexit,
        "belt" => Belt,
        "grain" => Grain,
        _ => Gsomia,
    };

    public IReadOnlyList<StanceTaken> Read(string text)
    {
        var (document, references, attributions) = Open(text, dossier);
        return _finder.Find(document, references, attributions);
    }

    /// <summary>A passage as all of an article's body, on a day of the dossier's last month, and what its positions are read from.</summary>
    public static (Document Document, References References, Attributions Attributions) Open(string text, Dossier dossier)
    {
        var header = new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, "");
        var wire = new WireText(text, false, header, [new WireParagraph(new TextSpan(0, text.Length), ParagraphRole.Body)], []);
        var document = Document.Open(wire, dossier, SyntaxParser.Load(), new DateOnly(dossier.FirstDay.Year, 11, 17));
        var references = ReferenceResolver.Resolve(document);
        return (document, references, AttributionFinder.Find(document, references));
    }

    private static StanceBench Load(params string[] folder) => new(DossierFolder.Load(Checkout.File(folder)).Value);

    /// <summary>In words, so that a failure shows them.</summary>
    public string[] Words(string text)
    {
        return [.. Read(text).Select(s => $"{s.Country}{Name(s)} {s.Issue} {Vocabulary.Word(s.Position)}").Order(StringComparer.Ordinal)];

        string Name(StanceTaken s) => s.Person is { } id
            ? ":" + (dossier.Officials.FirstOrDefault(o => o.Id == id)?.Name ?? id)
            : s.Org is { } org ? ":" + org : "";
    }
}
