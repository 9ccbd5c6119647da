using System.Xml;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary><c>state</c>: "running", "averted", "expired", "extended", "superseded", "unknown". <c>remaining</c>: ISO 8601 duration while running, else null.</summary>
public sealed record DeadlineBody(string Instant, string State, string? Remaining, string? OutcomeEvent, string Sentence);

/// <summary>A sentence and where it stands: UTF-16 offsets into the text of the take, end exclusive. <c>superseded</c>: a later take of the same story speaks in its place.</summary>
public sealed record ReportBody(string Article, string Revision, string Finding, bool Superseded, string? Agency, bool Digest, string? Published, string KnownSince, string Status, string? From, string? To, string Words, int Start, int End);

public sealed record StateBody(string Status, string KnownSince, string Article);

public sealed record DisagreementBody(string Id, string Event, string About, IReadOnlyList<SideBody> Sides, string? ExplainedBy);

public sealed record SideBody(string Value, string Article, string? Agency, string Words, int Start, int End);

/// <summary>One event. <c>from</c> and <c>to</c> are days, both inclusive, null where no day is known; <c>countries</c> ISO 3166-1; <c>people</c> ids of officials.</summary>
public sealed record EventBody(
    string Id, string Slug, string Kind, string Title, string? From, string? To, string Status,
    IReadOnlyList<string> Countries, IReadOnlyList<string> People, string? Place, IReadOnlyList<string> About, int? DaysToDeadline,
    int Sources, bool NoReportFound, string KnownSince,
    IReadOnlyList<StateBody> History, IReadOnlyList<ReportBody> Reports, IReadOnlyList<DisagreementBody> Disagreements, string Url);

/// <summary><c>asOf</c>: the moment asked for, null for the whole record. <c>next</c>: address of the next page, null on the last.</summary>
public sealed record TimelineBody(string? AsOf, DeadlineBody Deadline, int Total, IReadOnlyList<EventBody> Events, string? Next);

public sealed record ChangeBody(string Event, string Title, string? Before, string Status, string KnownSince);

public sealed record HomeBody(string? AsOf, DeadlineBody Deadline, IReadOnlyList<EventBody> KeyEvents, IReadOnlyList<ChangeBody> Changed, IReadOnlyList<EventBody> Planned, EventBody? Later);

public sealed record StepBody(string Position, string From, string LastSeen, int Reports, string Words, string Article, int Start, int End);

public sealed record StanceBody(string Country, string? Person, string? Org, string Issue, string Now, string Means, IReadOnlyList<StepBody> Steps);

public sealed record StatementBody(string Article, string KnownSince, string? Speaker, string? SpeakerName, string? Country, string Form, IReadOnlyList<PieceBody> Content);

public sealed record PieceBody(string Words, int Start, int End);

public sealed record OfficialBody(
    string Id, string Name, string? NativeName, string? NativeLanguage, string? Country, string? Office, string OfficeOn, int NamedIn,
    IReadOnlyList<StanceBody> Stances, IReadOnlyList<StatementBody> Statements, IReadOnlyList<string> Events, string Url);

public sealed record OfficialsBody(string? AsOf, int Total, IReadOnlyList<OfficialBody> Officials, string? Next);

public sealed record TakeBody(string Revision, string KnownSince, int? Take, string? Note);

public sealed record ArticleSummaryBody(string Id, string? Agency, bool Digest, string? Digests, string? Headline, string? Published, string PublishedHow, string KnownSince, IReadOnlyList<TakeBody> Takes, string Url);

public sealed record ArticlesBody(string? AsOf, int Total, IReadOnlyList<ArticleSummaryBody> Articles, string? Next);

public sealed record ConditionBody(string Id, string Country, string? Person, string? Org, string Issue, string If, string Then, string Status, string Since, string? MetBy, string Article);

/// <summary>Last statement or position of anybody who speaks for a state.</summary>
public sealed record SilenceBody(string Country, string Last, string Article, string Words);

/// <summary><c>stances</c> come in pages; <c>conditions</c> and <c>lastHeard</c> stand whole on the first and are empty on the others.</summary>
public sealed record StancesBody(string? AsOf, int Total, IReadOnlyList<StanceBody> Stances, IReadOnlyList<ConditionBody> Conditions, IReadOnlyList<SilenceBody> LastHeard, string? Next);

public sealed record DisagreementsBody(string? AsOf, int Total, IReadOnlyList<DisagreementBody> Disagreements, string? Next);

public sealed record MarkBody(string Finding, string Kind, string? Label, int Start, int End, string Words);

