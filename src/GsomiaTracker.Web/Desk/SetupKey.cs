using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// The one-time address by which the first chief comes to be: made at a start without people, told on the console, valid once, for an hour, and
/// from this machine only. It lives in memory; a new start makes a new one.
/// </summary>
public sealed class SetupKey(TimeProvider clock, DeskSettings settings)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private byte[]? _key;
    private DateTimeOffset _until;

    /// <summary>Makes the key.</summary>
    /// <returns>What stands in the address.</returns>
    public string Open()
    {
        lock (_turn)
        {
            _key = RandomNumberGenerator.GetBytes(24);
            _until = clock.GetUtcNow() + Lifetime;
            return Convert.ToHexStringLower(_key);
        }
    }

    public bool Fits(string? key, HttpContext context)
    {
        lock (_turn)
        {
            return _key is { } right && clock.GetUtcNow() < _until && Near(context)
                && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(right)), Encoding.ASCII.GetBytes(key ?? ""));
        }
    }

    /// <summary>Uses the key up; false where it does not fit any more.</summary>
    public bool Use(string? key, HttpContext context)
    {
        lock (_turn)
        {
            if (!Fits(key, context))
            {
                return false;
            }

            _key = null;
            return true;
        }
    }

    /// <summary>Asked from this machine itself, not through a proxy that stands on it.</summary>
    private bool Near(HttpContext context) =>
        settings.SetupFromAnywhere
        || (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded"));
}
