using System.Text;
using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// A password is good by its length (12 to 256), when it is not known from breaches, and has not to do with its owner's name. No demands of digits or signs.
/// With the program come the passwords of twelve characters and more of a public list (<c>known-passwords.bin</c>), and the words that its passwords are made of, whose
/// usual dressings (<see cref="PredictablePassword"/>) are refused; <c>Desk:KnownPasswords</c> adds a list of one's own.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private readonly HashedWords _shipped = new(Bytes("known-passwords.bin"));
    private readonly HashedWords _dressed = new(Bytes("known-words.bin"));
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public PasswordRules(DeskSettings settings)
    {
        _words = new HashSet<string>(Encoding.UTF8.GetString(Bytes("common-words.txt")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);
        if (settings.KnownPasswords is { } more)
        {
            _known.UnionWith(File.ReadLines(more).Select(l => l.Trim()).Where(l => l.Length > 0));
        }
    }

    private static byte[] Bytes(string name)
    {
        using var shipped = typeof(PasswordRules).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[shipped.Length];
        shipped.ReadExactly(bytes);
        return bytes;
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
        _ when IsKnown(password) || IsKnown(password.TrimEnd('!', '?', '.', '1', '2', '3')) => "This password is known from breaches of other sites.",
        _ when PredictablePassword.Is(password, w => _words.Contains(w) || _dressed.Contains(w)) => "This password is among the first to be guessed: a common word with digits, a piece over and over, or a run along the keyboard. Several words are better.",
        _ => null,
    };

    private bool IsKnown(string password) => _known.Contains(password) || (password.Length >= Shortest && _shipped.Contains(password));
}
