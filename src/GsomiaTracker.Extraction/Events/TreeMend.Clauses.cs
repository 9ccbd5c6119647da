using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Clauses put right: which verb is the sentence's, which a participle, and whose subjects and objects stand around "after".</summary>
internal sealed partial class TreeMend
{
    /// <summary>"Stephen Biegun, the envoy who was in town, <b>met</b> with Kim": a name is no sentence where a verb behind it has no subject.</summary>
    private void VerblessRoots()
    {
        var root = _s.Root;
        if (root < 0 || _s[root].Pos is not (Upos.Noun or Upos.Propn) || _s.Has(root, Deprel.Cop) || _s.Has(root, Deprel.Nsubj))
        {
            return;
        }

        for (var verb = root + 2; verb < _s.Count; verb++)
        {
            if (_s[verb].Tag == Xpos.VBN && _s[verb].Relation == Deprel.Acl && (_s.Has(verb, Deprel.CompoundPrt) || _lexicon.TakesNoObject(_s[verb].Lemma)) && _s[verb - 1].Norm != "," && !_s.Has(verb, Deprel.OblAgent) && !Finite())
            {
                // "The leaders of three parties set out for Oslo", "Thousands of farmers marched through Oslo": the sentence's only verb.
                this[verb] = this[verb] with { Tag = Xpos.VBD, Head = -1, Relation = Deprel.Root };
                this[root] = this[root] with { Head = verb, Relation = Deprel.Nsubj };
                return;
            }

            var loose = _s[verb].Relation == Deprel.Conj && _s[verb].Pos == Upos.Verb && (_s[verb].Tag is Xpos.VBD or Xpos.VBZ || _lexicon.IsPast(_s[verb].Norm));
            if (!loose && (_s[verb].Tag is not (Xpos.VBD or Xpos.VBZ) || _s[verb].Pos != Upos.Verb || _s[verb - 1].Norm != ",") || _s[verb].Relation is not (Deprel.Parataxis or Deprel.Conj or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl or Deprel.Appos or Deprel.Dep)
                || _s.Has(verb, Deprel.Nsubj) || _s.Has(verb, Deprel.NsubjPass) || _s.Has(verb, Deprel.Mark) || _s.Has(verb, Deprel.Cc))
            {
                continue;
            }

            this[verb] = this[verb] with { Tag = _s[verb].Tag == Xpos.VB ? Xpos.VBD : _s[verb].Tag, Head = -1, Relation = Deprel.Root };
            this[root] = this[root] with { Head = verb, Relation = Deprel.Nsubj };
            if (_s[verb].Head != root)
            {
                // What stood behind the verb and hung on the name.
                foreach (var c in _s.Children(root))
                {
                    if (c > verb)
                    {
                        this[c] = this[c] with { Head = verb };
                    }
                }
            }

            return;
        }
    }

    /// <summary>"The envoy <b>called</b> in the ambassador at noon, the ministry said": of two subjects of "said" the first is the verb's behind it.</summary>
    private void TwoSubjects()
    {
        for (var verb = 1; verb < _s.Count; verb++)
        {
            var noun = _s[verb].Head;
            if (_s[verb].Tag is not (Xpos.VBN or Xpos.VBD) || _s[verb].Relation is not (Deprel.Acl or Deprel.AclRelcl) || noun < 0 || noun > verb || _s[noun].Relation is not (Deprel.Nsubj or Deprel.NsubjPass)
                || _s.Has(verb, Deprel.Nsubj) || _s.Has(verb, Deprel.Aux) || _s.Has(verb, Deprel.AuxPass) || _s[verb - 1].Norm == ",")
            {
                continue;
            }

            var said = _s[noun].Head;
            if (said < 0 || !_lexicon.Report.Contains(_s[said].Lemma))
            {
                continue;
            }

            foreach (var second in _s.Children(said))
            {
                if (second > verb && second < said && _s[second].Relation is Deprel.Nsubj && said - second <= 6)
                {
                    this[verb] = this[verb] with { Tag = Xpos.VBD, Head = said, Relation = Deprel.Ccomp };
                    this[noun] = this[noun] with { Head = verb, Relation = Deprel.Nsubj };
                    return;
                }
            }
        }
    }

