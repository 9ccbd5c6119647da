using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Readings;

/// <summary>
/// A reading as the record keeps it: JSON of the domain's records, Brotli-compressed. Evidence is kept as its span alone; the words
/// are cut from the text again when it is read, so a stored reading cannot disagree with the text it stands on.
/// </summary>
/// <remarks>Layout: one byte of format (1); length of the flattened text in UTF-8 bytes and of the JSON, 4 bytes each, little-endian; then both, compressed.</remarks>
public static class StoredReading
{
    private const byte Format = 1;
    private const int Head = 9;

    /// <param name="reading">What was found.</param>
    /// <param name="text">The text as it arrived.</param>
    /// <exception cref="ArgumentException">A piece of evidence is not the slice of the text that it claims to be.</exception>
    public static byte[] Encode(Reading reading, string text)
    {
        var flattened = reading.Text is null ? [] : Encoding.UTF8.GetBytes(reading.Text);
        var json = new ArrayBufferWriter<byte>(16 * 1024);
        json.Write(flattened);
        using (EvidenceConverter.On(reading.Text ?? text))
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, reading with { Text = null }, ReadingJsonContext.Default.Reading);
        }

        var plain = json.WrittenSpan;
        var room = ArrayPool<byte>.Shared.Rent(Head + BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            room[0] = Format;
            BitConverter.TryWriteBytes(room.AsSpan(1), flattened.Length);
            BitConverter.TryWriteBytes(room.AsSpan(5), plain.Length - flattened.Length);
            return BrotliEncoder.TryCompress(plain, room.AsSpan(Head), out var written, quality: 3, window: 18)
                ? room.AsSpan(0, Head + written).ToArray()
                : throw new InvalidOperationException("The reading could not be compressed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <param name="payload">What <see cref="Encode"/> gave.</param>
    /// <param name="text">The text as it arrived.</param>
    /// <exception cref="InvalidDataException">The bytes are not a stored reading of this text.</exception>
    public static Reading Decode(ReadOnlySpan<byte> payload, string text)
    {
        if (payload.Length < Head || payload[0] != Format)
        {
            throw new InvalidDataException("Not a stored reading: unknown format.");
        }

        var flattened = BitConverter.ToInt32(payload[1..]);
        var length = flattened + BitConverter.ToInt32(payload[5..]);
        var room = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (!BrotliDecoder.TryDecompress(payload[Head..], room, out var written) || written != length)
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
