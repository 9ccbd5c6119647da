using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>How a row of the tables fits a word.</summary>
internal enum TriggerFit
{
    /// <summary>All that it asks for is there.</summary>
    Fits,

    /// <summary>All but one thing is.</summary>
    Nearly,

    /// <summary>A row of events-wide.tsv, which asks for little.</summary>
    Wide,
}

/// <summary>A word that tells an event, or may, with the row by which it does and its frame.</summary>
/// <param name="Unmet">What is missing of what the row asks for; null where nothing is.</param>
internal sealed record TriggerHit(Trigger Trigger, Frame Frame, TriggerFit Fit = TriggerFit.Fits, Need? Unmet = null);

/// <summary>Finds the row of events-triggers.tsv that fits a word, if any.</summary>
internal sealed class TriggerMatcher(EventLexicon lexicon)
{
    private const int NearWords = 8;
    private const int MostNearly = 2;
    private const int MostMaybe = 3;

    private readonly WordSet _office = lexicon.Class("office");
    private readonly WordSet _government = lexicon.Class("government");
    private readonly WordSet _course = lexicon.Class("course");
    private readonly WordSet _acts = lexicon.Class("acts");
    private readonly WordSet _treaty = lexicon.Class("treaty");
    private readonly WordSet _list = lexicon.Class("list");
    private readonly WordSet _restriction = lexicon.Class("restriction");

    /// <summary>The first row that fits the word; null without one.</summary>
    /// <param name="maybe">Gets, where no row fits, rows that nearly do and those of the wide table: one of a kind, and only so many.</param>
    public TriggerHit? Match(EventSentence view, int token, List<TriggerHit> maybe)
    {
        maybe.Clear();
        var s = view.Syntax;
        var joined = view.Joined(token);
        var plain = view.Lemma(token);
        if (view.IsVerb(token) && !IsMistakenNoun(view, token))
        {
            return MatchVerb(view, token, joined, maybe) ?? (ReferenceEquals(joined, plain) ? null : MatchVerb(view, token, plain, maybe));
        }

        if (s[token].Pos == Upos.Adj && s[token].Norm is "due" or "effective")
        {
            return MatchVerb(view, token, s[token].Norm, maybe);
        }

        if (s[token].Pos is Upos.Noun or Upos.Propn or Upos.Adj || view.IsVerb(token))
        {
            if (view.IsVerb(token))
            {
                return MatchNoun(view, token, s[token].Norm, maybe);
            }

            return MatchNoun(view, token, joined.ToLowerInvariant(), maybe) ?? (ReferenceEquals(joined, plain) ? null : MatchNoun(view, token, plain, maybe));
        }

        return null;
    }

    /// <summary>"Supreme Court rulings" taken for a verb.</summary>
    private bool IsMistakenNoun(EventSentence view, int token)
    {
        var s = view.Syntax;
        if (s[token].Tag == Xpos.VBG && !lexicon.Nouns(s[token].Norm).IsEmpty
            && (s[token].Relation is Deprel.Nmod or Deprel.Obl or Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass || s.Has(token, Deprel.Det) || token > 0 && s[token - 1].Tag is Xpos.POS or Xpos.PRPPoss or Xpos.DT))
        {
            return true;
        }

        return token > 0 && s[token].Norm is "rulings" or "ruling" or "meetings" or "talks" or "launches" or "drills" or "curbs" or "visits" or "tests" or "controls"
            && (s[token - 1].Tag is Xpos.POS or Xpos.PRPPoss or Xpos.DT or Xpos.JJ || s[token - 1].Norm is "court" or "missile" or "export" or "military" or "trade" || s[token].Norm == "rulings");
    }

    private TriggerHit? MatchVerb(EventSentence view, int token, string lemma, List<TriggerHit> maybe)
    {
        if (view.Syntax[token].Relation is Deprel.Aux or Deprel.AuxPass)
        {
            return null;
        }

        var rows = lexicon.Verbs(lemma);
        if (rows.IsEmpty && lemma.Length > 4)
        {
            // "conven", "expell": what a rule makes of a form that no dictionary had.
            rows = lexicon.Verbs(lemma + "e");
            rows = rows.IsEmpty && lemma[^1] == lemma[^2] ? lexicon.Verbs(lemma[..^1]) : rows;
        }

        var wide = lexicon.WideVerbs(lemma);
        if (rows.IsEmpty && wide.IsEmpty)
        {
            return null;
        }

        var frame = Frame.OfVerb(view, token);
        return First(view, frame, rows, wide, !lexicon.Report.Contains(lemma) && !lexicon.Light.Contains(lemma), maybe);
    }