    /// <summary>"came after <b>Poland</b> summoned the ambassador": what stands between "after" and its verb is the verb's subject.</summary>
    private void SubjectsBehindAfter()
    {
        for (var verb = 2; verb < _s.Count; verb++)
        {
            if (_s[verb].Tag is not (Xpos.VBD or Xpos.VBZ or Xpos.VBN) || _s[verb].Relation is not (Deprel.Advcl or Deprel.Acl or Deprel.Conj or Deprel.Parataxis) || _s[verb].Head < 0 || _s[verb].Head > verb
                || _s.Has(verb, Deprel.Nsubj) || _s.Has(verb, Deprel.NsubjPass) || _s.Has(verb, Deprel.Cc) || _s.Has(verb, Deprel.OblAgent) || _s[verb - 1].Norm == ",")
            {
                continue;
            }

            // The phrase that ends right before the verb and hangs on the same word, or on which the verb hangs; a time may stand between.
            var noun = Ending(_s[verb].Head, verb - 1);
            var time = noun >= 0 && IsTime(noun) ? noun : -1;
            if (time >= 0)
            {
                noun = Ending(_s[verb].Head, _s.Leftmost(time) - 1);
            }

            if (noun < 0 && _s[verb].Relation == Deprel.Acl && _s[verb].Tag == Xpos.VBD && _s[_s[verb].Head].Relation is Deprel.Obl or Deprel.Nmod)
            {
                noun = _s[verb].Head;
            }

            var word = noun < 0 || _s[noun].Pos is not (Upos.Noun or Upos.Propn or Upos.Pron) ? -1 : Before(noun) is var own and >= 0 ? own : _s.Child(verb, Deprel.Mark);
            if (word < 0 || _s[word].Norm is not ("after" or "before" or "since" or "until" or "when" or "as") || word > noun)
            {
                continue;
            }

            var over = _s[verb].Head == noun ? _s[noun].Head : _s[verb].Head;
            this[word] = this[word] with { Head = verb, Relation = Deprel.Mark };
            this[verb] = this[verb] with { Tag = _s[verb].Tag == Xpos.VBN ? Xpos.VBD : _s[verb].Tag, Head = over, Relation = Deprel.Advcl };
            this[noun] = this[noun] with { Head = verb, Relation = Deprel.Nsubj };
            if (time >= 0)
            {
                this[time] = this[time] with { Head = verb };
            }
        }
    }

    /// <summary>The phrase under a word that ends at a token; -1 without one.</summary>
    private int Ending(int head, int last)
    {
        var noun = -1;
        foreach (var c in _s.Children(head))
        {
            noun = c <= last && _s[c].Relation is Deprel.Obl or Deprel.Nmod or Deprel.OblUnmarked && _s.Rightmost(c) == last ? c : noun;
        }

        return noun;
    }

    private bool IsTime(int noun) => _s[noun].Norm is "year" or "month" or "week" or "day" || _lexicon.Months.Contains(_s[noun].Norm);

    /// <summary>The last preposition of a phrase: in "gone by since the court ..." the second.</summary>
    private int Before(int noun)
    {
        var word = -1;
        foreach (var c in _s.Children(noun))
        {
            word = _s[c].Relation == Deprel.Case && c < noun && _s[c].Tag != Xpos.POS ? c : word;
        }

        return word;
    }

    /// <summary>"Poland <b>imposed</b> export curbs": a participle with a subject of its own before a noun is the verb.</summary>
    private void VerbsTakenForModifiers()
    {
        for (var verb = 1; verb < _s.Count; verb++)
        {
            if (_s[verb] is { Tag: Xpos.VBN or Xpos.VBD, Relation: Deprel.Amod } && _s[verb].Head is var owned && owned > verb && _s.Child(owned, Deprel.NmodPoss) is var owner && owner > verb
                && _s[owned].Relation == Deprel.Appos && _s[owned].Head is var named && named >= 0 && named < verb && _s[named].Pos is Upos.Propn or Upos.Noun)
            {
                // "Jan Kowal summoned Norway's ambassador": nothing modifies a noun before its owner.
                this[verb] = this[verb] with { Pos = Upos.Verb, Tag = Xpos.VBD, Head = _s[named].Head, Relation = _s[named].Relation };
                this[named] = this[named] with { Head = verb, Relation = Deprel.Nsubj };
                this[owned] = this[owned] with { Head = verb, Relation = Deprel.Obj };
                return;
            }

            if (_s[verb].Tag is not (Xpos.VBN or Xpos.VBD) || _s[verb].Relation is not (Deprel.Amod or Deprel.Compound) || _s[verb].Head < verb || !(_s.Has(verb, Deprel.Nsubj) || _s.Has(verb, Deprel.NsubjPass)))
            {
                continue;
            }

            var noun = _s[verb].Head;
            while (_s[noun].Relation is Deprel.Compound or Deprel.Amod && _s[noun].Head > noun)
            {
                noun = _s[noun].Head;
            }

            Swap(verb, noun, Xpos.VBD, -1);
            return;
        }
    }

