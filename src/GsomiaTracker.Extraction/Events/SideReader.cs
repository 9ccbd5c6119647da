using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Who an event's states and persons are, by the annotation guide's rule for each kind.</summary>
internal sealed class SideReader(EventLexicon lexicon, Dossier dossier)
{
    private static readonly HashSet<string> JoiningVerbs = ["join", "meet", "tell", "host", "receive", "greet", "invite", "brief", "accompany", "welcome", "see", "inform", "ask"];

    private readonly Lexicon.WordSet _treaty = lexicon.Class("treaty");
    private readonly Lexicon.WordSet _target = lexicon.Class("target");
    private readonly Lexicon.WordSet _blows = lexicon.Class("blows");

    /// <summary>Whose the rulings are that the dossier is about; null where it is about none.</summary>
    public string? Rulings { get; } = dossier.Subjects.FirstOrDefault(s => s.Parties.Count == 1 && lexicon.Nouns(LastWord(s.Title).TrimEnd('s')) is { IsEmpty: false } rows && rows[0].Kind == EventKind.Ruling)?.Parties[0];

    private static string LastWord(string title) => title[(title.LastIndexOf(' ') + 1)..];

    public Sides Of(EventSentence view, TriggerHit hit)
    {
        var frame = hit.Frame;
        var s = view.Syntax;
        var sides = new Sides();
        switch (hit.Trigger.Kind)
        {
            case EventKind.Meeting or EventKind.Call or EventKind.Exercise or EventKind.Agreement or EventKind.Incident:
                Doers(view, frame, sides);
                if (frame.IsVerb && hit.Trigger.Kind is EventKind.Meeting or EventKind.Call or EventKind.Incident || frame.Carried && JoiningVerbs.Contains(view.Lemma(frame.Predicate)))
                {
                    sides.Add(Sides.Of(view, frame.Objects));
                }

                AddPhrases(view, frame, sides, "with", "between", "of", "among", "from", "against");
                if (hit.Trigger.Kind is EventKind.Meeting or EventKind.Call && frame.IsVerb)
                {
                    Together(view, frame, sides);
                }

                if (OfTheirs(view, frame))
                {
                    // "agreed to arrange a meeting of their leaders": not those who agree meet.
                    sides.NoPeople();
                }

                if (hit.Trigger.Kind is EventKind.Meeting or EventKind.Call or EventKind.Exercise)
                {
                    if (sides.Countries.Count < 2 || sides.People.Count < 2)
                    {
                        Scattered(view, frame, sides);
                    }

                    if (view.Lemma(frame.Trigger) is "call" or "pay")
                    {
                        AddPhrases(view, frame, sides, "on");
                    }

                    if (frame.Carried && frame.Passive && JoiningVerbs.Contains(view.Lemma(frame.Predicate)))
                    {
                        sides.Add(Sides.Of(view, frame.Objects));
                    }
                }

                if (hit.Trigger.Kind == EventKind.Incident)
                {
                    foreach (var phrase in frame.Phrases)
                    {
                        // "rallied at the Polish embassy": the embassy's state has no part in it.
                        if (phrase.Preposition is "on" or "at" or "into" or "by" or "outside" && !IsMission(view, phrase.Token))
                        {
                            sides.Add(Sides.Of(view, phrase.Token));
                            if (phrase.Preposition is "on" or "at" or "into" && sides.Countries.Count < 2 && _target.Contains(view.Lemma(phrase.Token)))
                            {
                                // "fired missiles at plants in the east of Denmark", "at a plant in Denmark"
                                sides.Add(Sides.StatesWithin(view, phrase.Token));
                                foreach (var where in frame.Phrases)
                                {
                                    if (where.Preposition == "in" && where.Token > phrase.Token && !view.InDate(where.Token))
                                    {
                                        sides.AddCountry(Host(view, where.Token));
                                    }
                                }
                            }
                        }
                        else if (phrase.Preposition is "in" or "of" or "near" or "before" or "outside" && sides.IsEmpty && !IsMission(view, phrase.Token) && view.Lemma(phrase.Token) is "parliament" or "palace" or "ministry" or "office" or "court" or "house" or "square" or "capital")
                        {
                            // "rallied in front of the Danish parliament"
                            sides.Add(Sides.StatesWithin(view, phrase.Token));
                        }
                    }
                }
                else if (sides.Countries.Count < 2)
                {
                    Arrangers(view, frame, sides);
                }

                if (sides.IsEmpty && hit.Trigger.Kind == EventKind.Meeting && !frame.IsVerb && !frame.Carried && view.Preposition(frame.Top) is "after" or "following" or "at" or "during" && view.ClauseOf(frame.Top) is var main && view.IsVerb(main))
                {
                    // "The council voiced concern after an hour-long session": who met is who speaks.
                    sides.Add(Sides.Of(view, Frame.OfVerb(view, main).Subjects));
                }

                break;
            case EventKind.Visit:
                Doers(view, frame, sides);
                AddPhrases(view, frame, sides, "of");
                var onward = frame.IsVerb && view.Lemma(frame.Trigger) is "leave" or "depart" && frame.Phrases.Exists(p => p.Preposition is "for" or "to" && Host(view, p.Token) is not null);
                if (frame.IsVerb && !onward)
                {
                    sides.Add(CountriesOf(Sides.Of(view, frame.Objects)));
                }

                foreach (var phrase in frame.Phrases)
                {
                    if (phrase.Preposition is "to" or "in" or "for" or "at" or "into" && Host(view, phrase.Token) is { } host)
                    {
                        sides.AddCountry(host);
                    }
                    else if (phrase.Preposition is "to" or "for" && view.Lemma(phrase.Token) is "summit" or "talk" or "talks" or "meeting" or "conference" or "forum" or "session" or "gathering" or "ceremony" && view.Lemma(frame.Trigger) is "leave" or "set" or "fly" or "depart" or "head" or "go" or "travel")
                    {
                        // "left for a summit in Oslo", "set off for talks in the Danish resort of ..."
                        foreach (var c in s.Children(phrase.Token))
                        {
                            if (s[c].Relation is Deprel.Nmod && view.Preposition(c) is "in" or "at")
                            {
                                sides.AddCountry(Host(view, c) ?? Sides.StatesWithin(view, c).Countries.FirstOrDefault());
                            }
                        }
                    }
                    else if (phrase.Preposition == "from" && view.Lemma(phrase.Token) is "trip" or "visit" or "tour" or "stay")
                    {
                        // "flew home from a five-day trip to Oslo"
                        foreach (var c in s.Children(phrase.Token))
                        {
                            if (s[c].Relation == Deprel.Nmod && view.Preposition(c) is "to" or "in")
                            {
                                sides.AddCountry(Host(view, c) ?? (view.Lemma(c) is "capital" or "city" ? CountriesOf(Sides.Of(view, c)).Countries.FirstOrDefault() : null));
                            }
                        }
                    }
                    else if (phrase.Preposition == "from" && view.Lemma(frame.Trigger) is "return" or "come" && Host(view, phrase.Token) is { } left && !sides.Countries.Contains(left))
                    {
                        // "returned home from Oslo"
                        sides.AddCountry(left);
                    }
                    else if (phrase.Preposition is "to" or "in" && view.Lemma(phrase.Token) is "capital" or "city" or "country" or "nation" or "neighbor" or "ally")
                    {
                        sides.Add(CountriesOf(Sides.Of(view, phrase.Token)));
                    }
                }

                foreach (var token in onward ? [] : frame.Objects)
                {
                    // "left Oslo for Warsaw": the journey is to Warsaw.
                    sides.AddCountry(Host(view, token));
                }

                if (frame.Carried && !view.IsVerb(frame.Predicate))
                {
                    sides.AddCountry(Host(view, frame.Predicate));
                }

                break;
            case EventKind.Decision or EventKind.Address:
                Doers(view, frame, sides);
                if (frame.Passive && frame.IsVerb)
                {
                    sides.Add(Sides.Of(view, frame.Agents));
                }

                if (hit.Trigger.Kind == EventKind.Address && frame is { Passive: true, Carried: true } && view.Lemma(frame.Predicate) is "ask" or "question" or "quiz" or "press" or "grill")
                {
                    // "was asked about it at a news conference": his own.
                    sides.Add(Sides.Of(view, frame.Objects));
                }

                if (hit.Trigger.Kind == EventKind.Address && frame.Before.Any(b => view.Lemma(b) is "joint"))
                {
                    AddPhrases(view, frame, sides, "with", "by");
                    Scattered(view, frame, sides);
                }

                break;
            case EventKind.Measure:
                Doers(view, frame, sides);
                AddPhrases(view, frame, sides, "on", "against", "to", "from", "for", "of");
                if (frame.IsVerb)
                {
                    sides.Add(CountriesOf(Sides.Of(view, frame.Objects)));
                }

                break;
            case EventKind.Notice:
                Doers(view, frame, sides);
                if (frame.IsVerb || frame.Carried)
                {
                    sides.Add(Sides.Of(view, frame.Objects));
                }

                AddPhrases(view, frame, sides, "to", "with", "against", "from", "at", "by", "on");
                if (frame.IsVerb && view.Lemma(frame.Trigger) is "have")
                {
                    // "had the ambassador come in"
                    sides.Add(Sides.Of(view, frame.Clauses.Select(c => s.Child(c, Deprel.Nsubj)).Where(c => c >= 0)));
                }

                break;
            case EventKind.Ruling when IsInternational(view, frame):
                foreach (var mention in view.Mentions)
                {
                    if (mention.Referent.Kind == ReferentKind.State)
                    {
                        sides.AddCountry(mention.Referent.Country);
                    }
                }

                break;
            case EventKind.Ruling:
                Court(view, frame, sides);
                break;
            case EventKind.Appointment:
                Doers(view, frame, sides);
                sides.Add(Sides.Of(view, frame.Objects));
                AddPhrases(view, frame, sides, "of");
                break;
            case EventKind.Deadline:
                AddPhrases(view, frame, sides, "between", "with", "among");
                if (frame.IsVerb && view.Lemma(frame.Trigger) is "leave" or "quit" or "exit" or "depart" or "give")
                {
                    // "Norway leaves the union on Friday", "Denmark has given Norway until Friday".
                    Doers(view, frame, sides);
                    sides.Add(CountriesOf(Sides.Of(view, frame.Objects)));
                }

                break;
            default:
                Doers(view, frame, sides);
                break;
        }

        if (sides.Countries.Count < 2 && sides.People.Count == 0 && hit.Trigger.Kind is EventKind.Incident or EventKind.Exercise or EventKind.Agreement or EventKind.Measure or EventKind.Notice)
        {
            foreach (var token in frame.IsVerb || frame.Carried ? frame.Subjects.Concat(frame.Objects).Append(frame.Trigger) : [frame.Trigger])
            {
                if ((token != frame.Trigger || !frame.IsVerb) && !Enumerable.Range(Math.Max(0, token - 3), Math.Min(s.Count, token + 6) - Math.Max(0, token - 3)).Any(i => IsMission(view, i)))
                {
                    sides.Add(Sides.StatesWithin(view, token));
                }
            }

            if (sides.IsEmpty && !frame.IsVerb)
            {
                // "a drill that Polish forces held": who holds it stands in the clause behind.
                foreach (var clause in frame.Clauses)
                {
                    if (s[clause].Relation is Deprel.AclRelcl or Deprel.Acl)
                    {
                        var inner = Frame.OfVerb(view, clause);
                        foreach (var token in inner.Subjects.Concat(inner.Agents))
                        {
                            if (token != frame.Trigger)
                            {
                                sides.Add(Sides.Of(view, token));
                                sides.Add(Sides.StatesWithin(view, token));
                            }
                        }
                    }
                }
            }
        }

        return sides;
    }

