using System.Net;
using System.Text.Json;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// Passkeys: made at the account, used at the door in place of name, password and code. What is asked of the browser is kept in a short-lived cookie of the desk, so that each
/// answer fits one question. A passkey asks for the person (a PIN, a finger), so it is two factors in one.
/// </summary>
public sealed class Passkeys(UserManager<Person> people, SignInManager<Person> cookies, SignInThrottle throttle, ILogger<Passkeys> log)
{
    /// <summary>How a session came to be, in its principal.</summary>
    public const string Method = "passkey";
    public const int Most = 10;

    /// <summary>What a browser is asked in order to make one, as JSON.</summary>
    public Task<string> QuestionToMakeAsync(Person person) =>
        cookies.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id, Name = person.UserName!, DisplayName = person.UserName! });

    /// <summary>What a browser is asked in order to use one: of whom is not said.</summary>
    public Task<string> QuestionToUseAsync() => cookies.MakePasskeyRequestOptionsAsync(null);

    public async Task<Parsed<UserPasskeyInfo>> KeepAsync(Person person, string? answer, string name)
    {
        if ((await people.GetPasskeysAsync(person)).Count >= Most)
        {
            return Parsed<UserPasskeyInfo>.No($"At most {Most} passkeys are kept.");
        }

        var made = await Try(() => cookies.PerformPasskeyAttestationAsync(answer ?? ""));
        if (made is not { Succeeded: true, Passkey: { } passkey } || made.UserEntity?.Id != person.Id)
        {
            return Parsed<UserPasskeyInfo>.No("The browser's answer does not fit. Try again.");
        }

        passkey.Name = name;
        var kept = await people.AddOrUpdatePasskeyAsync(person, passkey);
        if (!kept.Succeeded)
        {
            return Parsed<UserPasskeyInfo>.No(PeopleDesk.Words(kept));
        }

        log.LogInformation("{Name} made a passkey", person.UserName);
        return Parsed<UserPasskeyInfo>.Of(passkey);
    }

    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(Person person) => [.. await people.GetPasskeysAsync(person)];

    public async Task<bool> RemoveAsync(Person person, string id)
    {
        var own = (await people.GetPasskeysAsync(person)).FirstOrDefault(p => IdOf(p) == id);
        if (own is null || !(await people.RemovePasskeyAsync(person, own.CredentialId)).Succeeded)
        {
            return false;
        }

        log.LogInformation("{Name} removed a passkey", person.UserName);
        return true;
    }

    /// <summary>Signs in by a browser's answer; false for whatever is wrong with it.</summary>
    public async Task<bool> SignInAsync(string? answer, IPAddress? address)
    {
        var used = await Try(() => cookies.PerformPasskeyAssertionAsync(answer ?? ""));
        if (used is not { Succeeded: true, User: { } person, Passkey: { } passkey } || await people.IsLockedOutAsync(person))
        {
            throttle.Failed(address);
            log.LogWarning("A sign-in by passkey failed from {Address}", address);
            return false;
        }

        // The key's own count of its uses has moved.
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        await people.ResetAccessFailedCountAsync(person);
        await cookies.SignInAsync(person, isPersistent: false, Method);
        log.LogInformation("{Name} signed in by passkey from {Address}", person.UserName, address);
        return true;
    }

    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    /// <summary>An answer without its question, or that is no answer at all, is as wrong as any other.</summary>
    private static async Task<T?> Try<T>(Func<Task<T>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or PasskeyException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
