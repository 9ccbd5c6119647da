namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>Reads the word lists that are built into this assembly: tab-separated, one entry a line, "#" starts a comment line.</summary>
internal static class LexiconFile
{
    /// <param name="name">Path below <c>Lexicon/en</c>: "wire/outlets.tsv".</param>
    /// <exception cref="InvalidOperationException">There is no such file in the assembly.</exception>
    public static Stream Open(string name)
    {
        var resource = "GsomiaTracker.Extraction.Lexicon.en." + name.Replace('/', '.');
        return typeof(LexiconFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the lexicon has no file {name}");
    }

    /// <summary>The columns of each entry.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
