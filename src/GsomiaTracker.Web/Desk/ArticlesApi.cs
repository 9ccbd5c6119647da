using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Api;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// <c>POST /api/articles?published=2019-11-17T18:45%2B09:00&amp;name=FILE</c> with <c>Authorization: Bearer TOKEN</c> and the article as the body (text or
/// HTML, UTF-8, at most 1 MiB): 202 when it waits to be read, 200 when the same text is on the record already. No cookie is looked at.
/// Where two persons are demanded it becomes a draft that another editor files.
/// </summary>
public static class ArticlesApi
{
    /// <param name="State">"queued", "waiting", "on-record" or "draft".</param>
    /// <param name="Hash">The text's id.</param>
    /// <param name="Article">Id of the article, once it is on the record.</param>
    public sealed record Taken(string State, string Hash, string? Article);

    public static void MapArticlesApi(this IEndpointRouteBuilder app) => app.MapPost("/api/articles", PostAsync).ExcludeFromDescription();

    private static async Task<IResult> PostAsync(HttpContext http, ApiTokens tokens, DeskSettings settings, Drafts drafts, Intake intake, QueueBell bell, SignInThrottle throttle, ILogger<Taken> log)
    {
        var address = http.Connection.RemoteIpAddress;
        if (throttle.Wait(address) is not null)
        {
            return Problem(StatusCodes.Status429TooManyRequests, "too-many", "Too many tries", "Too many tokens from this address were wrong. Try again in a quarter of an hour.");
        }

        var bearer = http.Request.Headers.Authorization.ToString();
        if (!bearer.StartsWith("Bearer ", StringComparison.Ordinal) || await tokens.PersonOfAsync(bearer["Bearer ".Length..].Trim()) is not { } person)
        {
            throttle.Failed(address);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(StatusCodes.Status401Unauthorized, "no-token", "No token", "An article is handed over with a token that an editor made at the desk.");
        }

        PublicationTime? supplied = null;
        if (http.Request.Query["published"] is [{ Length: > 0 } published, ..])
        {
            var parsed = PublicationTime.Parse(published);
            if (!parsed.Ok)
            {
                return Problem(StatusCodes.Status400BadRequest, "bad-published", "No such publication time", parsed.Fault!.Reason);
            }

            supplied = parsed.Value;
        }

        var bytes = await BodyAsync(http.Request, http.RequestAborted);
        if (bytes is null)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "too-long", "Too long", "At most 1 MiB is taken.");
        }

        var text = TextIntake.Decode(bytes);
        if (!text.Ok)
        {
            intake.Refused($"{person.UserName}: {text.Fault}");
            return Problem(StatusCodes.Status422UnprocessableEntity, "bad-text", "Not taken", text.Fault!.ToString());
        }

        var name = http.Request.Query["name"].ToString();
        if (settings.TwoPersons)
        {
            var id = await drafts.KeepAsync(text.Value, name.Length is > 0 and <= 200 ? name : null, person.UserName!, supplied);
            log.LogInformation("{Name} handed over {Hash} by token, as a draft", person.UserName, id);
            return Results.Json(new Taken("draft", id, null), statusCode: StatusCodes.Status202Accepted);
        }

        var handover = intake.Accept(new IncomingText(text.Value, Origin.Desk, name.Length is > 0 and <= 200 ? name : null, supplied));
        bell.Ring();
        log.LogInformation("{Name} handed over {Hash} by token: {Outcome}", person.UserName, handover.Hash, handover.Kind);
        var state = handover.Kind switch { HandoverKind.OnRecord => "on-record", HandoverKind.Waiting => "waiting", _ => "queued" };
        return Results.Json(new Taken(state, handover.Hash, handover.Article), statusCode: handover.Kind == HandoverKind.OnRecord ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, cancel)) > 0)
        {
            if (bytes.Length + read > TextIntake.MaxBytes)
            {
                return null;
            }

            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }

    private static IResult Problem(int status, string kind, string title, string detail) => ProblemAnswers.Result(new Refusal(status, kind, title, detail, []));
}
