using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>From a trigger to a telling: what the words around it say of sides, place, days and status, and what there is to doubt.</summary>
internal sealed class TellingReader(EventLexicon lexicon, Dossier dossier)
{
    private readonly Factuality _factuality = new(lexicon);
    private readonly SideReader _sides = new(lexicon, dossier);

    public Telling Read(EventSentence view, TriggerHit hit)
    {
        var frame = hit.Frame;
        var doubts = Doubt.None;
        var fact = _factuality.Of(view, frame, !frame.IsVerb && hit.Trigger.Has(TriggerMarks.Act) && hit.Trigger.Kind is EventKind.Measure or EventKind.Ruling);
        if (hit.Trigger.Has(TriggerMarks.Term))
        {
            fact = Fact.Unmarked;
        }

        if (frame.IsVerb && fact is { Drop: false, Status: EventStatus.Scheduled, Past: false } && hit.Trigger.Kind is EventKind.Meeting or EventKind.Visit or EventKind.Call or EventKind.Measure or EventKind.Agreement or EventKind.Ruling
            && (UnderIf(view, frame.Predicate) || InLikelihood(view, frame.Predicate)))
        {
            // "If she goes, she will meet ...", "will in all likelihood meet".
            fact = fact with { Status = EventStatus.Tentative };
        }

        if (frame.IsVerb && hit.Trigger.Kind == EventKind.Measure && fact is { Status: EventStatus.Cancelled, Past: true } && Form.Of(view, frame.Predicate).Negated)
        {
            // "No country had ever been removed": no measure at all.
            doubts |= Doubt.NeverWas;
        }

        if (hit.Trigger.Kind is EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.Exercise && NeverWas.Says(view, frame, fact))
        {
            doubts |= Doubt.NeverWas;
        }

        Dated? told = null;
        var definite = IsDefinite(view, frame);
        if (fact.Drop && !(definite && !frame.IsVerb && (hit.Trigger.Has(TriggerMarks.Act) || hit.Trigger.Kind is EventKind.Decision or EventKind.Ruling)))
        {
            doubts |= Doubt.OnlyWanted;
        }

        if (frame.IsVerb && fact.Conditional && hit.Trigger.Kind is not (EventKind.Meeting or EventKind.Deadline or EventKind.Visit or EventKind.Call))
        {
            doubts |= Doubt.UnderCondition;
        }

        if (frame.IsVerb && hit.Trigger.Kind == EventKind.Decision && fact is { Drop: false, Conditional: false } && (fact.Status is EventStatus.Scheduled or EventStatus.Happened || fact.Status == EventStatus.Cancelled && Form.Of(view, frame.Trigger).Modal is "will" or "would" or "wo")
            && Announced(view, frame) is { } announced && (fact.Status != EventStatus.Happened || !DayFinder.Of(view, frame, lexicon).Own))
        {
            // "Seoul will end the pact, its government said on Thursday": the course is announced by whose it is.
            fact = new Fact(EventStatus.Happened, Past: true);
            told = DayFinder.Of(view, announced, lexicon);
        }

        if (frame.IsVerb && hit.Trigger.Kind is EventKind.Decision or EventKind.Notice && fact.Status is EventStatus.Scheduled or EventStatus.Cancelled or EventStatus.Tentative
            && !((fact.Status == EventStatus.Tentative || view.Lemma(frame.Trigger) is "make" or "announce" or "decide" or "approve" or "adopt" or "endorse" or "unveil" or "give" or "vote") && !fact.Past && DayFinder.Of(view, frame, lexicon).Own)
            && (fact.Past || hit.Trigger.Needs.All(n => n.Place is not (NeedPlace.Comp or NeedPlace.Content))))
        {
            // "was to renew the pact", "may end the treaty": a course not taken, or not yet decided.
            if (hit.Trigger.Kind == EventKind.Decision || fact.Past)
            {
                doubts |= Doubt.NotTaken;
            }
        }

        fact = fact with { Drop = false, Status = doubts.HasFlag(Doubt.OnlyWanted) && fact.Status is not EventStatus.Cancelled ? EventStatus.Tentative : fact.Status };
        if (hit.Trigger.Kind == EventKind.Incident && fact.Status is null or EventStatus.Happened && Disputed(view))
        {
            fact = fact with { Status = EventStatus.Alleged };
        }

        var dated = told ?? (hit.Trigger.Has(TriggerMarks.Term) && DayFinder.Term(view, frame.Trigger) is { } term ? term : DayFinder.Of(view, frame, lexicon));
        if (frame.IsVerb && fact.Status is null && !fact.Past && !dated.Own && view.Document.Role != Wire.ParagraphRole.Caption
            && hit.Trigger.Kind is EventKind.Decision or EventKind.Notice or EventKind.Measure or EventKind.Agreement or EventKind.Appointment
            && view.Syntax[frame.Trigger].Tag is Xpos.VBZ or Xpos.VBP)
        {
            // "it takes effect 180 days after one party notifies the other": a rule, not an event.
            doubts |= Doubt.ARule;
        }

        if (hit.Trigger.Kind == EventKind.Visit && frame.IsVerb && !dated.Own && fact.Status is null && view.Syntax[view.ClauseOf(frame.Trigger)].Relation == Deprel.Advcl)
        {
            // "when they visit Chengdu": the occasion of another event.
            doubts |= Doubt.AnOccasion;
        }

        if (Running.Of(view, hit, dated, fact) is { } ran)
        {
            (dated, fact) = ran;
        }

        var sides = _sides.Of(view, hit);
        if (hit.Trigger.Kind == EventKind.Incident && fact.Status is null or EventStatus.Happened && Accused(view, frame, sides))
        {
            fact = fact with { Status = EventStatus.Alleged };
        }

        var about = About(view, hit);
        var properName = frame.IsVerb ? null : ProperName(view, frame.Trigger);
        var arity = Arity(view, frame);
        var place = PlaceReader.Of(view, frame, hit.Trigger.Kind);
        var points = !frame.IsVerb && hit.Trigger.Has(TriggerMarks.Bare) && definite && PointsOnly(view, frame, dated, properName);
        if (!frame.IsVerb && fact.Conditional && !definite && !dated.Own)
        {
            doubts |= Doubt.UnderCondition;
        }

        if (hit.Trigger.Has(TriggerMarks.Weak) && !points && !Stands(view, hit, dated, sides, properName))
        {
            doubts |= Doubt.TooWeak;
        }

        if (!frame.IsVerb && hit.Trigger.Has(TriggerMarks.Bare) && !points && !dated.Own && !frame.Carried && properName is null
            && sides.Countries.Count < 2 && sides.People.Count == 0 && fact.Status is null && !definite)
        {
            // "talks are the only way"
            doubts |= Doubt.TooBare;
        }

        return new Telling
        {
            View = view,
            Hit = hit,
            Kind = hit.Trigger.Kind,
            Evidence = EvidenceSpan.Of(view, frame),
            Fact = fact,
            Dated = dated,
            Sides = sides,
            Place = place?.Name,
            Action = Course(view, hit),
            About = about,
            Arity = arity,
            Level = LevelReader.Of(view, frame),
            Definite = definite,
            OnlyPoints = points,
            ProperName = properName,
            Doubts = doubts,
        };
    }

