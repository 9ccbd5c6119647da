namespace GsomiaTracker.Store.Recording;

/// <summary>
/// Writes beside the fold, one thing after the other, in the transaction that the writer has open: SQLite puts rows in while the next takes find their places. Who
/// asks the database for what is written here waits first. To be used by the one thread that has the writer's turn.
/// </summary>
internal sealed class Aside
{
    private Task _last = Task.CompletedTask;
    private volatile bool _givenUp;

    /// <summary>Does something when all that was given before is done; nothing once that has failed.</summary>
    public Task<T> Do<T>(Func<T> work)
    {
        var before = _last;
        var now = Task.Run(async () =>
        {
            await before;
            return _givenUp ? throw new OperationCanceledException() : work();
        });
        _last = now;
        return now;
    }

    /// <summary>All that was given is done when this returns.</summary>
    /// <exception cref="Exception">What the first that failed failed by.</exception>
    public void Wait()
    {
        if (!_last.IsCompletedSuccessfully)
        {
            _last.GetAwaiter().GetResult();
        }
    }

    /// <summary>Nothing more is done of what was given; for a transaction that is taken back.</summary>
    public void GiveUp()
    {
        _givenUp = true;
        ((IAsyncResult)_last).AsyncWaitHandle.WaitOne();
        _ = _last.Exception;
        _last = Task.CompletedTask;
        _givenUp = false;
    }
}
