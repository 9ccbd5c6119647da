using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;


namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Finds what a text tells of the chronology: the words that tell an event, what stands around them, and which of them tell the same one.
/// Time is linear in the text for a bounded number of events; the answer depends on nothing but the arguments.
/// </summary>
public sealed class EventFinder
{
    private readonly EventLexicon _lexicon = EventLexicon.Load();
    private readonly PlaceNames _places = PlaceNames.Load();
    private readonly Dossier _dossier;
    private readonly SubjectNames _subjects;
    private readonly TriggerMatcher _matcher;
    private readonly TellingReader _reader;
    private readonly SideReader _sides;
    private readonly EventSummary _summary;

    public EventFinder(Dossier dossier)
    {
        _dossier = dossier;
        _subjects = new SubjectNames(dossier);
        _matcher = new TriggerMatcher(_lexicon);
        _reader = new TellingReader(_lexicon, dossier);
        _sides = new SideReader(_lexicon, dossier);
        _summary = new EventSummary(dossier);
    }

    /// <param name="statements">The attributions of this reading: who speaks at a news conference.</param>
    public IReadOnlyList<EventReported> Find(
        Document document,
        References references,
        IReadOnlyList<DatedExpression> dates,
        IReadOnlyList<Statement> statements) => Take(Propose(document, references, dates, statements), EventChoice.English);

    /// <summary>Everything in a text that may tell an event, with the signs by which it is weighed.</summary>
    internal EventProposal Propose(
        Document document,
        References references,
        IReadOnlyList<DatedExpression> dates,
        IReadOnlyList<Statement> statements)
    {
        var speakers = new Speakers(statements);
        var (sure, all) = (new List<Telling>(), new List<Telling>());
        var anchor = document.Wire.Header.Dateline?.Date ?? document.Anchor;
        var story = new StoryDay(anchor);
        var recent = new RecentPeople();
        var signatories = new Signatories(_dossier);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var view in Views(document, references, dates))
        {
            var first = all.Count;
            story.Open(view);
            ReadSentence(view, story, speakers, recent, sure, all);
            for (var i = first; i < all.Count; i++)
            {
                EventSigns.Read(all[i], anchor);
            }

            EventSigns.Compare(all, first, words);
            story.Pass(view);
            recent.Pass(view);
            signatories.Pass(view);
        }

