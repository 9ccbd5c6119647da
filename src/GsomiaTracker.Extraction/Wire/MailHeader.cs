namespace GsomiaTracker.Extraction.Wire;

/// <summary>Fields of a mail's head (RFC 5322), for newsletters that come in as they were sent.</summary>
internal static class MailHeader
{
    private static readonly string[] _fields =
        ["From", "To", "Subject", "Date", "Content-Type", "Reply-To", "MIME-Version", "Message-ID", "Content-Transfer-Encoding", "List-Unsubscribe", "Return-Path", "Received", "Cc", "Sender"];

    /// <summary>Name of the field that a line holds, or null.</summary>
    public static string? Field(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 26 || colon + 2 >= line.Length || line[colon + 1] != ' ')
        {
            return null;
        }

        foreach (var field in _fields)
        {
            if (line[..colon].SequenceEqual(field) && !(field is "Date" or "From" or "To" or "Sender" && line.IndexOfAny('@', '+') < 0))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>What the field says.</summary>
    public static string Value(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
}
