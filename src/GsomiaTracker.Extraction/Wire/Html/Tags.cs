using System.Collections.Frozen;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What HTML's tags do to the text in them.</summary>
internal static class Tags
{
    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section "
        + "summary table tbody td tfoot th thead tr ul head amp-ad amp-embed amp-sidebar");

    /// <summary>Elements without an end.</summary>
    public static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements whose inside is no markup.</summary>
    public static readonly FrozenSet<string> Raw = Set("style xmp iframe noembed noframes noscript");

    /// <summary>Elements whose inside is never an article's text.</summary>
    public static readonly FrozenSet<string> Mute = Set(
        "script style template svg math iframe noscript noembed noframes xmp object embed canvas audio video map select option datalist textarea button input label progress meter title head meta link nav menu dialog amp-ad amp-embed amp-sidebar amp-iframe amp-video amp-youtube amp-twitter amp-facebook amp-instagram amp-consent amp-user-notification");

    /// <summary>Elements before which an open paragraph ends.</summary>
    public static readonly FrozenSet<string> ClosesParagraph = Set(
        "address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul li dt dd tr td th tbody thead tfoot");

    public static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");

    /// <summary>What ends an element that was left open: the names that a new one closes, up to the list or table they stand in.</summary>
    public static readonly FrozenDictionary<string, (string[] Closes, string[] UpTo)> Closing = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal)
    {
        ["li"] = (["li"], ["ul", "ol", "menu"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["tr"] = (["tr", "td", "th"], ["table"]),
        ["td"] = (["td", "th"], ["table", "tr"]),
        ["th"] = (["td", "th"], ["table", "tr"]),
        ["tbody"] = (["tbody", "thead", "tfoot", "tr", "td", "th"], ["table"]),
        ["thead"] = (["tbody", "thead", "tfoot", "tr", "td", "th"], ["table"]),
        ["tfoot"] = (["tbody", "thead", "tfoot", "tr", "td", "th"], ["table"]),
        ["option"] = (["option"], ["select"]),
        ["body"] = (["head"], ["html"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An end tag from inside these does not reach outside them.</summary>
    public static readonly FrozenSet<string> Cells = Set("td th caption table");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