/// <summary>An outlet that the text gives as its source, and the words that name it.</summary>
public sealed record CitationBody(string Outlet, string Words, int Start, int End);

/// <summary>What rests on a story. <c>kind</c>: "event" or "position". <c>alone</c>: on this one only, so that it would go, or change, without it.</summary>
public sealed record BearingBody(string Kind, string Name, string Url, bool Alone);

/// <summary><c>text</c> is the text that all offsets index; <c>marks</c> every finding in place; <c>cites</c> and <c>bears</c> are of the take that speaks for the story.</summary>
public sealed record ArticleBody(
    string? AsOf, ArticleSummaryBody Article, string Revision, string PublishedFrom, string Text, IReadOnlyList<MarkBody> Marks, IReadOnlyList<string> Warnings,
    IReadOnlyList<CitationBody> Cites, IReadOnlyList<BearingBody> Bears);

/// <summary>A sentence found; <c>words</c> as it stands in the text between <c>start</c> and <c>end</c>, blanks put together.</summary>
public sealed record HitBody(string Words, string Article, string Revision, string? Agency, bool Digest, int Start, int End, string KnownSince);

public sealed record SearchBody(string? AsOf, string Query, IReadOnlyList<HitBody> Hits, string? Next);

/// <summary>One sheet: what happened last, what is planned, who stands where, what hangs on what.</summary>
public sealed record BriefBody(string? AsOf, DeadlineBody Deadline, IReadOnlyList<EventBody> Happened, IReadOnlyList<EventBody> Planned, IReadOnlyList<PositionBody> Positions, IReadOnlyList<ConditionBody> Conditions);

/// <summary>Where a country stands on an issue. <c>person</c>: whose position it is where the government has none on the record.</summary>
public sealed record PositionBody(string Issue, string Country, string? Person, string Position, string Means, int Reports);

/// <summary><c>change</c>: "kept", "moved", "added", "dropped", "changed". <c>before</c>: what a changed sentence said, else null.</summary>
public sealed record LineBody(string Change, string Text, string? Before);

public sealed record DifferenceBody(string Before, string After, IReadOnlyList<LineBody> Lines);

public sealed record TakesBody(string? AsOf, ArticleSummaryBody Article, IReadOnlyList<DifferenceBody> Differences);

public sealed record EditBody(string What, bool Undone, string At, string Reason);

/// <summary>A text that tells it: since when it is known, when it was put on this record, from where, and when and by whom the reading that speaks for it was made.</summary>
public sealed record ComingBody(string Article, string Revision, string KnownSince, string RecordedAt, string? From, string? ReadAt, string Reader, string Lexicon);

public sealed record StateRecordedBody(string Status, string KnownSince, string RecordedAt, string Revision);

public sealed record EditsBody(string Subject, string Url, IReadOnlyList<EditBody> Changes, IReadOnlyList<ComingBody> Takes, IReadOnlyList<StateRecordedBody> States);

/// <summary>A measured figure of the reader; precision and recall are null where only the share that is right is counted.</summary>
public sealed record FigureBody(string What, string Texts, double? Precision, double? Recall, double F1);

public sealed record AboutBody(string About, string? Reader, string? Lexicon, string? Dossier, long RecordVersion, IReadOnlyList<FigureBody> Figures);

/// <summary>Makes what is sent from what is known; every time in the dossier's zone with its offset.</summary>
public sealed class BodyWriter(RecordAsOf record, ViewState view)
{
    public string? AsOf => view.AsOf?.ToString();

    public DeadlineBody Deadline()
    {
        var state = record.Chronicle.Deadline;
        return new DeadlineBody(
            Iso(state.Instant), Vocabulary.Word(state.Kind), state.Remaining is { } left && left > TimeSpan.Zero ? XmlConvert.ToString(left) : null,
            state.Outcome?.Id, DeadlineWords.Sentence(state));
    }

    public EventBody Event(ChronicleEvent e) => new(
        e.Id, e.Slug, Vocabulary.Word(e.Kind), e.Title, Day(e.Days?.From), Day(e.Days?.To), Vocabulary.Word(e.Status),
        e.Countries, e.People, e.Place, e.About, e.DaysToDeadline(record.Dossier.Deadline), e.Sources, record.NoReportFound(e), Iso(e.KnownSince),
        [.. e.History.Select(h => new StateBody(Vocabulary.Word(h.Status), Iso(h.KnownSince), h.Report.Article))],
        [.. e.Telling.Concat(e.Reports.Where(r => r.Superseded)).Select(Report)],
        [.. e.Disagreements.Select(Disagreement)],
        view.Unpaged.Url("/events/" + e.Slug));

