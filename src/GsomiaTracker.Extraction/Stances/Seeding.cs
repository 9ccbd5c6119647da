using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>A phrase of an issue where it stands in a sentence: first and last token.</summary>
internal readonly record struct SeedAt(IssueSeed Seed, int First, int Last, SeedForm Form);

/// <summary>How a phrase of an issue comes to stand at its place.</summary>
internal enum SeedForm
{
    /// <summary>In words of the dossier.</summary>
    Named,

    /// <summary>By the noun its names end in, once it was named: <i>these duties</i>.</summary>
    Headed,

    /// <summary>A pronoun for a thing named before.</summary>
    Pointer,

    /// <summary>A word for something done that was told before: <i>the decision</i>, <i>think again</i>.</summary>
    Deed,

    /// <summary>An attitude that does not say towards what: the deed told last.</summary>
    Bare,
}

/// <summary>
/// Finds the phrases of all issues in a sentence, longest first where several of one issue overlap, and remembers across sentences what
/// <i>it</i>, <i>its renewal</i> and <i>the decision</i> stand for.
/// </summary>
internal sealed class Seeding(StanceRules rules, StanceLexicon lexicon, Func<int, int, string?> countryOf)
{
    /// <summary>Sentences after which a pronoun no longer points back at a thing.</summary>
    private const int Reach = 2;

    /// <summary>Sentences after which an attitude that names nothing no longer is taken to mind the last deed.</summary>
    private const int BareReach = 40;

    private readonly List<(Phrase Phrase, IssueSeed Value, int Last)> _matches = [];
    private readonly List<(Phrase Phrase, IssueSeed Value, int Last)> _spare = [];
    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<Deed> _deeds = [];
    private readonly HashSet<IssueRules> _named = [];
    private IssueRules? _first;
    private List<IssueSeed> _thing = [];
    private List<IssueSeed> _things = [];
    private int _thingSince = int.MinValue / 2;
    private int _thingsSince = int.MinValue / 2;

    /// <summary>Something done to a thing of an issue, and by which state.</summary>
    private sealed record Deed(IssueSeed Seed, string? Country)
    {
        public int Since { get; set; }
    }

    public void Find(Sentence s, int index, List<SeedAt> into)
    {
        into.Clear();
        for (var i = 0; i < s.Count; i++)
        {
            var here = 0;
            rules.At(s, i, _matches, _spare);
            foreach (var (_, seed, last) in _matches)
            {
                if (!Overlaps(into, seed, i, last) && (seed.Kind != SeedKind.Thing || (last > i ? !IsOfParty(s, last) : !Clause.IsVerb(s[i]))))
                {
                    into.Add(new SeedAt(seed, i, last, SeedForm.Named));
                    here++;
                }
            }

            if (here == 0 && !IsWithin(into, i) && rules.Heads.At(s, i, _named) is { } headed)
            {
                into.Add(new SeedAt(headed, i, i, SeedForm.Headed));
                here++;
            }

            if (here > 0)
            {
                foreach (var x in into.GetRange(into.Count - here, here))
                {
                    if (x.Seed is { Kind: SeedKind.Thing, Weak: false })
                    {
                        _named.Add(x.Seed.Issue);
                    }
                }

                var things = into.GetRange(into.Count - here, here).Where(x => x.Seed.Kind == SeedKind.Thing && x.Seed.Subject is not null).Select(x => x.Seed).ToList();
                if (things.Count > 0)
                {
                    if (s[into[^1].Last].Tag is Xpos.NNS or Xpos.NNPS)
                    {
                        (_things, _thingsSince) = (things, index);
                    }
                    else
                    {
                        (_thing, _thingSince) = (things, index);
                    }
                }
            }
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (!IsWithin(into, i))
            {
                Point(s, index, i, into);
            }
        }
    }

