using System.Collections.Concurrent;
using System.Net;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// Counts failed sign-ins by address: after twenty within a quarter of an hour an address has to wait, whatever names it tries. (Each account is
/// besides locked for a quarter of an hour after five failures in a row.)
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    public const int Most = 20;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.Ordinal);

    /// <summary>How long an address must wait; null where it may try.</summary>
    public TimeSpan? Wait(IPAddress? address)
    {
        if (!_failures.TryGetValue(Key(address), out var failures))
        {
            return null;
        }

        lock (failures)
        {
            Forget(failures);
            return failures.Count < Most ? null : failures.Peek() + Window - clock.GetUtcNow();
        }
    }

    public void Failed(IPAddress? address)
    {
        if (_failures.Count > MostAddresses)
        {
            foreach (var old in _failures.Where(f => { lock (f.Value) { Forget(f.Value); return f.Value.Count == 0; } }).Select(f => f.Key).ToList())
            {
                _failures.TryRemove(old, out _);
            }
        }

        var failures = _failures.GetOrAdd(Key(address), _ => new Queue<DateTimeOffset>());
        lock (failures)
        {
            Forget(failures);
            failures.Enqueue(clock.GetUtcNow());
            if (failures.Count > Most)
            {
                failures.Dequeue();
            }
        }
    }

    private void Forget(Queue<DateTimeOffset> failures)
    {
        while (failures.TryPeek(out var first) && first + Window < clock.GetUtcNow())
        {
            failures.Dequeue();
        }
    }

    /// <summary>An IPv6 customer has a whole /64.</summary>
    private static string Key(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(8, bytes.Length)));
    }
}
