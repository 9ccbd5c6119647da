using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>"The two held talks": a number that stands for people is the subject of the verb behind it.</summary>
internal sealed partial class TreeMend
{
    private void TheTwo()
    {
        for (var t = 1; t + 1 < _s.Count; t++)
        {
            if (_s[t].Norm is not ("two" or "three" or "four" or "five" or "pair" or "duo" or "trio") || _s[t - 1].Norm != "the" || _s[t].Relation is Deprel.Nsubj or Deprel.NsubjPass)
            {
                continue;
            }

            var verb = t + 1;
            while (verb < _s.Count && _s[verb].Pos == Upos.Adv && verb - t < 3)
            {
                verb++;
            }

            if (verb + 1 >= _s.Count || _s[verb].Tag is not (Xpos.VBN or Xpos.VBD))
            {
                continue;
            }

            if (_s[t].Head == verb && _s[verb].Relation != Deprel.Amod && _s[t].Relation is Deprel.Nummod or Deprel.OblUnmarked or Deprel.NsubjPass && !_s.Has(verb, Deprel.Nsubj) && !_s.Has(verb, Deprel.AuxPass))
            {
                // "Later the two held talks": counted as the verb's.
                this[t] = this[t] with { Relation = Deprel.Nsubj };
                this[verb] = this[verb] with { Tag = Xpos.VBD };
                if (this[t - 1].Head == verb)
                {
                    this[t - 1] = this[t - 1] with { Head = t };
                }
            }
            else if (_s[verb].Relation == Deprel.Amod && _s[verb].Head is var noun && noun > verb && noun - verb <= 4 && (_s[t].Head == noun || _s[t].Head == verb) && _lexicon.Light.Contains(_s[verb].Lemma) && !_lexicon.Nouns(_s[noun].Lemma).IsEmpty)
            {
                // "when the two held talks": what is held is held by them.
                var over = _s[noun].Head;
                this[verb] = this[verb] with { Tag = Xpos.VBD, Head = over, Relation = over < 0 ? Deprel.Root : Opens(noun) ? Deprel.Advcl : _s[noun].Relation is Deprel.Root or Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis or Deprel.Advcl ? _s[noun].Relation : Deprel.Parataxis };
                this[noun] = this[noun] with { Head = verb, Relation = Deprel.Obj };
                this[t] = this[t] with { Head = verb, Relation = Deprel.Nsubj };
                this[t - 1] = this[t - 1] with { Head = t };
                foreach (var c in _s.Children(noun))
                {
                    if (c < t - 1 && _s[c].Relation is Deprel.Advmod or Deprel.Mark or Deprel.Punct or Deprel.Cc || c > noun && _s[c].Relation == Deprel.Punct)
                    {
                        this[c] = this[c] with { Head = verb };
                    }
                }

                for (var c = noun + 1; c < _s.Count && over >= 0; c++)
                {
                    if (_s[c].Head == over && _s[c].Relation == Deprel.Obl)
                    {
                        // "in Bangkok on Sunday": right behind it.
                        this[c] = this[c] with { Head = verb };
                    }
                }
            }
        }
    }

    /// <summary>Whether a word before the noun's phrase opens a clause.</summary>
    private bool Opens(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 7); i--)
        {
            if (_s[i].Norm is "when" or "as" or "after" or "before" or "while" or "where" or "since")
            {
                return true;
            }
        }

        return false;
    }
}