    /// <summary>What the dossier and the place add where the words left the sides open.</summary>
    public void Complete(EventKind kind, Sides sides, IEnumerable<string> about, string? place, bool domestic)
    {
        var subjects = about.Select(key => dossier.Subjects.First(x => x.Key == key)).ToArray();
        switch (kind)
        {
            case EventKind.Deadline when sides.Countries.Count < 2:
            case EventKind.Measure when !domestic && subjects.Any(x => sides.Countries.All(x.Parties.Contains)):
                var subject = subjects.FirstOrDefault(x => sides.Countries.All(x.Parties.Contains)) ?? subjects.FirstOrDefault();
                if (subject is null && kind == EventKind.Deadline)
                {
                    subject = dossier.DeadlineSubject;
                }

                if (kind != EventKind.Deadline || subject is null || sides.Countries.All(subject.Parties.Contains))
                {
                    AddParties(sides, subject?.Parties);
                }

                break;
            case EventKind.Agreement when !domestic && subjects.FirstOrDefault(x => x.Parties.Count > 1 && sides.Countries.All(x.Parties.Contains)) is { } signed:
                AddParties(sides, signed.Parties);
                break;
            case EventKind.Measure or EventKind.Notice or EventKind.Agreement when sides.Countries.Count == 1 && !domestic && Counterpart(sides.Countries[0]) is { } other:
                // Between the dossier's two parties what one does hits the other.
                sides.AddCountry(other);
                break;
            case EventKind.Agreement or EventKind.WeaponsTest or EventKind.Ruling or EventKind.Exercise when sides.Countries.Count == 0:
                AddParties(sides, subjects.FirstOrDefault()?.Parties);
                break;
            case EventKind.Measure when sides.Countries.Count == 0 && !domestic && dossier.Parties.Count(p => p.IsParty) == 2:
                AddParties(sides, [.. dossier.Parties.Where(p => p.IsParty).Select(p => p.Country)]);
                break;
            case EventKind.Decision when sides.Countries.Count == 0 && subjects.Length > 0:
                sides.AddCountry(subjects[0].Parties.Count > 0 ? subjects[0].Parties[0] : null);
                break;
            default:
                break;
        }

        if (sides.Countries.Count == 0 && place is not null)
        {
            sides.AddCountry(lexicon.CountryOfPlace(place));
        }
    }

