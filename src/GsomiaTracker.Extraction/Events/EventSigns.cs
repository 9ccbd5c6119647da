using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Reads the signs off a telling once its words, days, sides and status are known.</summary>
internal static class EventSigns
{
    private const int LongAgoDays = 60;

    /// <param name="anchor">The day from which the text speaks.</param>
    public static void Read(Telling telling, DateOnly? anchor)
    {
        var signs = telling.Signs;
        signs.Clear();
        signs.Add(EventSign.Any);
        OfRow(telling, signs);
        OfWord(telling, signs);
        OfDays(telling, anchor, signs);
        OfSides(telling, signs);
        OfPlaceInText(telling, signs);
    }

    /// <summary>What the tellings of one sentence say of each other, and of those of the sentences before.</summary>
    /// <param name="told">All candidates so far, in the order of the text; those of the sentence begin at <paramref name="first"/>.</param>
    public static void Compare(List<Telling> told, int first, HashSet<string> wordsBefore)
    {
        for (var i = first; i < told.Count; i++)
        {
            var telling = told[i];
            var (clause, sentence, other) = (false, false, false);
            var at = telling.View.ClauseOf(telling.Hit.Frame.Predicate);
            for (var k = first; k < told.Count; k++)
            {
                if (k == i || !told[k].IsSure)
                {
                    continue;
                }

                var same = told[k].Kind == telling.Kind;
                var here = telling.View.ClauseOf(told[k].Hit.Frame.Predicate) == at;
                clause |= same && here;
                sentence |= same;
                other |= !same && here;
            }

            if (clause)
            {
                telling.Signs.Add(EventSign.SameKindInClause);
            }
            else if (sentence)
            {
                telling.Signs.Add(EventSign.SameKindInSentence);
            }

            if (other)
            {
                telling.Signs.Add(EventSign.OtherKindInClause);
            }

            if (wordsBefore.Contains(telling.Hit.Trigger.Lemma))
            {
                telling.Signs.Add(EventSign.SameWordBefore);
            }
        }

        for (var i = first; i < told.Count; i++)
        {
            if (told[i].IsSure)
            {
                wordsBefore.Add(told[i].Hit.Trigger.Lemma);
            }
        }
    }

    private static void OfRow(Telling telling, List<EventSign> signs)
    {
        if (telling.IsSure)
        {
            signs.Add(EventSign.RowFits);
        }
        else if (telling.Hit.Fit != TriggerFit.Fits)
        {
            signs.Add(telling.Hit.Fit == TriggerFit.Nearly ? EventSign.RowNearly : EventSign.RowWide);
        }

        if (telling.Hit.Unmet is { } unmet)
        {
            signs.Add(unmet.Place switch
            {
                NeedPlace.Subj or NeedPlace.Agent or NeedPlace.Poss or NeedPlace.ActorOf => EventSign.UnmetSubject,
                NeedPlace.Obj or NeedPlace.ObjAny => EventSign.UnmetObject,
                NeedPlace.Pp or NeedPlace.Prt => EventSign.UnmetPhrase,
                NeedPlace.Near or NeedPlace.In or NeedPlace.After => EventSign.UnmetNear,
                NeedPlace.Pre => EventSign.UnmetBefore,
                _ => EventSign.UnmetOther,
            });
            var frame = telling.Hit.Frame;
            if (unmet.Place == NeedPlace.Obj && frame.Objects.Count > 0 || unmet.Place == NeedPlace.Subj && frame.Subjects.Count > 0)
            {
                // Something else stands there, not nothing.
                signs.Add(EventSign.UnmetFilled);
            }
        }

        var doubts = telling.Doubts;
        if (doubts == Doubt.None)
        {
            return;
        }

        signs.Add(EventSign.Doubted);
        for (var i = 0; i < Doubts.Length; i++)
        {
            if ((doubts & Doubts[i].Doubt) != 0)
            {
                signs.Add(Doubts[i].Sign);
            }
        }
    }

    private static readonly (Doubt Doubt, EventSign Sign)[] Doubts =
    [
        (Doubt.OnlyWanted, EventSign.OnlyWanted), (Doubt.UnderCondition, EventSign.UnderCondition), (Doubt.NotTaken, EventSign.NotTaken),
        (Doubt.ARule, EventSign.ARule), (Doubt.AnOccasion, EventSign.AnOccasion), (Doubt.TooWeak, EventSign.TooWeak), (Doubt.TooBare, EventSign.TooBare),
        (Doubt.NeverWas, EventSign.NeverWas),
    ];

    private static void OfWord(Telling telling, List<EventSign> signs)
    {
        var view = telling.View;
        var s = view.Syntax;
        var frame = telling.Hit.Frame;
        if (frame.IsVerb)
        {
            signs.Add(EventSign.IsVerb);
            if (frame.Passive)
            {
                signs.Add(EventSign.Passive);
            }
        }
        else
        {
            signs.Add(EventSign.IsNoun);
            OfNoun(telling, signs);
        }

        if (frame.IsVerb || frame.Carried && view.IsVerb(frame.Predicate))
        {
            OfVerb(view, frame.Predicate, signs);
        }

        if (telling.About.Count > 0)
        {
            signs.Add(EventSign.OfTheDossier);
        }

        if (telling.Level != Level.None)
        {
            signs.Add(EventSign.HasLevel);
        }

        if (telling.Action is not null)
        {
            signs.Add(EventSign.HasAction);
        }

        if (frame.IsVerb || frame.Carried)
        {
            OfSubject(view, frame, signs);
        }
    }

