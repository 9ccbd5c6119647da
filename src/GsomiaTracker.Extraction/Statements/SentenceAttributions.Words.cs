using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Statements;

/// <content>"According to", nouns, hearsay, adjectives and adverbs that attribute.</content>
internal static partial class SentenceAttributions
{
    private static void According(Document document, int index, Sentence sentence, int at, List<Found> found)
    {
        // The source hangs on "according", or "according" is the case of the source.
        var head = sentence[at].Relation is Deprel.Case or Deprel.Fixed && sentence[at].Head >= 0 ? sentence[at].Head : -1;
        if (head < 0 || head <= at)
        {
            head = -1;
            for (var t = at + 2; t < sentence.Count && head < 0; t++)
            {
                if (sentence[t].Pos is Upos.Noun or Upos.Propn or Upos.Pron && sentence[t].Relation is not (Deprel.Compound or Deprel.NmodPoss or Deprel.NmodDesc))
                {
                    head = t;
                }
            }
        }

        if (head < 0)
        {
            return;
        }

        var source = Clauses.Subtree(sentence, head);
        source = new TextSpan(Math.Max(source.Start, sentence[at + 1].End), source.End);
        source = Trim(document.Text, source);
        var phrase = new TextSpan(sentence[at].Start, Math.Max(source.End, sentence[at + 1].End));
        var content = new List<TextSpan>();
        Around(document, sentence, sentence.Span, phrase, content);
        Add(document, index, sentence, at, new TextSpan(sentence[at].Start, sentence[at + 1].End), head, content, found, source);
    }

    private static void Noun(Document document, int index, Sentence sentence, int noun, List<Found> found)
    {
        if (noun + 2 < sentence.Count && sentence.Is(noun + 1, "be") && sentence[noun + 2].Norm is "that" && !document.IsQuoted(sentence[noun].Start))
        {
            // "the governor's argument is that ..."
            var owner = sentence.Child(noun, Deprel.NmodPoss);
            Add(document, index, sentence, noun, sentence[noun].Span, owner, [new TextSpan(sentence[noun + 2].Start, sentence[WordOrder.End(document, sentence, noun, noun + 2)].End)], found);
            return;
        }

        foreach (var child in sentence.Children(noun))
        {
            if (sentence[child].Relation is Deprel.Acl or Deprel.Ccomp or Deprel.AclRelcl && sentence.Child(child, Deprel.Mark) is >= 0 and var mark && sentence[mark].Norm is "that" or "to")
            {
                var source = sentence.Child(noun, Deprel.NmodPoss);
                if (source < 0 && sentence[noun].Relation == Deprel.Obj)
                {
                    source = Clauses.SubjectOf(sentence, sentence[noun].Head, FarthestController);
                }

                Add(document, index, sentence, noun, sentence[noun].Span, source, [Clauses.Subtree(sentence, child)], found);
                return;
            }
        }
    }

    /// <summary>"is believed to have left": nobody says who believes it; what is believed is told of the subject.</summary>
    private static void Hearsay(Document document, int index, Sentence sentence, int verb, List<Found> found)
    {
        if (verb + 2 >= sentence.Count || sentence[verb + 1].Norm is not ("to" or "that") || document.IsQuoted(sentence[verb].Start))
        {
            return;
        }

        var content = new List<TextSpan>();
        var (subject, first, last) = WordOrder.Source(document, sentence, verb);
        if (subject >= 0 && sentence[subject].Norm is not "it")
        {
            content.Add(new TextSpan(sentence[first].Start, sentence[last].End));
        }

        content.Add(new TextSpan(sentence[verb + 1].Start, sentence[WordOrder.End(document, sentence, verb, verb + 1)].End));
        Add(document, index, sentence, verb, CueSpan(sentence, verb), -1, content, found);
    }

    /// <summary>"was confident that ...", "are skeptical of ...", "is eager to ...".</summary>
    private static void Adjective(Document document, int index, Sentence sentence, int adjective, Cue cue, List<Found> found)
    {
        if (document.IsQuoted(sentence[adjective].Start))
        {
            return;
        }

        var next = adjective + 1;
        var first = next + 1 >= sentence.Count ? -1
            : cue.Frame switch
            {
                CueFrame.Clause => WordOrder.Clause(document, sentence, adjective) is >= 0 and var clause ? clause : cue.About.Contains(sentence[next].Norm) ? next : -1,
                CueFrame.About => cue.About.Contains(sentence[next].Norm) ? next : -1,
                _ => sentence[next].Norm is "to" && sentence[next + 1].Tag == Xpos.VB ? next : -1,
            };
        var copula = sentence.Child(adjective, Deprel.Cop);
        if (first < 0 || copula < 0)
        {
            return;
        }

        var source = Clauses.SubjectOf(sentence, adjective, FarthestController);
        if (source < 0 || source > adjective || IsTime(sentence[source]))
        {
            return;
        }

        var cueSpan = sentence[adjective].Span.Union(sentence[copula].Span);
        Add(document, index, sentence, adjective, cueSpan, source, [new TextSpan(sentence[first].Start, sentence[WordOrder.End(document, sentence, adjective, first)].End)], found);
    }

    private static void Adverb(Document document, int index, Sentence sentence, int adverb, List<Found> found)
    {
        var head = sentence[adverb].Head;
        if (head < 0)
        {
            return;
        }

        var content = new List<TextSpan>();
        Around(document, sentence, Clauses.Subtree(sentence, head), sentence[adverb].Span, content);
        Add(document, index, sentence, adverb, sentence[adverb].Span, -1, content, found);
    }
}
