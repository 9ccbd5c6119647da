using GsomiaTracker.Domain.Officials;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>A person of the text, gathered over all mentions.</summary>
internal sealed class PersonEntry
{
    public required string Name { get; set; }

    public required string[] Parts { get; set; }

    /// <summary>The dossier's official, where it is one.</summary>
    public Official? Known { get; set; }

    public string? Country { get; set; }

    public char Gender { get; set; }

    /// <summary>Posts in text order.</summary>
    public List<OfficePhrase> Offices { get; } = [];

    public List<string> Aliases { get; } = [];

    /// <summary>Uses of the name: sentence and span in the text.</summary>
    public List<(int Sentence, Domain.Text.TextSpan Span)> Uses { get; } = [];

    /// <summary>What the person is taken to hold on the day the text speaks of; classes of posts that fit.</summary>
    public List<OfficeClass> Classes { get; } = [];

    /// <summary>The words of the post whose counterpart this person is, where the text gives no others.</summary>
    public string? LikeWords { get; set; }

    public bool IsOfficial { get; set; }

    public string Id { get; set; } = "";

    public Referent Referent { get; set; } = null!;

    /// <summary>Whether the family name comes first: by country, or by a hyphenated second part.</summary>
    public bool FamilyFirst => Parts.Length > 1 && (Country is "KR" or "KP" or "CN" or "TW" or "HK" or "VN"
        || Country is null && Parts[^1].Contains('-', StringComparison.Ordinal) && Parts[0].Length <= 6);

    public string Family
    {
        get
        {
            if (Parts.Length == 1 || FamilyFirst)
            {
                return Parts[0];
            }

            var last = Parts.Length - 1;
            while (last > 0 && Parts[last].TrimEnd('.') is "jr" or "sr" or "ii" or "iii" or "iv")
            {
                last--;
            }

            return Parts[last];
        }
    }
}
