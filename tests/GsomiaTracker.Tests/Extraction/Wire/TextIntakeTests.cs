using System.Text;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Tests.Extraction.Wire;

public sealed class TextIntakeTests
{
    [Fact]
    public void A_byte_order_mark_is_allowed_and_counts_as_the_first_code_unit()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("The ministers met on Sunday.")];

        var text = TextIntake.Decode(bytes);

        Assert.Equal('\uFEFF', text.Value[0]);
    }

    [Theory]
    [InlineData("", "the text is empty")]
    [InlineData(" \r\n\t", "the text is empty")]
    [InlineData("Menu Login Share", "there is no sentence in it")]
    [InlineData("The ministers\0met on Sunday.", "not a text: it holds a NUL byte")]
    [InlineData("\u0001\u0002\u0003\u0004 The ministers met.", "not a text: one character in twenty is a control character")]
    public void What_is_no_text_is_refused_with_the_reason(string text, string reason) =>
        Assert.Equal(reason, TextIntake.Decode(Encoding.UTF8.GetBytes(text)).Fault!.Reason);

    [Fact]
    public void What_is_not_UTF_8_is_refused_with_the_place()
    {
        byte[] bytes = [.. "The ministers met "u8, 0xC3, 0x28, .. " on Sunday."u8];

        var text = TextIntake.Decode(bytes);

        Assert.Equal("not UTF-8", text.Fault!.Reason);
        Assert.Equal("byte 18", text.Fault.At);
    }

    [Fact]
    public void A_text_of_one_MiB_is_taken_and_one_byte_more_is_not()
    {
        var text = string.Concat(Enumerable.Repeat("The ministers met. ", 60000))[..TextIntake.MaxBytes];

        Assert.True(TextIntake.Decode(Encoding.UTF8.GetBytes(text)).Ok);
        Assert.False(TextIntake.Decode(Encoding.UTF8.GetBytes(text + ".")).Ok);
    }
}
