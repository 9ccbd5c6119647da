using Microsoft.AspNetCore.Identity;

namespace GsomiaTracker.Store.Editing;

/// <summary>Somebody who may work at the desk. Readers need no account.</summary>
public sealed class Person : IdentityUser
{
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>What one may do at the desk: an editor corrects, a chief also says who may.</summary>
public static class DeskRole
{
    public const string Editor = "editor";
    public const string Chief = "chief";

    public static IReadOnlyList<string> All { get; } = [Editor, Chief];
}
