using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>Makes, knows and takes back the keys with which programs hand over articles.</summary>
public sealed class ApiTokens(PeopleContext context, TimeProvider clock)
{
    private const string Prefix = "gst_";

    /// <summary>A new token: told once, never again.</summary>
    public async Task<string> CreateAsync(Person person, string label)
    {
        var token = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        context.ApiTokens.Add(new ApiTokenRow { PersonId = person.Id, Label = label, Hash = HashOf(token), CreatedAt = clock.GetUtcNow() });
        await context.SaveChangesAsync();
        return token;
    }

    public async Task<IReadOnlyList<ApiTokenRow>> OfAsync(Person person) =>
        await context.ApiTokens.AsNoTracking().Where(t => t.PersonId == person.Id).OrderBy(t => t.Id).ToListAsync();

    /// <summary>Takes back one of the person's own tokens; false where there is no such token.</summary>
    public async Task<bool> RevokeAsync(Person person, int id) => await context.ApiTokens.Where(t => t.Id == id && t.PersonId == person.Id).ExecuteDeleteAsync() == 1;

    public Task<int> RevokeAllAsync(Person person) => context.ApiTokens.Where(t => t.PersonId == person.Id).ExecuteDeleteAsync();

    /// <summary>Whose token it is; null for one that nobody has, or whose person is locked out.</summary>
    public async Task<Person?> PersonOfAsync(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var row = await context.ApiTokens.Include(t => t.Person).FirstOrDefaultAsync(t => t.Hash == HashOf(token));
        if (row?.Person is not { } person || person.LockoutEnd > now)
        {
            return null;
        }

        row.LastUsedAt = now;
        await context.SaveChangesAsync();
        return person;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
