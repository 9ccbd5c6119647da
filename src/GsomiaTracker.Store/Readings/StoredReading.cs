using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Readings;

/// <summary>
/// A reading as the record keeps it: small, and quick to read back. Evidence is kept as its span alone; the words are cut from the text again when it is
/// read, so a stored reading cannot disagree with the text it stands on.
/// </summary>
/// <remarks>
/// The first byte is the format. 3 is written today (<see cref="PackedReading"/>); 2, the same without how sure the reader was, is read still, and so is 1: the length of the flattened text in UTF-8 bytes and of the
/// JSON, 4 bytes each, little-endian; then both, Brotli-compressed.
/// </remarks>
public static class StoredReading
{
    private const byte Packed = 3;
    private const byte PackedBefore = 2;
    private const byte Json = 1;
    private const int JsonHead = 9;

    /// <param name="reading">What was found.</param>
    /// <param name="text">The text as it arrived.</param>
    /// <exception cref="ArgumentException">A piece of evidence is not the slice of the text that it claims to be.</exception>
    public static byte[] Encode(Reading reading, string text) => PackedReading.Pack(reading, text, Packed);

    /// <param name="payload">What <see cref="Encode"/> gave.</param>
    /// <param name="text">The text as it arrived.</param>
    /// <exception cref="InvalidDataException">The bytes are not a stored reading of this text.</exception>
    public static Reading Decode(ReadOnlySpan<byte> payload, string text) => (payload.IsEmpty ? (byte)0 : payload[0]) switch
    {
        Packed or PackedBefore => FromPacked(payload, text, PackedReading.Unpack),
        Json when payload.Length >= JsonHead => FromJson(payload, text),
        _ => throw new InvalidDataException("Not a stored reading: unknown format."),
    };

    /// <summary>The same for the fold of the chronicle alone, at half the cost: statements, quotations, stances and warnings may be missing.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a stored reading of this text.</exception>
    public static Reading DecodeEvents(ReadOnlySpan<byte> payload, string text) =>
        payload is [Packed or PackedBefore, ..] ? FromPacked(payload, text, PackedReading.UnpackEvents) : Decode(payload, text);

    private delegate Reading Unpacking(ReadOnlySpan<byte> payload, string text);

    private static Reading FromPacked(ReadOnlySpan<byte> payload, string text, Unpacking unpack)
    {
        try
        {
            return unpack(payload, text);
        }
        catch (ArgumentOutOfRangeException broken)
        {
            throw new InvalidDataException($"Not a stored reading of this text: {broken.Message}", broken);
        }
    }

    private static Reading FromJson(ReadOnlySpan<byte> payload, string text)
    {
        var flattened = BitConverter.ToInt32(payload[1..]);
        var length = flattened + BitConverter.ToInt32(payload[5..]);
        var room = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (!BrotliDecoder.TryDecompress(payload[JsonHead..], room, out var written) || written != length)
            {
                throw new InvalidDataException("Not a stored reading: it does not decompress to its length.");
            }

            var own = flattened == 0 ? null : Encoding.UTF8.GetString(room, 0, flattened);
            using (EvidenceConverter.On(own ?? text))
            {
                var reading = JsonSerializer.Deserialize(room.AsSpan(flattened, length - flattened), ReadingJsonContext.Default.Reading)!;
                return own is null ? reading : reading with { Text = own };
            }
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"Not a stored reading of this text: {broken.Message}", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