    /// <summary>"Tokyo says, and Seoul denies", "according to Seoul", "what it called": one side's account.</summary>
    private static bool Disputed(EventSentence view)
    {
        var s = view.Syntax;
        for (var i = 0; i + 1 < s.Count; i++)
        {
            if (s[i].Lemma is "deny" or "denies" or "allege" || s[i].Norm == "according" && s[i + 1].Norm == "to" && view.Mentions.Any(m => m.Head > i && m.Head <= i + 4 && m.Referent.Kind == Officials.ReferentKind.State)
                || s[i].Norm == "what" && i + 2 < s.Count && view.MentionAt(i + 1) is not null && s[i + 2].Lemma is "say" or "call" or "describe")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Norway says a Danish trawler rammed its boat", "Norway's navy said that Danish shells had hit the port": what one state says of another's deed.</summary>
    private static bool Accused(EventSentence view, Frame frame, Sides sides)
    {
        var s = view.Syntax;
        var clause = view.ClauseOf(frame.Predicate);
        var teller = s[clause].Relation == Deprel.Ccomp ? s[clause].Head : -1;
        foreach (var c in s.Children(clause))
        {
            teller = s[c].Relation == Deprel.Parataxis && IsSaying(view, c) ? c : teller;
        }

        return frame.IsVerb && teller >= 0 && (IsSaying(view, teller) || view.Lemma(teller) is "claim" or "maintain" or "report" or "charge" or "contend")
            && Sides.Of(view, Frame.OfVerb(view, teller).Subjects) is { Countries: [var one] } && frame.Subjects.Concat(frame.Agents).Any(t => Sides.Of(view, t).Countries.Concat(Sides.StatesWithin(view, t).Countries) is var who && who.Any() && !who.Contains(one));
    }

    /// <summary>Whether the clause comes about only if another does.</summary>
    private static bool UnderIf(EventSentence view, int verb)
    {
        var s = view.Syntax;
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation != Deprel.Advcl)
            {
                continue;
            }

            if (s.Child(c, Deprel.Mark) is var mark and >= 0 && s[mark].Norm == "if" && !(mark > 0 && s[mark - 1].Norm == "even"))
            {
                return true;
            }

            if (s.Child(c, Deprel.Aux) is var aux and >= 0 && s[aux].Norm == "should" && s.Leftmost(c) == aux)
            {
                // "Should the assets be sold, ..."
                return true;
            }
        }

        return false;
    }

