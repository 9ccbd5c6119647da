using System.Globalization;
using System.Xml;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Editing;

namespace GsomiaTracker.Web.Desk;

/// <summary>A feed as it came: RSS 2.0, RSS 1.0 or Atom.</summary>
/// <param name="Items">In the feed's order, each link once, at most <see cref="MostItems"/>.</param>
/// <param name="Left">Items after these that were not looked at.</param>
public sealed record FeedFile(string? Title, IReadOnlyList<ListedItem> Items, int Left)
{
    /// <summary>Bytes of a feed that are taken.</summary>
    public const int MaxBytes = 4 << 20;

    public const int MostItems = 500;
    private const int LongestLink = 2_000;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 4 << 20,
        MaxCharactersFromEntities = 1 << 16,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <param name="base">The address that relative links start from.</param>
    public static Parsed<FeedFile> Read(byte[] bytes, Uri @base)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Careful);
            reader.MoveToContent();
            return reader.LocalName is "rss" or "RDF" or "feed" ? Read(reader, @base) : Parsed<FeedFile>.No("this is XML, but no feed");
        }
        catch (XmlException broken)
        {
            return Parsed<FeedFile>.No($"the feed is broken: {broken.Message}");
        }
    }

    private static Parsed<FeedFile> Read(XmlReader reader, Uri @base)
    {
        string? title = null;
        var items = new List<ListedItem>();
        var links = new HashSet<string>(StringComparer.Ordinal);
        var left = 0;
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName is "item" or "entry" && items.Count == MostItems)
            {
                left++;
                reader.Skip();
            }
            else if (reader.LocalName is "item" or "entry")
            {
                using var item = reader.ReadSubtree();
                if (Item(item, @base) is { } listed && links.Add(listed.Link))
                {
                    items.Add(listed);
                }

                reader.Skip();
            }
            else if (reader.LocalName == "title" && title is null && reader.Depth <= 2)
            {
                title = Words(reader);
            }
            else if (reader.LocalName is "image" or "textInput" or "author")
            {
                reader.Skip();
            }
            else
            {
                reader.Read();
            }
        }

        title = title is { Length: > 200 } ? title[..200] : title;
        return Parsed<FeedFile>.Of(new FeedFile(string.IsNullOrWhiteSpace(title) ? null : title.Trim(), items, left));
    }

    private static ListedItem? Item(XmlReader reader, Uri @base)
    {
        string? link = null, guid = null, published = null, updated = null;
        reader.Read();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "link" when reader.GetAttribute("href") is { } href:
                    link = reader.GetAttribute("rel") is null or "alternate" ? link ?? href : link;
                    reader.Skip();
                    break;
                case "link":
                    link ??= Words(reader);
                    break;
                case "guid":
                    var permanent = reader.GetAttribute("isPermaLink") != "false";
                    var id = Words(reader);
                    guid ??= permanent ? id : null;
                    break;
                case "pubDate" or "published" or "date" or "issued":
                    published ??= Words(reader);
                    break;
                case "updated" or "modified":
                    updated ??= Words(reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var address = (string.IsNullOrWhiteSpace(link) ? guid : link)?.Trim();
        return address is { Length: > 0 and <= LongestLink } && Uri.TryCreate(@base, address, out var uri) && uri.Scheme is "http" or "https"
            ? new ListedItem(uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), Time(published ?? updated)?.ToString())
            : null;
    }

    private static string Words(XmlReader reader) => reader.IsEmptyElement ? Skipped(reader) : reader.ReadElementContentAsString();

    private static string Skipped(XmlReader reader)
    {
        reader.Skip();
        return "";
    }

    /// <summary>ISO 8601, or RFC 822 as feeds write it ("Sun, 17 Nov 2019 18:45:00 +0900", "... GMT").</summary>
    public static PublicationTime? Time(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        words = words.Trim();
        if (PublicationTime.Parse(words) is { Ok: true, Value: var iso })
        {
            return iso;
        }

        var zone = words.Length > 5 && words[^5] is '+' or '-' && words[^5..].Skip(1).All(char.IsAsciiDigit) ? words[..^2] + ":" + words[^2..] : words.Replace("UTC", "GMT", StringComparison.Ordinal).Replace(" Z", " GMT", StringComparison.Ordinal);
        string[] forms = ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm 'GMT'", "d MMM yyyy HH:mm:ss 'GMT'"];
        return DateTimeOffset.TryParseExact(zone, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var instant)
            ? new PublicationTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset)
            : null;
    }
}
