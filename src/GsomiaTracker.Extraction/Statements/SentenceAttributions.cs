using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>The attributions that one sentence's tree shows.</summary>
internal static partial class SentenceAttributions
{
    private const int FarthestController = 6;

    /// <summary>Where a verb says something of somebody: not "information-sharing", not "the said man".</summary>
    private static readonly HashSet<Deprel> Predicates =
    [
        Deprel.Root, Deprel.Ccomp, Deprel.Xcomp, Deprel.Conj, Deprel.Advcl, Deprel.Acl, Deprel.AclRelcl, Deprel.Parataxis, Deprel.Csubj, Deprel.AdvclRelcl, Deprel.Dep,
    ];

    public static void Collect(Document document, int index, List<Found> found)
    {
        var sentence = document.Sentences[index].Syntax;
        for (var t = 0; t < sentence.Count; t++)
        {
            var token = sentence[t];
            if (token.Norm is "according" && t + 1 < sentence.Count && sentence[t + 1].Norm is "to")
            {
                According(document, index, sentence, t, found);
            }
            else if (token.Pos == Upos.Verb && (Predicates.Contains(token.Relation) || token.Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP) && CueLexicon.Verb(token.Lemma) is { } cue)
            {
                Verb(document, index, sentence, t, cue, found);
            }
            else if (PlainPatterns.IsVerbOfMany(document, sentence, t) && WordOrder.Source(document, sentence, t) is { Head: >= 0 } many)
            {
                var said = new TextSpan(sentence[t + 1].Start, sentence[WordOrder.End(document, sentence, t, t + 1)].End);
                Add(document, index, sentence, t, token.Span, many.Head, [said], found, new TextSpan(sentence[many.First].Start, sentence[many.Last].End));
            }
            else if (token.Pos == Upos.Noun && CueLexicon.IsNoun(token.Lemma))
            {
                Noun(document, index, sentence, t, found);
            }
            else if (token.Pos == Upos.Adj && CueLexicon.Adjective(token.Lemma) is { } feels)
            {
                Adjective(document, index, sentence, t, feels, found);
            }
            else if (token.Norm is "reportedly" or "allegedly" or "purportedly" or "supposedly")
            {
                Adverb(document, index, sentence, t, found);
            }
        }
    }

    /// <summary>"who asked not to be named", "declined to be identified": how one speaks, not what one says.</summary>
    private static bool AsksForCover(Sentence sentence, int verb)
    {
        if (sentence[verb].Lemma is not ("ask" or "request" or "decline" or "refuse" or "insist" or "want" or "prefer"))
        {
            return false;
        }

        for (var t = verb + 1; t < sentence.Count && t - verb <= 6; t++)
        {
            if (sentence[t].Norm is "named" or "identified" or "quoted" or "anonymity")
            {
                return true;
            }
        }

        return false;
    }

