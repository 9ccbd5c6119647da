namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>An element of a page, or a run of text in it (<see cref="Name"/> is then empty).</summary>
internal sealed class HtmlNode(int index, string name, HtmlNode? parent)
{
    private static readonly KeyValuePair<string, string>[] None = [];

    /// <summary>Its place in document order: its descendants are the nodes after it, up to <see cref="End"/>.</summary>
    public int Index { get; } = index;

    /// <summary>The tag's name in lower case; empty for text.</summary>
    public string Name { get; } = name;

    public HtmlNode? Parent { get; } = parent;

    public int End { get; set; } = index + 1;

    /// <summary>Of text, the words; of a script or title, what stands in it.</summary>
    public string Words { get; set; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; set; } = None;

    public bool IsText => Name.Length == 0;

    /// <summary>The value of an attribute, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in Attributes)
            {
                if (key == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public bool IsWithin(HtmlNode other) => Index >= other.Index && Index < other.End;
}
