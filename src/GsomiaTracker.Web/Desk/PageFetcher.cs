using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Web.Desk;

/// <summary>A page as text, and the address it came from in the end.</summary>
public sealed record FetchedPage(string Text, Uri Address);

/// <summary>What came back for an address.</summary>
/// <param name="NotModified">Nothing has changed since the entity tag or time that was asked with; there are no bytes.</param>
public sealed record Fetched(byte[] Bytes, string? Charset, Uri Address, string? ETag, string? LastModified, bool NotModified);

/// <summary>What is asked for: media types that are taken, and what is known already (conditional GET).</summary>
/// <param name="MaxBytes">How much is taken, after decompression.</param>
public sealed record Asked(string Address, IReadOnlyList<string> Types, string? ETag = null, string? LastModified = null, int MaxBytes = PageFetcher.MaxBytes);

/// <summary>The addresses of a host; the system's resolver unless a test says otherwise.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancel);

/// <summary>
/// Fetches a page that an editor names, and nothing that an attacker would like the server to fetch: http and https on their own ports, connected
/// only to an address that was looked at after it was resolved, at every redirect anew; so much, so long, and only text.
/// </summary>
public sealed partial class PageFetcher(DeskSettings settings, ResolveHost resolve)
{
    public const int MaxBytes = TextIntake.MaxBytes;
    public const int MostRedirects = 5;

    /// <summary>How long a whole fetch may take, redirects and all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    private const int Sniffed = 4096;
    private static readonly string[] Types = ["text/html", "application/xhtml+xml", "text/plain"];

    static PageFetcher() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A page of text or HTML, decoded.</summary>
    public async Task<Parsed<FetchedPage>> FetchAsync(string address, CancellationToken cancel)
    {
        var page = await GetAsync(new Asked(address, Types), cancel);
        if (!page.Ok)
        {
            return Parsed<FetchedPage>.No(page.Fault!);
        }

        var text = Decode(page.Value.Bytes, page.Value.Charset);
        return TextIntake.Check(text) is { } fault ? Parsed<FetchedPage>.No(fault) : Parsed<FetchedPage>.Of(new FetchedPage(text, page.Value.Address));
    }

    /// <summary>The bytes of an address, or the reason why not, in words that a person can act on.</summary>
    public async Task<Parsed<Fetched>> GetAsync(Asked asked, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await FollowAsync(asked, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Parsed<Fetched>.No($"the page took longer than {Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException failed)
        {
            return Parsed<Fetched>.No(failed.InnerException is RefusedAddressException refused ? refused.Message : $"the page could not be fetched: {failed.Message}");
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException or SocketException)
        {
            return Parsed<Fetched>.No($"the page could not be fetched: {failed.Message}");
        }
    }

    private async Task<Parsed<Fetched>> FollowAsync(Asked asked, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            MaxResponseHeadersLength = 64,
        };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("GsomiaTracker-desk/1.0");
        http.DefaultRequestHeaders.Accept.ParseAdd(string.Join(", ", asked.Types));
        Uri? at = null;
        var address = asked.Address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var next = Allowed(at, address);
            if (!next.Ok)
            {
                return Parsed<Fetched>.No(next.Fault!);
            }

            at = next.Value;
            using var question = new HttpRequestMessage(HttpMethod.Get, at);
            if (asked.ETag is not null)
            {
                question.Headers.TryAddWithoutValidation("If-None-Match", asked.ETag);
            }

            if (asked.LastModified is not null)
            {
                question.Headers.TryAddWithoutValidation("If-Modified-Since", asked.LastModified);
            }

            using var answer = await http.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode == HttpStatusCode.NotModified)
            {
                return Parsed<Fetched>.Of(new Fetched([], null, at, asked.ETag, asked.LastModified, NotModified: true));
            }

            if ((int)answer.StatusCode is >= 301 and <= 308 && answer.Headers.Location is { } location)
            {
                address = location.OriginalString;
                continue;
            }

            if (!answer.IsSuccessStatusCode)
            {
                return Parsed<Fetched>.No($"the server answered {(int)answer.StatusCode}");
            }

            var type = answer.Content.Headers.ContentType;
            if (type?.MediaType is not { } media || !asked.Types.Contains(media, StringComparer.OrdinalIgnoreCase))
            {
                return Parsed<Fetched>.No($"{(asked.Types == Types ? "only HTML and plain text are taken" : "this is no feed")}, this is {type?.MediaType ?? "of no known type"}");
            }

            var bytes = await ReadAsync(answer, asked.MaxBytes, cancel);
            return bytes.Ok
                ? Parsed<Fetched>.Of(new Fetched(bytes.Value, type.CharSet, at, One(answer.Headers, "ETag"), answer.Content.Headers.TryGetValues("Last-Modified", out var modified) ? modified.FirstOrDefault() : null, NotModified: false))
                : Parsed<Fetched>.No(bytes.Fault!);
        }

        return Parsed<Fetched>.No($"the page leads on more than {MostRedirects} times");
    }

    private static string? One(System.Net.Http.Headers.HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private Parsed<Uri> Allowed(Uri? from, string address)
    {
        if (!(from is null ? Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(from, address, out uri)) || uri.Scheme is not ("http" or "https"))
        {
            return Parsed<Uri>.No("only addresses that begin with http:// or https:// are fetched");
        }

        return uri.UserInfo.Length > 0 ? Parsed<Uri>.No("addresses with a name or password in them are not fetched")
            : !uri.IsDefaultPort && !settings.FetchPrivateAddresses ? Parsed<Uri>.No("only the ports 80 and 443 are fetched from")
            : Parsed<Uri>.Of(uri);
    }

    /// <summary>Resolves and connects in one: what was looked at is what is connected to, whatever DNS says next.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        if (found.Length == 0 || !found.All(a => PublicAddress.Is(a) || (settings.FetchPrivateAddresses && IPAddress.IsLoopback(a))))
        {
            throw new RefusedAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>At most so much of what is left after decompression: a bomb goes off no further.</summary>
    private static async Task<Parsed<byte[]>> ReadAsync(HttpResponseMessage answer, int most, CancellationToken cancel)
    {
        var tooLong = Parsed<byte[]>.No($"the {(most == MaxBytes ? "page" : "feed")} is longer than {most >> 20} MiB");
        if (answer.Content.Headers.ContentLength > most)
        {
            return tooLong;
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancel)) > 0)
        {
            if (bytes.Length + read > most)
            {
                return tooLong;
            }

            bytes.Write(piece, 0, read);
        }

        return Parsed<byte[]>.Of(bytes.ToArray());
    }

    /// <summary>By byte order mark, the header, the page's own word, its bytes; in this order.</summary>
    internal static string Decode(byte[] bytes, string? header)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(Sniffed, bytes.Length));
        var encoding = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
            : Named(header) ?? Named(MetaCharset().Match(head) is { Success: true } m ? m.Groups[1].Value : null);
        if (encoding is not null)
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static Encoding? Named(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Encoding.GetEncoding(name.Trim().Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    private sealed class RefusedAddressException(string host) : IOException($"{host} is not an address of the public internet");
}
