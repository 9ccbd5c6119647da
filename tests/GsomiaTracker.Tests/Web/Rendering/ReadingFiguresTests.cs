using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class ReadingFiguresTests
{
    [Fact]
    public void The_figures_beside_the_program_are_read_and_say_on_which_texts()
    {
        Assert.NotEmpty(ReadingFigures.All);
        Assert.All(ReadingFigures.All, f =>
        {
            Assert.InRange(f.F1, 0.01, 1);
            Assert.Matches("^[0-9]+ ", f.Texts);
            Assert.True(f.Precision is null || f.F1 <= Math.Max(f.Precision.Value, f.Recall!.Value) + 0.001);
        });
        Assert.Contains(ReadingFigures.All, f => f.Texts.Contains("never opened", StringComparison.Ordinal));
    }
}
