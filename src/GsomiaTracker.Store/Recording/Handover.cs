using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Store.Recording;

/// <summary>A text on its way in, looked over already: it is text, in UTF-8, of a size, with a sentence in it.</summary>
/// <param name="Supplied">Its publication time from elsewhere, where the text may have none.</param>
public sealed record IncomingText(string Text, Origin Origin, string? FileName, PublicationTime? Supplied = null)
{
    public string Hash { get; } = HashOf(Text);

    /// <summary>The first half of the text's SHA-256 (of its UTF-8 bytes) in hexadecimal: 32 digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>What handing over a text came to. In every case the text is safely stored when this is returned.</summary>
public enum HandoverKind
{
    /// <summary>It was new: it waits to be read.</summary>
    Queued,

    /// <summary>The same text waits already.</summary>
    Waiting,

    /// <summary>The same text is on the record already: nothing was done.</summary>
    OnRecord,
}

/// <param name="Article">Id of the article, for a text that is on the record.</param>
public sealed record Handover(HandoverKind Kind, string Hash, string? Article);

/// <summary>A text of the queue whose turn it is.</summary>
/// <param name="Attempts">How often reading it has failed so far.</param>
/// <param name="Again">True where the text is on the record already and is to be read by a newer reader.</param>
public sealed record QueuedText(long Id, string Hash, string Text, PublicationTime? Supplied, string? FileName, int Attempts, bool Again);

/// <summary>A text that came onto the record.</summary>
/// <param name="Article">The take's own id.</param>
/// <param name="Story">Id of the story it is a take of; its own id for a new story's first take.</param>
/// <param name="Takes">How many takes of that story are on the record now.</param>
public sealed record Recorded(string Article, string Story, int Takes);

/// <summary>How ingestion is doing.</summary>
/// <param name="Waiting">Texts that wait to be read.</param>
/// <param name="Failing">Of those, the ones whose reading has failed at least once.</param>
/// <param name="Refused">Hand-overs refused since the beginning.</param>
public sealed record IngestionStatus(
    DateTimeOffset? LastIngestAt,
    int Waiting,
    int Failing,
    string? LastError,
    DateTimeOffset? OldestWaiting,
    long Refused,
    string? LastRefusal);
