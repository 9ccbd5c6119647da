using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Trees that a small parser gets wrong in ways grammar can tell: a verb in "-s" taken for a plural, a participle behind a noun taken for the
/// sentence's verb, "is testing missiles" taken for "is missiles". The events read the mended tree; what is right is left as it is.
/// Every change keeps one root and no circle, or none is made.
/// </summary>
internal sealed partial class TreeMend
{
    private Sentence _s;
    private readonly EventLexicon _lexicon;
    private Token[]? _tokens;

    private TreeMend(Sentence sentence, EventLexicon lexicon) => (_s, _lexicon) = (sentence, lexicon);

    public static Sentence Of(Sentence sentence, EventLexicon lexicon)
    {
        var mend = new TreeMend(sentence, lexicon);
        // Each rule sees what the one before made of the tree.
        foreach (var rule in Rules)
        {
            rule(mend);
            if (mend._tokens is { } tokens)
            {
                mend._tokens = null;
                if (TreeShape.IsTree(tokens))
                {
                    mend._s = new Sentence(sentence.Text, sentence.Span, tokens);
                }
            }
        }

        return mend._s;
    }

    private static readonly Action<TreeMend>[] Rules = [m => m.TheTwo(), m => m.DueTo(), m => m.CountedVotes(), m => m.VerbsThatArePlurals(), m => m.PluralsThatAreVerbs(), m => m.PluralsBehindCommas(), m => m.VerblessRoots(), m => m.TwoSubjects(), m => m.SubjectsBehindAfter(), m => m.VerbsTakenForModifiers(), m => m.WhatCameAfter(), m => m.Particles(), m => m.InfinitivesTakenForNouns(), m => m.Progressives(), m => m.BehindModals(), m => m.IrregularPasts(), m => m.WhichTheySigned(), m => m.ReducedRelatives(), m => m.ParticiplesBehindNouns(), m => m.Whereabouts()];

    private Token this[int i]
    {
        get => _tokens is null ? _s[i] : _tokens[i];
        set
        {
            _tokens ??= _s.Tokens.ToArray();
            _tokens[i] = value;
        }
    }

    /// <summary>"The chairman of the Joint Chiefs of Staff <b>arrives</b> on Wednesday"; "unless either side <b>opts</b> out".</summary>
    private void PluralsThatAreVerbs()
    {
        var finite = Finite();
        for (var t = 1; t < _s.Count; t++)
        {
            if (_s[t].Tag is not (Xpos.NNS or Xpos.NNPS) || _s[t - 1].Pos is not (Upos.Noun or Upos.Propn) || char.IsUpper(_s.Text[_s[t].Start])
                || !(t + 1 >= _s.Count || _s[t + 1].Pos is Upos.Adp or Upos.Adv or Upos.Det or Upos.Part || _s[t + 1].Norm is "." or ",") || _lexicon.Verbs(_s[t].Lemma).IsEmpty)
            {
                continue;
            }

            var clause = _s[t].Relation is Deprel.Advcl or Deprel.Ccomp or Deprel.AclRelcl or Deprel.Parataxis && _s.Has(t, Deprel.Mark);
            if (!clause && (finite || _s.Root < 0))
            {
                continue;
            }

            var verb = _s[t] with { Tag = Xpos.VBZ, Pos = Upos.Verb };
            var root = _s.Root;
            if (clause || root == t)
            {
                this[t] = verb;
                TakeSubject(t, t - 1);
            }
            else
            {
                // The noun before takes the place in its phrase that the verb had.
                foreach (var c in _s.Children(t))
                {
                    if (c < t && c != t - 1)
                    {
                        this[c] = this[c] with { Head = t - 1 };
                    }
                }

                if (_s[t - 1].Head == t)
                {
                    this[t - 1] = this[t - 1] with { Head = _s[t].Head, Relation = _s[t].Relation };
                }

                this[t] = verb with { Head = -1, Relation = Deprel.Root };
                this[root] = this[root] with { Head = t, Relation = root < t ? Deprel.Nsubj : Deprel.Obl };
            }

            for (var c = t + 1; c < _s.Count; c++)
            {
                if (this[c].Head == t || this[c].Head == root && root < t)
                {
                    this[c] = this[c] with { Head = t, Relation = this[c].Relation is Deprel.Nmod ? Deprel.Obl : this[c].Relation };
                }
            }

            return;
        }
    }

    /// <summary>"Mark Hill, the envoy, <b>lands</b> in Oslo on Tuesday": a sentence without a verb whose plural behind the comma can be one.</summary>
    private void PluralsBehindCommas()
    {
        var root = _s.Root;
        if (root < 0 || _s[root].Pos is not (Upos.Propn or Upos.Noun) || Finite())
        {
            return;
        }

        for (var t = root + 3; t + 1 < _s.Count; t++)
        {
            if (_s[t].Tag is Xpos.NNS && _s[t - 1].Norm == "," && _s[t + 1].Pos is Upos.Adp && !char.IsUpper(_s.Text[_s[t].Start]) && !_lexicon.Verbs(_s[t].Lemma).IsEmpty)
            {
                this[t] = _s[t] with { Tag = Xpos.VBZ, Pos = Upos.Verb, Head = -1, Relation = Deprel.Root };
                this[root] = this[root] with { Head = t, Relation = Deprel.Nsubj };
                for (var c = t + 1; c < _s.Count; c++)
                {
                    if (_s[c].Head == root || _s[c].Head == t)
                    {
                        this[c] = this[c] with { Head = t, Relation = _s[c].Relation is Deprel.Nmod ? Deprel.Obl : _s[c].Relation };
                    }
                }

                return;
            }
        }
    }

