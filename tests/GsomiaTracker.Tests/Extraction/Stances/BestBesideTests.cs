using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Tests.Extraction.Stances;

public class BestBesideTests
{
    [Fact]
    public void The_best_but_ones_own_is_what_a_walk_over_all_of_them_gives()
    {
        var dice = new Random(7);
        var all = Enumerable.Range(0, 400).Select(_ => (Key: dice.Next(9), Own: dice.Next(5), Odds: dice.Next(-50, 50) / 10.0)).ToArray();
        var best = new BestBeside<int, int>();
        foreach (var (key, own, odds) in all)
        {
            best.Add(key, own, odds);
        }

        for (var key = 0; key < 10; key++)
        {
            for (var own = 0; own < 6; own++)
            {
                var walked = all.Where(x => x.Key == key && x.Own != own).Select(x => x.Odds).DefaultIfEmpty(double.NegativeInfinity).Max();
                Assert.Equal(walked, best.But(key, own));
            }
        }
    }
}
