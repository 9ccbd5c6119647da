using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("SEOUL, Nov. 22 (Yonhap) -- The pact stays.", "The pact stays.")]
    [InlineData("SEOUL, Nov. 22 -- The pact stays.", "The pact stays.")]
    [InlineData("NEW DELHI, Nov. 3, 2019 (AP) — The pact stays.", "The pact stays.")]
    [InlineData("BERLIN (dpa) -- The pact stays.", "The pact stays.")]
    [InlineData("NATO -- the alliance -- has no say in it.", "NATO -- the alliance -- has no say in it.")]
    [InlineData("The pact stays -- for now.", "The pact stays -- for now.")]
    public void A_sentence_is_shown_without_its_text_s_dateline(string sentence, string shown) => Assert.Equal(shown, Sentences.WithoutDateline(sentence));
}
