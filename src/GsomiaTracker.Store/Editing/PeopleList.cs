using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Editing;

/// <summary>Who may work at the desk, for lists.</summary>
public sealed class PeopleList(PeopleContext context)
{
    /// <summary>Everybody with the one role they have ("" without), by name.</summary>
    public async Task<IReadOnlyList<(Person Person, string Role)>> AllAsync(CancellationToken cancel = default)
    {
        var rows = await (
            from person in context.Users.AsNoTracking()
            join held in context.UserRoles on person.Id equals held.UserId into roles
            from held in roles.DefaultIfEmpty()
            join role in context.Roles on held!.RoleId equals role.Id into names
            from role in names.DefaultIfEmpty()
            orderby person.UserName
            select new { person, Role = role == null ? "" : role.Name }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.person, r.Role ?? ""))];
    }

    public Task<bool> AnybodyAsync(CancellationToken cancel = default) => context.Users.AnyAsync(cancel);
}
