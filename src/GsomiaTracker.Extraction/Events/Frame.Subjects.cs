using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Whose deed a verb is: its own subject, what a relative pronoun stands for, the one that a clause above lends it, or the noun that a tree lost.</summary>
internal sealed partial class Frame
{
    /// <summary>"About 50 activists scuffled with police": a sentence whose only verb was taken for a participle of its subject.</summary>
    private bool FiniteInDisguise(int verb) =>
        _s[verb].Head >= 0 && _s[_s[verb].Head].Relation == Deprel.Root && !_view.IsVerb(_s[verb].Head) && !_s.Has(_s[verb].Head, Deprel.Cop) && _s[verb].Norm.EndsWith("ed", StringComparison.Ordinal)
        && !_s.Has(verb, Deprel.OblAgent) && (verb + 1 >= _s.Count || _s[verb + 1].Norm != "by");

    /// <summary>For a tree that lost its subject: the noun right before the verb, with the one joined to it by "and".</summary>
    private void Leftward(int verb, List<int> into)
    {
        var at = verb - 1;
        while (at >= 0 && _s[at].Pos is Upos.Aux or Upos.Adv or Upos.Part)
        {
            at--;
        }

        // A name that the tagger did not know as one ("Stilwell met ...").
        if (verb >= 1 && at < verb - 1 && _s[verb - 1].Pos == Upos.Adv && char.IsUpper(_s.Text[_s[verb - 1].Start]) && _view.MentionAt(verb - 1) is not null)
        {
            at = verb - 1;
        }
        else if (at < 0 || _s[at].Pos is not (Upos.Propn or Upos.Noun or Upos.Pron))
        {
            return;
        }

        into.Add(at);
        while (at > 0 && _s[at - 1].Pos is Upos.Propn)
        {
            at--;
        }

        if (at >= 2 && _s[at - 1].Norm == "and" && _s[at - 2].Pos is Upos.Propn or Upos.Noun)
        {
            into.Add(at - 2);
        }
    }

    /// <summary>A relative pronoun stands for the noun that its clause hangs on.</summary>
    private int Antecedent(int token)
    {
        if (_s[token].Tag is Xpos.WDT or Xpos.WP || _s[token].Norm is "that" && _s[token].Pos == Upos.Pron)
        {
            for (var i = token; i >= 0; i = _s[i].Head)
            {
                if (_s[i].Relation == Deprel.AclRelcl && _s[i].Head >= 0)
                {
                    var head = _s[i].Head;
                    if (_s[token].Norm == "who" && _view.MentionAt(head)?.Referent.Official is null && Before2(token) is var near and >= 0)
                    {
                        return near;
                    }

                    return head;
                }
            }

            if (_s[token].Norm == "who" && Before2(token) is var person and >= 0)
            {
                return person;
            }
        }

        return token;
    }

    /// <summary>The nouns that the head of a relative clause is part of, and whoever is named right before the pronoun.</summary>
    private void Alternatives(int pronoun)
    {
        if (_s[pronoun].Tag is not (Xpos.WDT or Xpos.WP) && !(_s[pronoun].Norm == "that" && _s[pronoun].Pos == Upos.Pron))
        {
            return;
        }

        for (var i = pronoun - 1; i >= Math.Max(0, pronoun - 2); i--)
        {
            if (_view.MentionAt(i) is { } near)
            {
                Alternates.Add(near.Head);
                break;
            }
        }

        var at = Antecedent(pronoun);
        for (var steps = 0; steps < 4 && at >= 0 && at < pronoun && _s[at].Relation is Deprel.Nmod or Deprel.Obj or Deprel.Acl or Deprel.Compound or Deprel.Appos && _s[at].Head is var up and >= 0 && up < pronoun; steps++)
        {
            at = up;
            Alternates.Add(at);
        }
    }

    /// <summary>The person named right before a "who", a comma between or not; -1 when there is none.</summary>
    private int Before2(int who)
    {
        for (var i = who - 1; i >= Math.Max(0, who - 3); i--)
        {
            if (_view.MentionAt(i)?.Referent.Official is not null)
            {
                return _view.MentionAt(i)!.Head;
            }
        }

        return -1;
    }

    /// <summary>Whose deed a verb without a subject of its own is.</summary>
    private List<int> InheritedSubjects(int verb)
    {
        var found = new List<int>();
        var at = verb;
        for (var steps = 0; steps < 6 && found.Count == 0; steps++)
        {
            var head = _s[at].Head;
            if (head < 0)
            {
                break;
            }

            switch (_s[at].Relation)
            {
                case Deprel.Conj or Deprel.Advcl or Deprel.Parataxis:
                    TakeSubjects(head, found);
                    break;
                case Deprel.Xcomp or Deprel.Ccomp:
                    // "asked Kono to visit": the one asked goes.
                    var asked = _s.Child(head, Deprel.Obj);
                    if (asked < 0)
                    {
                        asked = _s.Child(head, Deprel.Iobj);
                    }

                    if (asked >= 0 && _s[at].Relation == Deprel.Xcomp && _s[asked].Pos is Upos.Propn or Upos.Pron or Upos.Noun && asked < at && !(_view.Lemma(head) is "hold" or "have" or "make" or "take"))
                    {
                        found.Add(Antecedent(asked));
                    }
                    else
                    {
                        TakeSubjects(head, found);
                    }

                    break;
                case Deprel.Acl:
                    if (_s[at].Tag is Xpos.VBG or Xpos.VBN or Xpos.VBD)
                    {
                        found.Add(head);
                    }
                    else
                    {
                        // "Seoul's decision to end", "made a decision to end"
                        var owner = _s.Child(head, Deprel.NmodPoss);
                        if (owner >= 0)
                        {
                            found.Add(owner);
                        }
                        else if (_s[head].Head >= 0 && _s[head].Relation is Deprel.Obj or Deprel.Obl)
                        {
                            TakeSubjects(_s[head].Head, found);
                        }
                    }

                    return found;
                case Deprel.AclRelcl:
                    found.Add(head);
                    return found;
                case Deprel.Obl or Deprel.Nmod:
                    TakeSubjects(head, found);
                    break;
                default:
                    break;
            }

            at = head;
        }

        return found;
    }

    private void TakeSubjects(int verb, List<int> into)
    {
        foreach (var c in _s.Children(verb))
        {
            if (_s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter)
            {
                into.Add(Antecedent(c));
            }
        }
    }
}
