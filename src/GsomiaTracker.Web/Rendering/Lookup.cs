using GsomiaTracker.Domain.Corrections;

namespace GsomiaTracker.Web.Rendering;

/// <summary>What to say when an address names something that is not on the record at the moment shown, and where to go instead.</summary>
public static class Lookup
{
    private const int MostTold = 3;

    public static Refusal NoEvent(RecordAsOf record, ViewState view, string slug) => record.Removed.Find(slug) is { } removed ? Gone(record, view, removed) :
        Missing(record, view, "event", slug, "/timeline", "The timeline",
            record.Chronicle.Events.Select(e => (e.Slug, e.Title, Path: "/events/" + e.Slug)));

    public static Refusal NoStory(RecordAsOf record, ViewState view, string id) => record.Withdrawn.Find(id) is { } withdrawn ? Gone(record, view, withdrawn) :
        Missing(record, view, "article", id, "/articles", "All articles",
            record.Stories.Select(s => (s.Id, Cite.Title(s.Header), Path: "/articles/" + Uri.EscapeDataString(s.Id))));

    public static Refusal NoOfficial(RecordAsOf record, ViewState view, string id) =>
        Missing(record, view, "official", id, "/officials", "All officials",
            record.Officials.Select(o => (o.Id, o.Name, Path: "/officials/" + Uri.EscapeDataString(o.Id))));

    public static Refusal NoTake(RecordAsOf record, ViewState view, Story story, string take) => record.Withdrawn.Find(story.Id, take) is { } withdrawn ? Gone(record, view, withdrawn) :
        Refusal.NotFound("unknown-take", "No such take", $"This story has no take \u201c{Short(take)}\u201d at the moment shown.",
            new Nearest("Its latest take", view.Unpaged.Url("/articles/" + Uri.EscapeDataString(story.Id))));

    /// <summary>What was withdrawn keeps its address, which says when and why.</summary>
    private static Refusal Gone(RecordAsOf record, ViewState view, Withdrawal withdrawn)
    {
        var article = "/articles/" + Uri.EscapeDataString(withdrawn.Article);
        var near = new List<Nearest> { new("Its change log", view.Unpaged.Url(article + "/changes")), new("All articles", view.Unpaged.Url("/articles")) };
        if (withdrawn.Take is not null && record.Story(withdrawn.Article) is not null)
        {
            near.Insert(0, new Nearest("The story's latest take", view.Unpaged.Url(article)));
        }

        var what = withdrawn.Take is null ? "article" : "take";
        return new Refusal(StatusCodes.Status410Gone, "withdrawn", $"Withdrawn: {withdrawn.Headline ?? withdrawn.Article}",
            $"Editors withdrew this {what} on {TimeText.Instant(withdrawn.At, view.Zone)}: \u201c{withdrawn.Reason}\u201d. Nothing on these pages rests on it any more.", near);
    }

    /// <summary>So does an event that editors have rejected, or whose articles they have withdrawn.</summary>
    private static Refusal Gone(RecordAsOf record, ViewState view, RemovedEvent removed)
    {
        var (e, by) = removed;
        var near = new List<Nearest> { new("Its change log", view.Unpaged.Url($"/events/{e.Slug}/changes")) };
        near.AddRange(e.Reports.DistinctBy(r => r.Article).Take(MostTold).Select(r => new Nearest($"Told by: {Cite.Title(r)}", view.Unpaged.Url("/articles/" + Uri.EscapeDataString(r.Article)))));
        near.Add(new("The timeline", view.Unpaged.Url("/timeline")));
        var when = TimeText.Instant(by.RecordedAt, view.Zone);
        return by.Act == CorrectionAct.Reject
            ? new Refusal(StatusCodes.Status410Gone, "rejected", $"Rejected: {e.Title}",
                $"The reader took this for an event; editors rejected it on {when}: \u201c{by.Reason}\u201d. Nothing on these pages rests on it any more.", near)
            : new Refusal(StatusCodes.Status410Gone, "withdrawn", $"Withdrawn: {e.Title}",
                $"Editors withdrew what told of this on {when}: \u201c{by.Reason}\u201d. Nothing on these pages rests on it any more.", near);
    }

    private static Refusal Missing(RecordAsOf record, ViewState view, string what, string asked, string listPath, string list, IEnumerable<(string Name, string Title, string Path)> all)
    {
        var near = all
            .Select(x => (x.Title, x.Path, Likeness: Alike(x.Name, asked)))
            .Where(x => x.Likeness > 0.3)
            .OrderByDescending(x => x.Likeness)
            .Take(3)
            .Select(x => new Nearest(x.Title, view.Unpaged.Url(x.Path)))
            .ToList();
        near.Add(new Nearest(list, view.Unpaged.Url(listPath)));
        if (record.AsOf is not null)
        {
            near.Add(new Nearest("The whole record", view.Unpaged.At(null).Url(listPath)));
        }

        return Refusal.NotFound("unknown-" + what, $"No such {what}",
            record.AsOf is null ? $"Nothing on the record is called \u201c{Short(asked)}\u201d." : $"Nothing called \u201c{Short(asked)}\u201d was on the record at the moment shown.", [.. near]);
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "\u2026";

    /// <summary>Share of the pairs of letters that two names have in common (Dice), 0 to 1.</summary>
    private static double Alike(string a, string b)
    {
        var (x, y) = (Pairs(a), Pairs(b));
        return x.Count + y.Count == 0 ? 0 : 2d * x.Intersect(y).Count() / (x.Count + y.Count);

        static HashSet<(char, char)> Pairs(string s) => [.. s.ToLowerInvariant().Zip(s.ToLowerInvariant().Skip(1)).Take(200)];
    }
}