    private static void Verb(Document document, int index, Sentence sentence, int verb, Cue cue, List<Found> found)
    {
        if (AsksForCover(sentence, verb))
        {
            return;
        }

        var content = new List<TextSpan>();
        var source = Clauses.SubjectOf(sentence, verb, FarthestController);
        var predicates = WordOrder.Predicates(sentence, verb);
        var passive = sentence.Has(verb, Deprel.AuxPass) || sentence.Has(verb, Deprel.NsubjPass) && !predicates;
        if (passive || !predicates && sentence[verb].Tag == Xpos.VBN && sentence[verb].Relation is Deprel.Advcl or Deprel.Acl && !sentence.Has(verb, Deprel.Aux))
        {
            // "as told by officials"; "asked about it" names nobody who asks.
            passive = true;
            source = sentence.Child(verb, Deprel.OblAgent);
        }

        if (sentence[verb].Relation == Deprel.Parataxis && cue.ClosesQuotation && !sentence.Has(verb, Deprel.Ccomp))
        {
            // "A, he said, B": all that is around is said.
            var whole = Clauses.Subtree(sentence, sentence[verb].Head);
            Around(document, sentence, whole, Clauses.Subtree(sentence, verb), content);
        }

        var urged = -1;
        foreach (var child in sentence.Children(verb))
        {
            var token = sentence[child];
            if (child < verb && token.Tag == Xpos.VBG && !sentence.Has(child, Deprel.Nsubj))
            {
                // "Roberts, writing for the majority, said"
                continue;
            }

            if (token.Relation == Deprel.Ccomp && (cue.Frame & (CueFrame.Say | CueFrame.Tell | CueFrame.Urge | CueFrame.Call | CueFrame.Direct)) != 0
                || token.Relation == Deprel.Parataxis && cue.ClosesQuotation && content.Count == 0 && CueLexicon.Verb(token.Lemma) is null
                || token.Relation == Deprel.Xcomp && (cue.Frame & (CueFrame.Infinitive | CueFrame.Urge | CueFrame.Judge)) != 0
                || token.Relation == Deprel.Obj && (cue.Frame & (CueFrame.Object | CueFrame.Judge)) != 0
                || token.Relation == Deprel.Advcl && cue.Frame.HasFlag(CueFrame.Judge) && (sentence.Child(child, Deprel.Mark) is >= 0 and var asMark && sentence[asMark].Norm is "for" or "of" or "as")
                || token.Relation == Deprel.Obl && cue.Frame.HasFlag(CueFrame.Judge) && sentence.Child(child, Deprel.Case) is >= 0 and var ofCase && sentence[ofCase].Norm is "of" or "for" or "as"
                || token.Relation == Deprel.Obl && cue.Frame.HasFlag(CueFrame.Call) && sentence.Child(child, Deprel.Case) is >= 0 and var callCase && (sentence[callCase].Norm is "for" or "to" || sentence[callCase].Norm is "on" && Asks(sentence, child)))
            {
                urged = token.Relation == Deprel.Obj && (cue.Frame & (CueFrame.Urge | CueFrame.Infinitive)) != 0 ? child : urged;
                content.Add(token.Relation == Deprel.Ccomp && child > verb ? Whole(sentence, verb, child, cue)
                    : token.Relation == Deprel.Obj && cue.Frame.HasFlag(CueFrame.Object) ? About(sentence, verb, child) : Clauses.Subtree(sentence, child));
            }
        }

        if (cue.Frame.HasFlag(CueFrame.Call) && CalledOn(sentence, verb) is { IsEmpty: false } called)
        {
            content.Clear();
            content.Add(called);
        }

        // "wants Obama to be ...": the infinitive belongs to what is wanted, wherever the tree hung it.
        if (urged >= 0 && sentence.Rightmost(urged) + 2 < sentence.Count && sentence[sentence.Rightmost(urged) + 1].Norm is "to" && sentence[sentence.Rightmost(urged) + 2].Tag == Xpos.VB)
        {
            var to = sentence.Rightmost(urged) + 1;
            var head = sentence[to].Head > to ? sentence[to].Head : to + 1;
            content.Add(new TextSpan(sentence[to].Start, sentence[Math.Max(head, sentence.Rightmost(head))].End));
        }

        if (cue.ClosesQuotation && (!passive || !sentence.Has(verb, Deprel.AuxPass)) && PlainPatterns.IsInvertedAside(document, sentence, verb, out var named, out var stops))
        {
            content.Clear();
            content.Add(new TextSpan(sentence[0].Start, sentence[verb - 2].End));
            Add(document, index, sentence, verb, CueSpan(sentence, verb), named, content, found, new TextSpan(sentence[verb + 1].Start, sentence[stops].End));
            return;
        }

        if (passive && source < 0)
        {
            if (cue.Frame.HasFlag(CueFrame.Hearsay))
            {
                Hearsay(document, index, sentence, verb, found);
            }

            return;
        }

        source = source >= 0 && IsTime(sentence[source]) ? -1 : source;

        if (cue.ClosesQuotation && !passive && PlainPatterns.IsAside(document, sentence, verb, out var comma, out var end))
        {
            var aside = new TextSpan(sentence[comma].Start, sentence[Math.Min(end, sentence.Count) - 1].End);
            content.Clear();
            Around(document, sentence, sentence.Span, aside, content);
            content.RemoveAll(c => c.Start >= aside.End && sentence.At(c.Start) is >= 0 and var at && sentence[at].Tag == Xpos.VBG && CueLexicon.Verb(sentence[at].Lemma) is not null);
            if (source <= comma || source > verb)
            {
                source = -1;
                for (var t = comma + 1; t < verb; t++)
                {
                    source = sentence[t].Pos is Upos.Noun or Upos.Propn or Upos.Pron && (source < 0 || sentence[t].Head == verb) ? t : source;
                }
            }

            if (source >= 0)
            {
                Add(document, index, sentence, verb, CueSpan(sentence, verb), source, content, found,
                    SentenceAttributions.Trim(document.Text, new TextSpan(sentence[comma + 1].Start, sentence[verb - 1].End)));
                return;
            }
        }

        if (content.Count == 0 && source >= 0 && cue.ClosesQuotation && cue.Frame.HasFlag(CueFrame.Say) && sentence[verb].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP
            && PlainPatterns.ClauseFollows(sentence, verb, out var stop))
        {
            content.Add(new TextSpan(sentence[verb + 1].Start, sentence[stop - 1].End));
        }

        TextSpan? stands = null;
        if (predicates && !document.IsQuoted(sentence[verb].Start))
        {
            var (first, last) = WordOrder.Said(document, sentence, verb, cue);
            if (first >= 0 && Astray(sentence, content, new TextSpan(sentence[first].Start, sentence[last].End)))
            {
                content.Clear();
                content.Add(new TextSpan(sentence[first].Start, sentence[last].End));
            }

            if (content.Count == 0 && cue.Frame.HasFlag(CueFrame.About) && WordOrder.Behind(document, sentence, verb, cue.About) is { IsEmpty: false } about)
            {
                content.Add(about);
            }

            if (sentence[verb].Tag != Xpos.VBG && content.Count > 0 && (source < 0 || source < verb && sentence[verb].Relation != Deprel.AclRelcl && sentence.Subtree(source).Contains(sentence[verb].Span)))
            {
                var (head, from, to) = WordOrder.Source(document, sentence, verb);
                if (head >= 0)
                {
                    (source, stands) = (head, new TextSpan(sentence[from].Start, sentence[to].End));
                }
            }
        }

        if (source < 0 && content.Count > 0 && cue.ClosesQuotation && sentence[verb].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP && !document.IsQuoted(sentence[verb].Start))
        {
            source = PlainPatterns.SubjectBefore(document, sentence, verb);
        }

        if (content.Count == 0 || source < 0)
        {
            return;
        }

        WithQuoted(document, sentence, cue, content);
        Add(document, index, sentence, verb, CueSpan(sentence, verb), source, content, found, stands);
    }

