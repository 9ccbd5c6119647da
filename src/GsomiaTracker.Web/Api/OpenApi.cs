using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace GsomiaTracker.Web.Api;

/// <summary>The catalogue as an OpenAPI 3.1 document; the shapes come from the types that are written, so that they cannot differ.</summary>
public static class OpenApi
{
    private static readonly Lazy<string> Document = new(() => Make().ToJsonString());

    public static void MapOpenApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/openapi.json", () => Results.Text(Document.Value, "application/json; charset=utf-8")).ExcludeFromDescription();

    private static JsonObject Make()
    {
        var paths = new JsonObject();
        foreach (var address in Catalogue.All)
        {
            paths[address.Path] = new JsonObject
            {
                ["get"] = new JsonObject
                {
                    ["summary"] = address.What,
                    ["operationId"] = string.Concat(address.Path.Split('/', '.', '{', '}').Where(p => p.Length > 0).Select((p, i) => i == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..])),
                    ["parameters"] = new JsonArray([.. address.Parameters.Select(Parameter)]),
                    ["responses"] = Responses(address),
                },
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "GSOMIA Tracker",
                ["version"] = "1",
                ["description"] = "What articles say of a crisis, sentence by sentence, as known at any moment. Read only. Answers carry an ETag; errors are RFC 9457 problem details with the nearest good addresses.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Problem"] = ApiJson.Context.ProblemBody.GetJsonSchemaAsNode() } },
        };
    }

    private static JsonNode Parameter(ApiParameter parameter) => new JsonObject
    {
        ["name"] = parameter.Name,
        ["in"] = parameter.In,
        ["required"] = parameter.In == "path" || parameter.Name is "q" or "url",
        ["description"] = parameter.What,
        ["schema"] = new JsonObject { ["type"] = parameter.Name is "limit" or "maxwidth" or "maxheight" ? "integer" : "string" },
        ["example"] = parameter.Example,
    };

    private static JsonObject Responses(ApiAddress address)
    {
        var content = new JsonObject();
        if (address.Type is not null)
        {
            content["schema"] = address.Type.GetJsonSchemaAsNode();
        }

        JsonObject Problem(string what) => new()
        {
            ["description"] = what,
            ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } },
        };

        var responses = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = address.What, ["content"] = new JsonObject { [address.ContentType] = content } },
            ["304"] = new JsonObject { ["description"] = "What If-None-Match names is still so." },
            ["400"] = Problem("The query cannot be read; the problem says where, and offers the nearest good address."),
        };
        if (address.Path.Contains('{', StringComparison.Ordinal) || address.Path == "/oembed")
        {
            responses["404"] = Problem("Nothing of that name is known at the moment asked for.");
        }

        return responses;
    }
}
