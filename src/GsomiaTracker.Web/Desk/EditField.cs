using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>How a field is typed in.</summary>
public enum FieldForm { Text, Choice, List, Flag }

/// <summary>One field of a finding on a form: its value in words, and how the words become the JSON of a correction.</summary>
/// <param name="Name">As amendments call it; the form's field is <c>f-NAME</c>.</param>
/// <param name="Value">As the form shows it: lists with commas, days in ISO 8601, a flag "true" or "false"; "" for nothing.</param>
public sealed record EditField(string Name, string Label, string Value, FieldForm Form, IReadOnlyList<(string Value, string Label)> Options, string? Hint = null)
{
    public string Id => "f-" + Name;

    /// <summary>The JSON of another value; the same string for the same value.</summary>
    public string Json(string value) => Form switch
    {
        FieldForm.List => JsonSerializer.Serialize(Split(value)),
        FieldForm.Flag => value == "true" ? "true" : "false",
        _ => value.Trim().Length == 0 ? "null" : JsonSerializer.Serialize(value.Trim()),
    };

    public bool Same(string value) => Json(value) == Json(Value);

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyList<EditField> Of(RecordAsOf record, EventReported e) =>
    [
        Choice<EventKind>("kind", "Kind", e.Kind),
        Choice<EventStatus>("status", "Status", e.Status),
        new("days", "Days", e.Days?.ToString() ?? "", FieldForm.Text, [], "2019-11-17, or 2019-11-16/2019-11-18 for a range; empty when not known"),
        new("summary", "Summary", e.Summary, FieldForm.Text, []),
        new("place", "Place", e.Place ?? "", FieldForm.Text, []),
        new("countries", "Countries", string.Join(", ", e.Countries), FieldForm.List, [], "two-letter codes with commas"),
        new("people", "People", string.Join(", ", e.People), FieldForm.List, [], "ids of officials with commas: " + string.Join(", ", record.Officials.Take(4).Select(o => o.Id)) + " \u2026"),
        new("about", "Concerns", string.Join(", ", e.About), FieldForm.List, [], "with commas: " + string.Join(", ", record.Dossier.Subjects.Select(s => s.Key))),
    ];

    public static IReadOnlyList<EditField> Of(RecordAsOf record, StanceTaken s) =>
    [
        new("issue", "Issue", s.Issue, FieldForm.Choice, [.. record.Dossier.Issues.Select(i => (i.Key, i.Title))]),
        Choice<Position>("position", "Position", s.Position),
        Choice<SpeechAct>("act", "Put how", s.Act),
        new("country", "Country", s.Country, FieldForm.Text, [], "two-letter code"),
        new("person", "Person", s.Person ?? "", FieldForm.Text, [], "id of an official; empty for a government"),
        new("org", "Party", s.Org ?? "", FieldForm.Text, [], "a party without a named person; else empty"),
    ];

    public static IReadOnlyList<EditField> Of(OfficialNamed o) =>
    [
        new("id", "Id", o.Id, FieldForm.Text, [], "of the dossier; the same id is the same person"),
        new("name", "Name", o.Name, FieldForm.Text, []),
        new("country", "Country", o.Country ?? "", FieldForm.Text, [], "two-letter code"),
        new("office", "Office", o.Office ?? "", FieldForm.Text, []),
        new("former", "Former", o.Former ? "true" : "false", FieldForm.Flag, [("false", "in office"), ("true", "former")]),
    ];

    public static IReadOnlyList<EditField> Of(Quotation q) =>
    [
        new("speaker", "Speaker", q.Speaker ?? "", FieldForm.Text, [], "id of an official"),
        new("speakerName", "Speaker's name", q.SpeakerName ?? "", FieldForm.Text, []),
        new("country", "Country", q.Country ?? "", FieldForm.Text, [], "two-letter code"),
    ];

    public static IReadOnlyList<EditField> Of(DatedExpression d) =>
    [
        new("days", "Days", d.Days?.ToString() ?? "", FieldForm.Text, [], "2019-11-17, or 2019-11-16/2019-11-18 for a range"),
    ];

    public static IReadOnlyList<EditField> Of(ReadingHeader h) =>
    [
        new("agency", "Agency", h.Agency ?? "", FieldForm.Text, []),
        new("headline", "Headline", h.Headline ?? "", FieldForm.Text, []),
        new("byline", "By", string.Join(", ", h.Byline), FieldForm.List, [], "names with commas"),
        new("published", "Published", h.Published?.ToString() ?? "", FieldForm.Text, [], "2019-11-17, or 2019-11-17T18:45+09:00"),
    ];

    private static EditField Choice<T>(string name, string label, T value) where T : struct, Enum =>
        new(name, label, Vocabulary.Word(value), FieldForm.Choice, [.. Enum.GetValues<T>().Select(v => (Vocabulary.Word(v), Vocabulary.Word(v)))]);
}
