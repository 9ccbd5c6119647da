using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Officials;

/// <summary>Runs the examples that stand beside the words of posts.</summary>
public sealed class OfficialExamplesTests
{
    public static TheoryData<string, string, string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in LexiconTable.Rows("officials.examples.tsv"))
            {
                data.Add(row[0], row[1], row[2], row[3], row[4]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_post_is_read_as_its_example_says(string text, string name, string country, string office, string former)
    {
        var officials = new PlainText(text).References.Officials;
        if (name == "-")
        {
            Assert.Empty(officials.Select(o => $"{o.Name}, {o.Office}"));
            return;
        }

        var found = Assert.Single(officials, o => o.Name == name);
        Assert.Equal((office, former), (found.Office, found.Former ? "yes" : "no"));
        if (country != "-")
        {
            Assert.Equal(country, found.Country);
        }
    }
}