    private static bool IsWithin(List<SeedAt> found, int token)
    {
        foreach (var at in found)
        {
            if (at.First <= token && token <= at.Last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the ruling Democratic Party".</summary>
    private static bool IsOfParty(Sentence s, int last) => s[last].Norm == "ruling" && ConceptTable.IsParty(s, last + 1);

    /// <summary>Takes down that a sentence told of something done, for "the decision" that may follow.</summary>
    public void Remember(IssueSeed seed, int polarity, string? country, int index)
    {
        var deed = seed with { Kind = SeedKind.Done, Polarity = polarity };
        _first ??= seed.Issue;
        _deeds.RemoveAll(d => d.Seed.Issue == seed.Issue);
        _deeds.Add(new Deed(deed, country) { Since = index });
    }

    private static bool Overlaps(List<SeedAt> found, IssueSeed seed, int first, int last)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].Seed.Issue == seed.Issue && found[i].Last >= first && found[i].First <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words that name nothing but point back at a thing or a deed.</summary>
    private void Point(Sentence s, int index, int i, List<SeedAt> into)
    {
        if (_deeds.Count > 0)
        {
            if (Turnabout(s, i) is { } last)
            {
                TurnBack(s, index, i, last, into);
                return;
            }

            if (IsDeed(s, i) || IsJudged(s, i) || IsReversed(s, i))
            {
                into.Add(new SeedAt(Recent(index, null).Seed, i, i, SeedForm.Deed));
                return;
            }

            if (index - _deeds[^1].Since <= BareReach && IsBare(s, i, into))
            {
                // Nobody protests his own doing.
                var subject = Clause.IsVerb(s[i]) ? Clause.Subject(s, i) : Clause.NounHolder(s, i);
                var deed = Recent(index, subject >= 0 ? countryOf(index, subject) : null);
                into.Add(new SeedAt(deed.Seed, i, i, SeedForm.Bare));
                return;
            }
        }

        if (IsBackPointer(s, i))
        {
            var several = s[i].Norm[0] == 't' && !IsOtherName(s[i]);
            several |= IsOtherName(s[i]) && _thingsSince > _thingSince;
            if (index - (several ? _thingsSince : _thingSince) > Reach)
            {
                return;
            }

            foreach (var seed in several ? _things : _thing)
            {
                into.Add(new SeedAt(seed, i, i, SeedForm.Pointer));
            }
        }
    }

    /// <summary><i>change course</i>: undo the deed, where the words do not name another.</summary>
    private void TurnBack(Sentence s, int index, int i, int last, List<SeedAt> into)
    {
        var subject = Clause.IsVerb(s[i]) ? Clause.Subject(s, i) : Clause.Possessor(s, i);
        var country = subject >= 0 ? countryOf(index, subject) : null;
        var deed = country is null ? Recent(index, null) : _deeds.FindLast(d => d.Country == country);
        if (deed is not null && !into.Exists(x => x.Seed.Issue == deed.Seed.Issue && (s.IsUnder(x.First, i) || x.First > i && x.First <= last + 4)))
        {
            into.Add(new SeedAt(deed.Seed with { Polarity = -deed.Seed.Polarity }, i, last, SeedForm.Deed));
        }
    }

    /// <summary>The deed that a word without a name means: one told just before, else the piece's first; not one of this state's own where there is another's.</summary>
    private Deed Recent(int index, string? notBy)
    {
        var others = notBy is null ? _deeds : _deeds.FindAll(d => d.Country != notBy);
        var among = others.Count > 0 ? others : _deeds;
        return index - among[^1].Since <= Reach || _first is null ? among[^1] : among.Find(d => d.Seed.Issue == _first) ?? among[^1];
    }

    /// <summary>Last token of a word for turning back: <i>change course</i>, <i>think again</i>; null for others.</summary>
    private int? Turnabout(Sentence s, int token)
    {
        lexicon.At(s, token, _entries);
        foreach (var (_, word, last) in _entries)
        {
            if (word.Kind == StanceWordKind.Turnabout)
            {
                return last;
            }
        }

        return null;
    }

    /// <summary><i>it</i> or <i>its</i> where something of the lexicon is done to it.</summary>
    private bool IsBackPointer(Sentence s, int token)
    {
        var t = s[token];
        if (IsOtherName(t))
        {
            return IsPointed(s, token);
        }

        if (t.Norm == "one" && t.Relation is Deprel.Obj or Deprel.Nmod or Deprel.Obl && s.Leftmost(token) >= token - 1)
        {
            // "saw no need for one"
            return true;
        }

        if (t.Norm is not ("it" or "its" or "them" or "they" or "their") || t.Head < 0)
        {
            return false;
        }

        if (t.Relation is not (Deprel.Obj or Deprel.NsubjPass or Deprel.NmodPoss or Deprel.Nsubj))
        {
            return false;
        }

        if (t.Relation == Deprel.Obj && s.Child(t.Head, Deprel.Xcomp) is var raised and >= 0)
        {
            // "wants it to go on", "would like them scrapped"
            lexicon.At(s, raised, _entries);
            return _entries.Exists(e => e.Value.Kind == StanceWordKind.Effect && (e.Value.OfSubject || s[raised].Tag == Xpos.VBN) && !s.Has(raised, Deprel.Obj));
        }

        lexicon.At(s, t.Head, _entries);
        foreach (var (_, word, _) in _entries)
        {
            if (word.Kind is StanceWordKind.Attitude && t.Relation == Deprel.Obj && Clause.IsVerb(s[t.Head]) && !s.Has(t.Head, Deprel.Ccomp)
                || word.Kind is StanceWordKind.Effect or StanceWordKind.Hold
                && (t.Relation is Deprel.Obj or Deprel.NsubjPass && !word.OfSubject && Clause.IsVerb(s[t.Head])
                    || t.Relation is Deprel.NmodPoss && (word.Classes & StanceWordClass.Noun) != 0 && Clause.IsNoun(s[t.Head])
                    || t.Relation is Deprel.Nsubj && word.OfSubject && !s.Has(t.Head, Deprel.Obj)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word that names nothing but stands for whatever was named: <i>the measures</i>.</summary>
    private static bool IsOtherName(in Token t) =>
        t.Pos == Upos.Noun && t.Lemma is "measure" or "plan" or "scheme" or "arrangement" or "mechanism" or "instrument" or "policy" or "step" or "move" or "action" or "penalty" or "barrier" or "idea" or "project";

    /// <summary><i>the decision</i>, <i>that move</i>, with nothing that says which.</summary>
    private static bool IsDeed(Sentence s, int token) =>
        s[token].Lemma is "decision" or "move" or "announcement" or "step" or "action" or "choice" or "suspension" or "recall" or "reversal" && IsPointed(s, token);

    private static bool IsPointed(Sentence s, int token)
    {
        var pointed = false;
        foreach (var c in s.Children(token))
        {
            if (s[c].Relation is Deprel.Acl or Deprel.Nmod || s[c].Relation == Deprel.AclRelcl && s[c].Lemma is not ("make" or "take" or "announce"))
            {
                return false;
            }

            pointed |= s[c].Relation == Deprel.Det && s[c].Norm is "the" or "this" or "that" or "such" || s[c].Relation == Deprel.NmodPoss;
        }

        return pointed;
    }

    /// <summary><i>It is extremely regrettable</i>, <i>This is a mistake</i>.</summary>
    private bool IsJudged(Sentence s, int token)
    {
        var t = s[token];
        if (t.Norm is not ("it" or "this" or "that" or "which") || t.Relation is not (Deprel.Nsubj or Deprel.Expl or Deprel.Obj) || t.Head < 0)
        {
            return false;
        }

        if (t.Relation == Deprel.Obj && s[t.Head].Lemma is not ("call" or "describe" or "consider" or "deem"))
        {
            return false;
        }

        foreach (var c in s.Children(t.Head))
        {
            // "it is regrettable that": the pronoun stands for what follows.
            if (s[c].Relation is Deprel.Ccomp or Deprel.Csubj or Deprel.Xcomp or Deprel.Advcl or Deprel.Acl && t.Relation != Deprel.Obj)
            {
                return false;
            }
        }

        if (t.Relation == Deprel.Obj)
        {
            return true;
        }

        lexicon.At(s, t.Head, _entries);
        return _entries.Exists(e => e.Value.Kind == StanceWordKind.Evaluation && e.Value.Value < 0);
    }

    /// <summary><i>demanded that it be reversed</i>: decisions are reversed, not things.</summary>
    private static bool IsReversed(Sentence s, int token)
    {
        var t = s[token];
        return t.Norm is "it" or "that" or "this" && t.Relation is Deprel.Obj or Deprel.NsubjPass && t.Head >= 0
            && (s[t.Head].Norm.StartsWith("revers", StringComparison.Ordinal) || s[t.Head].Lemma is "reconsider" or "undo" or "rescind" or "rethink" or "retract" or "revisit" or "protest" or "welcome" or "regret" or "deplore" or "condemn" or "criticize" or "denounce");
    }

    /// <summary><i>voiced strong concern</i>, <i>summoned the envoy to protest</i>: it is not said of what.</summary>
    private bool IsBare(Sentence s, int token, List<SeedAt> found)
    {
        lexicon.At(s, token, _entries);
        if (!_entries.Exists(e => e.Phrase.Length == 1 && e.Value is { Kind: StanceWordKind.Attitude, Act: SpeechAct.Regret or SpeechAct.Protest } && e.Value.Value < 0))
        {
            return false;
        }

        var noun = Clause.IsNoun(s[token]);
        if (noun && s[token].Relation is not (Deprel.Obj or Deprel.Xcomp) || s[token].Relation is Deprel.Amod or Deprel.Compound || s[token].Tag == Xpos.VBN && s[token].Relation == Deprel.Acl)
        {
            return false;
        }

        foreach (var c in s.Children(token))
        {
            if (s[c].Relation is Deprel.Obj or Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl or Deprel.Nmod or Deprel.AclRelcl or Deprel.NsubjPass or Deprel.Csubj)
            {
                return false;
            }

            if (s[c].Relation is Deprel.Obl && Clause.CaseOf(s, c) is "about" or "over" or "at" or "on" or "against" or "with" or "by" or "of" or "for" or "to")
            {
                return false;
            }
        }

        var clause = noun ? s[token].Head : token;
        foreach (var at in found)
        {
            if (s.IsUnder(at.First, clause))
            {
                return false;
            }
        }

        return true;
    }
}
