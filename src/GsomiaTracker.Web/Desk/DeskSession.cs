using System.Security.Claims;
using GsomiaTracker.Store.Editing;

namespace GsomiaTracker.Web.Desk;

/// <summary>Ties a cookie to its session's row: whatever way somebody signs in, the cookie names a session, and a session that is ended ends its cookie at once.</summary>
public static class DeskSession
{
    private const string Claim = "desk-session";

    /// <summary>The session that a principal's cookie names; null where it names none.</summary>
    public static string? IdOf(ClaimsPrincipal? principal) => principal?.FindFirst(Claim)?.Value;

    /// <summary>Before a cookie is written: the session goes on where a cookie is only made anew, else it begins.</summary>
    public static async Task BeginAsync(HttpContext http, ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not ClaimsIdentity identity || identity.FindFirst(ClaimTypes.NameIdentifier)?.Value is not { } person || IdOf(principal) is not null)
        {
            return;
        }

        var same = http.User.FindFirst(ClaimTypes.NameIdentifier)?.Value == person ? IdOf(http.User) : null;
        identity.AddClaim(new Claim(Claim, same
            ?? await http.RequestServices.GetRequiredService<Sessions>().BeginAsync(person, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString(), DeskServices.Session)));
    }

    public static async Task EndAsync(HttpContext http)
    {
        if (IdOf(http.User) is { } session && http.User.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } person)
        {
            await http.RequestServices.GetRequiredService<Sessions>().EndAsync(person, session);
        }
    }

    /// <summary>What a browser calls itself, shortly: "Firefox on Linux".</summary>
    public static string Browser(string agent)
    {
        string? First(params (string Sign, string Name)[] known) => Array.Find(known, k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
        var name = First(("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"));
        var on = First(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"));
        return name is null ? "a program" : on is null ? name : $"{name} on {on}";
    }
}
