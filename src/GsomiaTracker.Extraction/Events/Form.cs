using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The form of a predicate: its auxiliaries and negation. A later verb of a pair shares the first one's ("will meet and sign").</summary>
/// <param name="Modal">The modal verb, "" without one.</param>
/// <param name="To">An infinitive with "to".</param>
/// <param name="Have">"have" is among the auxiliaries.</param>
/// <param name="IsTo">"is to meet".</param>
/// <param name="Going">"is going to".</param>
internal readonly record struct Form(string Modal, bool To, bool IsTo, bool BePast, bool Perfect, bool Have, bool HasAux, bool Finite, bool Going, bool Negated)
{
    public static Form Of(EventSentence view, int verb)
    {
        var s = view.Syntax;
        var form = Own(view, verb);
        if (s[verb].Relation == Deprel.Conj && s[verb].Head >= 0 && !form.HasAux && !form.To && form.Modal.Length == 0
            && s[verb].Tag is Xpos.VB or Xpos.VBN && !s.Has(verb, Deprel.Nsubj))
        {
            var first = Own(view, s[verb].Head);
            return first with { Negated = form.Negated || first.Negated && false };
        }

        return form;
    }

    private static Form Own(EventSentence view, int verb)
    {
        var s = view.Syntax;
        var modal = "";
        bool to = false, be = false, bePast = false, have = false, aux = false, negated = false, finite = false, bareBe = false;
        foreach (var c in s.Children(verb))
        {
            var child = s[c];
            switch (child.Relation)
            {
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    if (child.Tag == Xpos.MD)
                    {
                        modal = child.Norm;
                        break;
                    }

                    aux = true;
                    finite |= child.Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP;
                    if (child.Lemma == "be")
                    {
                        be = true;
                        bareBe |= child.Tag == Xpos.VB;
                        bePast |= child.Tag == Xpos.VBD;
                    }
                    else if (child.Lemma == "have")
                    {
                        have = true;
                    }

                    break;
                case Deprel.Mark when child.Norm == "to":
                    to = true;
                    break;
                case Deprel.Nsubj or Deprel.NsubjPass when child.Norm is "nothing" or "nobody" or "none" or "neither" || s.Child(c, Deprel.Det) is var det and >= 0 && s[det].Norm is "no" or "neither":
                    negated = true;
                    break;
                case Deprel.Advmod when child.Norm is "not" or "n't" or "n’t" or "never" or "neither" or "nor":
                case Deprel.Det when child.Norm == "no":
                    negated = true;
                    break;
                default:
                    break;
            }
        }

        // "is to meet": "be" over the infinitive, or beside it.
        var head = s[verb].Head;
        var overBe = to && s[verb].Relation is Deprel.Xcomp or Deprel.Ccomp && head >= 0 && view.Lemma(head) == "be" && verb - head <= 3;
        if (overBe)
        {
            bePast = s[head].Tag == Xpos.VBD;
        }

        var going = view.Lemma(verb) == "go" && s.Has(verb, Deprel.Xcomp);
        var presentBe = be && to && (s[verb].Tag == Xpos.VB || have || bareBe && finite) && modal.Length == 0;
        return new Form(modal, to, overBe || presentBe, bePast, have && s[verb].Tag is Xpos.VBN or Xpos.VBD, have, aux, finite, going, negated);
    }
}