    /// <summary>"denounced the ruling as "judicial mapmaking", "vowed to debate "anywhere"": what stands between marks a few words on belongs to it.</summary>
    private static void WithQuoted(Document document, Sentence sentence, Cue cue, List<TextSpan> content)
    {
        if ((cue.Frame & (CueFrame.Judge | CueFrame.Infinitive | CueFrame.Urge)) == 0)
        {
            return;
        }

        var last = content.Max(c => c.End);
        for (var t = Math.Max(0, sentence.At(last - 1) + 1); t < sentence.Count && sentence[t].Start < last + 24; t++)
        {
            if (document.QuotedAt(sentence[t].Start) is { } quoted)
            {
                content.Add(new TextSpan(last, Math.Min(quoted.Outer.End, sentence.Span.End)));
                return;
            }

            if (sentence[t].Norm is "," or ";" or "and" or "but" or "." || WordOrder.Finite(sentence, t))
            {
                return;
            }
        }
    }

    /// <summary>The tree found nothing of what the words show, began it late or left half of it out.</summary>
    private static bool Astray(Sentence sentence, List<TextSpan> content, TextSpan shown)
    {
        var covered = 0;
        var last = -1;
        foreach (var piece in content)
        {
            covered += Math.Max(0, Math.Min(piece.End, shown.End) - Math.Max(piece.Start, shown.Start));
            last = Math.Max(last, piece.End);
        }

        // "..., but the mayor built it": where another clause begins the tree may well know that it is not said.
        var behind = last > 0 ? sentence.At(last) : -1;
        var joined = behind >= 0 && behind + 1 < sentence.Count && sentence[behind].Norm is "," && sentence[behind + 1].Pos is Upos.Cconj or Upos.Sconj;
        return covered * 5 < shown.Length * 3 && !joined || last > shown.End + 12;
    }

