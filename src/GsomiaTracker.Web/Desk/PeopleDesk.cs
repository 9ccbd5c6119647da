using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>Who may work at the desk: added without a password, let in by a one-time address with which they choose their own.</summary>
public sealed class PeopleDesk(UserManager<Person> people, RoleManager<IdentityRole> roles, PeopleList list, ApiTokens tokens, Sessions sessions, TimeProvider clock)
{
    /// <summary>How long a one-time address works.</summary>
    public static readonly TimeSpan WelcomeLifetime = TimeSpan.FromHours(1);

    public Task<IReadOnlyList<(Person Person, string Role)>> AllAsync() => list.AllAsync();

    public Task<bool> AnybodyAsync() => list.AnybodyAsync();

    /// <summary>Makes an account without a password, or with one.</summary>
    public async Task<Parsed<Person>> AddAsync(string name, string role, string? password = null)
    {
        if (!DeskRole.All.Contains(role))
        {
            return Parsed<Person>.No($"'{role}' is no role: {string.Join(" or ", DeskRole.All)}");
        }

        if (name.Length is < 2 or > 40)
        {
            return Parsed<Person>.No("A name has 2 to 40 letters or digits.");
        }

        if (!await roles.RoleExistsAsync(role))
        {
            await roles.CreateAsync(new IdentityRole(role));
        }

        var person = new Person { UserName = name, CreatedAt = clock.GetUtcNow() };
        var made = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
        if (made.Succeeded)
        {
            // The second factor's key is there from the start: making one later would end the sessions.
            await people.ResetAuthenticatorKeyAsync(person);
            made = await people.AddToRoleAsync(person, role);
        }

        return made.Succeeded ? Parsed<Person>.Of(person) : Parsed<Person>.No(Words(made));
    }

    /// <summary>Takes away password, second factor, tokens and sessions; the way back in is the address.</summary>
    /// <returns>Path and query of a one-time address with which the person chooses a password.</returns>
    public async Task<Parsed<string>> ResetAsync(string name)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return Parsed<string>.No($"nobody is called '{name}'");
        }

        await people.RemovePasswordAsync(person);
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await people.SetLockoutEndDateAsync(person, null);
        await tokens.RevokeAllAsync(person);
        foreach (var passkey in await people.GetPasskeysAsync(person))
        {
            await people.RemovePasskeyAsync(person, passkey.CredentialId);
        }

        await EndAsync(person);
        return Parsed<string>.Of(await WelcomeAsync(person));
    }

    public async Task<string> WelcomeAsync(Person person) =>
        $"/desk/welcome?name={Uri.EscapeDataString(person.UserName!)}&key={Uri.EscapeDataString(await people.GeneratePasswordResetTokenAsync(person))}";

    /// <summary>Gives another role; sessions under the old one end.</summary>
    public async Task<Parsed<string>> ChangeRoleAsync(string name, string role)
    {
        if (await people.FindByNameAsync(name) is not { } person || !DeskRole.All.Contains(role))
        {
            return Parsed<string>.No($"nobody is called '{name}', or '{role}' is no role");
        }

        var held = await people.GetRolesAsync(person);
        if (held.Contains(DeskRole.Chief) && role != DeskRole.Chief && (await people.GetUsersInRoleAsync(DeskRole.Chief)).Count == 1)
        {
            return Parsed<string>.No("The last chief stays chief.");
        }

        if (!await roles.RoleExistsAsync(role))
        {
            await roles.CreateAsync(new IdentityRole(role));
        }

        await people.RemoveFromRolesAsync(person, held);
        await people.AddToRoleAsync(person, role);
        await EndAsync(person);
        return Parsed<string>.Of(role);
    }

    /// <summary>Ends every session of a person at once.</summary>
    public async Task<Parsed<string>> EndSessionsAsync(string name)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return Parsed<string>.No($"nobody is called '{name}'");
        }

        await EndAsync(person);
        return Parsed<string>.Of(name);
    }

    public Task<IReadOnlyDictionary<string, int>> SessionsAsync() => sessions.CountsAsync();

    private async Task EndAsync(Person person)
    {
        await people.UpdateSecurityStampAsync(person);
        await sessions.EndAllAsync(person.Id);
    }

    public static string Words(IdentityResult result) => string.Join(" ", result.Errors.Select(e => e.Description));
}
