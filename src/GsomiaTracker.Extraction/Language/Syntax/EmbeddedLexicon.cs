namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>Files of <c>Lexicon/en</c> inside the assembly.</summary>
internal static class EmbeddedLexicon
{
    /// <exception cref="InvalidOperationException">The build left the file out.</exception>
    public static Stream Open(string name)
    {
        var assembly = typeof(EmbeddedLexicon).Assembly;
        return assembly.GetManifestResourceStream($"GsomiaTracker.Extraction.Lexicon.en.{name}")
            ?? throw new InvalidOperationException($"Lexicon/en/{name} is not embedded in {assembly.GetName().Name}.");
    }
}