    /// <summary>A clause said, from right behind the verb where the tree left its subject out, to where another verb of saying takes over.</summary>
    private static TextSpan Whole(Sentence sentence, int verb, int clause, Cue cue)
    {
        var (first, last) = (sentence.Leftmost(clause), sentence.Rightmost(clause));
        if (sentence.Child(clause, Deprel.Mark) is >= 0 and var that && sentence[that].Norm is "that" && that > verb && that - first <= 4)
        {
            first = that;
        }
        else if (first > verb + 1 && (cue.Frame & CueFrame.Tell) == 0 && first - verb < 10)
        {
            // "said Monday the plan ...": the clause starts with the noun phrase behind the verb and the day.
            var from = verb + 1;
            while (from < first && IsTime(sentence[from]))
            {
                from++;
            }

            first = from < first && sentence[from].Pos is Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num ? from : first;
        }

        for (var t = Math.Max(first, verb) + 1; t < last; t++)
        {
            if (sentence[t - 1].Norm is "," && (sentence[t].Tag == Xpos.VBG && CueLexicon.Verb(sentence[t].Lemma) is { ClosesQuotation: true } || sentence[t].Norm is "while" or "whereas"))
            {
                last = t - 1;
            }
        }

        return new TextSpan(sentence[first].Start, sentence[last].End);
    }

    /// <summary>"called on Seoul to go back": who is to do what, up to where another verb of saying takes over.</summary>
    private static TextSpan CalledOn(Sentence sentence, int verb)
    {
        if (verb + 2 >= sentence.Count || sentence[verb + 1].Norm is not ("on" or "upon") || !Asks(sentence, verb + 1))
        {
            return default;
        }

        var last = sentence.Rightmost(verb);
        for (var t = verb + 3; t <= last; t++)
        {
            if (sentence[t].Norm is "." or ";" || sentence[t - 1].Norm is "," && sentence[t].Tag is Xpos.VBG or Xpos.CC)
            {
                last = t - 1;
            }
        }

        return last > verb + 2 ? new TextSpan(sentence[verb + 2].Start, sentence[last].End) : default;
    }

    /// <summary>An object with what it is about: "concern at the launches".</summary>
    private static TextSpan About(Sentence sentence, int verb, int noun)
    {
        var span = sentence.Subtree(noun);
        var next = sentence.Rightmost(noun) + 1;
        if (noun > verb && next + 1 < sentence.Count && sentence[next].Norm is "at" or "over" or "about" or "for" or "with" or "toward" or "towards" or "to" && sentence[next].Head > next)
        {
            var end = Math.Max(sentence[next].Head, sentence.Rightmost(sentence[next].Head));
            span = span.Union(new TextSpan(sentence[next].Start, sentence[end].End));
        }

        return span;
    }

    /// <summary>"called on them to act", not "called on the president".</summary>
    private static bool Asks(Sentence sentence, int hearer)
    {
        for (var t = hearer + 1; t + 1 < sentence.Count && t - hearer < 8; t++)
        {
            if (sentence[t].Norm is "to" && sentence[t + 1].Tag == Xpos.VB)
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsTime(Token token) => token.Norm is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "yesterday" or "today" or "week" or "month" or "year" or "night" or "morning" or "afternoon" or "evening"
        or "nov" or "nov." or "dec." or "jan." or "feb." or "aug." or "sept." or "oct." or "november" or "december" or "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october";
}
