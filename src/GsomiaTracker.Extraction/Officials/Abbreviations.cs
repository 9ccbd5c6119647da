namespace GsomiaTracker.Extraction.Officials;

/// <summary>Spells out what wires shorten before names: "sen." is "senator".</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, string> Full = new(StringComparer.Ordinal)
    {
        ["sen."] = "senator",
        ["sens."] = "senator",
        ["reps."] = "representative",
        ["rep."] = "representative",
        ["gov."] = "governor",
        ["lt. gov."] = "lieutenant governor",
        ["gen."] = "general",
        ["lt. gen."] = "lieutenant general",
        ["maj. gen."] = "major general",
        ["brig. gen."] = "brigadier general",
        ["adm."] = "admiral",
        ["vice adm."] = "vice admiral",
        ["rear adm."] = "rear admiral",
        ["col."] = "colonel",
        ["lt. col."] = "lieutenant colonel",
        ["maj."] = "major",
        ["capt."] = "captain",
        ["cmdr."] = "commander",
        ["amb."] = "ambassador",
    };

    public static string Expand(string office) => Full.GetValueOrDefault(office, office);
}
