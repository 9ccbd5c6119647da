namespace GsomiaTracker.Tests.Support;

/// <summary>Where the checkout lies that these tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string Dossier => Path.Combine(Root, "seeds", "gsomia");

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "GsomiaTracker.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("these tests were not built inside a checkout");
    }
}
