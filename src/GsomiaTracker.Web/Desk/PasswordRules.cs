using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// A password is good by its length (12 to 256), when it is not known from breaches, and has not to do with its owner's name. No demands of digits or signs.
/// What comes with the program is a stand-in for a full list of breached passwords: some hundreds of long ones that turn up in every published list, and some hundreds of
/// words whose usual dressings (<see cref="PredictablePassword"/>) are refused; point <c>Desk:KnownPasswords</c> at a full list.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private readonly HashSet<string> _known;
    private readonly HashSet<string> _words;

    public PasswordRules(DeskSettings settings)
    {
        _known = new HashSet<string>(Shipped("known-passwords.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
        _words = new HashSet<string>(Shipped("common-words.txt").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);
        if (settings.KnownPasswords is { } more)
        {
            _known.UnionWith(File.ReadLines(more).Select(l => l.Trim()).Where(l => l.Length > 0));
        }
    }

    private static string Shipped(string name)
    {
        using var shipped = typeof(PasswordRules).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(shipped);
        return reader.ReadToEnd();
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.UserName) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault })
            : IdentityResult.Success);

    /// <summary>Why a password is not taken, or null.</summary>
    public string? Fault(string password, string? name) => password switch
    {
        { Length: < Shortest } => $"The password must have at least {Shortest} characters.",
        { Length: > Longest } => $"The password must have at most {Longest} characters.",
        _ when password.Distinct().Count() < 5 => "The password must have at least five different characters.",
        _ when name is { Length: > 2 } && password.Contains(name, StringComparison.OrdinalIgnoreCase) => "The password must not hold the name.",
        _ when _known.Contains(password) || _known.Contains(password.TrimEnd('!', '?', '.', '1', '2', '3')) => "This password is known from breaches of other sites.",
        _ when PredictablePassword.Is(password, _words) => "This password is among the first to be guessed: a common word with digits, a piece over and over, or a run along the keyboard. Several words are better.",
        _ => null,
    };
}
