using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Diagnostics;

namespace GsomiaTracker.Web.Api;

/// <summary>Errors in the form the asker reads: a page for people, <c>application/problem+json</c> (RFC 9457) for programs.</summary>
public static class ProblemAnswers
{
    /// <summary>Answers a bare status code.</summary>
    public static Task Answer(StatusCodeContext status)
    {
        var context = status.HttpContext;
        return WantsJson(context) ? Json(context, Worded(context)) : ReExecute(status);
    }

    /// <summary>A handler threw; the log has the exception, and <see cref="Answer"/> words it.</summary>
    public static Task Failed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    public static IResult Result(Refusal refusal) => Results.Json(
        Body(refusal), ApiJson.Context.ProblemBody, "application/problem+json; charset=utf-8", refusal.Status);

    private static Refusal Worded(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return context.Items[typeof(Refusal)] as Refusal ?? status switch
        {
            StatusCodes.Status404NotFound => Refusal.NotFound("unknown-page", "No such address", "Nothing answers at this address.", new Nearest("What the API offers", "/openapi.json")),
            StatusCodes.Status405MethodNotAllowed => new Refusal(status, "wrong-method", "Not done this way", "This address does not take that method.", []),
            >= 500 => new Refusal(status, "failure", "That went wrong here", "The tracker failed to answer; nothing on the record was changed.", []),
            _ => new Refusal(status, "refused", "Refused", "The request could not be taken as it was made.", []),
        };
    }

    private static Task Json(HttpContext context, Refusal refusal) => Result(refusal).ExecuteAsync(context);

    private static ProblemBody Body(Refusal refusal) => new(
        "/problems/" + refusal.Kind, refusal.Title, refusal.Status, refusal.Detail, [.. refusal.Nearest.Select(n => new NearestBody(n.Label, n.Url))]);

    private static async Task ReExecute(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var (path, query, endpoint, routes) = (context.Request.Path, context.Request.QueryString, context.GetEndpoint(), context.Request.RouteValues);
        var code = context.Response.StatusCode;
        context.Request.Path = "/problem";
        context.Request.RouteValues = [];
        context.SetEndpoint(null);
        try
        {
            await status.Next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.QueryString, context.Request.RouteValues) = (path, query, routes);
            context.SetEndpoint(endpoint);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = code;
            }
        }
    }

    private static bool WantsJson(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".ics", StringComparison.Ordinal)
            || path.EndsWith(".atom", StringComparison.Ordinal) || path == "/oembed"
            || (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method));
    }
}

/// <summary>RFC 9457 problem details, with the nearest good addresses.</summary>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, IReadOnlyList<NearestBody> Nearest);

public sealed record NearestBody(string Label, string Url);
