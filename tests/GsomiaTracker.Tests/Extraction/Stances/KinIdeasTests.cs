using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>What a few names and usual sides know of further wordings and further states, on a made-up crisis told on a sheet.</summary>
public class KinIdeasTests
{
    private static readonly StanceBench Sheet = new(StanceBench.Belt.Dossier with
    {
        Issues =
        [
            new Issue("checks", "Checks of the boats", "let inspectors aboard", "keep them away", "", 1,
                """{ "about": ["boat inspections"], "sides": { "SE": "for", "DK": "against" }, "reads": ["Germany backed the boat inspections. => DE for"] }"""),
            new Issue("permits", "Fishing without a permit", "let it be", "forbid it", "", 3, """{ "about": ["fishing without a permit"], "sides": { "DE": "against" } }"""),
            new Issue("herring", "The herring", "sell herring", "keep it", "", 2,
                """{ "about": ["herring exports"], "sides": { "DE": "for" }, "reads": [] }"""),
        ],
    });

    [Theory]
    [InlineData("Sweden demanded that the boats be inspected at sea.", "SE checks for")]
    [InlineData("Denmark deplored the inspecting of its boats.", "DK checks against")]
    [InlineData("Germany condemned those who fish with or without a permit.", "DE permits against")]
    [InlineData("Germany urged Sweden to sell more herring.", "DE herring for")]
    public void A_word_of_the_same_family_or_meaning_is_the_thing_that_a_name_tells(string text, string stance) => Assert.Contains(stance, Sheet.Words(text));

    [Theory]
    [InlineData("Sweden sold two ferries to a yard.")]
    [InlineData("An inspector of schools came to Sweden.")]
    [InlineData("Denmark demanded that the ferries be painted.")]
    public void One_word_of_a_name_of_two_is_nothing(string text) => Assert.Empty(Sheet.Words(text));
}
