using System.Runtime.InteropServices;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>The best odds under a key, and the best of anything else there than that: enough to ask "the best but my own" at one look.</summary>
internal sealed class BestBeside<TKey, TOwn>
    where TKey : notnull
    where TOwn : notnull
{
    private readonly Dictionary<TKey, (TOwn Own, double Best, double Other)> _best = [];

    public void Add(TKey key, TOwn own, double odds)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_best, key, out var exists);
        if (!exists)
        {
            known = (own, odds, double.NegativeInfinity);
        }
        else if (EqualityComparer<TOwn>.Default.Equals(known.Own, own))
        {
            known.Best = Math.Max(known.Best, odds);
        }
        else if (odds > known.Best)
        {
            known = (own, odds, known.Best);
        }
        else
        {
            known.Other = Math.Max(known.Other, odds);
        }
    }

    /// <summary>The best odds under the key that are not this one's own; minus infinity where there are none.</summary>
    public double But(TKey key, TOwn own) => !_best.TryGetValue(key, out var known) ? double.NegativeInfinity
        : EqualityComparer<TOwn>.Default.Equals(known.Own, own) ? known.Other : known.Best;
}
