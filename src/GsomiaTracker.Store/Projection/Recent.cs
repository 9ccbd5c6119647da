namespace GsomiaTracker.Store.Projection;

/// <summary>What was asked for lately: at least the last <paramref name="most"/> entries, and no more than twice as many.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private Dictionary<TKey, TValue> _kept = [];

    /// <summary>When so many are kept, those go that have not been asked for since the last time.</summary>
    private Dictionary<TKey, TValue> _older = [];

    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
    {
        if (_kept.TryGetValue(key, out value))
        {
            return true;
        }

        if (!_older.Remove(key, out value))
        {
            return false;
        }

        Set(key, value);
        return true;
    }

    public bool Has(TKey key) => _kept.ContainsKey(key) || _older.ContainsKey(key);

    public TValue Set(TKey key, TValue value)
    {
        if (_kept.Count >= most)
        {
            (_older, _kept) = (_kept, _older);
            _kept.Clear();
        }

        _older.Remove(key);
        return _kept[key] = value;
    }

    public void Remove(TKey key)
    {
        _kept.Remove(key);
        _older.Remove(key);
    }

    public void Clear()
    {
        _kept.Clear();
        _older.Clear();
    }
}
