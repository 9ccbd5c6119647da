using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Who may: for chiefs.</summary>
[Authorize(Policy = DeskPolicy.Chief)]
public sealed class PeoplePage(PeopleDesk people, ILogger<PeoplePage> log) : DeskPage
{
    public IReadOnlyList<(Person Person, string Role)> People { get; private set; } = [];

    /// <summary>How many sessions each has, by the person's id; none is left out.</summary>
    public IReadOnlyDictionary<string, int> Sessions { get; private set; } = new Dictionary<string, int>();

    /// <summary>A one-time address to hand on, shown once.</summary>
    public string? Welcome { get; private set; }

    public Task<IActionResult> OnGetAsync() => Show(true);

    public async Task<IActionResult> OnPostAddAsync([FromForm] string? name, [FromForm] string? role)
    {
        var added = await people.AddAsync(name?.Trim() ?? "", role ?? "");
        if (added.Ok)
        {
            Welcome = Origin + await people.WelcomeAsync(added.Value);
            Done = $"{name} can come in.";
            log.LogInformation("{Chief} added {Name} as {Role}", Editor, name, role);
        }
        else
        {
            Fault(added.Fault!.Reason, "name");
        }

        return await Show(added.Ok);
    }

    public async Task<IActionResult> OnPostResetAsync([FromForm] string? name)
    {
        var reset = await people.ResetAsync(name ?? "");
        Welcome = reset.Ok ? Origin + reset.Value : null;
        return await Told(reset, $"Password, second factor, tokens and sessions of {name} are gone.");
    }

    public async Task<IActionResult> OnPostRoleAsync([FromForm] string? name, [FromForm] string? role) =>
        await Told(await people.ChangeRoleAsync(name ?? "", role ?? ""), $"{name} is {role} now, and has to sign in again.");

    public async Task<IActionResult> OnPostEndAsync([FromForm] string? name) =>
        await Told(await people.EndSessionsAsync(name ?? ""), $"Every session of {name} has ended.");

    private async Task<IActionResult> Told(Parsed<string> result, string done)
    {
        if (result.Ok)
        {
            Done = done;
            log.LogInformation("{Chief}: {Done}", Editor, done);
        }
        else
        {
            Fault(result.Fault!.Reason);
        }

        return await Show(result.Ok);
    }

    private async Task<IActionResult> Show(bool ok)
    {
        (Title, Section) = ("People", "/desk/people");
        People = await people.AllAsync();
        Sessions = await people.SessionsAsync();
        return ok ? Page() : Again();
    }
}
