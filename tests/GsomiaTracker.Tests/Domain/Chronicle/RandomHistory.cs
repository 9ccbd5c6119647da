using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Domain.Chronicle;

/// <summary>A take made of a number, so that a failing history shrinks to a short list of numbers.</summary>
internal static class RandomHistory
{
    private static readonly string[] Agencies = ["yonhap", "kyodo", "ap", "nhk"];
    private static readonly string[] Who =
    [
        "JP KR", "JP KR kono jeong", "JP KR US", "JP KR US kono jeong esper", "KR US jeong esper", "KR US moon esper", "JP", "KR", "JP suga", "KR moon", "KP", "",
        "JP KR #pact", "KR #pact", "JP KR #curbs", "JP #curbs", "KR jeong",
    ];

    private static readonly string?[] Places = [null, "Bangkok", "Thailand", "Seoul", "Tokyo"];
    private static readonly string?[] Days =
    [
        null, "2019-11-11/2019-11-20", "2019-11-17", "2019-11-18", "2019-11-16/2019-11-18", "2019-11-23", "2019-11-22", "2019-01-01/2019-12-31", "2019-11-01/2019-11-30", "2019-07-04",
        "2020-05-22",
    ];

    private static readonly string[] Actions = ["end", "keep", "restrict", "ease", "remove"];
    private static readonly string[] Levels = ["leaders", "working"];

    private static readonly string[] Sentences =
    [
        "The two ministers talked at length", "They may talk soon on the margins of a forum", "The pact is to lapse", "The pact will stay for now", "its decision to end the pact",
        "The curbs took effect", "It fired two missiles", "A spokesman told a news conference", "The court upheld the award",
    ];

    public static IReadOnlyList<ArticleRevision> Of(IEnumerable<int> codes) => [.. codes.Distinct().Select(Take)];

    private static ArticleRevision Take(int code)
    {
        var random = new Random(code);
        var agency = Agencies[random.Next(Agencies.Length)];

        // Few stories, so that takes meet; few instants, so that they tie.
        var story = $"{agency}-{random.Next(12)}";
        var day = 10 + random.Next(15);
        var known = random.Next(3) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"2019-11-{day:00}")
            : string.Create(CultureInfo.InvariantCulture, $"2019-11-{day:00}T{random.Next(24):00}:00+09:00");
        var findings = new List<object>();
        for (var n = random.Next(6); n > 0; n--)
        {
            var sentence = $"{Sentences[random.Next(Sentences.Length)]} {random.Next(3)}";
            var details = new List<(string, string)>();
            if (random.Next(3) == 0)
            {
                details.Add(("duration", $"PT{random.Next(2)}H"));
            }

            if (random.Next(2) == 0)
            {
                details.Add(random.Next(3) == 0 ? ("level", Levels[random.Next(Levels.Length)]) : ("action", Actions[random.Next(Actions.Length)]));
            }

            findings.Add(Telling.Event(
                (EventKind)random.Next(6) is var kind && random.Next(3) == 0 ? EventKind.Deadline : kind,
                sentence, Days[random.Next(Days.Length)], (EventStatus)random.Next(5), Who[random.Next(Who.Length)], Places[random.Next(Places.Length)], [.. details]));
        }

        for (var n = random.Next(3); n > 0; n--)
        {
            findings.Add(Telling.Stance(random.Next(2) == 0 ? "JP" : "KR", random.Next(2) == 0 ? null : "kono", "keep-pact", (Position)random.Next(3), $"Words {random.Next(5)}"));
        }

        var take = Telling.Take(story, 1 + random.Next(3), known, [.. findings]);
        return take with { Revision = $"{code:x}" };
    }

    /// <summary>Everything that a chronicle shows, as text to compare.</summary>
    public static string Print(GsomiaTracker.Domain.Chronicle.Chronicle chronicle)
    {
        var text = new StringBuilder();
        foreach (var e in chronicle.Events.Concat(chronicle.Withdrawn))
        {
            text.Append(CultureInfo.InvariantCulture, $"{e.Slug} {e.Title} {e.Days} {e.Status} {string.Join(',', e.Countries)} {string.Join(',', e.People)} {e.Place} {string.Join(',', e.About)} {e.Sources} {e.NoReportFound} {e.Withdrawn}\n");
            text.AppendJoin('\n', e.History.Select(h => $"  {h.Status} {h.KnownSince:O} {ReportId.Of(h.Report)}")).Append('\n');
            text.AppendJoin('\n', e.Reports.Select(r => $"  {r.Article} {r.Revision} {r.KnownSince:O} {r.Finding.Key} {r.Superseded} {r.Voice}")).Append('\n');
            text.AppendJoin('\n', e.Disagreements.Select(d => $"  {d.Id} {string.Join(" / ", d.Sides.Select(s => $"{s.Value} {s.Report.Revision}"))} {d.ExplainedBy}")).Append('\n');
        }

        foreach (var h in chronicle.Stances)
        {
            text.Append(CultureInfo.InvariantCulture, $"{h.Country} {h.Person} {h.Issue}: {string.Join("; ", h.Steps.Select(s => $"{s.Position} {s.From:O} {s.LastSeen:O} {string.Join(',', s.Reports.Select(r => r.Revision))}"))}\n");
        }

        var d = chronicle.Deadline;
        return text.Append(CultureInfo.InvariantCulture, $"{d.Kind} {d.Remaining} {d.Outcome?.Id} {d.OutcomeState?.KnownSince:O} {d.Before} {chronicle.LastKnown:O}").ToString();
    }
}
