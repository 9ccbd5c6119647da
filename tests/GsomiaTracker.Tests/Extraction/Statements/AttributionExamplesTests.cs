using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Statements;

/// <summary>Runs the marked examples of attributions: [source], &lt;cue&gt;, {content}.</summary>
public sealed class AttributionExamplesTests
{
    public static TheoryData<string> Examples => [.. LexiconTable.Rows("attributions.examples.tsv").Select(r => r[0])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_sentence_is_taken_apart_as_its_example_is_marked(string marked)
    {
        var nothing = marked.StartsWith('!');
        var text = new string([.. marked.TrimStart('!', ' ').Where(c => !"[]<>{}".Contains(c, StringComparison.Ordinal))]);
        var found = new PlainText(text).Attributions.All;
        if (nothing)
        {
            Assert.Empty(found.Select(a => a.Statement.Cue?.Words));
            return;
        }

        var cue = Between(marked, '<', '>').Single();
        var statement = Assert.Single(found, a => a.Statement.Cue?.Words == cue).Statement;
        Assert.Equal(Between(marked, '[', ']').SingleOrDefault(), statement.Source?.Words);
        Assert.Equal(Between(marked, '{', '}'), statement.Content.Select(c => c.Words));
    }

    private static IReadOnlyList<string> Between(string text, char open, char close)
    {
        var pieces = new List<string>();
        for (var at = text.IndexOf(open); at >= 0; at = text.IndexOf(open, at + 1))
        {
            pieces.Add(text[(at + 1)..text.IndexOf(close, at)]);
        }

        return pieces;
    }
}