    private TriggerHit? MatchNoun(EventSentence view, int token, string lemma, List<TriggerHit> maybe)
    {
        var rows = lexicon.Nouns(lemma);
        if (rows.IsEmpty && lemma.EndsWith('s'))
        {
            // Proper nouns keep their plural in the lemma.
            rows = lexicon.Nouns(lemma[..^1]);
        }

        var wide = lexicon.WideNouns(lemma);
        if (wide.IsEmpty && rows.IsEmpty && lemma.EndsWith('s'))
        {
            wide = lexicon.WideNouns(lemma[..^1]);
        }

        if (rows.IsEmpty && wide.IsEmpty || HeadsNothing(view, token))
        {
            return null;
        }

        var frame = Frame.OfNoun(view, token, lexicon);
        return First(view, frame, rows, wide, true, maybe);
    }

    /// <summary>The first part of a compound ("meeting room") names another thing.</summary>
    private bool HeadsNothing(EventSentence view, int token)
    {
        var s = view.Syntax;
        if (token + 1 < s.Count && s[token + 1].Tag == Xpos.Hyph && s[token + 1].Start == s[token].End)
        {
            return true;
        }

        if (s[token].Norm == "ruling" && token + 1 < s.Count && s[token + 1].Pos is Upos.Noun or Upos.Propn or Upos.Adj)
        {
            // "the ruling Democratic Party"
            return true;
        }

        var head = s[token].Head;
        if (head > token && s[token].Relation is Deprel.Compound && s[head].Pos is Upos.Noun or Upos.Propn)
        {
            return true;
        }

        // What a shaky tree may miss: a common noun right behind it.
        return token + 1 < s.Count && s[token + 1].Pos == Upos.Noun && s[token + 1].Start == s[token].End + 1 && s[token + 1].Head == head && s[token].Relation is Deprel.Compound;
    }

    /// <param name="nearly">Whether a row that nearly fits is worth a thought: not for "say" and "take".</param>
    private TriggerHit? First(EventSentence view, Frame frame, ReadOnlySpan<Trigger> rows, ReadOnlySpan<Trigger> wide, bool nearly, List<TriggerHit> maybe)
    {
        foreach (var row in rows)
        {
            var worth = nearly && maybe.Count < MostNearly && (row.Marks & (TriggerMarks.Never | TriggerMarks.Term | TriggerMarks.Strict)) == 0 && !Holds(maybe, row.Kind);
            if (Fits(view, frame, row, worth, out var unmet))
            {
                maybe.Clear();
                return row.Has(TriggerMarks.Never) ? null : new TriggerHit(row, frame);
            }

            if (unmet is not null)
            {
                maybe.Add(new TriggerHit(row, frame, TriggerFit.Nearly, unmet));
            }
        }

        foreach (var row in wide)
        {
            if (maybe.Count < MostMaybe && !Holds(maybe, row.Kind) && Fits(view, frame, row, false, out _))
            {
                maybe.Add(new TriggerHit(row, frame, TriggerFit.Wide));
            }
        }

        return null;
    }

