namespace GsomiaTracker.Web.Verbs;

/// <summary><c>dossier new</c> and <c>dossier check</c>: for whoever writes a dossier; neither touches any data.</summary>
public static class DossierVerb
{
    public const string Usage = $"""
        {DossierCheck.Usage}
          {DossierNew.Usage}
        """;

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case ["check", .. var rest]:
                return DossierCheck.Run(rest, output, errors);
            case ["new", .. var rest]:
                return DossierNew.Run(rest, output, errors);
            default:
                return Refuse(errors, "new or check?", $"{DossierCheck.Usage}\n       {DossierNew.Usage}");
        }
    }

    internal static int Refuse(TextWriter errors, string reason, string usage)
    {
        errors.WriteLine($"dossier: {reason}");
        errors.WriteLine($"usage: {usage}");
        return ExitStatus.Usage;
    }
}
