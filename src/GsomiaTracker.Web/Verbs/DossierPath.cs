namespace GsomiaTracker.Web.Verbs;

/// <summary>Where the dossier lies: as given, else <c>seeds/gsomia</c> of the checkout that the program was started in or built from.</summary>
public static class DossierPath
{
    public const string Default = "seeds/gsomia";

    public static string Find(string? given)
    {
        if (given is not null)
        {
            return given;
        }

        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "seeds", "gsomia");
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return Default;
    }
}