        return new EventProposal(document, references, anchor, all, signatories);
    }

    /// <summary>What of the proposed is told: by these weights.</summary>
    internal List<EventReported> Take(EventProposal proposal, EventChoice choice)
    {
        var (document, references, anchor, tellings, signatories) = proposal;
        var clusters = new List<EventCluster>();
        foreach (var entry in choice.Entries(tellings))
        {
            if (entry.Odds > 0 && !Occasion.Only(entry.Cluster))
            {
                entry.Cluster.Odds = entry.Odds;
                clusters.Add(entry.Cluster);
            }
        }

        Due(clusters, anchor, Printed(tellings));
        Outcome.Ahead(clusters, anchor);
        Outcome.Settle(clusters, anchor);
        Homeward.Join(clusters);
        return Report(document, references, clusters, references.Officials, Home(document, references), signatories);
    }

    /// <summary>Which of the days that papers print for the deadline the text prints: "in force until Nov. 22", "at midnight" without a day is the first; else the last day.</summary>
    private DateOnly Printed(IReadOnlyList<Telling> tellings)
    {
        var midnight = false;
        foreach (var view in tellings.Select(t => t.View).DistinctBy(v => v.Index))
        {
            var s = view.Syntax;
            foreach (var hit in view.Dates)
            {
                if (hit.First > 0 && hit.Date.Days is { IsOneDay: true } day && _dossier.Deadline.PrintedDays.Contains(day.From)
                    && (s[hit.First - 1].Norm is "until" or "through" or "midnight" || s[hit.First].Norm == "midnight" || hit.First > 1 && s[hit.First - 2].Norm == "midnight"))
                {
                    return day.From;
                }
            }

            midnight |= view.Subjects.Any(h => h.Subject.Key == _dossier.Deadline.Subject) && Enumerable.Range(1, Math.Max(0, s.Count - 1)).Any(i => s[i].Norm == "midnight" && s[i - 1].Norm == "at");
        }

        return midnight && _dossier.Deadline.PrintedDays.Count > 0 ? _dossier.Deadline.PrintedDays[0] : _dossier.Deadline.LastDay;
    }

    /// <summary>What the dossier knows of its own deadline.</summary>
    /// <param name="printed">The day on which the text has it end.</param>
    private void Due(List<EventCluster> clusters, DateOnly? anchor, DateOnly printed)
    {
        foreach (var cluster in clusters)
        {
            // "It will lapse on Saturday": the day is known to be the deadline's.
            if (cluster.Kind == EventKind.Deadline && cluster.About.Count == 0 && (cluster.Days is not { } days || _dossier.Deadline.PrintedDays.Any(days.Contains)))
            {
                cluster.About.Add(_dossier.Deadline.Subject);
            }
        }

        foreach (var cluster in clusters)
        {
            if (cluster.Kind == EventKind.Deadline && cluster.Days is null && cluster.About.Contains(_dossier.Deadline.Subject) && (cluster.Status == EventStatus.Scheduled && anchor <= _dossier.Deadline.LastDay || cluster.Tellings.Any(Counted)))
            {
                // "with ten days to go before it lapses": when that is, the dossier knows.
                cluster.Date(new Dated(Domain.Time.DayRange.Of(printed), "the dossier's deadline", false));
            }
        }
    }

    /// <summary>The state that an event is of when nothing says whose it is: the one the text is at home in, else where it was filed.</summary>
    private string? Home(Document document, References references) =>
        references.Home ?? (document.Wire.Header.Dateline?.Place is { } place ? _places.CountryOf(place) : null);

    private IEnumerable<EventSentence> Views(Document document, References references, IReadOnlyList<DatedExpression> dates)
    {
        var ordered = dates.OrderBy(d => d.Words.Span.Start).ToArray();
        var next = 0;
        var mentions = references.Mentions.ToLookup(m => m.Sentence);
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            while (next < ordered.Length && ordered[next].Words.Span.Start < sentence.Span.Start)
            {
                next++;
            }

            var hits = new List<DateHit>();
            for (; next < ordered.Length && ordered[next].Words.Span.End <= sentence.Span.End; next++)
            {
                var first = s.At(ordered[next].Words.Span.Start);
                var last = s.At(ordered[next].Words.Span.End - 1);
                if (first >= 0 && last >= first)
                {
                    hits.Add(new DateHit(ordered[next], first, last));
                }
            }

            yield return new EventSentence(sentence, _lexicon, references, [.. mentions[sentence.Index]], hits, _subjects.In(s), _places.In(s));
        }
    }

    /// <param name="sure">What the rules alone tell: later sentences build on it.</param>
    /// <param name="all">These and everything else that may tell an event.</param>
    private void ReadSentence(EventSentence view, StoryDay story, Speakers speakers, RecentPeople recent, List<Telling> sure, List<Telling> all)
    {
        var s = view.Syntax;
        var carried = new HashSet<(int Predicate, EventKind Kind)>();
        var content = new HashSet<int>();
        var twins = new HashSet<int>();
        var maybe = new List<TriggerHit>();
        var term = false;
        for (var token = 0; token < s.Count; token++)
        {
            if (s[token].Pos is not (Upos.Verb or Upos.Noun or Upos.Propn or Upos.Aux or Upos.Adj) || twins.Contains(token))
            {
                continue;
            }

            if (Again.Of(view, token, sure, _lexicon) is { } again)
            {
                again.Status = Outcome.StatusOf(again, story.Anchor);
                sure.Add(again);
                all.Add(again);
                continue;
            }

            if (_matcher.Match(view, token, maybe) is { } row)
            {
                maybe.Add(row);
            }

            foreach (var hit in maybe)
            {
                Read(hit);
            }
        }

        void Read(TriggerHit hit)
        {
            var token = hit.Frame.Trigger;
            if (hit.Trigger.Kind is EventKind.Decision or EventKind.Measure or EventKind.Notice or EventKind.Agreement
                && (IsContent(view, hit.Frame, content) || hit.Trigger.Kind == EventKind.Notice && term))
            {
                return;
            }

            if (hit is { Fit: TriggerFit.Wide, Trigger.Kind: EventKind.Meeting, Frame.IsVerb: true } && Holds(view, hit.Frame, token))
            {
                // "attended a meeting of the council": told by the noun.
                return;
            }

            var telling = _reader.Read(view, hit);
            if ((telling.Doubts & (Doubt.OnlyWanted | Doubt.UnderCondition)) != 0 && hit.Frame.IsVerb && telling.Kind is EventKind.Decision or EventKind.Measure or EventKind.Agreement)
            {
                // "urged it to renew the treaty", "may renew it if the other side moves": a stance.
                return;
            }

            if (telling.Doubts.HasFlag(Doubt.NotTaken) && telling.Kind == EventKind.Decision)
            {
                return;
            }

            if (telling.Doubts.HasFlag(Doubt.NeverWas) && telling.Kind != EventKind.Measure)
            {
                // Nothing to tell but the last time: "have not met since September".
                recent.Lend(telling);
                if (Earlier.Of(view, telling) is { } last)
                {
                    sure.Add(last);
                    all.Add(last);
                }

                return;
            }

            if (telling.IsSure)
            {
                term |= hit.Trigger.Has(TriggerMarks.Term);
                if (telling.Kind == EventKind.Measure && hit.Trigger.Part == TriggerPart.Noun && telling.About.Count > 0)
                {
                    // Whose curbs they are, before they are compared with others.
                    _sides.Complete(telling.Kind, telling.Sides, telling.About, telling.Place, false);
                }

                if (hit.Frame.IsVerb && (telling.Kind is EventKind.Decision or EventKind.Notice || telling.Kind == EventKind.Agreement && telling.Hit.Trigger.Lemma == "agree"))
                {
                    content.UnionWith(hit.Frame.Clauses);
                }
                else if (telling.Kind == EventKind.Decision)
                {
                    // "its decision to remove it": the removal is what was decided.
                    content.UnionWith(hit.Frame.Clauses.Where(c => c > token && s[c].Tag == Xpos.VB));
                }

                // "announced its decision to end", "tightened its controls": one act, told once; by the noun that says what was decided, else by the verb.
                if (hit.Frame.IsVerb && Twin(view, hit.Frame, token, telling.Kind) is var twin and >= 0)
                {
                    if (telling.Kind != EventKind.Measure || telling.Action is not ("restrict" or "remove") && !telling.Dated.Own)
                    {
                        return;
                    }

                    twins.Add(twin);
                }

                if (hit.Frame.Held && telling.ProperName is null && !carried.Add((hit.Frame.Predicate, telling.Kind)))
                {
                    return;
                }
            }

            ItWas.Lend(telling, sure);
            telling.Dated = Tense.Fit(telling, story.Anchor);
            telling.Dated = Due(telling);
            telling.Dated = story.Stretch(telling.Dated);
            recent.Lend(telling);
            RecentPeople.LendLevel(telling, sure);
            speakers.Lend(telling);
            story.Lend(telling);
            telling.Status = Outcome.StatusOf(telling, story.Anchor);
            if (!telling.IsSure)
            {
                all.Add(telling);
                return;
            }

            var told = Severally.Of(telling);
            sure.AddRange(told);
            all.AddRange(told);
            if (Earlier.Of(view, telling) is { } earlier)
            {
                sure.Add(earlier);
                all.Add(earlier);
            }
        }
    }

    /// <summary>Whether the sentence counts the days or hours that are left.</summary>
    private static bool Counted(Telling telling)
    {
        var s = telling.View.Syntax;
        for (var i = 1; i + 1 < s.Count; i++)
        {
            if (s[i].Norm is "days" or "day" or "hours" && s[i + 1].Norm is "before" or "left" or "to" or "ahead" or "remaining" or "away" or "until" or "from"
                && !(s[i + 1].Norm == "to" && (i + 2 >= s.Count || s[i + 2].Norm != "go")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bare weekday of the dossier's deadline is the deadline's own: "would have expired on Saturday" is not last Saturday.</summary>
    private Dated Due(Telling telling)
    {
        if (telling.Kind != EventKind.Deadline || telling.Dated is not { Days: { IsOneDay: true } days, From: var words } || words.Any(char.IsAsciiDigit)
            || telling.About.Count > 0 && !telling.About.Contains(_dossier.Deadline.Subject))
        {
            return telling.Dated;
        }

        foreach (var day in _dossier.Deadline.PrintedDays)
        {
            if (day.DayOfWeek == days.From.DayOfWeek && Math.Abs(day.DayNumber - days.From.DayNumber) == 7)
            {
                return telling.Dated with { Days = Domain.Time.DayRange.Of(day) };
            }
        }

        return telling.Dated;
    }

    /// <summary>What a decision decides is told by the decision.</summary>
    private static bool IsContent(EventSentence view, Frame frame, HashSet<int> content)
    {
        var s = view.Syntax;
        var at = frame.Predicate;
        for (var steps = 0; steps < 6; steps++)
        {
            if (content.Contains(at))
            {
                return true;
            }

            if (s[at].Head < 0 || s[at].Relation is not (Deprel.Conj or Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl)
                || s[at].Relation == Deprel.Advcl && s.Child(at, Deprel.Mark) is var mark && (mark < 0 ? s.Has(at, Deprel.Advmod) && s[s.Child(at, Deprel.Advmod)].Norm == "when" : s[mark].Norm is "after" or "before" or "because" or "since" or "while" or "when" or "although" or "as"))
            {
                return false;
            }

            at = s[at].Head;
        }

        return false;
    }

    /// <summary>The object that tells the same kind of event as its verb, or -1.</summary>
    private int Twin(EventSentence view, Frame frame, int verb, EventKind kind)
    {
        var unused = new List<TriggerHit>();
        foreach (var token in frame.Objects)
        {
            if (token > verb && _matcher.Match(view, token, unused) is { } hit && hit.Trigger.Kind == kind)
            {
                return token;
            }
        }

        return -1;
    }

    /// <summary>Whether a verb carries an object that tells a meeting itself.</summary>
    private bool Holds(EventSentence view, Frame frame, int verb)
    {
        var unused = new List<TriggerHit>();
        foreach (var token in frame.Objects)
        {
            if (token > verb && _matcher.Match(view, token, unused) is { Trigger.Kind: EventKind.Meeting, Frame: { Carried: true } held } && held.Predicate == verb)
            {
                return true;
            }
        }

        return false;
    }

    private List<EventReported> Report(Document document, References references, List<EventCluster> clusters, IReadOnlyList<OfficialNamed> officials, string? home, Signatories signatories)
    {
        var reported = new List<EventReported>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Testers(clusters);
        signatories.Note(clusters);
        var filed = document.Wire.Header.Dateline?.Place is { } seat ? _places.CountryOf(seat) : null;
        foreach (var cluster in clusters)
        {
            if (cluster.Tellings.All(t => t.OnlyPoints))
            {
                continue;
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Call or EventKind.Agreement && cluster.Sides.Countries.Count == 0 && TwoStates(cluster))
            {
                foreach (var party in _dossier.Parties.Where(p => p.IsParty))
                {
                    cluster.Sides.AddCountry(party.Country);
                }
            }

            if (cluster is { Kind: EventKind.Meeting, Arity: 3 } && cluster.Sides.Countries.Count == 1
                && _dossier.Parties.Where(p => p.IsParty).ToList() is { Count: 2 } two && two.TrueForAll(p => p.Country != cluster.Sides.Countries[0]))
            {
                // "A three-way summit with Poland": the two that the dossier is about, and that one.
                two.ForEach(p => cluster.Sides.AddCountry(p.Country));
            }

            if (cluster is { Kind: EventKind.Meeting, Level: Level.Forum, Place: { } venue } && cluster.Sides.People.Count == 0 && cluster.Sides.Countries.Count < 2 && _places.CountryOf(venue) is { } host)
            {
                // Of a forum named in passing only its host is known.
                cluster.Sides.Only(host);
            }

            if (cluster.Kind == EventKind.Ruling && cluster.Sides.Countries.Count == 0 && cluster.About.Count == 0)
            {
                cluster.Sides.AddCountry(clusters.Find(c => c.Kind == EventKind.Ruling && c.Sides.Countries.Count == 1)?.Sides.Countries[0] ?? CourtBeside(cluster) ?? _sides.Rulings);
            }

            if (cluster.Kind == EventKind.Address && cluster.Sides.Countries.Count == 1 && cluster.Tellings.Any(Jointly)
                && clusters.FindLast(c => c.Kind == EventKind.Meeting && c.First.Sentence <= cluster.First.Sentence && c.Sides.Countries.Count == 2 && c.Sides.Countries.Contains(cluster.Sides.Countries[0])
                    && (c.Days is not { } met || !cluster.Dated.Own || cluster.Days is not { } said || met.Overlaps(said))) is { } talks)
            {
                // "At the joint news conference, Esper said ...": those who had met give it.
                cluster.Sides.Add(talks.Sides);
            }

            if (cluster.Kind == EventKind.Deadline && Commented(cluster))
            {
                // "The period for public comment on its plan ends on Tuesday": of the state whose plan it is.
                var whose = _dossier.Subjects.FirstOrDefault(s => cluster.About.Contains(s.Key) && s.Parties.Count > 0)?.Parties[0] ?? StatesNear(cluster, references, 1).FirstOrDefault();
                if (whose is not null)
                {
                    cluster.Sides.Only(whose);
                }
            }
            else if (cluster.Kind == EventKind.Deadline && cluster.Sides.Countries.Count < 2 && Others(cluster))
            {
                // Another one's deadline: of the states that the text speaks of there.
                foreach (var state in StatesNear(cluster, references, 2))
                {
                    cluster.Sides.AddCountry(state);
                }
            }

            Parties(cluster, references);
            if (!(cluster.Kind == EventKind.Deadline && (cluster.Sides.Countries.Count > 0 && Commented(cluster) || cluster.Sides.Countries.Count > 1 && Others(cluster))))
            {
                _sides.Complete(cluster.Kind, cluster.Sides, cluster.About, cluster.Place, cluster.Domestic);
            }

            signatories.Complete(cluster);
            _sides.Struck(cluster);
            if (cluster.Sides.Countries.Count == 0)
            {
                cluster.Sides.AddCountry((cluster.Kind == EventKind.Incident && (filed ?? references.Home) is { } ours && _dossier.Parties.Any(p => p.Country == ours) ? ours : null) ?? Around(cluster, references) ?? home);
                _sides.Complete(cluster.Kind, cluster.Sides, cluster.About, cluster.Place, cluster.Domestic);
            }

            if (cluster is { Kind: EventKind.Visit, Sides: { Countries: [var only], People.Count: 0 } } && only == (cluster.Place is { } there ? _places.CountryOf(there) : home)
                && cluster.Tellings.All(t => t.Hit.Frame.Subjects.Count == 0 && t.Hit.Frame.Possessors.Count == 0))
            {
                // Nobody is said to come, and no state visits itself.
                continue;
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Exercise or EventKind.Call && Named(cluster) is { } known)
            {
                foreach (var state in known.States)
                {
                    cluster.Sides.AddCountry(state);
                }
            }

            if (cluster.Kind == EventKind.Meeting && cluster.Sides.Countries.Count == 1 && cluster.First.Hit.Frame.Purpose)
            {
                // "is to arrive on Tuesday for talks": with whom he visits.
                cluster.Sides.AddCountry(cluster.Place is { } at ? _places.CountryOf(at) : filed ?? home);
            }

            if (cluster.Kind == EventKind.Meeting && cluster.Level == Level.Internal && cluster.Sides.People.Count < 2 && Named(cluster) is null)
            {
                cluster.Sides.One();
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Call && cluster.Sides.People.Count == 0 && cluster.ProperName is null && cluster.Level is not (Level.Internal or Level.Forum))
            {
                if (cluster.Sides.Countries is [var alone] && _sides.Counterpart(alone) is { } usual && StatesNear(cluster, references, 2) is [_, _] around && around.Contains(alone) && !around.Contains(usual))
                {
                    // "Talks with Washington broke off. Negotiators will return to the table in Seoul": not with the usual one.
                    around.ForEach(cluster.Sides.AddCountry);
                }

                _sides.Pair(cluster.Sides);
            }

            if (cluster.Kind is EventKind.Meeting or EventKind.Call && cluster.Sides.Countries.Count == 1 && cluster.Sides.People.Count > 0 && cluster.Tellings.Any(WithACounterpart))
            {
                // "is to meet her counterpart": of the other state.
                _sides.Pair(cluster.Sides);
            }

            if (cluster.Kind == EventKind.Visit && cluster.Sides.Countries.Count == 1 && cluster.Place is null)
            {
                // "flies in tomorrow": to the place that the sentence is about, else to where the story is told.
                cluster.Sides.AddCountry(Inward(cluster) ?? filed ?? home);
            }

            if (cluster.Kind == EventKind.Visit && cluster.Sides.Countries.Count == 1 && cluster.Place is { } host2 && _places.CountryOf(host2) == cluster.Sides.Countries[0])
            {
                // "Two envoys who traveled to Oslo": nobody visits himself.
                cluster.Sides.AddCountry(home is { } from && from != cluster.Sides.Countries[0] ? from : _sides.Counterpart(cluster.Sides.Countries[0]));
            }

            if (cluster.Sides.Countries.Count == 0)
            {
                continue;
            }

            cluster.Sides.Narrow(cluster.Kind);
            var sentence = document.Sentences[cluster.First.Sentence];
            var words = Vocabulary.Word(cluster.Kind);
            var key = FindingKey.Of("event", words, sentence.Span.In(document.Text));
            seen.TryGetValue(key.Value, out var ordinal);
            seen[key.Value] = ordinal + 1;
            if (ordinal > 0)
            {
                key = FindingKey.Of("event", words, sentence.Span.In(document.Text), ordinal);
            }

            document.Trace?.Add(key, EventTrace.Of(cluster));
            reported.Add(new EventReported(
                key,
                cluster.Kind,
                _summary.Of(cluster, officials),
                cluster.Days,
                cluster.Dated.From,
                cluster.Status,
                [.. cluster.Sides.Countries],
                [.. cluster.Sides.People],
                cluster.Place,
                [.. cluster.About],
                EventDetails.Of(document.Text, cluster),
                EvidenceOf(document.Text, cluster))
            { Certainty = cluster.Odds is { } odds ? Certainty.OfLogOdds(odds) : null });
        }

        return reported;
    }

    /// <summary>"is hosting his guests in Oslo, and Nowak flew in on Friday": the place named before, if it is not the traveller's own and not where the journey came from.</summary>
    private static string? Inward(EventCluster cluster)
    {
        var (view, at) = (cluster.First.View, cluster.First.Hit.Frame.Trigger);
        string? near = null;
        foreach (var place in view.Places)
        {
            near = place.Last < at && place.Country != cluster.Sides.Countries[0] && !(place.First > 0 && view.Syntax[place.First - 1].Norm is "from" or "of") ? place.Country : near;
        }

        return near;
    }

    /// <summary>Whether a deadline is none of the dossier's: another day, no subject of the dossier, no "either side".</summary>
    private bool Others(EventCluster cluster) =>
        cluster.About.Count == 0 && cluster.Days is { } due && !_dossier.Deadline.PrintedDays.Any(due.Contains) && !cluster.Tellings.Any(OfEitherSide);

    /// <summary>"a public-comment period", "the period in which the public may comment".</summary>
    private static bool Commented(EventCluster cluster)
    {
        var s = cluster.First.View.Syntax;
        var at = cluster.First.Hit.Frame.Trigger;
        for (var i = Math.Max(0, at - 24); i < Math.Min(s.Count, at + 8); i++)
        {
            if (s[i].Norm == "public" && Enumerable.Range(i + 1, Math.Min(3, s.Count - i - 1)).Any(k => s[k].Norm is "comment" or "comments" or "opinion" or "opinions" or "consultation" or "consultations"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"won their case at Poland's Supreme Court": the state of a court that the sentence names.</summary>
    private string? CourtBeside(EventCluster cluster)
    {
        var view = cluster.First.View;
        foreach (var mention in view.Mentions)
        {
            if (mention.Referent is { Body: BodyKind.Court, Country: { } country } && (_sides.Rulings is null || Sides.StatesWithin(view, mention.Head).Countries.Count > 0))
            {
                return country;
            }
        }

        var s = view.Syntax;
        for (var i = 1; i < s.Count; i++)
        {
            if (s[i].Norm is "court" or "tribunal" or "judge" or "judges" or "justices" && s.Leftmost(i) is var first)
            {
                for (var k = first; k < i; k++)
                {
                    if (view.StateAt(k) is { } state)
                    {
                        return state;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The states of the sentence, nearest to the word first, and if they are too few, of those before it.</summary>
    private static List<string> StatesNear(EventCluster cluster, References references, int most)
    {
        var at = cluster.First.Hit.Frame.Trigger;
        var states = new List<string>();
        foreach (var mention in cluster.First.View.Mentions.OrderBy(m => Math.Abs(m.Head - at)))
        {
            Take(mention);
        }

        // Mentions are in the order of the text.
        var mentions = references.Mentions;
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Sentence < cluster.First.Sentence ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0 && states.Count < most && mentions[i].Sentence >= cluster.First.Sentence - 2; i--)
        {
            Take(mentions[i]);
        }

        return states;

        void Take(Mention mention)
        {
            if (mention.Referent.Country is { Length: 2 } country && states.Count < most && !states.Contains(country))
            {
                states.Add(country);
            }
        }
    }

    /// <summary>
    /// Talks for which the words name nobody are not the place's: "working-level talks were held in Vienna" are those of the two that the sentences speak of.
    /// Talks of one state's people in another party's land are with that one: "the American team held talks in Seoul".
    /// </summary>
    private void Parties(EventCluster cluster, References references)
    {
        if (cluster is not { Kind: EventKind.Meeting, ProperName: null } || cluster.Level is Level.Internal or Level.Forum || cluster.Domestic || cluster.Sides.HasParliament || Named(cluster) is not null)
        {
            return;
        }

        var host = cluster.Place is { } place ? _places.CountryOf(place) : null;
        if (cluster.Sides.IsEmpty)
        {
            var parties = _dossier.Parties.Where(p => p.IsParty).Select(p => p.Country).ToArray();
            var near = StatesNear(cluster, references, 3).Where(c => c != host || parties.Contains(c)).ToArray();
            foreach (var state in parties.Length == 2 && (parties.All(near.Contains) || near.Length == 0 && host is not null && Staffed(cluster)) ? parties : near.Length == 2 && host is not null ? near : [])
            {
                cluster.Sides.AddCountry(state);
            }
        }
        else if (cluster.Sides is { Countries: [var one], People.Count: < 2 } && host is not null && host != one && _dossier.Parties.Any(p => p.Country == host) && _dossier.Parties.Any(p => p.Country == one))
        {
            cluster.Sides.AddCountry(host);
        }
    }

    /// <summary>"A preparatory meeting of directors was held in Vienna": officials' talks in a third place.</summary>
    private static bool Staffed(EventCluster cluster)
    {
        var first = cluster.First;
        return cluster.Level is Level.Working or Level.ViceMinister or Level.Trade || first.Hit.Frame.Phrases.Exists(p => p.Preposition is "of" or "between" && first.View.Lemma(p.Token) is "director" or "official" or "expert" or "negotiator" or "delegation" or "chief");
    }

    private static bool WithACounterpart(Telling telling)
    {
        var frame = telling.Hit.Frame;
        return frame.Objects.Concat(frame.Phrases.Where(p => p.Preposition is "with" or "between").Select(p => p.Token)).Any(t => telling.View.Syntax[t].Norm == "counterpart" || telling.View.Syntax[t].Relation == Deprel.Appos && telling.View.Syntax[telling.View.Syntax[t].Head].Norm == "counterpart");
    }

    /// <summary>"unless either side gives notice by Friday": of the two whose pact it is.</summary>
    private static bool OfEitherSide(Telling telling)
    {
        var s = telling.View.Syntax;
        for (var i = 0; i + 1 < s.Count; i++)
        {
            if (s[i].Norm is "either" or "neither" && s[i + 1].Norm is "side" or "party" or "country" or "government" or "nation" or "one" or "of" || s[i].Norm is "nobody" or "neither" && telling.Hit.Trigger.Has(TriggerMarks.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"It launched two on Wednesday", "the regime tested a launcher": where the words do not name the state, it is the one that the text says tests.</summary>
    private static void Testers(List<EventCluster> clusters)
    {
        string? tester = null;
        foreach (var cluster in clusters)
        {
            if (cluster.Kind == EventKind.WeaponsTest && TesterIn(cluster) is { } named)
            {
                if (tester is not null && tester != named)
                {
                    return;
                }

                tester = named;
            }
        }

        foreach (var cluster in clusters)
        {
            if (tester is not null && cluster.Kind == EventKind.WeaponsTest && TesterIn(cluster) is null)
            {
                cluster.Sides.Only(tester);
            }
        }

        static string? TesterIn(EventCluster cluster)
        {
            foreach (var telling in cluster.Tellings)
            {
                var frame = telling.Hit.Frame;
                foreach (var token in frame.Subjects.Concat(frame.Possessors).Concat(frame.Before))
                {
                    if (telling.View.Syntax[token].Pos != Upos.Pron && telling.View.MentionAt(token)?.Referent is { Kind: ReferentKind.State, Country: { Length: 2 } state })
                    {
                        return state;
                    }
                }
            }

            return null;
        }
    }

    private static bool Jointly(Telling telling) => !telling.Hit.Frame.IsVerb && telling.Hit.Frame.Trigger >= 2
        && (telling.View.Syntax[telling.Hit.Frame.Trigger - 1].Norm == "joint" || telling.View.Syntax[telling.Hit.Frame.Trigger - 2].Norm == "joint" || telling.Hit.Frame.Before.Any(b => telling.View.Lemma(b) == "joint"));

    /// <summary>"The two countries held talks": the two that the dossier is about.</summary>
    private static bool TwoStates(EventCluster cluster)
    {
        var view = cluster.First.View;
        var frame = cluster.First.Hit.Frame;
        return frame.Subjects.SelectMany(t => Within(view, t)).Concat(frame.Possessors).Concat(frame.Phrases.Where(p => p.Preposition is "between" or "of").Select(p => p.Token)).Any(t =>
            view.Lemma(t) is "country" or "side" or "nation" or "neighbor" or "neighbour" or "government" or "capital" or "party" && Two(view.Syntax, t)
            || view.Syntax[t].Norm == "two" && view.Preposition(t) == "between");

        static List<int> Within(EventSentence view, int noun)
        {
            // "officials of the two countries"
            var within = new List<int> { noun };
            foreach (var c in view.Syntax.Children(noun))
            {
                if (view.Syntax[c].Relation == Deprel.Nmod && view.Preposition(c) is "of" or "from")
                {
                    within.Add(c);
                }
            }

            return within;
        }

        static bool Two(Sentence s, int noun)
        {
            for (var i = Math.Max(0, noun - 3); i < noun; i++)
            {
                if (s[i].Norm is "two" or "both")
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The dossier's meeting or drill that the words name, if the sides they name are among its states.</summary>
    private NamedMeeting? Named(EventCluster cluster)
    {
        foreach (var telling in cluster.Tellings)
        {
            var text = telling.ProperName ?? Phrase(telling);
            foreach (var named in _dossier.Meetings)
            {
                if (text.Contains(named.Words, StringComparison.OrdinalIgnoreCase) && (telling.ProperName is not null || cluster.Sides.Countries.All(named.States.Contains)))
                {
                    return named;
                }
            }
        }

        return null;
    }

    /// <summary>The noun with up to five words before it: "joint air exercise", "cost-sharing talks".</summary>
    private static string Phrase(Telling telling)
    {
        var s = telling.View.Syntax;
        var at = telling.Hit.Frame.Trigger;
        var first = Math.Max(0, at - 5);
        return telling.Hit.Frame.IsVerb ? "" : s.Text[s[first].Start..s[at].End];
    }

    /// <summary>Whose an event is that names nobody: of whom the words before it speak, in its sentence or the one before.</summary>
    private static string? Around(EventCluster cluster, References references)
    {
        var at = cluster.First.Hit.Frame.Trigger;
        Mention? near = null;
        foreach (var mention in cluster.First.View.Mentions)
        {
            if (mention.Referent.Country is not null && (near is null || Math.Abs(mention.Head - at) < Math.Abs(near.Head - at)))
            {
                near = mention;
            }
        }

        if (near is null)
        {
            // Mentions are in the order of the text.
            var mentions = references.Mentions;
            for (var i = mentions.Count - 1; i >= 0 && near is null; i--)
            {
                if (mentions[i].Sentence < cluster.First.Sentence && mentions[i].Referent.Country is not null)
                {
                    near = mentions[i];
                }
            }
        }

        return near?.Referent.Country;
    }

    /// <summary>Each telling's words, in order, within what a reader can take in.</summary>
    private static List<Evidence> EvidenceOf(string text, EventCluster cluster)
    {
        const int most = 1400;
        var spans = new List<TextSpan>();
        var total = 0;
        foreach (var telling in cluster.Tellings)
        {
            var span = telling.Evidence;
            if (spans.Any(x => x.Overlaps(span)) || total + span.Length > most)
            {
                continue;
            }

            spans.Add(span);
            total += span.Length;
        }

        return [.. spans.Select(x => Evidence.In(text, x))];
    }
}
