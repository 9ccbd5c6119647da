using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>What a parliament's figures and "due to" do to a tree.</summary>
internal sealed partial class TreeMend
{
    /// <summary>"Norway is <b>due to leave</b> the union": not "because of", which no verb follows.</summary>
    private void DueTo()
    {
        for (var due = 1; due + 2 < _s.Count; due++)
        {
            var verb = due + 2;
            if (_s[due].Norm != "due" || _s[due + 1].Norm != "to" || _s[verb].Tag != Xpos.VB || _s[due].Head != verb || _s[due].Relation is not (Deprel.Mark or Deprel.Case or Deprel.Advmod))
            {
                continue;
            }

            this[due] = _s[due] with { Pos = Upos.Adj, Tag = Xpos.JJ, Head = _s[verb].Head, Relation = _s[verb].Relation };
            this[due + 1] = _s[due + 1] with { Pos = Upos.Part, Tag = Xpos.TO, Head = verb, Relation = Deprel.Mark };
            this[verb] = _s[verb] with { Head = due, Relation = Deprel.Xcomp };
            foreach (var c in _s.Children(verb))
            {
                if (c < due)
                {
                    this[c] = _s[c] with { Head = due, Relation = _s[c].Relation == Deprel.NsubjOuter ? Deprel.Nsubj : _s[c].Relation };
                }
            }

            return;
        }
    }

    /// <summary>"The Commons <b>approved</b> by 90 votes to 71 <b>a bill</b>": the figures are no doers, and what stands behind them is what was voted on.</summary>
    private void CountedVotes()
    {
        for (var verb = 1; verb + 5 < _s.Count; verb++)
        {
            if (_s[verb].Pos != Upos.Verb || _s[verb].Tag is not (Xpos.VBN or Xpos.VBD) || AfterVotes(verb + 1) is not (var next and > 0))
            {
                continue;
            }

            var passive = _s.Has(verb, Deprel.AuxPass);
            foreach (var c in _s.Children(verb))
            {
                if (c > verb && c < next && _s[c].Relation == Deprel.OblAgent)
                {
                    this[c] = _s[c] with { Relation = Deprel.Obl };
                }
                else if (c < verb && _s[c].Relation == Deprel.NsubjPass && !passive)
                {
                    this[c] = _s[c] with { Relation = Deprel.Nsubj };
                }
            }

            // The noun phrase that begins right behind the figures and hangs on one of them.
            for (var noun = next; !passive && noun < Math.Min(_s.Count, next + 6); noun++)
            {
                if (_s[noun].Pos is Upos.Noun or Upos.Propn && _s[noun].Head < next && _s[noun].Head >= verb && _s.Leftmost(noun) == next)
                {
                    this[noun] = _s[noun] with { Head = verb, Relation = Deprel.Obj };
                    this[verb] = this[verb] with { Tag = Xpos.VBD };
                    break;
                }
            }

            return;
        }
    }

    /// <summary>Where "by 90 votes to 71", "by a vote of 90 to 71", "by 90-71" ends, which begins here; 0 where no such figures stand.</summary>
    private int AfterVotes(int at)
    {
        if (_s[at].Norm is not ("by" or "with" or "in"))
        {
            return 0;
        }

        var (numbers, votes, i) = (0, false, at + 1);
        for (; i < _s.Count && i < at + 10; i++)
        {
            if (_s[i].Pos == Upos.Num)
            {
                numbers++;
            }
            else if (_s[i].Norm is "vote" or "votes" or "ballot" or "ballots")
            {
                votes = true;
            }
            else if (_s[i].Norm is not ("to" or "against" or "of" or "-" or "–") && !(numbers == 0 && _s[i].Pos is Upos.Det or Upos.Adj))
            {
                break;
            }
        }

        return numbers >= 2 || votes && numbers == 1 ? i : 0;
    }
}