    /// <summary>Blows at one of the dossier's subjects that is two states' own are the one's upon the other.</summary>
    public void Struck(EventCluster cluster)
    {
        if (cluster is { Kind: EventKind.Incident, Sides.Countries: [var one] } && cluster.Tellings.Any(t => _blows.Contains(t.Hit.Trigger.Lemma) && !(t.Hit.Frame.Trigger > 0 && t.View.Syntax[t.Hit.Frame.Trigger - 1].Norm == "hunger"))
            && dossier.Subjects.FirstOrDefault(x => cluster.About.Contains(x.Key) && x.Parties.Count == 2 && x.Parties.Contains(one)) is { } fought)
        {
            AddParties(cluster.Sides, fought.Parties);
        }
    }

    /// <summary>Talks that are told of one of the dossier's two parties, with nobody named, are with the other.</summary>
    public void Pair(Sides sides)
    {
        if (sides.Countries.Count == 1 && !sides.HasParliament && !sides.HasCourt && Counterpart(sides.Countries[0]) is { } other)
        {
            sides.AddCountry(other);
        }
    }

    /// <summary>The other of the dossier's two parties.</summary>
    public string? Counterpart(string country)
    {
        var parties = dossier.Parties.Where(p => p.IsParty).Select(p => p.Country).ToArray();
        return parties.Length == 2 && parties.Contains(country) ? parties[0] == country ? parties[1] : parties[0] : null;
    }

