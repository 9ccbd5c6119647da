using GsomiaTracker.Web;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Pages;
using GsomiaTracker.Web.Verbs;

const string Usage = $"""
    usage: GsomiaTracker.Web [VERB] [SWITCHES]

      {ServeVerb.Usage}
      {IngestVerb.Usage}
      {RebuildVerb.Usage}
      {VerifyVerb.Usage}
      {ReadVerb.Usage}
      {ReadVerb.ExplainUsage}
      {DossierVerb.Usage}
      {PeopleVerb.Usage}
      {FeedsVerb.Usage}
      {ExportCorrectionsVerb.Usage}
      --help

    Without a verb the tracker is served. Exit status: 0 done, 1 something was refused or failed (the rest was done), 2 the call's words are off.
    """;

if (args.Contains("--help") || args is ["-h", ..] or ["help", ..])
{
    Console.WriteLine(Usage);
    return ExitStatus.Ok;
}

switch (args)
{
    case ["read", .. var rest]:
        return ReadVerb.Run(rest, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);
    case ["explain", .. var rest]:
        return ReadVerb.Run(["--explain", .. rest], Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);
    case ["dossier", .. var rest]:
        return DossierVerb.Run(rest, Console.Out, Console.Error);
    case ["ingest", .. var rest]:
        return await IngestVerb.RunAsync(rest, Console.Out, Console.Error);
    case ["rebuild", .. var rest]:
        return RebuildVerb.Run(rest, Console.Out, Console.Error);
    case ["verify", .. var rest]:
        return VerifyVerb.Run(rest, Console.Out, Console.Error);
    case ["export-corrections", .. var rest]:
        return await ExportCorrectionsVerb.RunAsync(rest, Console.Out, Console.Error);
    case ["people", .. var rest]:
        return await PeopleVerb.RunAsync(rest, Console.Out, Console.Error);
    case ["feeds", .. var rest]:
        return await FeedsVerb.RunAsync(rest, Console.Out, Console.Error);
    case ["serve", .. var rest]:
        return await ServeVerb.RunAsync(rest, Services, Routes);
    case [var verb, ..] when !verb.StartsWith('-'):
        Console.Error.WriteLine($"unknown verb '{verb}'\n\n{Usage}");
        return ExitStatus.Usage;
    default:
        return await ServeVerb.RunAsync(args, Services, Routes);
}

static void Services(WebApplicationBuilder builder)
{
    Logging.ForServer(builder);
    builder.Services.AddTrackerPages().AddDesk();
}

static void Routes(WebApplication app)
{
    app.MapTrackerPages();
}

/// <summary>Named for the tests' web host.</summary>
public partial class Program;
