using Microsoft.AspNetCore.StaticFiles;

namespace GsomiaTracker.Web.Api;

/// <summary>
/// What every answer carries against being misused. Pages have no inline script, and no style within them but the ones of <see cref="Rendering.Assets"/>, which the
/// policy names by their hashes; the one text that a script turns into markup (replay.js, our own pages) goes by the one policy named. An endpoint that must be embedded sets its own policy, which then stands.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' {Rendering.Assets.StyleHashes}; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tracker-page";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (answer, policy) = ((HttpContext, string))state;
            var headers = answer.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (answer.Request is { IsHttps: true, Host.Host: not ("localhost" or "127.0.0.1" or "[::1]") })
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Content-Security-Policy", policy);
            return Task.CompletedTask;
        }, (context, _policy));
        return next(context);
    }

    /// <summary>Files whose address carries a mark of their content never change under it.</summary>
    public static void KeepForEver(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