    /// <summary>"came after Tokyo tightened <b>controls</b> and <b>removed</b> Seoul": object and second verb belong to the clause behind "after", not to "came".</summary>
    private void WhatCameAfter()
    {
        for (var verb = 2; verb < _s.Count; verb++)
        {
            var over = _s[verb].Head;
            if (_s[verb].Relation != Deprel.Advcl || over < 0 || over > verb || _s.Child(verb, Deprel.Mark) is var mark && (mark < 0 || _s[mark].Norm is not ("after" or "before" or "since")))
            {
                continue;
            }

            foreach (var c in _s.Children(over))
            {
                if (c > verb && c - verb <= 4 && _s[c].Relation is Deprel.Obl or Deprel.Obj && _s[c].Pos is Upos.Noun or Upos.Propn && _s.Leftmost(c) == verb + 1 && !_s.Has(c, Deprel.Case) && !_s.Has(verb, Deprel.Obj))
                {
                    this[c] = this[c] with { Head = verb, Relation = Deprel.Obj };
                }
                else if (c > verb && _s[c].Relation == Deprel.Conj && _s[c].Tag == _s[verb].Tag && _s[over].Lemma is "come" or "follow" or "begin" or "start" && !_s.Has(c, Deprel.Nsubj) && _s[c].Tag == Xpos.VBD)
                {
                    this[c] = this[c] with { Head = verb };
                }
            }
        }
    }

    /// <summary>"a drill <b>scheduled</b> for this month would be postponed": the finite verb behind is the noun's, the participle speaks of it.</summary>
    private void ReducedRelatives()
    {
        for (var verb = 1; verb < _s.Count; verb++)
        {
            if (_s[verb].Tag is not (Xpos.VBN or Xpos.VBD) && _s[verb].Norm != "set" || _s.Has(verb, Deprel.Aux) || _s.Has(verb, Deprel.AuxPass) || _s.Has(verb, Deprel.Cop) || _s.Has(verb, Deprel.Obj))
            {
                continue;
            }

            var noun = _s.Child(verb, Deprel.Nsubj) is var active and >= 0 ? active : _s.Child(verb, Deprel.NsubjPass);
            if (noun < 0 || noun > verb || _s[noun].Pos is Upos.Pron || !(noun == verb - 1 || _s[verb - 1].Norm == ",")
                || verb + 1 >= _s.Count || !(_s[verb + 1].Pos is Upos.Adp or Upos.Adv or Upos.Propn or Upos.Det || _s[verb + 1].Norm is "last" or "next" or "to") || Main(verb) is not (var main and >= 0))
            {
                continue;
            }

            foreach (var c in _s.Children(verb))
            {
                if (c < noun || c > main && c != main || _s[c].Relation == Deprel.Punct && c > noun && c > main)
                {
                    this[c] = this[c] with { Head = main };
                }
            }

            if (_s[main].Head == verb)
            {
                this[main] = this[main] with { Head = _s[verb].Head, Relation = _s[verb].Relation };
            }

            var passive = _s.Has(main, Deprel.AuxPass);
            foreach (var c in _s.Children(main))
            {
                if (_s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass)
                {
                    // "later this month": a time taken for the subject.
                    this[c] = this[c] with { Head = verb, Relation = Deprel.Obl };
                }
            }

            this[noun] = this[noun] with { Head = main, Relation = passive ? Deprel.NsubjPass : Deprel.Nsubj };
            this[verb] = this[verb] with { Tag = Xpos.VBN, Pos = Upos.Verb, Head = noun, Relation = Deprel.Acl, Lemma = _s[verb].Norm == "set" ? "set" : _s[verb].Lemma };
            return;
        }
    }

    /// <summary>The finite verb behind a participle that hangs on it, or beside it, with no subject of its own; -1 without one.</summary>
    private int Main(int verb)
    {
        for (var w = verb + 2; w < _s.Count; w++)
        {
            if (!(_s[w].Head == verb && _s[w].Relation is Deprel.Parataxis or Deprel.Ccomp or Deprel.Advcl or Deprel.Xcomp or Deprel.Conj || _s[w].Head == _s[verb].Head && _s[w].Head >= 0 && _s[w].Relation == _s[verb].Relation && _s[w].Relation is Deprel.Ccomp)
                || _s.Has(w, Deprel.Mark) || _s.Has(w, Deprel.Cc) || OwnSubject(w, verb))
            {
                continue;
            }

            if (_s[w].Tag is Xpos.VBZ or Xpos.VBP)
            {
                return w;
            }

            foreach (var c in _s.Children(w))
            {
                if (_s[c].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && _s[c].Tag is Xpos.MD or Xpos.VBZ or Xpos.VBP or Xpos.VBD && c > verb)
                {
                    return w;
                }
            }
        }

        return -1;
    }