    private static bool Holds(List<TriggerHit> maybe, Domain.Findings.EventKind kind)
    {
        foreach (var hit in maybe)
        {
            if (hit.Trigger.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="nearly">Whether to look for the one thing that is missing.</param>
    /// <param name="unmet">What alone is missing; null where all is there or more is missing.</param>
    private bool Fits(EventSentence view, Frame frame, Trigger row, bool nearly, out Need? unmet)
    {
        unmet = null;
        foreach (var need in row.Needs)
        {
            if (Met(view, frame, need) == need.Wanted)
            {
                continue;
            }

            if (!nearly || unmet is not null || !need.Wanted)
            {
                unmet = null;
                return false;
            }

            unmet = need;
        }

        return unmet is null;
    }

    private bool Met(EventSentence view, Frame frame, Need need)
    {
        var s = view.Syntax;
        var at = frame.Trigger;
        switch (need.Place)
        {
            case NeedPlace.Pre:
                return AnyBefore(view, frame, need);
            case NeedPlace.Obj:
                return Filled(view, frame.Objects, need) || frame.Passive && need.Wanted && frame.Objects.Count > 0 && Filled(view, frame.Alternates, need with { MayBeAbsent = false });
            case NeedPlace.ObjAny:
                return frame.Objects.Count > 0;
            case NeedPlace.Subj:
                return Filled(view, frame.Passive && !frame.Carried ? frame.Agents : frame.Subjects, need)
                    || !frame.Passive && need.Wanted && frame.Subjects.Count > 0 && Filled(view, frame.Alternates, need with { MayBeAbsent = false });
            case NeedPlace.Agent:
                return Filled(view, frame.Agents, need);
            case NeedPlace.Poss:
                return Filled(view, frame.Possessors, need);
            case NeedPlace.Attr:
                return Filled(view, frame.Clauses, need) || Filled(view, frame.Objects, need);
            case NeedPlace.Prt:
                return HasParticle(s, frame, need) || at + 1 < s.Count && need.Words!.Contains(s[at + 1].Norm) || need.MayBeAbsent;
            case NeedPlace.Light:
                return frame.Held && need.Words!.Contains(view.Lemma(frame.Predicate));
            case NeedPlace.Pp:
                foreach (var phrase in frame.Phrases)
                {
                    // "on Monday" is no answer to "on what".
                    if (Array.IndexOf(need.Prepositions, phrase.Preposition) >= 0 && (need.Words is null ? !view.InDate(phrase.Token) : Fills(view, phrase.Token, need)))
                    {
                        return true;
                    }
                }

                return false;
            case NeedPlace.In:
                return InPhrase(view, frame, need);
            case NeedPlace.Near:
                for (var i = Math.Max(0, at - NearWords); i <= Math.Min(s.Count - 1, at + NearWords); i++)
                {
                    if (i != at && (need.Words!.Contains(view.Lemma(i)) || need.Words.Contains(s[i].Norm)))
                    {
                        return true;
                    }
                }

                return need.Referents.HasFlag(NeedReferents.Subject) && view.SubjectIn(at - NearWords, at + NearWords, h => h.Sure);
            case NeedPlace.After:
                for (var i = at + 1; i <= Math.Min(s.Count - 1, at + 2 * NearWords); i++)
                {
                    if (need.Words!.Contains(view.Lemma(i)))
                    {
                        return true;
                    }
                }

                return false;
            case NeedPlace.Comp:
                return HasComplement(view, frame, need);
            case NeedPlace.Content:
                return HasContent(view, frame, need);
            case NeedPlace.Plural:
                return s[at].Tag is Xpos.NNS or Xpos.NNPS || s[at].Norm.EndsWith('s');
            case NeedPlace.Passive:
                return frame.Passive;
            case NeedPlace.Past:
                return s[at].Tag is Xpos.VBD or Xpos.VBN;
            case NeedPlace.As:
                return frame.Objects.Count > 1 || frame.Clauses.Count > 0 || frame.Phrases.Exists(static p => p.Preposition == "as") || HasApposition(s, frame);
            case NeedPlace.ActorOf:
                return HasActor(view, frame);
            case NeedPlace.Subst:
                // "address" and "speech" as things given or taking place, not as topics.
                return frame.Held || frame.Possessors.Count > 0 || s.Has(at, Deprel.Det) || s[at].Tag != Xpos.NN && s.Has(at, Deprel.Case);
            case NeedPlace.Ahead:
                return DayFinder.Neighbour(view, at) || s[at].Relation is Deprel.Nsubj && view.Dates.Count > 0;
            case NeedPlace.WillAct:
                return WillAct(view, frame);
            case NeedPlace.By:
                return IsTimed(view, at, need);
            case NeedPlace.Case:
                return need.Words!.Contains(view.Preposition(at));
            case NeedPlace.Cop:
                return s.Has(at, Deprel.Cop);
            case NeedPlace.Deferred:
                return DayFinder.Deferred(view, at, lexicon);
            case NeedPlace.Dated:
                return view.Dates.Any(d => d.First > at && d.First - at <= 2);
            default:
                return false;
        }
    }

    private static bool HasParticle(Sentence s, Frame frame, Need need) => frame.Particles.Any(p => need.Words!.Contains(s[p].Norm));

    private static bool HasComplement(EventSentence view, Frame frame, Need need) =>
        frame.Clauses.Any(c => need.Words is null ? view.IsVerb(c) || view.Syntax[c].Pos == Upos.Adj : need.Words.Contains(view.Lemma(c)));

    private static bool HasApposition(Sentence s, Frame frame) => frame.Objects.Any(o => s.Has(o, Deprel.Appos));

    private bool HasActor(EventSentence view, Frame frame) =>
        frame.Possessors.Any(p => IsActor(view, p)) || frame.Before.Any(b => view.MentionAt(b)?.Referent.Kind == ReferentKind.State)
        || frame.Phrases.Any(p => p.Preposition == "by" && IsActor(view, p.Token));

    /// <summary>"by Friday", or another preposition that the row asks for.</summary>
    private static bool IsTimed(EventSentence view, int at, Need need) =>
        view.Dates.Any(d => d.First > at && d.First - at <= 10 && (need.Words is { } how ? how.Contains(view.Syntax[d.First - 1].Norm) : view.Syntax[d.First - 1].Norm == "by"));

    /// <summary>"said it will pull out of the pact": a course announced by the body that takes it.</summary>
    private bool WillAct(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        foreach (var clause in frame.Clauses)
        {
            if (_acts.Contains(view.Lemma(clause)) && Form.Of(view, clause).Modal is "will" or "wo" or "would" or "'ll")
            {
                var inner = Frame.OfVerb(view, clause);
                var last = s.Rightmost(clause);
                if (HoldsTalks(view, clause))
                {
                    // "said it will hold talks on the curbs": talks are no course of the thing they are on.
                    continue;
                }

                if (view.SubjectIn(clause, Math.Min(last, clause + 8), _ => true)
                    || inner.Objects.Concat(inner.Phrases.Select(p => p.Token)).Any(o => _treaty.Contains(view.Lemma(o)) || _list.Contains(view.Lemma(o)) || _restriction.Contains(view.Lemma(o))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"hold talks", "resume consultations": an agreement to meet is the meeting.</summary>
    private bool IsTalks(EventSentence view, int noun) => lexicon.Nouns(view.Lemma(noun)) is { IsEmpty: false } rows && rows[0].Kind is Domain.Findings.EventKind.Meeting or Domain.Findings.EventKind.Call;

    private bool HoldsTalks(EventSentence view, int clause)
    {
        foreach (var c in view.Syntax.Children(clause))
        {
            if (view.Syntax[c].Relation is Deprel.Obj or Deprel.NsubjPass && IsTalks(view, c))
            {
                return true;
            }
        }

        return false;
    }

    private bool Filled(EventSentence view, List<int> role, Need need)
    {
        if (role.Count == 0)
        {
            return need.MayBeAbsent;
        }

        foreach (var token in role)
        {
            if (Fills(view, token, need))
            {
                return true;
            }
        }

        return need.Referents.HasFlag(NeedReferents.Plural) && role.Count > 1;
    }

    private bool Fills(EventSentence view, int token, Need need)
    {
        var s = view.Syntax;
        if (need.Words is { Count: > 0 } words)
        {
            if (words.Contains(view.Lemma(token)) || words.Contains(s[token].Norm) || words.Contains(view.Joined(token)) || Flat(s, token, words))
            {
                return true;
            }

            // "a number of missiles", "two of the ministers"
            foreach (var c in s.Children(token))
            {
                if (s[c].Relation == Deprel.Nmod && words.Contains(view.Lemma(c)) && view.Lemma(token) is "number" or "series" or "pair" or "one" or "two" or "three" or "some" or "round" or "set" or "salvo" or "barrage" or "spate" or "string" or "type" or "kind" or "total")
                {
                    return true;
                }
            }
        }

        var wanted = need.Referents;
        if (wanted == NeedReferents.None)
        {
            return false;
        }

        var kind = view.MentionAt(token)?.Referent.Kind;
        return wanted.HasFlag(NeedReferents.Person) && kind == ReferentKind.Person
            || wanted.HasFlag(NeedReferents.State) && kind == ReferentKind.State
            || wanted.HasFlag(NeedReferents.Body) && kind == ReferentKind.Body
            || wanted.HasFlag(NeedReferents.Group) && kind == ReferentKind.Group
            || wanted.HasFlag(NeedReferents.Actor) && IsActor(view, token)
            || wanted.HasFlag(NeedReferents.Place) && IsPlace(view, token)
            || wanted.HasFlag(NeedReferents.Subject) && view.SubjectIn(token, token, _ => true)
            || wanted.HasFlag(NeedReferents.Plural) && (s[token].Tag is Xpos.NNS or Xpos.NNPS || s[token].Norm is "they" or "we" or "both" or "two" or "pair" or "sides" || kind == ReferentKind.Group)
            || wanted.HasFlag(NeedReferents.Thing) && !IsActor(view, token);
    }

    private static bool Flat(Sentence s, int token, WordSet words)
    {
        foreach (var c in s.Children(token))
        {
            if (s[c].Relation == Deprel.Flat && words.Contains(s[c].Lemma))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsActor(EventSentence view, int token)
    {
        var t = view.Syntax[token];
        return view.MentionAt(token) is not null
            || (t.Pos == Upos.Propn || t.Pos == Upos.Adv && token > 0 && char.IsUpper(view.Syntax.Text[t.Start])) && !view.SubjectIn(token, token, _ => true)
            || t.Norm is "he" or "she" or "they" or "it" or "we" or "i" or "who" or "him" or "her" or "them" or "both" or "one" or "us"
            || _office.Contains(t.Lemma) || _government.Contains(t.Lemma);
    }

    private static bool IsPlace(EventSentence view, int token)
    {
        foreach (var place in view.Places)
        {
            if (place.First <= token && token <= place.Last)
            {
                return true;
            }
        }

        return view.MentionAt(token)?.Referent.Kind == ReferentKind.State;
    }

    private static bool AnyBefore(EventSentence view, Frame frame, Need need)
    {
        var s = view.Syntax;
        foreach (var token in frame.Before)
        {
            if (need.Words!.Contains(view.Lemma(token)) || need.Words.Contains(s[token].Norm))
            {
                return true;
            }
        }

        // The three words right before it, whatever the tree says.
        for (var i = frame.Trigger - 1; i >= Math.Max(0, frame.Trigger - 3); i--)
        {
            if (s[i].Pos is Upos.Punct && s[i].Tag != Xpos.Hyph || s[i].Pos is Upos.Adp or Upos.Verb && s[i].Tag is not (Xpos.VBG or Xpos.VBN))
            {
                return false;
            }

            if (need.Words!.Contains(view.Lemma(i)) || need.Words.Contains(s[i].Norm))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InPhrase(EventSentence view, Frame frame, Need need)
    {
        var s = view.Syntax;
        var (first, last) = (s.Leftmost(frame.Trigger), s.Rightmost(frame.Trigger));
        first = Math.Max(first, frame.Trigger - 12);
        last = Math.Min(last, frame.Trigger + 12);
        for (var i = first; i <= last; i++)
        {
            if (i != frame.Trigger && (need.Words!.Contains(view.Lemma(i)) || need.Words.Contains(s[i].Norm) || need.Words.Contains(view.Joined(i))))
            {
                return true;
            }
        }

        return need.Referents.HasFlag(NeedReferents.Subject) && view.SubjectIn(first, last, _ => true);
    }

    private bool HasContent(EventSentence view, Frame frame, Need need)
    {
        var s = view.Syntax;
        foreach (var clause in frame.Clauses)
        {
            if (s[clause].Tag is not Xpos.VBN && (need.Words is null || need.Words.Contains(view.Lemma(clause)) && !HoldsTalks(view, clause)))
            {
                return true;
            }
        }

        foreach (var phrase in frame.Phrases)
        {
            if (phrase.Preposition is "on" or "about" or "against" or "of" or "over"
                && (view.SubjectIn(phrase.Token, phrase.Token, _ => true) || _course.Contains(view.Lemma(phrase.Token))))
            {
                return true;
            }
        }

        return frame.Before.Any(b => lexicon.Action(view.Lemma(b)) is not null || view.SubjectIn(b, b, h => h.Sure));
    }
}
