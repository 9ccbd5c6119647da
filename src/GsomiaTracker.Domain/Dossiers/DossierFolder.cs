using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// Reads a dossier from its folder: <c>dossier.json</c>, <c>officials.tsv</c>, <c>tenures.tsv</c>, <c>names.tsv</c> and <c>issues/*.json</c>.
/// docs/DOSSIER.md describes the files. Every fault names the file and the line or field.
/// </summary>
public static class DossierFolder
{
    /// <summary>Where the texts that come with the dossier lie; may be missing or empty.</summary>
    public static string Articles(string directory) => Path.Combine(directory, "articles");

    /// <summary>The dossier, or the first of its faults.</summary>
    public static Parsed<Dossier> Load(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return Parsed<Dossier>.No("there is no such dossier folder", directory);
        }

        try
        {
            var files = new DossierFiles(directory);
            return files.Build() is { } dossier ? Parsed<Dossier>.Of(dossier) : Parsed<Dossier>.No(files.Faults.Found[0].Reason, files.Faults.Found[0].At);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Parsed<Dossier>.No(e.Message, directory);
        }
    }

    /// <summary>The dossier with everything that is wrong with it, and what usually goes wrong.</summary>
    public static DossierReading Check(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return new DossierReading(null, [new DossierRemark(RemarkKind.Fault, directory, "there is no such dossier folder")]);
        }

        try
        {
            var files = new DossierFiles(directory);
            var dossier = files.Build();
            return new DossierReading(dossier, dossier is null ? files.Faults.Found : [.. DossierWarnings.Of(files, dossier).OrderBy(r => r.Kind)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DossierReading(null, [new DossierRemark(RemarkKind.Fault, directory, e.Message)]);
        }
    }
}
