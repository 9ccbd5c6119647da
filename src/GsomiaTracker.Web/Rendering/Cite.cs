using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Who says so, in words. A digest in our own words is never given out as the outlet's text.</summary>
public static class Cite
{
    private const int LongestShort = 60;

    /// <summary>The first words of a passage, to know it by.</summary>
    public static string Short(string words) => words.Length > LongestShort ? words[..LongestShort].TrimEnd() + "\u2026" : words;

    /// <summary>What a piece is called: its headline; what came without one goes by its outlet and day ("Kyodo report, Nov. 11, 2019").</summary>
    public static string Title(ReadingHeader header) => header.Headline ?? Untitled(header.Agency, header.Published);

    public static string Title(Report report) => report.Headline ?? Untitled(report.Agency, report.Published);

    private static string Untitled(string? agency, PublicationTime? published) =>
        (agency is null ? "Report of an unnamed outlet" : $"{agency} report") + (published is { } time ? $", {WireDate.Day(time.Day)}" : ", undated");

    public static string Outlet(ReadingHeader header) => header.Digests is { } digested ? $"our digest of {OutletOf(digested, header.Agency)}" : header.Agency ?? "an unnamed outlet";

    public static string Outlet(RecordAsOf record, string article, string? agency) =>
        record.Story(article) is { Header: { Digests: not null } header } ? Outlet(header) : agency ?? "an unnamed outlet";

    public static string Outlet(RecordAsOf record, Report report) => Outlet(record, report.Article, report.Agency);

    /// <summary>"Digest in our words of NHK's report of Nov. 22, 2019"; null for an outlet's own text.</summary>
    public static string? DigestLine(ReadingHeader header) =>
        header.Digests is not { } digested ? null
        : $"Digest in our words of {OutletOf(digested, header.Agency)}\u2019s report" + (header.Published is { } p ? $" of {WireDate.Day(p.Day)}" : "") + ". Not the outlet\u2019s text.";

    /// <summary>The page that shows a report's words in their place.</summary>
    public static string Url(RecordAsOf record, ViewState view, string article, string revision, FindingKey key) =>
        Url(record, view, article, revision, "m-" + key.Value);

    public static string Url(RecordAsOf record, ViewState view, string article, string revision, string? fragment = null)
    {
        var take = record.Story(article) is { } story && story.Latest.Revision != revision ? revision : null;
        return view.Unpaged.Url("/articles/" + Uri.EscapeDataString(article), fragment, ("take", take));
    }

    /// <summary>The take's name among its story's: "first report", "2nd LD", "take 2".</summary>
    public static string Take(Story story, ArticleRevision take)
    {
        var number = story.Takes.ToList().IndexOf(take) + 1;
        return take.Reading.Header.Revision is { } revision && revision > 1 ? $"take {number} ({Ordinal(revision)} LD)" : $"take {number}";
    }

    private static string Ordinal(int n) => n + ((n % 100) is >= 11 and <= 13 ? "th" : (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>The outlet's name as the digest's note gives it, before the date that follows a comma.</summary>
    private static string OutletOf(string digests, string? agency) => agency ?? digests.Split(',')[0].Trim();
}
