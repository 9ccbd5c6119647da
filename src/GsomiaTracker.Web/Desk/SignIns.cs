using System.Net;
using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// Tells whether somebody is who they say: name, password and, where one is set up, a code. There is one answer to all that is wrong, and it
/// takes as long for a name that nobody has.
/// </summary>
public sealed class SignIns(UserManager<Person> people, SignInManager<Person> cookies, IPasswordHasher<Person> hasher, SignInThrottle throttle, ILogger<SignIns> log)
{
    private const string Provider = "desk";
    private const string UsedCodes = "used-codes";
    private const int RememberedCodes = 8;
    private static readonly Person Nobody = new() { UserName = "nobody" };
    private static string? _nobodysHash;

    public TimeSpan? Wait(IPAddress? address) => throttle.Wait(address);

    public async Task<bool> TryAsync(string name, string password, string? code, IPAddress? address)
    {
        var person = password.Length > PasswordRules.Longest ? null : await people.FindByNameAsync(name);
        if (person is null)
        {
            _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _nobodysHash, password.Length > PasswordRules.Longest ? "" : password);
            Failed(address);
            return false;
        }

        var right = await people.CheckPasswordAsync(person, password);
        if (await people.IsLockedOutAsync(person))
        {
            Failed(address);
            return false;
        }

        if (right && person.TwoFactorEnabled)
        {
            right = await CodeFitsAsync(person, code);
        }

        if (!right)
        {
            await people.AccessFailedAsync(person);
            if (await people.IsLockedOutAsync(person))
            {
                log.LogWarning("The account {Name} is locked after failed sign-ins, the last from {Address}", person.UserName, address);
            }

            Failed(address);
            return false;
        }

        await people.ResetAccessFailedCountAsync(person);
        await cookies.SignInAsync(person, isPersistent: false);
        log.LogInformation("{Name} signed in from {Address}", person.UserName, address);
        return true;
    }

    /// <summary>A code of the authenticator, each only once; or one of the recovery codes, which are used up.</summary>
    private async Task<bool> CodeFitsAsync(Person person, string? code)
    {
        code = (code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
        if (code.Length == 0)
        {
            return false;
        }

        var used = (await people.GetAuthenticationTokenAsync(person, Provider, UsedCodes) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (!used.Contains(code) && await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            await people.SetAuthenticationTokenAsync(person, Provider, UsedCodes, string.Join(',', used.Append(code).TakeLast(RememberedCodes)));
            return true;
        }

        return (await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded;
    }

    private void Failed(IPAddress? address)
    {
        throttle.Failed(address);
        log.LogWarning("A sign-in failed from {Address}", address);
    }
}
