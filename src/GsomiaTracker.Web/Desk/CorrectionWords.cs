using System.Text.Json;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Desk;

/// <summary>A correction as a person says it.</summary>
public static class CorrectionWords
{
    /// <summary>"status set to happened"; without who, when and why.</summary>
    public static string Of(Correction c) => Of(new CorrectionDraft(c.Act, c.Article, c.Target, c.Field, c.Value));

    /// <summary>What one act of several did, shortly.</summary>
    public static string Of(IReadOnlyList<Correction> act) =>
        act.All(c => c.Act == CorrectionAct.Accept) ? $"{act.Count} found right" : string.Join("; ", act.Select(Of).Distinct().Take(4)) + (act.Select(Of).Distinct().Count() > 4 ? " \u2026" : "");

    public static string Of(CorrectionDraft d) => d.Act switch
    {
        CorrectionAct.Amend => $"{Kind(d.Target)}: {Field(d.Field)} set to {Value(d.Value)}",
        CorrectionAct.Header => $"{Field(d.Field)} of the article set to {Value(d.Value)}",
        CorrectionAct.Accept => d.Target == "header" ? $"{Field(d.Field)} of the article found right: {Value(d.Value)}" : d.Target == "copy" ? $"found to be a copy of {Value(d.Value)}" : d.Value == Decisions.NoReportJson ? "no report of what became of it, found so" : $"{Kind(d.Target)} found right",
        CorrectionAct.Reject => $"{Kind(d.Target)} rejected",
        CorrectionAct.Add => $"{d.Field} added: {Value(d.Value)}",
        CorrectionAct.Merge => $"event {d.Field} said to be the same as {d.Target}",
        CorrectionAct.Split => $"reports {d.Field} taken out of event {d.Target}",
        CorrectionAct.Explain => $"disagreement explained: {Value(d.Value)}",
        CorrectionAct.Undo => $"correction {d.Target} undone",
        CorrectionAct.Retract => d.Field is null ? "article retracted" : $"take {d.Field} retracted",
        _ => Vocabulary.Word(d.Act),
    };

    /// <summary>"event", "stance": what a finding's key says it is.</summary>
    private static string Kind(string key) => key.IndexOf('-', StringComparison.Ordinal) is > 0 and var at ? key[..at] : "finding";

    private static string Field(string? field) => field switch
    {
        "speakerName" => "speaker's name",
        "published" => "publication",
        null => "?",
        _ => field,
    };

    private static string Value(string? json)
    {
        if (json is null)
        {
            return "nothing";
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Null => "nothing",
                JsonValueKind.String => $"\u201c{root.GetString()}\u201d",
                JsonValueKind.Array => root.GetArrayLength() == 0 ? "nothing" : string.Join(", ", root.EnumerateArray().Select(e => e.ToString())),
                JsonValueKind.Object => string.Join("; ", root.EnumerateObject().Where(p => p.Name != "in").Select(p => $"{p.Name}: {p.Value}")),
                _ => root.ToString(),
            };
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
