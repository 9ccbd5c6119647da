namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The treebanks' spellings of tags and relations, and back.</summary>
internal static class UdNames
{
    private static readonly Dictionary<string, Xpos> XposByName = BuildXpos();
    private static readonly Dictionary<string, Deprel> DeprelByName =
        Enum.GetValues<Deprel>().ToDictionary(d => d.ToString(), d => d, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag named so, or <see cref="Upos.X"/>.</summary>
    public static Upos Upos(string name) => Enum.TryParse<Upos>(name, ignoreCase: true, out var value) ? value : Syntax.Upos.X;

    /// <summary>The tag named so, or <see cref="Xpos.None"/>.</summary>
    public static Xpos Xpos(string name) => XposByName.GetValueOrDefault(name);

    /// <summary>The relation named so; without its subtype when that is unknown; else <see cref="Deprel.Dep"/>.</summary>
    public static Deprel Deprel(string name)
    {
        if (DeprelByName.TryGetValue(name.Replace(":", "", StringComparison.Ordinal), out var value))
        {
            return value;
        }

        return DeprelByName.GetValueOrDefault(name.Split(':')[0]);
    }

    private static Dictionary<string, Xpos> BuildXpos()
    {
        var names = Enum.GetValues<Xpos>().ToDictionary(x => x.ToString(), x => x, StringComparer.OrdinalIgnoreCase);
        names["PRP$"] = Syntax.Xpos.PRPPoss;
        names["WP$"] = Syntax.Xpos.WPPoss;
        names["."] = Syntax.Xpos.Stop;
        names[","] = Syntax.Xpos.Comma;
        names[":"] = Syntax.Xpos.Colon;
        names["$"] = Syntax.Xpos.Currency;
        names["``"] = Syntax.Xpos.OpenQuote;
        names["''"] = Syntax.Xpos.CloseQuote;
        names["-LRB-"] = Syntax.Xpos.OpenBracket;
        names["-RRB-"] = Syntax.Xpos.CloseBracket;
        return names;
    }
}
