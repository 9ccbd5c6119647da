using GsomiaTracker.Store;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Web.Ingestion;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>rebuild</c>: throws the chronicle away and folds it again from the archive. <c>verify</c>: holds the laws of the record against the database.</summary>
public static class RebuildVerb
{
    public const string Usage = "rebuild [--data DIR] [--dossier DIR]";

    /// <summary>Pages keep showing the old chronicle until the new one is complete; a kill on the way leaves the old one.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors) => OnRecord.Run("rebuild", Usage, args, errors, services =>
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var start = clock.GetTimestamp();
        var takes = services.GetRequiredService<RecordWriter>().Rebuild();
        output.WriteLine(FormattableString.Invariant($"rebuilt the chronicle from {takes} readings in {clock.GetElapsedTime(start).TotalSeconds:0.00} s"));
        return ExitStatus.Ok;
    });
}

/// <summary><c>verify</c>: every law of the record, on the real database. Changes nothing.</summary>
public static class VerifyVerb
{
    public const string Usage = "verify [--data DIR] [--dossier DIR]";

    public static int Run(string[] args, TextWriter output, TextWriter errors) => OnRecord.Run("verify", Usage, args, errors, services =>
    {
        var verification = services.GetRequiredService<RecordVerifier>().VerifyAsync().GetAwaiter().GetResult();
        foreach (var breach in verification.Breaches)
        {
            errors.WriteLine(breach);
        }

        output.WriteLine(verification.Breaches.Count == 0
            ? $"{verification.Texts} texts and the chronicle at {verification.Moments} moments: every law holds"
            : $"{verification.Texts} texts: {verification.Breaches.Count} breaches");
        return verification.Breaches.Count == 0 ? ExitStatus.Ok : ExitStatus.Failed;
    });
}

/// <summary>What verbs on an existing record have in common.</summary>
internal static class OnRecord
{
    public static int Run(string verb, string usage, string[] args, TextWriter errors, Func<IServiceProvider, int> work)
    {
        var line = CommandLine.Parse(args, ["--data", "--dossier"], []);
        var fault = !line.Ok ? line.Fault!.ToString() : line.Value.Rest.Count > 0 ? $"'{line.Value.Rest[0]}' means nothing here" : null;
        if (fault is not null)
        {
            errors.WriteLine($"{verb}: {fault}");
            errors.WriteLine($"usage: {usage}");
            return ExitStatus.Usage;
        }

        try
        {
            using var services = VerbServices.Open(line.Value);
            var data = services.GetRequiredService<TrackerSettings>().DataDirectory;
            if (!TrackerStore.Exists(data))
            {
                errors.WriteLine($"{verb}: there is no record in '{data}' (name its directory with --data)");
                return ExitStatus.Failed;
            }

            return work(services);
        }
        catch (StoreException unusable)
        {
            errors.WriteLine($"{verb}: {unusable.Message}");
            return ExitStatus.Failed;
        }
    }
}
