using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Articles;

/// <summary>What tells which story a text is a take of. Made once when it is read; small enough to be stored.</summary>
/// <param name="Revision">Hash of the text.</param>
/// <param name="Number">Take number, 0 without one.</param>
/// <param name="Stamp">Publication as stated or inferred.</param>
/// <param name="Headline">Stems of the headline's words.</param>
/// <param name="Opening">Stems of the first sentence of some length after the headline.</param>
public sealed record TakeSketch(
    string Revision,
    string? Agency,
    int Number,
    PublicationTime? Stamp,
    DateTimeOffset KnownSince,
    string Title,
    int[] Headline,
    int[] Opening,
    TextSketch Body)
{
    private const int OpeningLetters = 60;

    public static TakeSketch Of(string revision, string text, ReadingHeader header, DateTimeOffset knownSince)
    {
        var headline = header.Headline ?? "";
        var after = headline.Length == 0 ? 0 : Math.Max(0, text.IndexOf(headline, StringComparison.Ordinal)) + headline.Length;
        var sentences = Sentences.Of(text);
        var opening = sentences.FirstOrDefault(s => s.Span.Start >= Math.Min(after, text.Length) && s.Letters >= OpeningLetters && text[s.Span.Start] != '(');

        // A digest in our own words is no take of the outlet's own story.
        var agency = header.Digests is null ? header.Agency : $"digest of {header.Agency}";
        return new TakeSketch(
            revision, agency, header.Revision ?? 0, header.Published, knownSince, headline,
            Stems.Of(headline), opening.Letters == 0 ? [] : Stems.Of(opening.Span.In(text)), TextSketch.Of(sentences));
    }
}

/// <summary>Where a take stands: its story, by the hash of that story's earliest take, and its place among the takes in known order, from 0.</summary>
public sealed record StoryPlace(string Revision, string Story, int Take);

/// <summary>
/// Tells takes of one story: LEAD, nth LD, UPDATE n, Write-thrus, update stamps, silent edits. The same agency, near in time, with a
/// near-same headline and opening, or most of its sentences. The same copy on another page (nothing but the page differs) is no take: see <see cref="Voices"/>.
/// </summary>
public static class StoryMatcher
{
    /// <summary>A story is taken up again within this time of its last take, or it is another story.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(36);

    private const double NearHeadline = 0.8;
    private const double LikeHeadline = 0.4;
    private const double NearOpening = 0.75;
    private const double LikeOpening = 0.4;
    private const double MostSentences = 0.5;
    private const double AllSentences = 0.95;
    private const double NumberedOpening = 0.5;
    private const int NumberedSentences = 2;
    private static readonly TimeSpan NumberedWindow = TimeSpan.FromHours(12);

    /// <summary>Sorts takes into stories, in known order, whatever the order in which they are given. To place one more, give all of its agency within <see cref="Window"/> and their stories' other takes.</summary>
    public static IReadOnlyList<StoryPlace> Assign(IEnumerable<TakeSketch> takes)
    {
        var stories = new List<List<TakeSketch>>();
        foreach (var take in takes.OrderBy(t => t.KnownSince.UtcTicks).ThenBy(t => t.Number).ThenBy(t => t.Revision, StringComparer.Ordinal))
        {
            var story = stories.FindLast(s => s.Exists(t => SameStory(t, take)));
            if (story is null)
            {
                stories.Add([take]);
            }
            else
            {
                story.Add(take);
            }
        }

        return [.. stories.SelectMany(s => s.Select((t, i) => new StoryPlace(t.Revision, s[0].Revision, i)))];
    }

    /// <summary>Keys for finding candidates by index: two texts that share none are not takes of one story.</summary>
    public static IReadOnlyList<string> Keys(TakeSketch take)
    {
        if (take.Agency is not { } agency)
        {
            return [];
        }

        var day = (int)(take.KnownSince.UtcTicks / TimeSpan.TicksPerDay);
        return [.. Enumerable.Range(day, 3).Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{agency.ToLowerInvariant()}|{d}"))];
    }

    /// <summary>Two texts are takes of one story. Symmetric.</summary>
    public static bool SameStory(TakeSketch a, TakeSketch b)
    {
        if (a.Revision == b.Revision
            || a.Agency is null
            || !string.Equals(a.Agency, b.Agency, StringComparison.OrdinalIgnoreCase)
            || (a.KnownSince - b.KnownSince).Duration() > Window)
        {
            return a.Revision == b.Revision;
        }

        var headline = Stems.Overlap(a.Headline, b.Headline);
        var opening = Stems.Overlap(a.Opening, b.Opening);
        if (headline < LikeHeadline && opening < NumberedOpening)
        {
            return false;
        }

        var alike = (headline >= NearHeadline && opening >= LikeOpening)
            || (headline >= LikeHeadline && opening >= NearOpening)
            || ((headline >= LikeHeadline || opening >= NearOpening) && a.Body.Containment(b.Body) >= MostSentences)
            || IsNextTake(a, b, opening);
        return alike && !IsReprint(a, b);
    }

    /// <summary>One that calls itself a later take ("2nd LD") and was filed within the half-day: headline and lead are often recast, but the opening and a few sentences stay.</summary>
    private static bool IsNextTake(TakeSketch a, TakeSketch b, double opening)
    {
        var (earlier, later) = a.KnownSince <= b.KnownSince ? (a, b) : (b, a);
        return later.Number >= 2 && later.Number > earlier.Number && later.KnownSince - earlier.KnownSince <= NumberedWindow
            && opening >= NumberedOpening && a.Body.Shared(b.Body).Sentences >= NumberedSentences;
    }

    /// <summary>The same sentences, take number and stamp: one copy seen on two pages, not two takes.</summary>
    private static bool IsReprint(TakeSketch a, TakeSketch b) =>
        a.Number == b.Number
        && (a.Stamp?.Time is null || b.Stamp?.Time is null || a.KnownSince == b.KnownSince)
        && a.Body.Containment(b.Body) >= AllSentences;

    /// <summary>
    /// A readable name of a text for addresses, the same in every tracker that reads its header alike: agency, day, the first words of the headline that say something, and the head of
    /// the text's hash: "yonhap-2019-11-17-defense-chiefs-fail-narrow-3fa9c2". What is not known is left out.
    /// </summary>
    public static string Name(ReadingHeader header, string revision)
    {
        var parts = new List<string> { ReportId.Plain(header.Agency ?? "article") };
        if (header.Published is { } published)
        {
            parts.Add(DayRange.Iso(published.Day));
        }

        parts.AddRange(ReportId.Plain(header.Headline ?? "").Split('-').Where(w => w.Length >= 4).Take(5));
        parts.Add(ReportId.Plain(revision)[..Math.Min(6, ReportId.Plain(revision).Length)]);
        return string.Join('-', parts.Where(p => p.Length > 0));
    }
}