    private static void AddParties(Sides sides, IReadOnlyList<string>? parties)
    {
        foreach (var party in parties ?? [])
        {
            sides.AddCountry(party);
        }
    }

    /// <summary>"Foreign Minister Anna Nowak and Danish Foreign Minister Lars Jensen met": the first of two names with titles, where the tree lost it; null without one.</summary>
    private static Referent? Partner(EventSentence view, int subject)
    {
        var s = view.Syntax;
        if (view.MentionAt(subject) is not { Referent: { Kind: ReferentKind.Person, Official: { } official } })
        {
            return null;
        }

        var and = subject - 1;
        while (and > 0 && subject - and < 10 && (s[and].Pos is Upos.Propn or Upos.Adj || char.IsUpper(s.Text[s[and].Start]) || s[and].Tag == Xpos.Hyph) && s[and].Norm != "and")
        {
            and--;
        }

        return and > 0 && s[and].Norm == "and" && view.MentionAt(and - 1) is { Referent: { Kind: ReferentKind.Person, Official: { } first, Country: not null } named } && first != official ? named : null;
    }

    /// <summary>"who has been on a hunger strike", "was on the sixth day of a fast", "is on a visit": whoever is.</summary>
    private static Sides OfCopula(EventSentence view, int noun)
    {
        var s = view.Syntax;
        var top = noun;
        while (s[top].Relation == Deprel.Nmod && view.Preposition(top) == "of" && s[top].Head >= 0 && view.Lemma(s[top].Head) is "day" or "week" or "month" or "hour" or "round")
        {
            top = s[top].Head;
        }

        return s.Has(top, Deprel.Cop) && view.Preposition(top).Length > 0 ? Sides.Of(view, Frame.OfVerb(view, top).Subjects) : new Sides();
    }

