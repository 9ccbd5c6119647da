using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>A dossier subject named in a sentence, by tokens, both inclusive. <paramref name="Sure"/>: by a name, not by a short name.</summary>
internal readonly record struct SubjectHit(Subject Subject, int First, int Last, bool Sure);

/// <summary>A date of a sentence, by tokens, both inclusive.</summary>
internal readonly record struct DateHit(DatedExpression Date, int First, int Last);

/// <summary>A place of a sentence, by tokens, both inclusive; the country it lies in.</summary>
internal readonly record struct PlaceHit(string Name, string Country, int First, int Last);

/// <summary>A sentence with what the events need to know of its tokens: who is meant, what day, which clause.</summary>
internal sealed class EventSentence
{
    private readonly Mention?[] _mentionOf;
    private readonly int[] _clauseOf;
    private readonly string[] _joined;
    private readonly string[] _lemma;

    public EventSentence(
        DocumentSentence sentence,
        EventLexicon lexicon,
        References references,
        List<Mention> mentions,
        List<DateHit> dates,
        List<SubjectHit> subjects,
        List<PlaceHit> places)
    {
        Document = sentence;
        Syntax = TreeMend.Of(sentence.Syntax, lexicon);
        Mentions = mentions;
        Dates = dates;
        Subjects = subjects;
        Places = places;
        var n = Syntax.Count;
        _mentionOf = new Mention?[n];
        for (var i = 0; i < n; i++)
        {
            _mentionOf[i] = references.At(sentence.Index, i);
        }

        _lemma = new string[n];
        for (var i = 0; i < n; i++)
        {
            _lemma[i] = lexicon.Mend(Syntax[i].Lemma, Syntax[i].Tag);
        }

        _clauseOf = new int[n];
        Array.Fill(_clauseOf, -1);
        for (var i = 0; i < n; i++)
        {
            FindClause(i);
        }

        _joined = Join(Syntax, _lemma);
    }

    public DocumentSentence Document { get; }

    /// <summary>The sentence's tree, mended where grammar tells that it is wrong (<see cref="TreeMend"/>).</summary>
    public Sentence Syntax { get; }

    public int Index => Document.Index;

    public List<Mention> Mentions { get; }

    public List<DateHit> Dates { get; }

    /// <summary>Whether the token is part of a date.</summary>
    public bool InDate(int token)
    {
        foreach (var date in Dates)
        {
            if (date.First <= token && token <= date.Last)
            {
                return true;
            }
        }

        return false;
    }

    public List<SubjectHit> Subjects { get; }

    public List<PlaceHit> Places { get; }

    /// <summary>The state that a word names, by a mention or as an adjective; null for any other.</summary>
    public string? StateAt(int token) =>
        _mentionOf[token] is { Referent.Kind: ReferentKind.State } state ? state.Referent.Country : _mentionOf[token] is null ? StateAdjectives.Of(Syntax, token) : null;

    public Mention? MentionAt(int token) => _mentionOf[token];

    /// <summary>The head of the clause that a token stands in: the nearest of itself and its ancestors that heads one.</summary>
    public int ClauseOf(int token) => _clauseOf[token];

    /// <summary>Lemma; for the last part of a hyphenated word the whole word, its last part as lemma: <i>test-fire</i>, <i>one-on-one</i>.</summary>
    public string Joined(int token) => _joined[token];

    /// <summary>Dictionary form; a form that no dictionary had is mended where the event lexicon knows better ("conven" is "convene").</summary>
    public string Lemma(int token) => _lemma[token];

    public bool IsVerb(int token) => Syntax[token].Pos == Upos.Verb || Syntax[token].Tag is >= Xpos.VB and <= Xpos.VBZ && Syntax[token].Pos is Upos.Aux;

    /// <summary>The preposition that hangs on a noun, "" without one; of several the first ("ahead of" is "ahead").</summary>
    public string Preposition(int token)
    {
        foreach (var c in Syntax.Children(token))
        {
            if (Syntax[c].Relation == Deprel.Case && Syntax[c].Tag != Xpos.POS)
            {
                // "flies on to Bangkok", "flew in from Tokyo": a way and where it leads.
                return Syntax[c].Norm is "on" or "in" or "over" or "back" && c + 1 < token && Syntax[c + 1] is { Norm: "to" or "from", Relation: Deprel.Case } way && way.Head == token ? way.Norm : Syntax[c].Norm;
            }
        }

        // "called in South Korean Ambassador Nam": hung on an inner word of the phrase.
        var first = Syntax.Leftmost(token);
        return first < token && Syntax[first].Relation == Deprel.Case && Syntax[first].Pos == Upos.Adp && Syntax[first].Head != token && Syntax[token].Relation is Deprel.Obl or Deprel.Nmod && token - first < 8 ? Syntax[first].Norm : "";
    }

    public bool IsClauseHead(int token)
    {
        var t = Syntax[token];
        return t.Relation switch
        {
            Deprel.Root or Deprel.Ccomp or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Acl or Deprel.AclRelcl or Deprel.Csubj
                or Deprel.CsubjPass or Deprel.CsubjOuter or Deprel.Parataxis => true,
            Deprel.Xcomp => t.Pos == Upos.Verb,
            Deprel.Conj => t.Pos == Upos.Verb || Syntax.Has(token, Deprel.Nsubj) || Syntax.Has(token, Deprel.Cop),
            _ => false,
        };
    }

    public bool SubjectIn(int first, int last, Func<SubjectHit, bool> which)
    {
        foreach (var hit in Subjects)
        {
            if (hit.First <= last && first <= hit.Last && which(hit))
            {
                return true;
            }
        }

        return false;
    }

    private void FindClause(int token)
    {
        var at = token;
        while (at >= 0 && _clauseOf[at] < 0 && !IsClauseHead(at))
        {
            at = Syntax[at].Head;
        }

        var head = at < 0 ? Math.Max(Syntax.Root, 0) : _clauseOf[at] >= 0 ? _clauseOf[at] : at;
        for (var i = token; i >= 0 && _clauseOf[i] < 0; i = Syntax[i].Head)
        {
            _clauseOf[i] = head;
            if (i == head)
            {
                break;
            }
        }
    }

    private static string[] Join(Sentence sentence, string[] lemma)
    {
        var joined = new string[sentence.Count];
        for (var i = 0; i < joined.Length; i++)
        {
            joined[i] = lemma[i];
            if (i >= 2 && sentence[i - 1].Tag == Xpos.Hyph && sentence[i - 1].End == sentence[i].Start && sentence[i - 2].End == sentence[i - 1].Start)
            {
                joined[i] = Before(sentence, i - 2) + "-" + lemma[i];
            }
        }

        return joined;
    }

    /// <summary>The forms before a hyphen, joined; at most four parts.</summary>
    private static string Before(Sentence sentence, int last)
    {
        var first = last;
        while (first >= 2 && last - first < 6 && sentence[first - 1].End == sentence[first].Start && sentence[first - 2].End == sentence[first - 1].Start
               && sentence[first - 1].Norm == "-")
        {
            first -= 2;
        }

        return sentence.Text[sentence[first].Start..sentence[last].End].ToLowerInvariant();
    }
}
