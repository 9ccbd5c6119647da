using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Works out whom the noun phrases of a text stand for: names first, over the whole text, then titles, bodies and pronouns in reading order.</summary>
public static class ReferenceResolver
{
    public static References Resolve(Document document)
    {
        var gazetteer = Gazetteer.For(document.Dossier);
        var scans = new SentenceScan[document.Sentences.Count];
        for (var i = 0; i < scans.Length; i++)
        {
            scans[i] = new SentenceScan(document, i, gazetteer);
        }

        var home = Homes.Of(document, scans);
        var people = People.Of(document, scans, home, Speaks);
        return new DiscourseWalk(document, scans, people, home).Run();
    }

    /// <summary>Whether these words are the subject of a verb of saying: by the tree, or by standing beside one.</summary>
    internal static bool Speaks(SentenceScan scan, int first, int last)
    {
        var syntax = scan.Syntax;
        for (var t = scan.Words[first].First; t <= scan.Words[last].Last; t++)
        {
            var token = syntax[t];
            // "added his neighbor, Nils Moe": he is the neighbor.
            token = token.Relation == Deprel.Appos && token.Head >= 0 && syntax[token.Head].Tag == Xpos.NN ? syntax[token.Head] : token;
            if (token.Relation == Deprel.Nsubj && token.Head >= 0 && syntax[token.Head].Pos == Upos.Verb && CueLexicon.Verb(syntax[token.Head].Lemma) is not null)
            {
                return true;
            }
        }

        return Beside(last + 1) || Beside(first - 1);

        bool Beside(int word) => word >= 0 && word < scan.Count && scan.Tag(word) is Xpos.VBD or Xpos.VBZ
            && CueLexicon.Verb(syntax[scan.Words[word].Last].Lemma) is { ClosesQuotation: true };
    }
}
