using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One finding: its words, its fields, what was done to it; amended or rejected here.</summary>
public sealed class FindingPage(Correcting correcting) : CorrectingPage(correcting)
{
    public Story Story { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public IReadOnlyList<Evidence> Words { get; private set; } = [];

    public IReadOnlyList<EditField> Fields { get; private set; } = [];

    public IReadOnlyList<Correction> Thread { get; private set; } = [];

    /// <summary>That somebody found it right; null while nobody has.</summary>
    public Correction? Accepted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string key, [FromQuery] string? done)
    {
        if (await Find(id, key) is { } missing)
        {
            return missing;
        }

        await LookAsync(done);
        return Page();
    }

    public async Task<IActionResult> OnPostAmendAsync(string id, string key, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (await Find(id, key) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var drafts = Fields.Where(f => Request.Form.TryGetValue(f.Id, out var v) && !f.Same(v.ToString()))
            .Select(f => new CorrectionDraft(CorrectionAct.Amend, Story.Id, Key, f.Name, f.Json(Request.Form[f.Id].ToString()))).ToList();
        return await TakeAsync(drafts, reason, seen, step, Path);
    }

    public async Task<IActionResult> OnPostRejectAsync(string id, string key, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (await Find(id, key) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        return await TakeAsync([new CorrectionDraft(CorrectionAct.Reject, Story.Id, Key)], reason, seen, step, "/desk/articles/" + Uri.EscapeDataString(Story.Id));
    }

    /// <summary>Says that the finding is right. Nothing changes but the change log, so there is nothing to foresee.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string id, string key, [FromForm] string? reason, [FromForm] long? seen)
    {
        if (await Find(id, key) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        return await TakeAsync([new CorrectionDraft(CorrectionAct.Accept, Story.Id, Key)], string.IsNullOrWhiteSpace(reason) ? AcceptedBecause : reason, seen, "do", Path);
    }

    private async Task<IActionResult?> Find(string id, string key)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        (Story, Key) = (story, key);
        foreach (var take in story.Takes.Reverse())
        {
            if (Look(take, key) is { } found)
            {
                (Words, Fields) = found;
                (Title, Section) = (char.ToUpperInvariant(key[0]) + key[1..key.IndexOf('-', StringComparison.Ordinal)] + ": " + Named(take, key), "/desk/articles");
                Path = $"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(key)}";
                var contents = await HttpContext.RequestServices.GetRequiredService<Snapshots>().Contents(HttpContext.RequestAborted);
                Thread = CorrectionThread.On(contents.Corrections, key, story.Id);
                var holding = ActiveCorrections.Of(contents.Corrections).Select(c => c.Sequence).ToHashSet();
                Accepted = Thread.LastOrDefault(c => c.Act == CorrectionAct.Accept && holding.Contains(c.Sequence));
                return null;
            }
        }

        return Refuse(Refusal.NotFound("unknown-finding", "No such finding", "Nothing in this article goes by this key; it may have been rejected, or a newer reading does not have it.",
            new Nearest("The article", "/desk/articles/" + Uri.EscapeDataString(story.Id)), new Nearest("History", "/desk/history")));
    }

    /// <summary>What it says, in a line.</summary>
    private string Named(ArticleRevision take, string key)
    {
        const int Longest = 70;
        var words = take.Reading.Events.FirstOrDefault(e => e.Key.Value == key)?.Summary ?? take.Reading.Officials.FirstOrDefault(o => o.Key.Value == key)?.Name ?? string.Join(" … ", Words.Select(w => w.Words));
        return words.Length > Longest ? words[..Longest] + " …" : words;
    }

    private (IReadOnlyList<Evidence>, IReadOnlyList<EditField>)? Look(ArticleRevision take, string key)
    {
        var reading = take.Reading;
        return reading.Events.FirstOrDefault(e => e.Key.Value == key) is { } e ? (e.Evidence, EditField.Of(Record, e))
            : reading.Stances.FirstOrDefault(s => s.Key.Value == key) is { } s ? (s.Evidence, EditField.Of(Record, s))
            : reading.Officials.FirstOrDefault(o => o.Key.Value == key) is { } o ? (o.Evidence, EditField.Of(o))
            : reading.Quotes.FirstOrDefault(q => q.Key.Value == key) is { } q ? ([q.Words], EditField.Of(q))
            : DateKeys.Find(reading.Dates, key) is { } d ? ([d.Words], EditField.Of(d))
            : reading.Statements.FirstOrDefault(t => t.Key.Value == key) is { } t ? (t.Content, [])
            : null;
    }
}
