namespace GsomiaTracker.Extraction.Wire;

/// <summary>Weighs the places where a page names outlets; the heaviest is whose copy it is.</summary>
internal sealed class OutletVotes
{
    private readonly List<(Outlet Outlet, int Weight)> _votes = [];

    public void Add(Outlet outlet, int weight)
    {
        for (var i = 0; i < _votes.Count; i++)
        {
            if (_votes[i].Outlet == outlet)
            {
                _votes[i] = (outlet, _votes[i].Weight + weight);
                return;
            }
        }

        _votes.Add((outlet, weight));
    }

    /// <summary>The heaviest, the first one among equals; null without any.</summary>
    public Outlet? Winner
    {
        get
        {
            (Outlet? Outlet, int Weight) best = (null, 0);
            foreach (var vote in _votes)
            {
                best = vote.Weight > best.Weight ? vote : best;
            }

            return best.Outlet;
        }
    }

    /// <summary>The offset of any outlet named, for a page that reprints another's copy.</summary>
    public TimeSpan? AnyOffset => _votes.Find(v => v.Outlet.Offset is not null).Outlet?.Offset;
}
