using System.Buffers;
using System.Text;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// The door of the wire desk: bytes in, text out, or the reason why not. UTF-8 only; a byte order mark is kept as the first
/// code unit, so that offsets count into the text as it arrived.
/// </summary>
public static class TextIntake
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\u2026\u3002");

    public static Parsed<string> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return Parsed<string>.No($"the text is {bytes.Length:N0} bytes long; at most {MaxBytes:N0} (1 MiB) are taken", $"byte {MaxBytes}");
        }

        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            return Parsed<string>.No("not a text: it holds a NUL byte", $"byte {nul}");
        }

        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            return Parsed<string>.No("not UTF-8", $"byte {e.Index}");
        }

        return Check(text) is { } fault ? Parsed<string>.No(fault) : Parsed<string>.Of(text);
    }

    /// <summary>Why a text is not taken, or null. The same rules for files, pasted text and fetched pages.</summary>
    public static Fault? Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text.TrimStart('\uFEFF')))
        {
            return new Fault("the text is empty", "start");
        }

        var controls = 0;
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\n' or '\r' or '\t' or '\f' or '\v'))
            {
                controls++;
            }
        }

        if (controls * 20 > text.Length)
        {
            return new Fault("not a text: one character in twenty is a control character", "start");
        }

        return HasSentence(text) ? null : new Fault("there is no sentence in it", "start");
    }

    /// <summary>Three words and a full stop, in some line.</summary>
    private static bool HasSentence(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.IndexOfAny(SentenceEnds) < 0)
            {
                continue;
            }

            var words = 0;
            var inWord = false;
            foreach (var c in line)
            {
                var letter = char.IsLetter(c);
                words += letter && !inWord ? 1 : 0;
                inWord = letter || inWord && c is '\'' or '\u2019' or '-';
            }

            if (words >= 3)
            {
                return true;
            }
        }

        return false;
    }
}