    /// <summary>"a meeting of their leaders", "talks between their bureau chiefs".</summary>
    public static bool OfTheirs(EventSentence view, Frame frame)
    {
        if (frame.IsVerb)
        {
            return false;
        }

        foreach (var phrase in frame.Phrases)
        {
            if (phrase.Preposition is "of" or "between" && view.Syntax[phrase.Token].Tag == Xpos.NNS && view.Syntax.Child(phrase.Token, Deprel.NmodPoss) is var whose and >= 0 && view.Syntax[whose].Norm == "their")
            {
                return true;
            }
        }

        return false;
    }

    private void Doers(EventSentence view, Frame frame, Sides sides)
    {
        if (frame.IsVerb || frame.Carried)
        {
            sides.Add(Sides.Of(view, frame.Passive && frame.Agents.Count > 0 ? frame.Agents : frame.Subjects));
            if (!frame.Passive)
            {
                foreach (var subject in frame.Subjects)
                {
                    if (subject < frame.Predicate && Partner(view, subject) is { } partner)
                    {
                        sides.Add(partner);
                    }
                }
            }
            if (sides.IsEmpty && !frame.Passive)
            {
                sides.Add(Sides.Of(view, frame.Alternates));
            }
        }

        if (!frame.IsVerb && !frame.Carried)
        {
            sides.Add(OfCopula(view, frame.Trigger));
        }

        if (!frame.IsVerb)
        {
            foreach (var owner in frame.Possessors)
            {
                if (Asked(view, frame, owner) is { IsEmpty: false } asked)
                {
                    sides.Add(asked);
                    continue;
                }

                // "In his address, President Moon ...": the subject is surer than the pronoun.
                if (sides.IsEmpty || view.Syntax[owner].Pos != Upos.Pron || view.MentionAt(owner)?.Referent.Kind == ReferentKind.Group)
                {
                    sides.Add(Sides.Of(view, owner));
                }
            }

            sides.Add(Sides.Of(view, frame.Before));
            AddPhrases(view, frame, sides, "by");
        }
    }

