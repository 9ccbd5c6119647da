using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>The feeds that are watched, and how each fares.</summary>
public sealed class FeedsPage(Feeds feeds, FeedPoller poller, ILogger<FeedsPage> log) : DeskPage
{
    private const int MostRefused = 50;

    public IReadOnlyList<FeedHealth> All { get; private set; } = [];

    public IReadOnlyList<FeedItemRow> Refused { get; private set; } = [];

    public string Address { get; private set; } = "";

    public Task<IActionResult> OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAddAsync([FromForm] string? address)
    {
        Address = address?.Trim() ?? "";
        if (FeedPoller.Check(Address) is { } fault)
        {
            Fault(fault.Reason, "address");
            return await Show();
        }

        var feed = await feeds.AddAsync(Address, Editor);
        log.LogInformation("{Name} watches the feed {Address}", Editor, Address);
        await Poll(feed);
        return await Show();
    }

    public async Task<IActionResult> OnPostPollAsync([FromForm] int id)
    {
        if (await feeds.FindAsync(id) is { } feed)
        {
            await Poll(feed);
        }

        return await Show();
    }

    public async Task<IActionResult> OnPostPauseAsync([FromForm] int id)
    {
        Done = await feeds.PauseAsync(id) ? "The feed is paused." : null;
        return await Show();
    }

    public async Task<IActionResult> OnPostResumeAsync([FromForm] int id)
    {
        Done = await feeds.ResumeAsync(id) ? "The feed is watched again." : null;
        return await Show();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] int id)
    {
        Done = await feeds.RemoveAsync(id) ? "The feed is watched no more; what it brought stays on the record." : null;
        log.LogInformation("{Name} watches feed {Id} no more", Editor, id);
        return await Show();
    }

    public static string State(FeedRow feed) => feed switch
    {
        { PausedAt: not null, Failures: >= FeedPoller.MostFailures } => "paused after failures",
        { PausedAt: not null } => "paused",
        { Failures: > 0 } => "failing",
        { LastSuccessAt: null } => "new",
        _ => "well",
    };

    /// <summary>Asks at once, but only lists: its pages are fetched in the background.</summary>
    private async Task Poll(FeedRow feed)
    {
        var polled = await poller.PollAsync(feeds, feed, HttpContext.RequestAborted, FeedPages.Later);
        if (polled.Error is { } error)
        {
            Fault($"The feed does not answer as one: {error}.");
        }
        else
        {
            Done = polled.New == 0 ? "The feed answered; nothing is new." : $"The feed answered; {polled.New} new articles are fetched in the next minutes.";
            Done += polled.Left > 0 ? $" It lists {FeedFile.MostItems + polled.Left} items: the first {FeedFile.MostItems} are looked at." : "";
        }
    }

    private async Task<IActionResult> Show()
    {
        (Title, Section) = ("Feeds", "/desk/feeds");
        All = await feeds.AllAsync(HttpContext.RequestAborted);
        Refused = await feeds.RefusedAsync(MostRefused, HttpContext.RequestAborted);
        return Faults.Count > 0 ? Again() : Page();
    }
}
