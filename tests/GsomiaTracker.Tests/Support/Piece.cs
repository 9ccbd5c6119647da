using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Support;

/// <summary>
/// A take of a made-up story with findings set by hand: pages can be tested without waiting for what a reader makes of a text. Words are looked
/// up in the text, so evidence always equals its slice.
/// </summary>
public sealed class Piece(string article, string agency, string published, string? headline, string body)
{
    private readonly List<OfficialNamed> _officials = [];
    private readonly List<DatedExpression> _dates = [];
    private readonly List<EventReported> _events = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Quotation> _quotes = [];
    private readonly List<StanceTaken> _stances = [];
    private string? _digests;
    private int? _take;

    private string Text => headline is null ? body : $"{headline}\n\n{body}";

    public Piece Digest(string of)
    {
        _digests = of;
        return this;
    }

    public Piece Take(int number)
    {
        _take = number;
        return this;
    }

    public Piece Names(string id, string name, string country, string office, params string[] words)
    {
        _officials.Add(new OfficialNamed(FindingKey.Of("official", id, id), id, name, [], country, office, false, [.. words.Select(At)]));
        return this;
    }

    public Piece Dates(string words, string from, string? to = null)
    {
        _dates.Add(new DatedExpression(At(words), Range(from, to), TimexType.Date, from, null, "the dateline"));
        return this;
    }

    public Piece Tells(EventKind kind, EventStatus status, string summary, string sentence, string? days, string countries, string people = "", string? place = null, string about = "", params (string Name, string Value, string Words)[] details)
    {
        var range = days is null ? (DayRange?)null : days.Split('/') is [var a, var b] ? Range(a, b) : Range(days, null);
        _events.Add(new EventReported(
            FindingKey.Of("event", Vocabulary.Word(kind), sentence), kind, summary, range, days is null ? "" : "the day named in the sentence", status,
            List(countries), List(people), place, List(about), [.. details.Select(d => new EventDetail(d.Name, d.Value, At(d.Words)))], [At(sentence)]));
        return this;
    }

    public Piece Says(string? speaker, string? name, string? country, string source, string cue, StatementForm form, params string[] content)
    {
        _statements.Add(new Statement(FindingKey.Of("statement", speaker ?? source, content[0]), At(source), At(cue), [.. content.Select(At)], speaker, name, country, form));
        return this;
    }

    public Piece Quotes(string? speaker, string? name, string? country, string words)
    {
        _quotes.Add(new Quotation(FindingKey.Of("quote", speaker ?? "", words), At(words), speaker, name, country));
        return this;
    }

    public Piece Stands(string country, string? person, string issue, Position position, SpeechAct act, string sentence, string? condition = null)
    {
        _stances.Add(new StanceTaken(FindingKey.Of("stance", $"{country} {person} {issue}", sentence), country, person, null, issue, position, act, condition is null ? null : At(condition), [At(sentence)]));
        return this;
    }

    public ArticleRevision Revision()
    {
        var time = PublicationTime.Parse(published).Value;
        var header = new ReadingHeader(agency, headline, _take, null, [], null, time, PublishedHow.Stated, published, _digests);
        var reading = new Reading(new ReaderIdentity("test", "test", "test"), null, header, _officials, _dates, _events, _statements, _quotes, _stances, []);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        var known = time.KnownSince(TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));
        return new ArticleRevision(article, hash, Text, reading, known, known.AddMinutes(3));
    }

    private Evidence At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"the piece {article} does not say '{words}'");
        return Evidence.In(Text, TextSpan.OfLength(start, words.Length));
    }

    private static DayRange Range(string from, string? to) => new(DateOnly.ParseExact(from, "yyyy-MM-dd", null), DateOnly.ParseExact(to ?? from, "yyyy-MM-dd", null));

    private static List<string> List(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
