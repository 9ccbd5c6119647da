using GsomiaTracker.Domain.Chronicle;

namespace GsomiaTracker.Web.Desk;

/// <summary>How a thing of the chronicle changes, as a person says it.</summary>
public static class ChangeWords
{
    public static string Of(ChangeOf how, int count = 1) => (how, count) switch
    {
        (ChangeOf.Appears, 1) => "appears",
        (ChangeOf.Appears, _) => "appear",
        (ChangeOf.Goes, 1) => "goes",
        (ChangeOf.Goes, _) => "go",
        (_, 1) => "changes",
        _ => "change",
    };
}
