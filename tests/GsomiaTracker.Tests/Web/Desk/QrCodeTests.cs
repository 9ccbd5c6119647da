using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>Against the modules that another encoder draws for the same words (their hashes, one for each of the eight masks, any of which is right).</summary>
public sealed class QrCodeTests
{
    [Theory]
    [InlineData("a", 1, 1, "8ac8f40772e90e7a 515ea07c22c0233f 486939cafb082ffb 37bb5b6a268840e1 67ee6ba5d88ed1c9 2e7add7dfd3288d4 932daafddc289403 93fcbba8151e482d")]
    [InlineData("otpauth://totp/GSOMIA%20Tracker%3Amina?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=GSOMIA%20Tracker&digits=6", 1, 7, "7731cdd67d015efb 5a0c5449d199fc99 d8295e070d6713ba 3d5acb08d6ef0ba4 34433be67e6e284b 3f7aa51efea16f76 0bdf4f0f338e6047 e1e6c58e8351e7a3")]
    [InlineData("x", 200, 10, "750d745db4aee09b 9ff2474eb4806262 c8294f9a437b1546 1bf4d13e40b47c5f fdce0323024df963 87c3d49925e75834 b719f9e8d1b0dd89 342f8ed986243039")]
    [InlineData("y", 280, 12, "0503033870b7c962 49e7efda61951152 6ef8c54d7c43279c 085c46a29cef37db 4f48e6df35dffcc6 248bc38d15a10b59 fecedaf13a1b3364 7881f8274e9efff0")]
    public void The_modules_are_those_of_the_standard(string words, int times, int version, string masks)
    {
        var code = QrCode.Of(string.Concat(Enumerable.Repeat(words, times)))!;
        var modules = new StringBuilder();
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                modules.Append(code[x, y] ? '1' : '0');
            }
        }

        Assert.Equal(version, code.Version);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(modules.ToString())))[..16], masks.Split(' '));
    }

    [Fact]
    public void What_is_too_long_has_none_and_the_picture_needs_no_style()
    {
        Assert.Null(QrCode.Of(new string('x', 400)));
        var svg = QrCode.Of("a")!.Svg("<key>");
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"&lt;key&gt;\"", svg, StringComparison.Ordinal);
    }
}