    /// <summary>"The annual <b>exercises</b> with American troops": what has a determiner or a modifier and is a subject or object is no verb.</summary>
    private void VerbsThatArePlurals()
    {
        for (var t = 1; t < _s.Count; t++)
        {
            if (_s[t].Tag is Xpos.VBZ && _s[t].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl or Deprel.Nmod && _s[t - 1].Pos is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Det
                && (_s.Has(t, Deprel.Det) || _s.Has(t, Deprel.Amod) || _s.Has(t, Deprel.Compound) || _s.Has(t, Deprel.NmodPoss)) && !_lexicon.Nouns(_s[t].Lemma).IsEmpty)
            {
                this[t] = _s[t] with { Tag = Xpos.NNS, Pos = Upos.Noun };
            }
        }
    }

    /// <summary>"called <b>off</b> a meeting", "handed <b>over</b> a letter": the particle of a known phrasal verb is no preposition.</summary>
    private void Particles()
    {
        for (var verb = 0; verb + 2 < _s.Count; verb++)
        {
            if (_s[verb] is { Pos: Upos.Verb } && _s[verb + 1] is { Relation: Deprel.Case, Norm: "in" or "by" or "over" or "up" or "out" or "down" or "off" or "along" } first
                && _s[verb + 2] is { Relation: Deprel.Case, Norm: "on" or "with" or "for" or "at" or "against" } second && first.Head == second.Head)
            {
                // "dropped in on the minister": the first of two is the particle.
                this[verb + 1] = this[verb + 1] with { Head = verb, Relation = Deprel.CompoundPrt };
                continue;
            }

            if (_s[verb].Pos != Upos.Verb || _s[verb + 1].Relation is not (Deprel.Case or Deprel.CompoundPrt) || !_lexicon.IsPhrasal(_lexicon.Mend(_s[verb].Lemma, _s[verb].Tag), _s[verb + 1].Norm))
            {
                continue;
            }

            foreach (var c in _s.Children(verb))
            {
                if (_s[c].Relation == Deprel.Obl && c > verb && _s.Leftmost(c) == (_s[verb + 1].Relation == Deprel.Case ? verb + 1 : verb + 2) && !_s.Has(verb, Deprel.Obj) && (_s[verb + 1].Relation == Deprel.Case || !_s.Has(c, Deprel.Case)))
                {
                    this[verb + 1] = this[verb + 1] with { Head = verb, Relation = Deprel.CompoundPrt };
                    this[c] = this[c] with { Relation = Deprel.Obj };
                    break;
                }
            }
        }
    }

    private bool Finite()
    {
        for (var i = 0; i < _s.Count; i++)
        {
            if (_s[i].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return true;
            }
        }

        return false;
    }

    private void TakeSubject(int verb, int noun)
    {
        foreach (var c in _s.Children(verb))
        {
            if (c < noun && _s[c].Relation is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Flat or Deprel.NmodPoss or Deprel.Nummod or Deprel.NmodDesc)
            {
                this[c] = this[c] with { Head = noun };
            }
        }

        this[noun] = this[noun] with { Head = verb, Relation = Deprel.Nsubj };
    }

    /// <summary>"is expected to <b>telephone</b> Kang": not "to (the) telephone".</summary>
    private void InfinitivesTakenForNouns()
    {
        for (var to = 0; to + 2 < _s.Count; to++)
        {
            var noun = to + 1;
            if (_s[to].Norm != "to" || _s[to].Relation != Deprel.Case || _s[to].Head != noun || _s[noun].Tag != Xpos.NN || _s[noun].Head < 0 || _s[noun].Head > to
                || _s[noun + 1].Pos is not (Upos.Propn or Upos.Det or Upos.Pron) || _lexicon.Verbs(_s[noun].Norm).IsEmpty
                || _lexicon.Status(StatusPlace.Xcomp, _s[_s[noun].Head].Lemma) is not (StatusEffect.Scheduled or StatusEffect.Tentative))
            {
                continue;
            }

            var over = _s[noun].Head;
            this[to] = this[to] with { Tag = Xpos.TO, Pos = Upos.Part, Relation = Deprel.Mark };
            this[noun] = this[noun] with { Tag = Xpos.VB, Pos = Upos.Verb, Relation = Deprel.Xcomp, Lemma = _s[noun].Norm };
            for (var c = noun + 1; c < _s.Count; c++)
            {
                if (_s[c].Head == over && _s[c].Relation is Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod)
                {
                    this[c] = this[c] with { Head = noun, Relation = _s.Has(c, Deprel.Case) ? Deprel.Obl : Deprel.Obj };
                }
            }
        }
    }