    /// <summary>A subject that is no time: "later this <b>month</b> could be scaled back".</summary>
    private bool OwnSubject(int verb, int after)
    {
        foreach (var c in _s.Children(verb))
        {
            if (_s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter or Deprel.Csubj && !(c > after && _s[c].Norm is "month" or "week" or "year" or "day"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the accord, or Gsomia, <b>signed</b> in 2016": what was signed stands before the comma, whatever verb the tree hangs it on.</summary>
    private void ParticiplesBehindNouns()
    {
        for (var verb = 2; verb + 1 < _s.Count; verb++)
        {
            if (_s[verb].Tag != Xpos.VBN || _s[verb].Relation is not (Deprel.Conj or Deprel.Advcl or Deprel.Parataxis or Deprel.Dep) || _s[verb - 1].Norm != "," || _s[verb + 1].Pos is not Upos.Adp
                || _s.Has(verb, Deprel.Aux) || _s.Has(verb, Deprel.AuxPass) || _s.Has(verb, Deprel.Obj) || _s.Has(verb, Deprel.Nsubj) || _s.Has(verb, Deprel.NsubjPass) || _s.Has(verb, Deprel.Mark) || _s.Has(verb, Deprel.Cc)
                || _lexicon.Verbs(_s[verb].Lemma).IsEmpty || _s[verb].Head is var over && (over < 0 || _s.Has(over, Deprel.AuxPass) || over > verb))
            {
                continue;
            }

            var noun = verb - 2;
            if (_s[noun].Norm == ")")
            {
                noun = Math.Max(0, noun - 1);
            }

            if (_s[noun].Pos is not (Upos.Noun or Upos.Propn))
            {
                continue;
            }

            for (var steps = 0; steps < 6 && _s[noun].Head is var up and >= 0 && up < verb && _s[up].Pos is Upos.Noun or Upos.Propn
                && _s[noun].Relation is Deprel.Nmod or Deprel.Flat or Deprel.Compound or Deprel.Appos or Deprel.Conj or Deprel.NmodUnmarked; steps++)
            {
                noun = up;
            }

            this[verb] = this[verb] with { Head = noun, Relation = Deprel.Acl };
        }
    }

    /// <summary>"the treaty, <b>which</b> Norway and Poland <b>signed</b> in May": taken for an apposition ("which Norway ...") with a participle beside it.</summary>
    private void WhichTheySigned()
    {
        for (var t = 2; t + 2 < _s.Count; t++)
        {
            if (_s[t] is not { Norm: "which", Relation: Deprel.Det, Head: var first } || first <= t || this[first].Relation != Deprel.Appos || this[first].Head is not (>= 0 and var noun) || noun >= t)
            {
                continue;
            }

            foreach (var verb in _s.Children(noun))
            {
                if (verb > first && _s[verb].Relation is Deprel.Acl or Deprel.AclRelcl && _s[verb].Tag is Xpos.VBD or Xpos.VBN && verb - 1 == _s.Rightmost(first) && !_s.Has(verb, Deprel.Nsubj) && !_s.Has(verb, Deprel.Aux))
                {
                    this[t] = this[t] with { Head = verb, Relation = Deprel.Obj };
                    this[first] = this[first] with { Head = verb, Relation = Deprel.Nsubj };
                    this[verb] = this[verb] with { Relation = Deprel.AclRelcl, Tag = Xpos.VBD };
                    break;
                }
            }
        }
    }

    /// <summary>"The envoy <b>was</b> in Warsaw last week": where somebody is, or will be, told by a verb with a place, not by a place with a verb.</summary>
    private void Whereabouts()
    {
        for (var be = 1; be + 2 < _s.Count; be++)
        {
            var place = _s[be].Head;
            if (_s[be].Relation != Deprel.Cop || place <= be || place - be > 5 || _s[place].Pos != Upos.Propn || _s[be].Lemma != "be" || _s.Child(place, Deprel.Case) is not (var word and > 0) || _s[word].Norm is not ("in" or "at")
                || _s.Child(place, Deprel.Nsubj) is not (var who and >= 0) || _s[who].Pos is not (Upos.Propn or Upos.Pron))
            {
                continue;
            }

            this[be] = this[be] with { Pos = Upos.Verb, Head = _s[place].Head, Relation = _s[place].Relation };
            foreach (var c in _s.Children(place))
            {
                if (c != be && (c < be || _s[c].Relation is Deprel.Advmod or Deprel.Nmod or Deprel.Obl or Deprel.OblUnmarked or Deprel.NmodUnmarked or Deprel.Advcl or Deprel.Parataxis or Deprel.Punct || _s[c].Relation == Deprel.Conj && _s[c].Pos == Upos.Verb))
                {
                    this[c] = this[c] with { Head = be, Relation = _s[c].Relation is Deprel.Nmod ? Deprel.Obl : _s[c].Relation };
                }
            }

            this[place] = this[place] with { Head = be, Relation = Deprel.Obl };
        }
    }
}
