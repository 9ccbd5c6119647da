using GsomiaTracker.Store.Projection;

namespace GsomiaTracker.Tests.Store;

public sealed class ToldCodecTests
{
    [Fact]
    public void Events_of_any_number_in_any_order_come_back()
    {
        var random = new Random(11);
        for (var n = 0; n < 300; n++)
        {
            var events = Enumerable.Range(0, random.Next(40)).Select(_ => random.NextInt64(n % 3 == 0 ? long.MaxValue : 2_000_000)).ToArray();
            Assert.Equal(events, ToldCodec.Decode(ToldCodec.Encode(events)));
        }
    }

    [Fact]
    public void News_of_one_day_takes_a_byte_or_two_an_event() =>
        Assert.InRange(ToldCodec.Encode([684_401, 684_402, 684_390, 684_403]).Length, 4, 8);
}
