using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>One sign-in that has not ended. Its cookie names it; without the row the cookie is worth nothing.</summary>
public sealed class SessionRow
{
    /// <summary>32 hexadecimal digits of chance.</summary>
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public Person? Person { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public required string Address { get; set; }

    /// <summary>As the browser calls itself.</summary>
    public required string Browser { get; set; }
}

/// <summary>The sessions at the desk: made at sign-in, looked at on every request, ended one by one or all.</summary>
public sealed class Sessions(PeopleContext context, TimeProvider clock)
{
    private const int LongestBrowser = 200;
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <param name="life">How long sessions last: rows of older ones are forgotten.</param>
    /// <returns>Its id.</returns>
    public async Task<string> BeginAsync(string person, string address, string browser, TimeSpan life)
    {
        var now = clock.GetUtcNow();
        var old = now - life;
        await context.Sessions.Where(s => s.CreatedAt < old).ExecuteDeleteAsync();
        var row = new SessionRow
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            PersonId = person,
            CreatedAt = now,
            LastSeenAt = now,
            Address = address,
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
        };
        context.Sessions.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>Notes that a session was used; false for one that has ended.</summary>
    public async Task<bool> SeenAsync(string id, string person)
    {
        if (await context.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.PersonId == person) is not { } row)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (now - row.LastSeenAt >= Grain)
        {
            await context.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));
        }

        return true;
    }

    /// <summary>The latest used first.</summary>
    public async Task<IReadOnlyList<SessionRow>> OfAsync(string person) =>
        await context.Sessions.AsNoTracking().Where(s => s.PersonId == person).OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id).ToListAsync();

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync() =>
        await context.Sessions.GroupBy(s => s.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>Ends one of a person's own sessions.</summary>
    public async Task<bool> EndAsync(string person, string id) => await context.Sessions.Where(s => s.Id == id && s.PersonId == person).ExecuteDeleteAsync() == 1;

    /// <summary>Ends all of a person's sessions, or all but one.</summary>
    public Task EndAllAsync(string person, string? but = null) => context.Sessions.Where(s => s.PersonId == person && s.Id != but).ExecuteDeleteAsync();
}
