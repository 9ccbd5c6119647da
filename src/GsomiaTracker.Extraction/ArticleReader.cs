using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Events;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction;

/// <summary>
/// Text in, <see cref="Reading"/> out: no clock, no disk, no database, the same answer every time. The whole way of a text through the
/// reader can be read off <see cref="Traced"/>. Safe for several threads.
/// </summary>
public sealed class ArticleReader(Dossier dossier)
{
    /// <summary>Raised when the same text may be read differently by a newer program; the lexicon has a hash of its own.</summary>
    public const string Version = "1.1";

    private readonly EventFinder _events = new(dossier);
    private readonly StanceFinder _stances = new(StanceRules.Of(dossier));

    public ReaderIdentity Identity { get; } = new(Version, LexiconHash.Of(dossier), dossier.Id);

    /// <param name="text">The piece as it arrived, furniture and all, or HTML.</param>
    /// <param name="supplied">The publication date from elsewhere, where the text may have none; a stated day wins over it, and is completed by its minute.</param>
    public Reading Read(string text, PublicationTime? supplied = null) => Traced(text, supplied, null);

    /// <summary>The same reading, with the rules and steps that led to each finding.</summary>
    public (Reading Reading, ReadingTrace Trace) Explain(string text, PublicationTime? supplied = null)
    {
        var trace = new ReadingTrace();
        return (Traced(text, supplied, trace), trace);
    }

    /// <param name="done">Told the name of each stage when it is done: for measuring.</param>
    internal Reading Traced(string text, PublicationTime? supplied, ReadingTrace? trace, Action<string>? done = null)
    {
        var wire = WireDesk.Open(text, dossier);
        done?.Invoke("wire");
        var header = Supplied(wire.Header, supplied);
        var document = Document.Open(wire, dossier, SyntaxParser.Load(), header.Published?.Day, trace);
        done?.Invoke("sentences");
        var dates = DateFinder.Find(document, header.Dateline?.Date ?? header.Published?.Day);
        done?.Invoke("dates");
        var references = ReferenceResolver.Resolve(document);
        done?.Invoke("references");
        var attributions = AttributionFinder.Find(document, references);
        done?.Invoke("attribution");
        var quotes = QuotationFinder.Find(document, attributions);
        done?.Invoke("quotes");
        var events = _events.Find(document, references, dates, [.. attributions.All.Select(a => a.Statement)]);
        done?.Invoke("events");
        var stances = _stances.Find(document, references, attributions);
        done?.Invoke("stances");
        return new Reading(
            Identity, wire.Flattened ? wire.Text : null, header, references.Officials, dates, events, attributions.Statements, quotes, stances, wire.Warnings);
    }

    /// <summary>A stated day stays the day; what was handed over with the text may say the minute of it ("Nov. 20" and a feed's 19:05), and then it is known from that minute.</summary>
    private ReadingHeader Supplied(ReadingHeader header, PublicationTime? supplied)
    {
        if (supplied is null)
        {
            return header;
        }

        if (header.PublishedHow != PublishedHow.Stated)
        {
            return header with { Published = supplied, PublishedHow = PublishedHow.Supplied, PublishedFrom = "supplied" };
        }

        return header.Published is { Time: null } stated && MinuteOf(stated.Day, supplied) is { } minute ? header with { Published = minute } : header;
    }

    /// <summary>The minute where it lies in that day, as it was written or by the dossier's clocks; else null.</summary>
    private PublicationTime? MinuteOf(DateOnly day, PublicationTime supplied)
    {
        if (supplied.Time is null || supplied.Day == day)
        {
            return supplied.Time is null ? null : supplied;
        }

        var there = TimeZoneInfo.ConvertTime(supplied.KnownSince(dossier.Zone), dossier.Zone);
        return DateOnly.FromDateTime(there.DateTime) == day ? new PublicationTime(day, TimeOnly.FromDateTime(there.DateTime), there.Offset) : null;
    }
}
