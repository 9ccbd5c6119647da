using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Store.Projection;

/// <summary>Finds the stories of takes that are given in the matcher's order, as <see cref="StoryMatcher.Assign"/> would: only what an agency filed within the matcher's window is looked at.</summary>
internal sealed class StoryWindow
{
    /// <summary>The matcher's order of takes.</summary>
    public static readonly Comparer<TakeSketch> Order = Comparer<TakeSketch>.Create((a, b) =>
    {
        var order = a.KnownSince.UtcTicks.CompareTo(b.KnownSince.UtcTicks);
        order = order != 0 ? order : a.Number.CompareTo(b.Number);
        return order != 0 ? order : string.CompareOrdinal(a.Revision, b.Revision);
    });

    private readonly record struct Filed(TakeSketch Take, string Story, TakeSketch Start);

    private readonly Dictionary<string, List<Filed>> _byAgency = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A take whose story is known.</summary>
    /// <param name="start">The story's first take.</param>
    public void Know(TakeSketch take, string story, TakeSketch start)
    {
        if (take.Agency is { } agency)
        {
            Of(agency).Add(new Filed(take, story, start));
        }
    }

    /// <summary>The story of the next take.</summary>
    /// <param name="own">The take's own id: its story's, where it begins one.</param>
    public string Place(TakeSketch take, string own)
    {
        if (take.Agency is not { } agency)
        {
            return own;
        }

        var filed = Of(agency);
        filed.RemoveAll(f => take.KnownSince - f.Take.KnownSince > StoryMatcher.Window);
        var (story, start) = (own, take);
        var found = false;
        foreach (var near in filed)
        {
            // Of the stories with a take like this one, the one that began last.
            if (StoryMatcher.SameStory(near.Take, take) && (!found || Order.Compare(start, near.Start) < 0))
            {
                (story, start, found) = (near.Story, near.Start, true);
            }
        }

        filed.Add(new Filed(take, story, start));
        return story;
    }

    private List<Filed> Of(string agency)
    {
        if (!_byAgency.TryGetValue(agency, out var filed))
        {
            _byAgency[agency] = filed = [];
        }

        return filed;
    }
}
