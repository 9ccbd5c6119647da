using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GsomiaTracker.Web.Api;

/// <summary>How everything is written as JSON: camelCase, nulls kept (a field that may be there is there), text unescaped where JSON allows.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(TimelineBody))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(HomeBody))]
[JsonSerializable(typeof(OfficialsBody))]
[JsonSerializable(typeof(OfficialBody))]
[JsonSerializable(typeof(ArticlesBody))]
[JsonSerializable(typeof(ArticleBody))]
[JsonSerializable(typeof(StancesBody))]
[JsonSerializable(typeof(SearchBody))]
[JsonSerializable(typeof(DisagreementsBody))]
[JsonSerializable(typeof(BriefBody))]
[JsonSerializable(typeof(TakesBody))]
[JsonSerializable(typeof(EditsBody))]
[JsonSerializable(typeof(AboutBody))]
public sealed partial class ApiJson : JsonSerializerContext
{
    public static ApiJson Context { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    });
}