    private static void OfNoun(Telling telling, List<EventSign> signs)
    {
        var view = telling.View;
        var s = view.Syntax;
        var frame = telling.Hit.Frame;
        if (frame.Held)
        {
            signs.Add(EventSign.Held);
        }
        else if (frame.Carried)
        {
            signs.Add(EventSign.Carried);
        }

        if (s[frame.Trigger].Tag is Xpos.NNS or Xpos.NNPS)
        {
            signs.Add(EventSign.Plural);
        }

        var det = s.Child(frame.Trigger, Deprel.Det);
        signs.Add(frame.Possessors.Count > 0 ? EventSign.Possessed : telling.Definite ? EventSign.Definite : det >= 0 ? EventSign.Indefinite : EventSign.NoArticle);
        if (telling.ProperName is not null)
        {
            signs.Add(EventSign.Named);
        }

        if (telling.OnlyPoints)
        {
            signs.Add(EventSign.OnlyPoints);
        }
    }

    private static void OfVerb(EventSentence view, int verb, List<EventSign> signs)
    {
        var form = Form.Of(view, verb);
        var tag = view.Syntax[verb].Tag;
        signs.Add(form.Modal.Length > 0 ? EventSign.Modal
            : form.To || form.IsTo ? EventSign.Infinitive
            : form.Perfect ? EventSign.Perfect
            : tag == Xpos.VBD || form.Finite && form.BePast ? EventSign.Past
            : tag == Xpos.VBN ? EventSign.Participle
            : tag == Xpos.VBG && !form.Finite ? EventSign.Ing
            : EventSign.Present);
        if (form.Negated)
        {
            signs.Add(EventSign.Negated);
        }
    }

    private static void OfSubject(EventSentence view, Frame frame, List<EventSign> signs)
    {
        signs.Add(frame.Subjects.Count == 0 ? EventSign.SubjectNone : view.MentionAt(frame.Subjects[0])?.Referent.Kind switch
        {
            ReferentKind.State => EventSign.SubjectState,
            ReferentKind.Person => EventSign.SubjectPerson,
            ReferentKind.Body => EventSign.SubjectBody,
            ReferentKind.Group => EventSign.SubjectGroup,
            _ => EventSign.SubjectOther,
        });
        signs.Add(frame.Objects.Count == 0 ? EventSign.ObjectNone : view.MentionAt(frame.Objects[0]) is null ? EventSign.ObjectThing : EventSign.ObjectActor);
    }

    private static void OfDays(Telling telling, DateOnly? anchor, List<EventSign> signs)
    {
        if (telling.Days is not { } days)
        {
            signs.Add(EventSign.NoDay);
        }
        else
        {
            signs.Add(!telling.Dated.Own ? EventSign.LentDay : days.IsOneDay ? EventSign.OwnDay : EventSign.OwnRange);
            if (anchor is { } today)
            {
                if (days.To < today.AddDays(-LongAgoDays))
                {
                    signs.Add(EventSign.LongAgo);
                }
                else if (days.From > today)
                {
                    signs.Add(EventSign.Ahead);
                }
                else if (days.Contains(today))
                {
                    signs.Add(EventSign.OnTheDay);
                }
            }
        }

        signs.Add(telling.Status switch
        {
            EventStatus.Happened => EventSign.Happened,
            EventStatus.Scheduled => EventSign.Scheduled,
            EventStatus.Tentative => EventSign.Tentative,
            EventStatus.Cancelled => EventSign.Cancelled,
            _ => EventSign.Alleged,
        });
        if (telling.Fact.Status is null)
        {
            signs.Add(EventSign.Unmarked);
        }
    }

    private static void OfSides(Telling telling, List<EventSign> signs)
    {
        signs.Add(telling.Sides.Countries.Count switch { 0 => EventSign.NoState, 1 => EventSign.OneState, 2 => EventSign.TwoStates, _ => EventSign.MoreStates });
        signs.Add(telling.Sides.People.Count switch { 0 => EventSign.NoPerson, 1 => EventSign.OnePerson, _ => EventSign.MorePersons });
        if (telling.Place is not null)
        {
            signs.Add(EventSign.AtAPlace);
        }
    }

    private static void OfPlaceInText(Telling telling, List<EventSign> signs)
    {
        var view = telling.View;
        var s = view.Syntax;
        signs.Add(s[view.ClauseOf(telling.Hit.Frame.Predicate)].Relation switch
        {
            Deprel.Root or Deprel.Parataxis => EventSign.MainClause,
            Deprel.Conj => EventSign.SecondClause,
            Deprel.Ccomp => EventSign.SaidClause,
            Deprel.AclRelcl or Deprel.AdvclRelcl => EventSign.RelativeClause,
            Deprel.Advcl => EventSign.AdverbialClause,
            Deprel.Acl => EventSign.ParticipleClause,
            _ => EventSign.InfinitiveClause,
        });
        signs.Add(view.Index < 2 ? EventSign.Lead : view.Index < 6 ? EventSign.Early : EventSign.Late);
        if (view.Document.Role == ParagraphRole.Caption)
        {
            signs.Add(EventSign.InCaption);
        }

        if (Quoted(s, telling.Hit.Frame.Trigger))
        {
            signs.Add(EventSign.InQuotes);
        }

        if (s[s.Count - 1].Norm == "?" || s.Count > 1 && s[s.Count - 2].Norm == "?")
        {
            signs.Add(EventSign.Question);
        }
    }

    /// <summary>Whether more quotation marks were opened than closed before the word; a mark of either kind counts as the next.</summary>
    private static bool Quoted(Sentence s, int token)
    {
        var open = false;
        for (var i = 0; i < token; i++)
        {
            if (s[i].Tag is Xpos.OpenQuote or Xpos.CloseQuote && s.Text[s[i].Start] is '"' or '\u201c' or '\u201d')
            {
                open = !open;
            }
        }

        return open;
    }
}
