namespace GsomiaTracker.Web.Rendering;

/// <summary>The other forms a page comes in, told by the extension of their address.</summary>
public static class Siblings
{
    public static string TypeOf(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".json" => "application/json",
        ".csv" => "text/csv",
        ".ics" => "text/calendar",
        ".atom" => "application/atom+xml",
        _ => "text/html",
    };
}