    /// <summary>"asked Seoul to reverse its decision": "its" is the one asked.</summary>
    private static Sides? Asked(EventSentence view, Frame frame, int owner)
    {
        var s = view.Syntax;
        var verb = s[frame.Trigger].Head;
        return s[owner].Pos == Upos.Pron && s[frame.Trigger].Relation == Deprel.Obj && verb >= 0 && s[verb].Relation == Deprel.Xcomp && s[verb].Head is var over and >= 0
            && (s.Has(over, Deprel.Obj) || s.Has(over, Deprel.Iobj)) && view.Lemma(over) is "ask" or "urge" or "press" or "tell" or "call" or "demand" or "pressure" or "persuade" or "advise" or "warn"
            ? Sides.Of(view, Frame.OfVerb(view, verb).Subjects) : null;
    }

    private static bool IsMission(EventSentence view, int token) => view.Lemma(token) is "embassy" or "consulate" or "mission" || view.Syntax[token].Norm is "embassy" or "consulate";

    private void AddPhrases(EventSentence view, Frame frame, Sides sides, params ReadOnlySpan<string> prepositions)
    {
        foreach (var phrase in frame.Phrases)
        {
            if (prepositions.Contains(phrase.Preposition) && !OfAPact(view, frame, phrase))
            {
                sides.Add(Sides.Of(view, phrase.Token));
            }
        }
    }

    /// <summary>"met over the pact with Norway": the pact is with it, the meeting is not.</summary>
    private bool OfAPact(EventSentence view, Frame frame, Phrase phrase)
    {
        var s = view.Syntax;
        var noun = s[phrase.Token].Head;
        return phrase.Preposition is "with" or "between" && frame.IsVerb && noun >= 0 && noun != frame.Trigger && s[noun].Pos is Upos.Noun or Upos.Propn && _treaty.Contains(view.Lemma(noun));
    }

    /// <summary>The names after "with" or "between", where a tree scattered them: up to the next verb or other preposition.</summary>
    private static void Scattered(EventSentence view, Frame frame, Sides sides)
    {
        var s = view.Syntax;
        for (var i = frame.Trigger + 1; i < Math.Min(s.Count, frame.Trigger + 8); i++)
        {
            if (s[i].Norm is not ("with" or "between"))
            {
                if (s[i].Norm is "," or ";" or "that" || view.IsVerb(i))
                {
                    return;
                }

                continue;
            }

            for (var k = i + 1; k < s.Count && k - i < 30; k++)
            {
                if (view.IsVerb(k) || s[k].Pos is Upos.Adp && s[k].Norm is not ("of" or "from") || s[k].Tag is Xpos.OpenQuote or Xpos.CloseQuote || s[k].Pos is Upos.Sconj || s[k].Norm is "who" or "which" or "whose" or ";")
                {
                    return;
                }

                if (view.MentionAt(k) is { } mention && mention.Head == k)
                {
                    sides.Add(mention.Referent);
                }
            }

            return;
        }
    }

    /// <summary>"is to meet Nowak again, this time together with Danish Minister Jensen".</summary>
    private static void Together(EventSentence view, Frame frame, Sides sides)
    {
        var s = view.Syntax;
        for (var i = frame.Trigger + 1; i + 1 < s.Count && i - frame.Trigger < 24 && !view.IsVerb(i); i++)
        {
            if (s[i].Norm is "together" or "along" && s[i + 1].Norm == "with" || s[i].Norm == "joined" && s[i + 1].Norm == "by")
            {
                for (var k = i + 2; k < s.Count && k - i < 12 && !view.IsVerb(k) && s[k].Norm is not ("," or ";" or "in" or "at"); k++)
                {
                    if (view.MentionAt(k) is { Referent.Kind: ReferentKind.Person } mention && mention.Head == k)
                    {
                        sides.Add(mention.Referent);
                    }
                }

                return;
            }
        }
    }

