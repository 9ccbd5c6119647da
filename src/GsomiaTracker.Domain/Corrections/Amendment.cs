using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Corrections;

/// <summary>One field of a finding or of the header set to a new value. An unknown field or a value of the wrong form is refused with the reason.</summary>
public static class Amendment
{
    public static Parsed<EventReported> Of(EventReported e, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return value.Ok ? Of(e, field, value.Value) : Parsed<EventReported>.No(value.Fault!);
    }

    public static Parsed<StanceTaken> Of(StanceTaken s, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return value.Ok ? Of(s, field, value.Value) : Parsed<StanceTaken>.No(value.Fault!);
    }

    public static Parsed<OfficialNamed> Of(OfficialNamed o, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return value.Ok ? Of(o, field, value.Value) : Parsed<OfficialNamed>.No(value.Fault!);
    }

    public static Parsed<Quotation> Of(Quotation q, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return !value.Ok ? Parsed<Quotation>.No(value.Fault!) : field switch
        {
            "speaker" => JsonValue.TextOrNull(value.Value).Then(v => q with { Speaker = v }),
            "speakerName" => JsonValue.TextOrNull(value.Value).Then(v => q with { SpeakerName = v }),
            "country" => JsonValue.TextOrNull(value.Value).Then(v => q with { Country = v }),
            _ => Unknown<Quotation>(field),
        };
    }

    public static Parsed<DatedExpression> Of(DatedExpression d, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return !value.Ok ? Parsed<DatedExpression>.No(value.Fault!) : field switch
        {
            "days" => JsonValue.Days(value.Value).Then(v => d with { Days = v, Value = v?.ToString(), Mod = null, From = "set by an editor" }),
            _ => Unknown<DatedExpression>(field),
        };
    }

    public static Parsed<ReadingHeader> Of(ReadingHeader h, string? field, string? json)
    {
        var value = JsonValue.Parse(json);
        return !value.Ok ? Parsed<ReadingHeader>.No(value.Fault!) : field switch
        {
            "agency" => JsonValue.TextOrNull(value.Value).Then(v => h with { Agency = v }),
            "headline" => JsonValue.TextOrNull(value.Value).Then(v => h with { Headline = v }),
            "byline" => JsonValue.Texts(value.Value).Then(v => h with { Byline = v }),
            "published" => Published(value.Value).Then(v => h with { Published = v, PublishedHow = PublishedHow.Supplied, PublishedFrom = "set by an editor" }),
            _ => Unknown<ReadingHeader>(field),
        };
    }

    private static Parsed<EventReported> Of(EventReported e, string? field, JsonElement value) => field switch
    {
        "kind" => JsonValue.Word<EventKind>(value).Then(v => e with { Kind = v }),
        "status" => JsonValue.Word<EventStatus>(value).Then(v => e with { Status = v }),
        "summary" => JsonValue.Text(value).Then(v => e with { Summary = v }),
        "days" => JsonValue.Days(value).Then(v => e with { Days = v, DaysFrom = v is null ? "" : "set by an editor" }),
        "countries" => JsonValue.Texts(value).Then(v => e with { Countries = v }),
        "people" => JsonValue.Texts(value).Then(v => e with { People = v }),
        "place" => JsonValue.TextOrNull(value).Then(v => e with { Place = v }),
        "about" => JsonValue.Texts(value).Then(v => e with { About = v }),
        _ => Unknown<EventReported>(field),
    };

    private static Parsed<StanceTaken> Of(StanceTaken s, string? field, JsonElement value) => field switch
    {
        "country" => JsonValue.Text(value).Then(v => s with { Country = v }),
        "person" => JsonValue.TextOrNull(value).Then(v => s with { Person = v }),
        "org" => JsonValue.TextOrNull(value).Then(v => s with { Org = v }),
        "issue" => JsonValue.Text(value).Then(v => s with { Issue = v }),
        "position" => JsonValue.Word<Position>(value).Then(v => s with { Position = v }),
        "act" => JsonValue.Word<SpeechAct>(value).Then(v => s with { Act = v }),
        _ => Unknown<StanceTaken>(field),
    };

    private static Parsed<OfficialNamed> Of(OfficialNamed o, string? field, JsonElement value) => field switch
    {
        "id" => JsonValue.Text(value).Then(v => o with { Id = v }),
        "name" => JsonValue.Text(value).Then(v => o with { Name = v }),
        "country" => JsonValue.TextOrNull(value).Then(v => o with { Country = v }),
        "office" => JsonValue.TextOrNull(value).Then(v => o with { Office = v }),
        "former" => JsonValue.Flag(value).Then(v => o with { Former = v }),
        _ => Unknown<OfficialNamed>(field),
    };

    private static Parsed<PublicationTime?> Published(JsonElement value)
    {
        var text = JsonValue.TextOrNull(value);
        if (!text.Ok || text.Value is null)
        {
            return text.Ok ? Parsed<PublicationTime?>.No("a publication time cannot be taken away") : Parsed<PublicationTime?>.No(text.Fault!);
        }

        return PublicationTime.Parse(text.Value).Then<PublicationTime?>(v => v);
    }

    private static Parsed<T> Unknown<T>(string? field) => Parsed<T>.No($"there is no field '{field}' to amend", "field");
}
