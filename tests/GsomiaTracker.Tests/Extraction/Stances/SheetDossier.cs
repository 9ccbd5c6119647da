using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>Six made-up quarrels as somebody tells them who has one page to go by: a title, what for and against mean, two or three names, hardly a side.</summary>
internal static class SheetDossier
{
    public static Dossier Of(Dossier states) => states with
    {
        Issues =
        [
            Told("lease", "The lease of Ronne base", "renew the lease of the base", "let it run out, close the base", """{ "about": ["base lease", "lease of the base", "Ronne base"] }"""),
            Told("embargo", "The arms embargo", "keep the arms embargo", "lift it, sell arms", """{ "about": ["arms embargo", "embargo on arms sales"] }"""),
            Told("dam", "The Glomma dam", "fill the dam", "stop the filling, share the water first", """{ "about": ["Glomma dam", "filling of the reservoir", "dam"] }"""),
            Told("troops", "Withdrawal of the troops", "bring the troops home", "keep them in the islands", """{ "about": ["troop withdrawal", "withdrawal of the troops", "withdrawal of forces"] }"""),
            Told("warheads", "The warhead treaty", "extend the warhead treaty", "let it lapse", """{ "about": ["warhead treaty", "treaty on warheads"], "sides": { "DE": "for" } }"""),
            Told("prisoners", "Exchange of prisoners", "exchange the prisoners", "refuse it", """{ "about": ["prisoner exchange", "exchange of prisoners", "release of prisoners"], "reads": ["Denmark called for an exchange of prisoners. => DK for"] }"""),
        ],
    };

    private static Issue Told(string key, string title, string @for, string against, string rules) => new(key, title, @for, against, "", 1, rules);
}