    private static bool InLikelihood(EventSentence view, int verb)
    {
        var s = view.Syntax;
        for (var i = Math.Max(0, verb - 4); i <= Math.Min(s.Count - 1, verb + 4); i++)
        {
            if (s[i].Norm is "likelihood" or "probability")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb of saying, before or behind, by which a state's own side tells the course; null without one.</summary>
    private static Frame? Announced(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        var clause = view.ClauseOf(frame.Predicate);
        var said = s[clause].Relation is Deprel.Ccomp && s[clause].Head >= 0 && IsSaying(view, s[clause].Head) ? s[clause].Head : -1;
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation == Deprel.Parataxis && c > clause && IsSaying(view, c))
            {
                said = c;
            }
        }

        if (said < 0)
        {
            return null;
        }

        var report = Frame.OfVerb(view, said);
        var whose = Sides.Of(view, frame.Subjects).Countries;
        return whose.Count > 0 && Sides.Of(view, report.Subjects) is { IsEmpty: false } teller && teller.Countries.Contains(whose[0]) ? report : null;
    }

    private static bool IsSaying(EventSentence view, int verb) => view.Lemma(verb) is "say" or "announce" or "declare" or "state" or "confirm" or "disclose" or "reveal" && view.Syntax[verb].Tag is Xpos.VBD or Xpos.VBN or Xpos.VBZ;

    private static bool IsDefinite(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        if (frame.IsVerb)
        {
            return false;
        }

        if (frame.Possessors.Count > 0)
        {
            return true;
        }

        foreach (var c in s.Children(frame.Trigger))
        {
            if (s[c].Relation is Deprel.Det && s[c].Norm is "the" or "this" or "that" or "these" or "those" or "both")
            {
                return true;
            }
        }

        return false;
    }

    private static bool PointsOnly(EventSentence view, Frame frame, Dated dated, string? properName)
    {
        var s = view.Syntax;
        if (dated.Own || properName is not null || frame.Possessors.Count > 0 || frame.Clauses.Count > 0)
        {
            return false;
        }

        foreach (var phrase in frame.Phrases)
        {
            if (s[phrase.Token].Head == frame.Trigger && phrase.Preposition is "with" or "between" or "of" or "among" or "in" or "at")
            {
                return false;
            }
        }

        return !(frame.Held && s[frame.Top].Relation is Deprel.Obj or Deprel.NsubjPass);
    }

    private bool Stands(EventSentence view, TriggerHit hit, Dated dated, Sides sides, string? properName)
    {
        var frame = hit.Frame;
        var s = view.Syntax;
        if (dated.Own || properName is not null)
        {
            return true;
        }

        if (frame.IsVerb)
        {
            return frame.Phrases.Any(p => p.Preposition is "in" or "at" or "with") || sides.Countries.Count > 1;
        }

        if (hit.Trigger.Kind == EventKind.Address && frame.Carried)
        {
            return true;
        }

        if (hit.Trigger.Kind == EventKind.Notice && frame.Clauses.Exists(c => s[c].Relation is Deprel.Acl or Deprel.AclRelcl && view.Lemma(c) is "file" or "lodge" or "bring" or "take" or "submit" or "serve" or "give" or "make" or "send" or "hand"))
        {
            // "will halt the complaint it lodged with the trade body"
            return true;
        }

        if (frame.Carried && !view.IsVerb(frame.Predicate) && !sides.IsEmpty)
        {
            // "is in Oslo on a visit"
            return true;
        }

        var held = frame.Held && lexicon.Light.Contains(view.Lemma(frame.Predicate));
        var sided = !sides.IsEmpty && (frame.Possessors.Count > 0 || frame.Phrases.Any(p => p.Preposition is "with" or "between" or "by" or "of" or "from" or "to"));
        return held && !sides.IsEmpty || sided;
    }

