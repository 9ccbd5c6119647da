using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>export-corrections --to DIR</c>: each take that a correction of its findings holds for, as <c>NAME.txt</c> and <c>NAME.gold.json</c>, so that the reader can be scored on what editors had to fix; those of no known agency in <c>DIR/without-agency</c>.</summary>
public static class ExportCorrectionsVerb
{
    public const string Usage = "export-corrections --to DIR [--data DIR] [--dossier DIR]";

    /// <summary>The folder within the export of what no agency is known of.</summary>
    public const string WithoutAgency = "without-agency";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, ["--data", "--dossier", "--to"], []);
        if (!line.Ok || line.Value.Rest.Count > 0 || line.Value["--to"] is not { } to)
        {
            errors.WriteLine($"export-corrections: {(!line.Ok ? line.Fault!.ToString() : "name a directory with --to")}");
            errors.WriteLine($"usage: {Usage}");
            return ExitStatus.Usage;
        }

        try
        {
            await using var services = VerbServices.Open(line.Value);
            var contents = await services.GetRequiredService<RecordQueries>().LoadAsync();
            var written = Write(contents, to);
            foreach (var task in Acceptance.Of(contents))
            {
                output.WriteLine(FormattableString.Invariant($"{task.Task,-10} found {task.Found,5}  accepted {task.Accepted,4}  amended {task.Amended,4}  rejected {task.Rejected,4}  added {task.Added,4}  let stand {(task.Rate is { } rate ? rate.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture) : "-")}"));
            }

            output.WriteLine(FormattableString.Invariant($"{written} articles written to {to}"));
            return ExitStatus.Ok;
        }
        catch (Exception unusable) when (unusable is StoreException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"export-corrections: {unusable.Message}");
            return ExitStatus.Failed;
        }
    }

    internal static int Write(RecordContents contents, string to)
    {
        var active = ActiveCorrections.Of(contents.Corrections);
        var retracted = active.Where(c => c.Act == CorrectionAct.Retract).Select(c => c.Article ?? c.Target).ToHashSet(StringComparer.Ordinal);
        var written = 0;
        Directory.CreateDirectory(to);
        foreach (var take in contents.Revisions.Where(t => !retracted.Contains(t.Article)))
        {
            var overlaid = CorrectionOverlay.Apply(take.Reading, take.Text, take.Article, active.Where(c => c.Article == take.Article));
            if (overlaid.Applied.Count == 0)
            {
                continue;
            }

            // A gold set names the agency of each text; what has none is scored in a folder of its own.
            var folder = overlaid.Reading.Header.Agency is null ? Path.Combine(to, WithoutAgency) : to;
            Directory.CreateDirectory(folder);
            var name = Path.Combine(folder, $"{take.Article}-{take.Revision[..6]}");
            File.WriteAllText(name + ".txt", take.Text);
            File.WriteAllText(name + ".gold.json", GoldFile.Write(take.Text, overlaid.Reading));
            written++;
        }

        return written;
    }
}
