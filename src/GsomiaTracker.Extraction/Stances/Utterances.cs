using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What one party to the text utters of a sentence; the text's own words where there is no statement.</summary>
internal sealed record Utterance(Attribution? Statement, List<int> Tokens)
{
    /// <summary>Further statements of the same speaker in the sentence.</summary>
    public List<Attribution> Further { get; } = [];

    public bool Holds(int token) => Tokens.BinarySearch(token) >= 0;

    /// <summary>
    /// Who utters which tokens of a sentence. What lies between a verb of saying and what it was found to introduce is said too (<i>said the accord
    /// | mattered</i>); what one speaker says in several pieces is one.
    /// </summary>
    public static List<Utterance> In(DocumentSentence sentence, Holders holders)
    {
        var s = sentence.Syntax;
        var owners = new Attribution?[s.Count];
        for (var i = 0; i < s.Count; i++)
        {
            owners[i] = holders.StatementAt(s[i].Start);
        }

        for (var i = s.Count - 1; i > 0; i--)
        {
            if (owners[i] is { CueToken: >= 0 } said && said.Sentence == sentence.Index && owners[i - 1] is null && said.CueToken < i - 1 && said.CueLemma.Length > 0
                && s[i - 1].Pos is not Upos.Punct)
            {
                owners[i - 1] = said;
            }
        }

        var utterances = new List<Utterance>();
        Utterance? current = null;
        for (var i = 0; i < s.Count; i++)
        {
            var at = owners[i];
            if (i > 0 && ReferenceEquals(at, owners[i - 1]))
            {
                current!.Tokens.Add(i);
                continue;
            }

            var known = Known(utterances, at);
            if (known is null)
            {
                utterances.Add(known = new Utterance(at, []));
            }
            else if (at is not null && !ReferenceEquals(known.Statement, at) && !known.Further.Contains(at))
            {
                known.Further.Add(at);
            }

            known.Tokens.Add(i);
            current = known;
        }

        return utterances;
    }

    private static Utterance? Known(List<Utterance> utterances, Attribution? at)
    {
        for (var k = utterances.Count - 1; k >= 0; k--)
        {
            var known = utterances[k].Statement;
            if (ReferenceEquals(known, at) || at?.Speaker is not null && ReferenceEquals(known?.Speaker, at.Speaker))
            {
                return utterances[k];
            }
        }

        return null;
    }
}