    /// <summary>The subjects named in the trigger's phrase, else in its clause.</summary>
    private static SortedSet<string> About(EventSentence view, TriggerHit hit)
    {
        var s = view.Syntax;
        var frame = hit.Frame;
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        var (first, last) = (s.Leftmost(frame.Trigger), s.Rightmost(frame.Trigger));
        foreach (var subject in view.Subjects)
        {
            if (subject.First <= last && first <= subject.Last && !AcrossConjunct(s, subject.Last, frame.Trigger) && !(frame.IsVerb && InReason(s, subject.Last, frame.Trigger)))
            {
                keys.Add(subject.Subject.Key);
            }
        }

        if (keys.Count == 0 && frame.IsVerb)
        {
            // "the pact, signed in 2016": what the participle speaks of stands outside its clause.
            foreach (var subject in view.Subjects)
            {
                if (frame.Objects.Concat(frame.Subjects).Concat(frame.Alternates).Any(t => subject.First <= t && t <= subject.Last))
                {
                    keys.Add(subject.Subject.Key);
                }
            }
        }

        if (keys.Count == 0 && (frame.IsVerb || frame.Carried) && hit.Trigger.Kind != EventKind.Ruling)
        {
            var clause = view.ClauseOf(frame.Predicate);
            foreach (var subject in view.Subjects)
            {
                if (view.ClauseOf(subject.Last) == clause)
                {
                    keys.Add(subject.Subject.Key);
                }
            }
        }

        return keys;
    }

    /// <summary>"decided to end the pact because the curbs had hurt trust": the reason is not what was decided on.</summary>
    private static bool InReason(Sentence s, int token, int trigger)
    {
        for (var at = token; at >= 0 && at != trigger; at = s[at].Head)
        {
            if (s[at].Relation == Deprel.Advcl && s.Child(at, Deprel.Mark) is var mark and >= 0 && s[mark].Norm is "because" or "after" or "since" or "before" or "while" or "although")
            {
                return true;
            }
        }

        return false;
    }