    public ReportBody Report(Report r) => new(
        r.Article, r.Revision, r.Finding.Key.Value, r.Superseded, r.Agency, Digest(r.Article), r.Published?.ToString(), Iso(r.KnownSince), Vocabulary.Word(r.Finding.Status),
        Day(r.Finding.Days?.From), Day(r.Finding.Days?.To), r.Words.Words, r.Words.Span.Start, r.Words.Span.End);

    public DisagreementBody Disagreement(Disagreement d) => new(
        d.Id, d.EventId, d.About, [.. d.Sides.Select(s => new SideBody(s.Value, s.Report.Article, s.Report.Agency, s.Words.Words, s.Words.Span.Start, s.Words.Span.End))], d.ExplainedBy);

    public ChangeBody Change(Change c) => new(
        c.Event.Slug, c.Event.Title, c.Before is { } b ? Vocabulary.Word(b) : null, Vocabulary.Word(c.State.Status), Iso(c.State.KnownSince));

    public StanceBody Stance(StanceHistory h) => new(
        h.Country, h.Person, h.Org, h.Issue, Vocabulary.Word(h.Now.Position), StanceWords.Position(record, h.Issue, h.Now.Position),
        [.. h.Steps.Select(s =>
        {
            var last = s.Reports[^1];
            var words = last.Finding.Evidence is [var first, ..] ? first : default;
            return new StepBody(Vocabulary.Word(s.Position), Iso(s.From), Iso(s.LastSeen), s.Reports.Count, words.Words ?? "", last.Article, words.Span.Start, words.Span.End);
        })]);

    public OfficialBody Official(OfficialOnRecord o) => new(
        o.Id, o.Name, o.Known?.NativeName, o.Known?.NativeLanguage, o.Country, o.Office, Day(record.ShownDay)!, o.NamedIn.Count,
        [.. o.Stances.Select(Stance)],
        [.. o.Statements.Select(s => new StatementBody(s.Story.Id, Iso(s.Story.Latest.KnownSince), s.Statement.Speaker, s.Statement.SpeakerName, s.Statement.Country, Vocabulary.Word(s.Statement.Form), [.. s.Statement.Content.Select(Piece)]))],
        [.. o.Events.Select(e => e.Slug)],
        view.Unpaged.Url("/officials/" + Uri.EscapeDataString(o.Id)));

    public ArticleSummaryBody Summary(Story s)
    {
        var h = s.Header;
        return new ArticleSummaryBody(
            s.Id, h.Agency, h.Digests is not null, h.Digests, h.Headline, h.Published?.ToString(), Vocabulary.Word(h.PublishedHow), Iso(s.KnownSince),
            [.. s.Takes.Select(t => new TakeBody(t.Revision, Iso(t.KnownSince), t.Reading.Header.Revision, t.Reading.Header.RevisionNote))],
            view.Unpaged.Url("/articles/" + Uri.EscapeDataString(s.Id)));
    }

    public ArticleBody Article(Story story, Domain.Articles.ArticleRevision take) => new(
        AsOf, Summary(story), take.Revision, take.Reading.Header.PublishedFrom, take.Text,
        [.. Mark.Of(take.Reading).OrderBy(m => m.Span).Select(m => new MarkBody(m.Finding, Vocabulary.Word(m.Kind), m.Label, m.Span.Start, m.Span.End, m.Span.Of(take.Text)))],
        take.Reading.Warnings,
        [.. Citation.Of(story).Select(c => new CitationBody(c.Cited, c.Statement.Source!.Value.Words, c.Statement.Source.Value.Span.Start, c.Statement.Source.Value.Span.End))],
        [.. Bears(Bearing.Of(record, story))]);

    private IEnumerable<BearingBody> Bears(Bearing bearing) =>
        bearing.Events.Select(b => new BearingBody("event", b.Event.Title, view.Unpaged.Url("/events/" + b.Event.Slug), b.Alone))
            .Concat(bearing.Positions.Select(b => new BearingBody(
                "position",
                $"{StanceWords.Holder(record, b.History.Country, b.History.Person, b.History.Org)}: {Vocabulary.Word(b.History.Now.Position)}, {StanceWords.IssueTitle(record, b.History.Issue)}",
                view.Unpaged.Url("/stances", StanceMatrix.Anchor(b.History.Country, b.History.Issue)),
                b.Alone)));

    public HomeBody Home()
    {
        var home = HomeView.Of(record);
        return new HomeBody(AsOf, Deadline(), [.. home.KeyEvents.Select(i => Event(i.Event))], [.. home.LastChanges.Select(Change)], [.. home.Planned.Select(i => Event(i.Event))], home.Later is { } later ? Event(later.Event) : null);
    }

