using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace GsomiaTracker.Web.Api;

/// <summary>
/// What makes one answer the same as another: the address with its query, the version of the record, the program, and the minute while the clock
/// matters. Answers are kept under all of it, so that a kept one can neither be stale nor of another moment.
/// </summary>
public static class AnswerIdentity
{
    private static readonly string Build = typeof(AnswerIdentity).Module.ModuleVersionId.ToString("N");

    /// <summary>Pages and their siblings: read by everybody alike. The editors' desk and what is live or about health never are.</summary>
    public static bool IsShared(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        var path = request.Path;
        return !path.StartsWithSegments("/desk") && !path.StartsWithSegments("/live") && !path.StartsWithSegments("/healthz") && !path.StartsWithSegments("/account")
            && !request.Headers.ContainsKey("Authorization");
    }

    /// <summary>A weak tag: the same record at the same address says the same, whatever the encoding on the way.</summary>
    public static string Tag(HttpContext context, string freshness)
    {
        var request = context.Request;
        var text = $"{Build}\n{freshness}\n{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return $"W/\"{Convert.ToHexStringLower(hash[..8])}\"";
    }
}

/// <summary>Gives every good answer its tag, and answers 304 before anything is made where the asker has it already.</summary>
public sealed class NotModified(RequestDelegate next, Snapshots snapshots)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!AnswerIdentity.IsShared(context.Request) || context.Request.Query.ContainsKey("v"))
        {
            await next(context);
            return;
        }

        var freshness = await snapshots.Freshness(!context.Request.Query.ContainsKey("asof"), context.RequestAborted);
        context.Items[typeof(AnswerIdentity)] = freshness;
        var tag = AnswerIdentity.Tag(context, freshness);
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } had && had.ToString().Split(',').Any(t => t.Trim() == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            context.Response.Headers.CacheControl = "no-cache";
            return;
        }

        context.Response.OnStarting(static state =>
        {
            var (answer, tag) = ((HttpContext, string))state;
            var headers = answer.Response.Headers;
            if (answer.Response.StatusCode == StatusCodes.Status200OK && headers.CacheControl.Count == 0)
            {
                headers.ETag = tag;
                headers.CacheControl = "no-cache";
            }

            return Task.CompletedTask;
        }, (context, tag));
        await next(context);
    }
}

/// <summary>
/// Keeps whole answers for the output cache under their identity, from the second time on that one is asked for: addresses that are asked once
/// (a robot among filters and moments) cost no memory and push nothing out.
/// </summary>
public sealed class PageCache : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What was asked lately: one place for many addresses, the last one stays in it.</summary>
    private readonly int[] _asked = new int[4096];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Items[typeof(AnswerIdentity)] is not string freshness)
        {
            return ValueTask.CompletedTask;
        }

        var address = HashCode.Combine(freshness, http.Request.Host.Value, http.Request.Path.Value, http.Request.QueryString.Value, http.Request.Headers.AcceptEncoding.ToString());
        ref var place = ref _asked[(uint)address % (uint)_asked.Length];
        if (Interlocked.Exchange(ref place, address) != address)
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["record"] = freshness;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Only good answers, and none that sets a cookie.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
