using GsomiaTracker.Web.Verbs;

const string Usage = $"""
    usage: GsomiaTracker.Web [VERB] [SWITCHES]

      {ReadVerb.Usage}

    Without a verb the tracker is served.
    """;

if (args is ["--help"] or ["-h"] or ["help"])
{
    Console.WriteLine(Usage);
    return ExitStatus.Ok;
}

if (args is ["read", .. var rest])
{
    return ReadVerb.Run(rest, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);
}

if (args is [var verb, ..] && verb != "serve" && !verb.StartsWith('-'))
{
    Console.Error.WriteLine($"unknown verb '{verb}'\n\n{Usage}");
    return ExitStatus.Usage;
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "GSOMIA Tracker");
await app.RunAsync();
return ExitStatus.Ok;
