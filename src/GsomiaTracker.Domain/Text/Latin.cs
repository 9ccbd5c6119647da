namespace GsomiaTracker.Domain.Text;

/// <summary>Latin letters without their marks. Without culture data strings are not normalized, so that this is a table.</summary>
public static class Latin
{
    /// <summary>Each group begins with the letter that its others are.</summary>
    private const string Marked =
        "aàáâãäåāăąǎ cçćĉċč dďđð eèéêëēĕėęěəẽ gĝğġģǧ hĥħḥ iìíîïĩīĭįıǐ jĵ kķ lĺļľłḷ mṃ nñńņňŋṇ oòóôõöøōŏőǒơ rŕŗřṛ sśŝşšșṣ tţťŧțṭ uùúûüũūŭůűųǔư wŵ yýÿŷ zźżžẓ";

    /// <summary>Lower case without marks: "é" is "e", "Ø" is "o", "ß" is "ss"; null for what is no marked Latin letter.</summary>
    public static string? Plain(char c)
    {
        if (c <= '\u007f')
        {
            return null;
        }

        var lower = char.ToLowerInvariant(c);
        return lower switch
        {
            'æ' => "ae",
            'œ' => "oe",
            'ß' => "ss",
            'þ' => "th",
            _ => Marked.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at ? Marked[Marked.LastIndexOf(' ', at) + 1].ToString() : null,
        };
    }
}
