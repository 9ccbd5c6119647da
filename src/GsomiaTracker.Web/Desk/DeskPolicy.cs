namespace GsomiaTracker.Web.Desk;

/// <summary>What an address of the desk demands of whoever asks.</summary>
public static class DeskPolicy
{
    /// <summary>An editor or a chief.</summary>
    public const string Editor = "desk-editor";

    /// <summary>A chief.</summary>
    public const string Chief = "desk-chief";
}
