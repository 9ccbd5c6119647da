using System.Collections.Concurrent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Rendering;

/// <summary>
/// The record as it could be known at one moment: all that any page, feed or answer may draw from. It is made only of takes known by then, so
/// what was not known cannot show up in a count, a facet or a search. Immutable, shared between requests.
/// </summary>
public sealed class RecordAsOf
{
    private readonly StoriesKnown _stories;
    private readonly Lazy<Dictionary<string, ChronicleEvent>> _events;
    private readonly Lazy<IReadOnlyList<OfficialOnRecord>> _officials;
    private readonly Lazy<Dictionary<string, string>> _names;

    public RecordAsOf(
        long version,
        Dossier dossier,
        DateTimeOffset? asOf,
        DateTimeOffset now,
        Chronicle chronicle,
        IReadOnlyList<ArticleRevision> revisions,
        IReadOnlyList<DateTimeOffset> moments,
        StoriesKnown? stories = null)
    {
        (Version, Dossier, AsOf, Now, Chronicle, Moments, Takes) = (version, dossier, asOf, now, chronicle, moments, revisions);
        _stories = stories ?? StoriesKnown.Of(revisions);
        _events = new(() => ByName(chronicle));
        _officials = new(() => OfficialsOnRecord.Of(this));
        _names = new(() => Officials.ToDictionary(o => o.Id, o => o.Name, StringComparer.Ordinal));
    }

    /// <summary>Articles and takes that editors have taken back.</summary>
    public Withdrawals Withdrawn { get; init; } = Withdrawals.None;

    /// <summary>Events that editors have taken away.</summary>
    public RemovedEvents Removed { get; init; } = RemovedEvents.None;

    /// <summary>Strips drawn from this record, by the address they stand at.</summary>
    internal ConcurrentDictionary<string, Microsoft.AspNetCore.Html.IHtmlContent> Strips { get; } = new(StringComparer.Ordinal);

    /// <summary>Facets counted on this record, by the address they stand at.</summary>
    internal ConcurrentDictionary<string, IReadOnlyList<FacetGroup>> FacetGroups { get; } = new(StringComparer.Ordinal);

    public long Version { get; }

    public Dossier Dossier { get; }

    /// <summary>The moment asked for, or null for the whole record.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>The clock's reading when this was made; only the whole record, seen while the deadline still runs, depends on it.</summary>
    public DateTimeOffset Now { get; }

    public Chronicle Chronicle { get; }

    /// <summary>Every take known, in known order, as editors have corrected its reading.</summary>
    public IReadOnlyList<ArticleRevision> Takes { get; }

    /// <summary>Stories in order of becoming known.</summary>
    public IReadOnlyList<Story> Stories => _stories.All;

    /// <summary>Every moment of the whole record at which something became known, in order: where the replay may stop. No page shows more of it than the neighbours of the moment shown.</summary>
    public IReadOnlyList<DateTimeOffset> Moments { get; }

    /// <summary>When the last report that this shows became known; null on an empty record.</summary>
    public DateTimeOffset? LastKnown => _stories.LastKnown;

    /// <summary>The moment at which "now" stands on a page: the one asked for, else that of the last report (the record does not know later).</summary>
    public DateTimeOffset Shown => AsOf ?? LastKnown ?? Now;

    /// <summary>The day of <see cref="Shown"/> in the dossier's zone; the end of a day belongs to that day.</summary>
    public DateOnly ShownDay => DayOf(Shown);

    /// <summary>
    /// Whether nothing was reported of a plan whose day is past. The whole record knows no later than its last report: of a plan for a day that it does not
    /// reach, it can say nothing.
    /// </summary>
    public bool NoReportFound(ChronicleEvent e) => e.NoReportFound && e.UnreportedFrom < Shown;

    public IReadOnlyList<OfficialOnRecord> Officials => _officials.Value;

    public Story? Story(string id) => _stories.Find(id);

    /// <summary>
    /// By slug, by id, or by the id of any of its reports; events that no speaking take tells any more included. An id whose report editors have rejected leads to the
    /// event of the reports beside it, as long as there are any.
    /// </summary>
    public ChronicleEvent? Event(string name) =>
        _events.Value.GetValueOrDefault(ReportId.FromSlug(name)) ?? Removed.Before(name)?.Reports.Select(r => _events.Value.GetValueOrDefault(ReportId.Of(r))).FirstOrDefault(e => e is not null);

    /// <summary>The event that a take's finding reports.</summary>
    public ChronicleEvent? EventOf(string revision, FindingKey finding) => _events.Value.GetValueOrDefault(ReportId.Of(revision, finding));

    public OfficialOnRecord? Official(string id) => Officials.FirstOrDefault(o => o.Id == id);

    public string NameOf(string officialId) => Dossier.Officials.FirstOrDefault(o => o.Id == officialId)?.Name ?? _names.Value.GetValueOrDefault(officialId) ?? OfficialsOnRecord.Spelled(officialId);

    public string CountryName(string code) => Dossier.Parties.FirstOrDefault(p => p.Country == code)?.Name ?? Extraction.Events.CountryNames.Of(code);

    /// <summary>Sentences of the takes' texts; moments of one version share them, for texts do not change.</summary>
    internal SentencesAround Around { get; init; } = new();

    /// <summary>The whole sentence (or two) in which words stand, for readers: evidence itself may be a piece of one.</summary>
    public string SentenceOf(string article, string revision, Evidence words) =>
        Around.Known(revision, words.Span) ?? (Story(article)?.Takes.FirstOrDefault(t => t.Revision == revision) is { } take ? Around.Of(take, words.Span) : words.Words);

    public string SentenceOf(Report report) => SentenceOf(report.Article, report.Revision, report.Words);

    public DateOnly DayOf(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Dossier.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay == TimeSpan.Zero ? day.AddDays(-1) : day;
    }

    /// <summary>Events by their ids and by those of their reports.</summary>
    internal static Dictionary<string, ChronicleEvent> ByName(Chronicle chronicle) =>
        chronicle.Events.Concat(chronicle.Withdrawn).SelectMany((e, place) => e.Aliases.Select(name => (name, Own: false, place, e)).Prepend((name: e.Id, Own: true, place, e)))
            .GroupBy(x => x.name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(x => x.Own).ThenBy(x => x.place).First().e, StringComparer.Ordinal);
}
