using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>A post in each state's own words: Pompeo's Korean counterpart is foreign minister, Kono's American one is defense secretary.</summary>
internal static class Counterparts
{
    /// <summary>What the holder of a post of this class is called in that state; null where the class tells nothing.</summary>
    public static string? Word(OfficeClass office, string? country) => (office.Rank, office.Portfolio) switch
    {
        (Rank.Head, "foreign") => country switch { "US" => "secretary of state", "PH" or "GB" => "foreign secretary", _ => "foreign minister" },
        (Rank.Head, "defense") => country switch { "US" or "PH" or "GB" => "defense secretary", _ => "defense minister" },
        (Rank.Head, "trade") => country switch { "US" => "commerce secretary", "PH" => "trade secretary", _ => "trade minister" },
        (Rank.Head, "finance") => country switch { "US" => "treasury secretary", "PH" => "finance secretary", "GB" => "chancellor of the exchequer", _ => "finance minister" },
        (Rank.Head, "presidency") => country switch { "JP" or "GB" or "IN" or "AU" or "CA" or "NZ" or "IT" or "IL" or "TH" or "SG" or "MY" => "prime minister", "DE" => "chancellor", _ => "president" },
        (Rank.Head, "government") => country switch { "US" or "KR" or "PH" or "FR" or "RU" or "CN" or "ID" => "president", "DE" => "chancellor", _ => "prime minister" },
        (Rank.Deputy, "foreign") => country switch { "US" => "deputy secretary of state", _ => "vice foreign minister" },
        (Rank.Deputy, "defense") => country switch { "US" => "deputy defense secretary", _ => "vice defense minister" },
        (Rank.Head, "military") => "military chief",
        (Rank.Head, "interior") => country switch { "GB" => "home secretary", _ => "interior minister" },
        (Rank.Head, "justice") => country switch { "US" => "attorney general", _ => "justice minister" },
        (Rank.Adviser, "security") => "national security adviser",
        (Rank.Envoy, _) => "envoy",
        (Rank.Head, "parliament") => "speaker",
        (Rank.Head, { Length: > 0 } portfolio) => portfolio + " minister",
        _ => null,
    };

    /// <summary>A minister who is called alike in every state, so that the words of the other's post serve: fisheries, health, transport.</summary>
    public static bool IsPlain(OfficeClass office) => office.Rank == Rank.Head && office.Noun is "minister"
        && office.Portfolio is not ("foreign" or "defense" or "trade" or "finance" or "presidency" or "government" or "military" or "interior" or "justice" or "parliament");

    /// <summary>The body that a post of this portfolio belongs to.</summary>
    public static BodyKind? Body(string portfolio) => portfolio switch
    {
        "foreign" or "embassy" => BodyKind.ForeignMinistry,
        "defense" => BodyKind.DefenseMinistry,
        "trade" or "economy" => BodyKind.TradeMinistry,
        "presidency" => BodyKind.Presidency,
        "government" or "cabinet" or "security" => BodyKind.Government,
        "parliament" => BodyKind.Parliament,
        "military" => BodyKind.Military,
        "court" => BodyKind.Court,
        "party" => BodyKind.Party,
        "finance" or "interior" or "justice" or "labor" or "health" or "education" or "agriculture" or "transport" or "environment" or "unification" => BodyKind.Ministry,
        _ => null,
    };
}