    /// <summary>"is <b>testing</b> missiles": the noun is what is tested.</summary>
    private void Progressives()
    {
        for (var be = 0; be + 2 < _s.Count; be++)
        {
            var verb = be + 1;
            if (_s[be].Relation != Deprel.Cop || _s[be].Lemma != "be" || _s[verb].Tag != Xpos.VBG || _s[verb].Relation is not (Deprel.Compound or Deprel.Amod)
                || _s[verb].Head != _s[be].Head || _lexicon.Verbs(_s[verb].Lemma).IsEmpty)
            {
                continue;
            }

            if (_s[be].Head > verb)
            {
                Swap(verb, _s[be].Head, Xpos.VBG, be);
            }
        }
    }

    /// <summary>"may <b>swing</b> by Oslo", "will <b>brief</b> reporters": what stands behind a modal verb is a verb.</summary>
    private void BehindModals()
    {
        for (var modal = 0; modal + 1 < _s.Count; modal++)
        {
            var verb = modal + 1;
            if (_s[modal].Tag != Xpos.MD || _s[modal].Relation != Deprel.Aux || _s[verb].Tag is not (Xpos.NN or Xpos.JJ) || _lexicon.Verbs(_s[verb].Norm).IsEmpty)
            {
                continue;
            }

            if (_s[verb].Relation is Deprel.Amod or Deprel.Compound && _s[verb].Head > verb && (_s[modal].Head == _s[verb].Head || _s[modal].Head == verb))
            {
                Swap(verb, _s[verb].Head, Xpos.VB, modal);
            }
            else if (_s[modal].Head == verb)
            {
                this[verb] = this[verb] with { Tag = Xpos.VB, Pos = Upos.Verb, Lemma = _s[verb].Norm };
                ToOblique(verb);
            }
        }
    }

    /// <summary>"Poland <b>tore</b> up the treaty": a past that the parser never saw.</summary>
    private void IrregularPasts()
    {
        for (var verb = 1; verb < _s.Count; verb++)
        {
            if (_s[verb].Pos is Upos.Verb or Upos.Aux or Upos.Propn || _s[verb].Tag is not (Xpos.NN or Xpos.JJ) || !_lexicon.IsPast(_s[verb].Norm) || _s[verb - 1].Pos is not (Upos.Noun or Upos.Propn or Upos.Pron))
            {
                continue;
            }

            var head = _s[verb].Head;
            if (head > verb && _s[verb].Relation is Deprel.Amod or Deprel.Compound or Deprel.Nsubj)
            {
                Swap(verb, head, Xpos.VBD, -1);
                if (_s[verb - 1].Head == verb)
                {
                    this[verb - 1] = this[verb - 1] with { Relation = Deprel.Nsubj };
                }

                if (_s[head].Tag == Xpos.VBZ)
                {
                    this[head] = this[head] with { Tag = Xpos.NNS, Pos = Upos.Noun };
                }
            }
            else
            {
                this[verb] = this[verb] with { Tag = Xpos.VBD, Pos = Upos.Verb, Lemma = _lexicon.Mend(_s[verb].Norm, Xpos.VBD) };
                ToOblique(verb);
            }
        }
    }

    private void ToOblique(int verb)
    {
        foreach (var c in _s.Children(verb))
        {
            if (_s[c].Relation == Deprel.Nmod && c > verb)
            {
                this[c] = this[c] with { Relation = Deprel.Obl };
            }
        }
    }

    /// <summary>Puts a verb that hung before a noun over it: the noun is its object, what stood left of the verb is its own.</summary>
    private void Swap(int verb, int noun, Xpos tag, int auxiliary)
    {
        if (_s[noun].Pos is not (Upos.Noun or Upos.Propn or Upos.Verb) || noun < verb)
        {
            return;
        }

        foreach (var c in _s.Children(noun))
        {
            if (c < verb || c > noun && _s[c].Relation is Deprel.Punct or Deprel.Advcl or Deprel.Parataxis or Deprel.Obl or Deprel.OblUnmarked or Deprel.Conj)
            {
                this[c] = this[c] with { Head = verb, Relation = c == auxiliary ? Deprel.Aux : this[c].Relation };
            }
        }

        foreach (var c in _s.Children(verb))
        {
            if (_s[c].Relation == Deprel.NsubjPass && tag == Xpos.VBD)
            {
                this[c] = this[c] with { Relation = Deprel.Nsubj };
            }
        }

        var lemma = tag == Xpos.VB ? _s[verb].Norm : tag == Xpos.VBD ? _lexicon.Mend(_s[verb].Norm, Xpos.VBD) : _s[verb].Lemma;
        this[verb] = this[verb] with { Pos = Upos.Verb, Tag = tag, Lemma = lemma, Head = _s[noun].Head, Relation = _s[noun].Relation };
        this[noun] = this[noun] with { Head = verb, Relation = Deprel.Obj };
    }
}
