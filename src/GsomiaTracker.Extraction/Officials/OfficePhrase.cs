namespace GsomiaTracker.Extraction.Officials;

/// <summary>A post as some words put it; words are indexes into the sentence's words, inclusive.</summary>
/// <param name="Head">Last word of the title itself ("minister" in "minister of trade").</param>
/// <param name="Text">Lower case, without the country and without "former".</param>
/// <param name="Country">The state that the words name, or null.</param>
/// <param name="Portfolio">What it is for: "foreign", "defense", ...; empty when untold.</param>
/// <param name="IsPublic">Whether it is an office of a state or public body.</param>
/// <param name="Pronoun">"his" in "his Japanese counterpart"; empty otherwise.</param>
internal sealed record OfficePhrase(
    int First, int Last, int Head, string Text, string? Country, bool Former, Rank Rank, string Portfolio, bool IsPublic, char Gender, bool Plural, string Pronoun, string Noun)
{
    /// <summary>The states whose body it may be, where several have one of that name.</summary>
    public IReadOnlyList<string> MayServe { get; init; } = [];

    /// <summary>A post of NATO, the IMF and their like: no state's.</summary>
    public bool Supranational { get; init; }

    public OfficeClass Class => new(Rank, Portfolio, Noun);
}

/// <summary>Which post it is, whatever the words: "secretary of state" and "top diplomat" are both (Head, foreign).</summary>
/// <param name="Noun">The title's head word: "minister", "secretary".</param>
internal readonly record struct OfficeClass(Rank Rank, string Portfolio, string Noun)
{
    /// <summary>Whether a title may stand for a person who holds this office.</summary>
    public bool Fits(OfficeClass title)
    {
        if (title.Noun is "envoy" or "diplomat" || title.Portfolio is not { Length: > 0 } && title.Noun is { Length: > 0 })
        {
            return Bare(title.Noun, title.Rank);
        }

        if (title.Portfolio.Length > 0 && Portfolio.Length > 0 && title.Portfolio != Portfolio && !(title.Rank == Rank.Spokesperson && title.Portfolio == "government" && Portfolio == "cabinet" && Rank == Rank.Head) && !Near(title.Portfolio, Portfolio))
        {
            return false;
        }

        // A chief cabinet secretary speaks for the government.
        return title.Rank == Rank || title.Rank == Rank.None || title is { Rank: Rank.Spokesperson, Portfolio: "government" } && Rank == Rank.Head && Portfolio is "cabinet";
    }

    /// <summary>"the minister", "the envoy": what a title alone may stand for.</summary>
    private bool Bare(string noun, Rank rank) => noun switch
    {
        "minister" => Noun is "minister" && Rank is Rank.Head or Rank.Deputy,
        "secretary" => Noun is "secretary" && Rank is Rank.Head,
        "envoy" or "diplomat" => Rank is Rank.Ambassador or Rank.Envoy || Portfolio is "foreign" or "embassy" && Rank is not Rank.Spokesperson,
        "leader" => Rank is Rank.Head && Portfolio is "presidency" or "government" or "party" or "parliament" or "",
        "chief" or "head" => Rank is Rank.Head && Portfolio is not "presidency",
        "official" => Rank is not Rank.Head,
        "negotiator" => Rank is Rank.Envoy or Rank.Deputy or Rank.Ambassador,
        _ => Noun == noun || rank is not Rank.Head && Rank == rank,
    };

    private static bool Near(string a, string b) =>
        (a, b) is ("trade", "economy") or ("economy", "trade") or ("government", "cabinet") or ("presidency", "government") or ("government", "presidency");
}
