using System.Collections.Concurrent;
using System.Collections.Frozen;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Rendering;

/// <summary>A story with its takes as far as they were known, oldest first. The latest speaks for it.</summary>
public sealed record Story(string Id, IReadOnlyList<ArticleRevision> Takes)
{
    public ArticleRevision Latest => Takes[^1];

    public ReadingHeader Header => Latest.Reading.Header;

    public DateTimeOffset KnownSince => Takes[0].KnownSince;
}

/// <summary>
/// The record as it could be known at one moment: all that any page, feed or answer may draw from. It is made only of takes known by then, so
/// what was not known cannot show up in a count, a facet or a search. Immutable, shared between requests.
/// </summary>
public sealed class RecordAsOf
{
    private readonly ConcurrentDictionary<string, List<TextSpan>> _sentences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Revision, TextSpan Words), string> _around = new();
    private readonly FrozenDictionary<string, Story> _stories;
    private readonly FrozenDictionary<string, ChronicleEvent> _events;
    private readonly Lazy<IReadOnlyList<OfficialOnRecord>> _officials;
    private readonly Lazy<FrozenDictionary<string, string>> _names;

    public RecordAsOf(
        long version,
        Dossier dossier,
        DateTimeOffset? asOf,
        DateTimeOffset now,
        Chronicle chronicle,
        IReadOnlyList<ArticleRevision> revisions,
        IReadOnlyList<DateTimeOffset> moments)
    {
        (Version, Dossier, AsOf, Now, Chronicle, Moments, Takes) = (version, dossier, asOf, now, chronicle, moments, revisions);
        Stories = [.. revisions.GroupBy(r => r.Article, StringComparer.Ordinal)
            .Select(g => new Story(g.Key, [.. g.OrderBy(r => r.KnownSince).ThenBy(r => r.Reading.Header.Revision ?? 1).ThenBy(r => r.Revision, StringComparer.Ordinal)]))
            .OrderBy(s => s.KnownSince).ThenBy(s => s.Id, StringComparer.Ordinal)];
        _stories = Stories.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        _events = AllNames(chronicle).ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        _officials = new(() => OfficialsOnRecord.Of(this));
        _names = new(() => Officials.ToFrozenDictionary(o => o.Id, o => o.Name, StringComparer.Ordinal));
    }

    /// <summary>Articles and takes that editors have taken back.</summary>
    public Withdrawals Withdrawn { get; init; } = Withdrawals.None;

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
    public IReadOnlyList<Story> Stories { get; }

    /// <summary>Every moment of the whole record at which something became known, in order: where the replay may stop. No page shows more of it than the neighbours of the moment shown.</summary>
    public IReadOnlyList<DateTimeOffset> Moments { get; }

    /// <summary>When the last report that this shows became known; null on an empty record.</summary>
    public DateTimeOffset? LastKnown => Stories.Count == 0 ? null : Stories.Max(s => s.Latest.KnownSince);

    /// <summary>The moment at which "now" stands on a page: the one asked for, else that of the last report (the record does not know later).</summary>
    public DateTimeOffset Shown => AsOf ?? LastKnown ?? Now;

    /// <summary>The day of <see cref="Shown"/> in the dossier's zone; the end of a day belongs to that day.</summary>
    public DateOnly ShownDay => DayOf(Shown);

    public IReadOnlyList<OfficialOnRecord> Officials => _officials.Value;

    public Story? Story(string id) => _stories.GetValueOrDefault(id);

    /// <summary>By slug, by id, or by the id of any of its reports; events that no speaking take tells any more included.</summary>
    public ChronicleEvent? Event(string name) => _events.GetValueOrDefault(ReportId.FromSlug(name));

    /// <summary>The event that a take's finding reports.</summary>
    public ChronicleEvent? EventOf(string revision, FindingKey finding) => _events.GetValueOrDefault(ReportId.Of(revision, finding));

    public OfficialOnRecord? Official(string id) => Officials.FirstOrDefault(o => o.Id == id);

    public string NameOf(string officialId) => _names.Value.GetValueOrDefault(officialId) ?? OfficialsOnRecord.Spelled(officialId);

    public string CountryName(string code) => Dossier.Parties.FirstOrDefault(p => p.Country == code)?.Name ?? code;

    /// <summary>The whole sentence (or two) in which words stand, for readers: evidence itself may be a piece of one.</summary>
    public string SentenceOf(string article, string revision, Evidence words) =>
        _around.TryGetValue((revision, words.Span), out var found) ? found : _around.GetOrAdd((revision, words.Span), Around(article, revision, words));

    private string Around(string article, string revision, Evidence words)
    {
        if (Story(article)?.Takes.FirstOrDefault(t => t.Revision == revision) is not { } take)
        {
            return words.Words;
        }

        var around = _sentences.GetOrAdd(revision, _ => [.. Sentences.Of(take.Text)]).Where(s => s.Overlaps(words.Span)).ToList();
        return around.Count == 0 ? words.Words : Sentences.WithoutDateline(Sentences.Words(take.Text, new TextSpan(Math.Min(around[0].Start, words.Span.Start), Math.Max(around[^1].End, words.Span.End))));
    }

    public string SentenceOf(Report report) => SentenceOf(report.Article, report.Revision, report.Words);

    public DateOnly DayOf(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Dossier.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay == TimeSpan.Zero ? day.AddDays(-1) : day;
    }

    private static IEnumerable<KeyValuePair<string, ChronicleEvent>> AllNames(Chronicle chronicle) =>
        chronicle.Events.Concat(chronicle.Withdrawn).SelectMany((e, place) => e.Aliases.Select(name => (name, Own: false, place, e)).Prepend((name: e.Id, Own: true, place, e)))
            .GroupBy(x => x.name, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.OrderByDescending(x => x.Own).ThenBy(x => x.place).First().e));
}
