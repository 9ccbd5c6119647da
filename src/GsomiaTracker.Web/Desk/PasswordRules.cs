using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// A password is good by its length (12 to 256), when it is not known from breaches, and has not to do with its owner's name. No demands of digits or signs.
/// The list of known passwords that comes with the program is a small stand-in: long passwords that turn up in every published list; point
/// <c>Desk:KnownPasswords</c> at a full one.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private readonly HashSet<string> _known;

    public PasswordRules(DeskSettings settings)
    {
        using var shipped = typeof(PasswordRules).Assembly.GetManifestResourceStream("known-passwords.txt")!;
        using var reader = new StreamReader(shipped);
        _known = new HashSet<string>(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
        if (settings.KnownPasswords is { } more)
        {
            _known.UnionWith(File.ReadLines(more).Select(l => l.Trim()).Where(l => l.Length > 0));
        }
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
        _ => null,
    };
}