    private static bool AcrossConjunct(Sentence s, int token, int trigger)
    {
        for (var at = token; at >= 0 && at != trigger; at = s[at].Head)
        {
            if (s[at].Relation is Deprel.Conj or Deprel.AclRelcl && s[at].Head == trigger)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The course; what ends a curb eases it, what ends a place on a list removes from it.</summary>
    private string? Course(EventSentence view, TriggerHit hit) => ActionOf(view, hit) switch
    {
        // "withdrew its notice to end the pact": the pact stays.
        "end" when hit.Trigger.Kind == EventKind.Decision && hit.Frame.IsVerb && view.Lemma(hit.Frame.Trigger) is "withdraw" or "revoke" or "rescind" or "retract" or "cancel" or "drop" or "scrap" && hit.Frame.Objects.Exists(o => view.Lemma(o) is "notice" or "notification" or "withdrawal" or "termination") => "keep",

        // "put in place", "put under control": no keeping.
        "keep" when hit.Trigger.Kind == EventKind.Measure && view.Lemma(hit.Frame.Trigger) is "put" or "place" => "restrict",
        "end" when hit.Trigger.Kind == EventKind.Measure => hit.Frame.Objects.Exists(o => lexicon.Class("restriction").Contains(view.Lemma(o))) ? "ease" : "remove",
        var action => action,
    };

    private string? ActionOf(EventSentence view, TriggerHit hit)
    {
        if (hit.Trigger.Kind is not (EventKind.Decision or EventKind.Measure or EventKind.Notice))
        {
            return null;
        }

        var s = view.Syntax;
        var frame = hit.Frame;
        if (hit.Trigger.Kind == EventKind.Measure && !frame.IsVerb && lexicon.Action(view.Lemma(frame.Trigger)) == "restrict")
        {
            // "called for the controls to be lifted": they are curbs still.
            return "restrict";
        }

        foreach (var clause in frame.Clauses)
        {
            if (ActionUnder(view, clause, 0) is { } action)
            {
                return action;
            }
        }

        if (frame.Clauses.Count == 0 || hit.Trigger.Kind != EventKind.Decision)
        {
            foreach (var token in frame.Before.Concat(frame.Phrases.Where(p => p.Preposition is "on" or "of" or "to" or "against").Select(p => p.Token)).Concat(frame.Objects))
            {
                if (lexicon.Action(view.Lemma(token)) is { } action && lexicon.Action(view.Lemma(frame.Trigger)) is null)
                {
                    return action;
                }
            }

            return lexicon.Action(view.Lemma(frame.Trigger));
        }

        return null;
    }

    private string? ActionUnder(EventSentence view, int clause, int depth)
    {
        var s = view.Syntax;
        if (depth > 3)
        {
            return null;
        }

        if (lexicon.Action(view.Lemma(clause)) is { } action)
        {
            var negated = Form.Of(view, clause).Negated || clause >= 2 && s[clause - 1].Norm == "to" && s[clause - 2].Norm == "not";
            var frame = Frame.OfVerb(view, clause);
            if (action == "end" && view.Lemma(clause) is "drop" or "strike" or "cut" or "take" or "strip" && OnList(view, clause))
            {
                action = "remove";
            }

            // "suspend the termination" keeps; "suspend the pact" ends.
            if (action == "keep" && view.Lemma(clause) is "suspend" or "freeze" or "pause" or "halt"
                && frame.Objects.Count > 0 && view.SubjectIn(frame.Objects[0], frame.Objects[0], h => h.Sure))
            {
                action = "end";
            }

            return negated ? action switch { "keep" => "end", "end" => "keep", _ => "not " + action } : action;
        }

        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation is Deprel.Xcomp or Deprel.Ccomp && ActionUnder(view, c, depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    private bool OnList(EventSentence view, int verb)
    {
        for (var i = verb + 1; i < Math.Min(view.Syntax.Count, verb + 12); i++)
        {
            if (lexicon.Class("list").Contains(view.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static int Arity(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        if (!frame.IsVerb && view.Lemma(frame.Trigger) is "trilateral")
        {
            return 3;
        }

        for (var i = Math.Max(0, Math.Min(s.Leftmost(frame.Trigger), frame.Trigger - 4)); i < frame.Trigger; i++)
        {
            switch (view.Joined(i) is { Length: > 0 } j ? j : s[i].Norm)
            {
                case "bilateral" or "one-on-one" or "two-way" or "two-party" or "face-to-face" or "one-to-one":
                    return 2;
                case "trilateral" or "three-way" or "tripartite" or "three-party":
                    return 3;
                default:
                    break;
            }
        }

        return 0;
    }

    /// <summary>A capitalised name that ends in the trigger: "Security Consultative Meeting", "Group of 20 summit".</summary>
    private static string? ProperName(EventSentence view, int noun)
    {
        var s = view.Syntax;
        var first = noun;
        var capitals = 0;
        while (first > 0 && noun - first < 10)
        {
            var before = s[first - 1];
            var c = s.Text[before.Start];
            if (char.IsUpper(c) && before.Pos is not Upos.Pron and not Upos.Det || char.IsDigit(c) && capitals > 0)
            {
                capitals++;
            }
            else if (!(before.Norm is "of" or "the" or "-" or "on" or "for" or "plus" or "and" && capitals > 0 && first > 1 && char.IsUpper(s.Text[s[first - 2].Start])))
            {
                break;
            }

            first--;
        }

        if (capitals == 0)
        {
            return null;
        }

        // Countries and persons before "meeting" are sides, not a name.
        var named = false;
        for (var i = first; i < noun; i++)
        {
            if (char.IsUpper(s.Text[s[i].Start]) && !InMention(view, i))
            {
                named = true;
            }
        }

        return named && (char.IsUpper(s.Text[s[noun].Start]) || capitals >= 1) ? s.Text[s[first].Start..s[noun].End].ToLowerInvariant() : null;
    }

    private static bool InMention(EventSentence view, int token)
    {
        var t = view.Syntax[token];
        foreach (var mention in view.Mentions)
        {
            if (mention.Span.Start <= t.Start && t.End <= mention.Span.End && mention.Referent.Kind is ReferentKind.State or ReferentKind.Person)
            {
                return true;
            }
        }

        foreach (var date in view.Dates)
        {
            if (date.First <= token && token <= date.Last)
            {
                return true;
            }
        }

        return false;
    }
}