    /// <summary>"Japan is making arrangements with Poland for their ministers to hold talks": the sides stand over the infinitive.</summary>
    private static void Arrangers(EventSentence view, Frame frame, Sides sides)
    {
        var s = view.Syntax;
        var at = view.ClauseOf(frame.Predicate);
        for (var steps = 0; steps < 3 && s[at].Relation is Deprel.Xcomp or Deprel.Acl or Deprel.Ccomp or Deprel.Advcl && s[at].Head >= 0 && Form.Of(view, at).To; steps++)
        {
            at = view.ClauseOf(s[at].Head);
            if (view.IsVerb(at))
            {
                var over = Frame.OfVerb(view, at);
                sides.Add(Sides.Of(view, over.Subjects));
                foreach (var phrase in over.Phrases)
                {
                    if (phrase.Preposition is "with" or "between")
                    {
                        sides.Add(Sides.Of(view, phrase.Token));
                    }
                }

                foreach (var token in over.Objects)
                {
                    foreach (var c in s.Children(token))
                    {
                        if (s[c].Relation == Deprel.Nmod && view.Preposition(c) is "with" or "between")
                        {
                            sides.Add(Sides.Of(view, c));
                        }
                    }
                }
            }
        }
    }

    private static Sides CountriesOf(Sides sides)
    {
        var countries = new Sides();
        foreach (var country in sides.Countries)
        {
            countries.AddCountry(country);
        }

        return countries;
    }

    private static string? Host(EventSentence view, int token)
    {
        foreach (var place in view.Places)
        {
            if (place.First <= token && token <= place.Last)
            {
                return place.Country;
            }
        }

        return view.MentionAt(token)?.Referent is { Kind: ReferentKind.State } state ? state.Country : null;
    }

    private void Court(EventSentence view, Frame frame, Sides sides)
    {
        var tokens = frame.Subjects.Concat(frame.Agents).Concat(frame.Possessors).Concat(frame.Before)
            .Concat(frame.Phrases.Where(p => p.Preposition is "by" or "of" or "from").Select(p => p.Token));
        foreach (var token in tokens)
        {
            var named = Sides.Of(view, token);
            if (Seat(view, token) is { } seat)
            {
                // "a court in Olongapo"
                sides.AddCountry(seat);
            }
            else if (Rulings is not null && view.MentionAt(token) is { Referent.Body: BodyKind.Court } && Sides.StatesWithin(view, token).Countries.Count == 0 && view.Syntax.Child(token, Deprel.NmodPoss) < 0)
            {
                // "the district court": of which state nothing here says.
                continue;
            }
            else if (named.HasCourt || view.MentionAt(token)?.Referent.Kind is ReferentKind.State or ReferentKind.Body)
            {
                sides.AddCountry(named.Countries.Count > 0 ? named.Countries[0] : null);
            }
        }
    }

    /// <summary>Whether those who rule are of no one state: the trade body's judges, an arbitral tribunal.</summary>
    private static bool IsInternational(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        if (frame.Before.Any(b => view.Lemma(b) == "court" && !(b > 0 && s[b - 1].Norm is "international" or "world" or "arbitration")))
        {
            // "submit to arbitration over the Supreme Court rulings"
            return false;
        }

        for (var i = Math.Max(0, frame.Trigger - 10); i <= Math.Min(s.Count - 1, frame.Trigger + 10); i++)
        {
            if (s[i].Norm is "arbitral" or "arbitration" or "wto" or "icj" or "itlos" or "appellate" || s[i].Norm == "court" && i > 0 && s[i - 1].Norm is "international" or "world" || s[i].Norm == "organization" && i > 0 && s[i - 1].Norm == "trade")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The state that a court sits in where its phrase says so, international ones apart.</summary>
    private static string? Seat(EventSentence view, int token)
    {
        var s = view.Syntax;
        if (view.Lemma(token) is not ("court" or "judge" or "prosecutor"))
        {
            return null;
        }

        foreach (var c in s.Children(token))
        {
            if (s[c].Relation == Deprel.Nmod && view.Preposition(c) is "in" or "of")
            {
                foreach (var place in view.Places)
                {
                    if (place.First <= c && c <= place.Last)
                    {
                        return place.Country;
                    }
                }
            }
        }

        return null;
    }
}
