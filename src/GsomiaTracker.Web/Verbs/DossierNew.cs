using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dossiers;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>dossier new</c>: a folder that can be read at once, with what is to be filled in said beside it.</summary>
public static class DossierNew
{
    public const string Usage = "dossier new DIR --parties CODE,CODE [--others CODE,...] --deadline DAY [--zone ZONE] [--ends WORDS] [--officials FILE]   (starts a dossier; CODE=NAME/ADJECTIVE says how one is called)";

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, ["--parties", "--others", "--deadline", "--zone", "--ends", "--officials"], []);
        if (!line.Ok)
        {
            return DossierVerb.Refuse(errors, line.Fault!.ToString(), Usage);
        }

        if (line.Value.Rest is not [var directory])
        {
            return DossierVerb.Refuse(errors, line.Value.Rest.Count == 0 ? "no DIR given" : $"'{line.Value.Rest[1]}' means nothing here", Usage);
        }

        if (!DateOnly.TryParseExact(line.Value["--deadline"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DossierVerb.Refuse(errors, $"--deadline: '{line.Value["--deadline"]}' is no day (2019-11-22: the last day on which it holds)", Usage);
        }

        var parties = Codes(line.Value["--parties"]).Select(p => DossierTemplate.Party(p, true)).Concat(Codes(line.Value["--others"]).Select(p => DossierTemplate.Party(p, false))).ToList();
        if (parties.Find(p => !p.Ok) is { Ok: false } unknown)
        {
            return DossierVerb.Refuse(errors, $"--parties: {unknown.Fault}", Usage);
        }

        if (!parties.Exists(p => p.Value.IsParty))
        {
            return DossierVerb.Refuse(errors, "--parties: none given (GB,IS, or XT=the Taliban for one without a state)", Usage);
        }

        var sheet = line.Value["--officials"] is { } file ? Sheet(file, [.. parties.Select(p => p.Value)]) : Parsed<OfficialsSheet.Tables?>.Of(null);
        if (!sheet.Ok)
        {
            return DossierVerb.Refuse(errors, $"--officials: {sheet.Fault}", Usage);
        }

        var zone = line.Value["--zone"] ?? parties[0].Value.Zone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return DossierVerb.Refuse(errors, $"--zone: '{zone}' is no known time zone", Usage);
        }

        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            return DossierVerb.Refuse(errors, $"'{directory}' is there already and not empty", Usage);
        }

        var files = DossierTemplate.Files(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))), [.. parties.Select(p => p.Value)], day, zone, line.Value["--ends"] ?? "agreement", sheet.Value);
        try
        {
            foreach (var (name, content) in files)
            {
                var path = Path.Combine(directory, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, content);
                output.WriteLine(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"dossier: {e.Message}");
            return ExitStatus.Failed;
        }

        output.WriteLine($"fill them in, and between: dossier check {directory}");
        return ExitStatus.Ok;
    }

    private static string[] Codes(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A sheet may call a state or a movement as the parties are called.</summary>
    private static Parsed<OfficialsSheet.Tables?> Sheet(string file, IReadOnlyList<Party> parties)
    {
        try
        {
            return OfficialsSheet.Convert(Path.GetFileName(file), File.ReadAllText(file), state => parties.FirstOrDefault(p => DossierTemplate.Bare(p.Name).Equals(DossierTemplate.Bare(state), StringComparison.OrdinalIgnoreCase))?.Country ?? DossierWords.CodeOf(state)).Then<OfficialsSheet.Tables?>(t => t);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Parsed<OfficialsSheet.Tables?>.No(e.Message, file);
        }
    }
}
