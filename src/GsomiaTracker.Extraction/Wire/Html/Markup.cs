using System.Collections.Frozen;
using System.Text;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What an element's own names say that it is.</summary>
[Flags]
internal enum PartKind
{
    None = 0,

    /// <summary>No part of an article, hardly whatever stands in it.</summary>
    Never = 1,

    /// <summary>Rather no part of one.</summary>
    Drop = 2,

    /// <summary>Holds the article.</summary>
    Body = 4,
    Caption = 8,
    Byline = 16,
    Title = 32,
    Deck = 64,

    /// <summary>Shows pictures, sound or film.</summary>
    Media = 128,

    /// <summary>Is named a list, which says nothing of what it lists.</summary>
    List = 256,

    /// <summary>Tells who may read it.</summary>
    Access = 512,
}

/// <summary>Reads the names that pages give their parts (class, id, role, test marks), by <c>Lexicon/en/wire/markup.tsv</c>.</summary>
internal static class Markup
{
    private const int LongestNames = 400;
    private static readonly FrozenDictionary<string, PartKind> _words = Words();
    private static readonly FrozenSet<string> _keep = Of("keep");
    private static readonly FrozenSet<string> _not = Of("not");
    private static readonly FrozenSet<string> _hidden = Of("hidden");
    private static readonly string[] _bodies = [.. Of("body")];

    private static readonly FrozenDictionary<string, PartKind> _roles = new Dictionary<string, PartKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["navigation"] = PartKind.Never,
        ["complementary"] = PartKind.Never,
        ["contentinfo"] = PartKind.Never,
        ["search"] = PartKind.Never,
        ["dialog"] = PartKind.Never,
        ["alertdialog"] = PartKind.Never,
        ["menu"] = PartKind.Never,
        ["menubar"] = PartKind.Never,
        ["toolbar"] = PartKind.Never,
        ["tooltip"] = PartKind.Never,
        ["tablist"] = PartKind.Never,
        ["banner"] = PartKind.Drop,
        ["doc-pullquote"] = PartKind.Drop,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PartKind> _tags = new Dictionary<string, PartKind>(StringComparer.Ordinal)
    {
        ["aside"] = PartKind.Never,
        ["footer"] = PartKind.Never,
        ["form"] = PartKind.Drop,
        ["header"] = PartKind.Drop,
        ["address"] = PartKind.Drop,
        ["figcaption"] = PartKind.Caption,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static PartKind Of(HtmlNode node)
    {
        var kind = _tags.GetValueOrDefault(node.Name);
        if (node["role"] is { Length: > 0 } role)
        {
            kind |= _roles.GetValueOrDefault(role);
        }

        if (node["itemprop"] is { Length: > 0 } property)
        {
            kind |= property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? PartKind.Body
                : property.Contains("author", StringComparison.OrdinalIgnoreCase) ? PartKind.Byline
                : property.Contains("caption", StringComparison.OrdinalIgnoreCase) ? PartKind.Caption : PartKind.None;
        }

        foreach (var attribute in (ReadOnlySpan<string>)["class", "id", "data-component", "data-testid", "data-qa", "data-type", "data-component-name", "data-module", "data-block", "data-gu-name"])
        {
            if (node[attribute] is { Length: > 0 } names)
            {
                kind |= OfNames(names.Length > LongestNames ? names[..LongestNames] : names);
            }
        }

        return kind;
    }

    /// <summary>What is not shown on a page as it is sent.</summary>
    public static bool IsHidden(HtmlNode node)
    {
        if (node["hidden"] is not null || node["aria-hidden"] == "true")
        {
            return true;
        }

        if (node["class"] is { Length: > 0 } names && names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(_hidden.Contains))
        {
            return true;
        }

        if (node["style"] is not { Length: > 0 } style)
        {
            return false;
        }

        var bare = style.Replace(" ", "", StringComparison.Ordinal);
        return bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static PartKind OfNames(string names)
    {
        var kind = PartKind.None;
        var filed = names.Contains("type-post", StringComparison.Ordinal) || names.Contains("hentry", StringComparison.Ordinal);
        foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // An entry that carries what it is filed under: "hentry category-newsletters tag-video".
            var words = filed && name.Contains('-', StringComparison.Ordinal) && !name.StartsWith("entry", StringComparison.Ordinal) && name != "type-post" ? [] : Cut(name);
            if (words.Count == 0 || (words.Count > 1 && _not.Contains(words[0])))
            {
                continue;
            }

            var told = PartKind.None;
            var kept = false;

            // A page builder calls everything a widget.
            if (words[0] == "elementor")
            {
                words.Remove("widget");
            }

            for (var i = 0; i < words.Count; i++)
            {
                told |= _words.GetValueOrDefault(words[i]);
                told |= i + 1 < words.Count ? _words.GetValueOrDefault(words[i] + " " + words[i + 1]) : PartKind.None;
                told |= i + 2 < words.Count ? _words.GetValueOrDefault(words[i] + " " + words[i + 1] + " " + words[i + 2]) : PartKind.None;
                kept |= i == words.Count - 1 && _keep.Contains(words[i]);
            }

            var together = string.Concat(words);
            if ((told & PartKind.Never) == 0 && Array.Exists(_bodies, b => together.Contains(b, StringComparison.Ordinal)))
            {
                told |= PartKind.Body;
            }

            kind |= kept || (told & PartKind.Body) != 0 ? told & ~PartKind.Drop : told;
        }

        return kind;
    }

    /// <summary>"relatedPosts_box-2" is "related", "posts", "box", "2".</summary>
    private static List<string> Cut(string name)
    {
        var words = new List<string>(4);
        var word = new StringBuilder();
        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        for (var i = 0; i < name.Length && words.Count < 12; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetter(c))
            {
                End();
                continue;
            }

            if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterUpper(name[i - 1]) && char.IsAsciiLetterLower(name[i + 1]))))
            {
                End();
            }

            word.Append(char.ToLowerInvariant(c));
        }

        End();
        return words;
    }

    private static FrozenDictionary<string, PartKind> Words()
    {
        var words = new Dictionary<string, PartKind>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Rows("wire/markup.tsv"))
        {
            if (Enum.TryParse<PartKind>(row[0], ignoreCase: true, out var kind) && kind != PartKind.Body)
            {
                words[row[1]] = words.GetValueOrDefault(row[1]) | kind;
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Of(string kind) => LexiconFile.Rows("wire/markup.tsv").Where(r => r[0] == kind).Select(r => r[1]).ToFrozenSet(StringComparer.Ordinal);
}
