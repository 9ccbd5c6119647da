using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Names of signs that are made of a word and something else, kept so that none is made twice. "a:" signs are of arguments, "c:" of what was composed.</summary>
internal static class SignNames
{
    private const int MostSteps = 5;

    private static readonly string[] Stepped =
        ["a:cue", "a:weight", "a:near", "a:went on", "a:after", "a:word", "a:taking", "a:root", "a:taking near", "a:relates", "a:things", "a:rank"];

    // By sign, from "less" on.
    private static readonly Dictionary<string, string[]> Names = Stepped.ToDictionary(
        s => s,
        s => Enumerable.Range(-1, MostSteps + 2).Select(n => $"{s} {(n < 0 ? "less" : n == MostSteps ? "5+" : n)}").ToArray(),
        StringComparer.Ordinal);

    // The signs are the same strings again and again.
    private static readonly WordMemo<string[]> Known = new(s => Names[s], 64);

    private static readonly Dictionary<string, string> Rules =
        new[] { "argued", "argued weakly", "told", "told of", "topical", "told topical", "related" }
            .ToDictionary(r => r, r => "a:" + r, StringComparer.Ordinal);

    private static readonly Dictionary<StandForm, string> Forms = Enum.GetValues<StandForm>().ToDictionary(v => v, v => "c:" + Vocabulary.Word(v));

    private static readonly Dictionary<SpeechAct, string> Acts = Enum.GetValues<SpeechAct>().ToDictionary(v => v, v => "c:act " + Vocabulary.Word(v));

    private static readonly Dictionary<(SeedForm, SeedKind), string> Seeds = Enum.GetValues<SeedForm>()
        .SelectMany(f => Enum.GetValues<SeedKind>().Select(k => (f, k)))
        .ToDictionary(p => p, p => $"c:{Vocabulary.Word(p.f)} {Vocabulary.Word(p.k)}");

    private static readonly Dictionary<string, string> Rows = StanceLexicon.English.Rows.Select(r => r.Name).Concat(["for", "against", "price", "gain"])
        .Distinct(StringComparer.Ordinal).ToDictionary(r => r, r => "c:row " + r, StringComparer.Ordinal);

    /// <summary>A sign with how much of it there is, 0 to 5 and more; 4 counts as 3.</summary>
    public static string Steps(string sign, int value) => Known.Find(sign)[1 + (value < 0 ? -1 : value >= MostSteps ? MostSteps : value == 4 ? 3 : value)];

    /// <summary>How many issues' things stand in the sentence.</summary>
    public static string Things(int count) => Steps("a:things", Math.Min(count, 3));

    public static string Rule(string rule) => Rules[rule];

    public static string Form(StandForm form) => Forms[form];

    public static string Act(SpeechAct act) => Acts[act];

    public static string Seed(SeedForm form, SeedKind kind) => Seeds[(form, kind)];

    public static string Row(string row) => Rows.GetValueOrDefault(row, "c:row of its own");
}