    public BriefBody Brief() => new(
        AsOf, Deadline(),
        [.. HomeView.Happened(record).Select(Event)],
        [.. HomeView.Of(record).Planned.Select(i => Event(i.Event))],
        [.. StanceMatrix.Of(record) is var m ? m.Rows.SelectMany(r => r.Cells.Select((c, i) => (r.Issue, Cell: c, Country: m.Countries[i])).Where(x => x.Cell is not null)
            .Select(x => new PositionBody(x.Issue.Key, x.Country, x.Cell!.Speaks.Person, Vocabulary.Word(x.Cell.Speaks.Now.Position), StanceWords.Position(record, x.Issue.Key, x.Cell.Speaks.Now.Position), x.Cell.Speaks.Reports))) : []],
        [.. record.Chronicle.Conditions.Where(c => c.Status == ConditionStatus.Open).Select(Condition)]);

    public TakesBody Takes(Story story, IReadOnlyList<TakePair> pairs) => new(
        AsOf, Summary(story),
        [.. pairs.Select(p => new DifferenceBody(p.Before.Revision, p.After.Revision,
            [.. TakeLines.Between(p.Before.Text, p.After.Text).Select(l => new LineBody(Vocabulary.Word(l.Change), l.Text, l.Before))]))]);

    public EditsBody Edits(ChangeLog log) => new(
        log.Subject, view.Unpaged.Url(log.Path),
        [.. log.Changes.Select(c => new EditBody(Desk.CorrectionWords.Of(c), c.Act != Domain.Corrections.CorrectionAct.Undo && !log.Holding.Contains(c.Sequence), Iso(c.RecordedAt), c.Reason))],
        [.. log.Takes.Select(t => new ComingBody(t.Take.Article, t.Take.Revision, Iso(t.Take.KnownSince), Iso(t.Take.RecordedAt), t.Came is { } from ? ComingWords.Of(from.Origin) : null, t.Came is { } came ? Iso(came.ReadAt) : null, t.Take.Reading.Reader.Version, t.Take.Reading.Reader.Lexicon))],
        [.. log.States.Select(s => new StateRecordedBody(Vocabulary.Word(s.State.Status), Iso(s.State.KnownSince), Iso(s.Take.RecordedAt), s.Take.Revision))]);

    public AboutBody About()
    {
        var reader = record.Takes.LastOrDefault()?.Reading.Reader;
        return new AboutBody(record.Dossier.About, reader?.Version, reader?.Lexicon, reader?.Dossier, record.Version,
            [.. ReadingFigures.All.Select(f => new FigureBody(f.What, f.Texts, f.Precision, f.Recall, f.F1))]);
    }

    public ConditionBody Condition(Condition c) => new(
        c.Id, c.Country, c.Person, c.Org, c.Issue, c.If.Words, c.Then.Words, Vocabulary.Word(c.Status), Iso(c.Since), c.MetBy, c.Reports[^1].Article);

    public StancesBody Stances(int total, IReadOnlyList<StanceHistory> page, string? next, bool first) => new(
        AsOf,
        total,
        [.. page.Select(Stance)],
        first ? [.. record.Chronicle.Conditions.Select(Condition)] : [],
        first ? [.. record.Dossier.Parties.Select(p => Silence.Of(record.Takes, p.Country)).OfType<Silence>().Select(s => new SilenceBody(s.Country, Iso(s.Last), s.Article, s.Words.Words))] : [],
        next);

    public SearchBody Search(string query, SearchPage found) => new(
        AsOf, query,
        [.. found.Hits.Select(h => new HitBody(
            h.Marked.Replace("\u0001", "", StringComparison.Ordinal).Replace("\u0002", "", StringComparison.Ordinal),
            h.Story, h.Revision, record.Story(h.Story)?.Header.Agency, Digest(h.Story), h.Start, h.End, Iso(new DateTimeOffset(h.Known, TimeSpan.Zero))))],
        found.Older is { } next ? view.Unpaged.Url("/search.json", null, ("q", query), ("cursor", Cursor.Write('s', next))) : null);

    public string Iso(DateTimeOffset instant) => TimeText.Iso(instant, record.Dossier.Zone);

    private static PieceBody Piece(Evidence e) => new(e.Words, e.Span.Start, e.Span.End);

    private bool Digest(string article) => record.Story(article)?.Header.Digests is not null;

    private static string? Day(DateOnly? day) => day is { } d ? DayRange.Iso(d) : null;
}
