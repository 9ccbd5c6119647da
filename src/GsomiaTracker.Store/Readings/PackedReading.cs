using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Readings;

/// <summary>The domain's reading as bytes, each record's values in the order of its constructor. A record that grows needs a line on both sides, and a test says so.</summary>
internal static class PackedReading
{
    /// <summary>The format from which on it is kept how sure the reader was of each event and position.</summary>
    private const byte WithCertainty = 3;

    public static byte[] Pack(Reading reading, string text, byte format)
    {
        var packer = ReadingPacker.Over(reading.Text ?? text);
        packer.Byte(format);
        packer.String(reading.Text);
        packer.String(reading.Reader.Version);
        packer.String(reading.Reader.Lexicon);
        packer.String(reading.Reader.Dossier);
        Header(packer, reading.Header);
        packer.List(reading.Officials, Official);
        packer.List(reading.Dates, Date);
        packer.List(reading.Events, Event);
        packer.List(reading.Statements, Statement);
        packer.List(reading.Quotes, Quotation);
        packer.List(reading.Stances, Stance);
        packer.Strings(reading.Warnings);
        // Last, so that the fold need not look at it: how sure the reader was, 0 for null.
        foreach (var certainty in reading.Events.Select(e => e.Certainty).Concat(reading.Stances.Select(s => s.Certainty)))
        {
            packer.Byte((byte)(certainty + 1 ?? 0));
        }

        return packer.ToArray();
    }

    public static Reading Unpack(ReadOnlySpan<byte> payload, string text)
    {
        var reading = UnpackEvents(payload, text, out var unpacker);
        var (statements, quotes, stances, warnings) = (unpacker.List(Statement), unpacker.List(Quotation), unpacker.List(Stance), unpacker.Strings());
        var events = reading.Events;
        if (payload[0] >= WithCertainty)
        {
            var (surer, stood) = (new EventReported[events.Count], new StanceTaken[stances.Count]);
            for (var i = 0; i < surer.Length; i++)
            {
                surer[i] = events[i] with { Certainty = Certainty(ref unpacker) };
            }

            for (var i = 0; i < stood.Length; i++)
            {
                stood[i] = stances[i] with { Certainty = Certainty(ref unpacker) };
            }

            (events, stances) = (surer, stood);
        }

        return reading with { Events = events, Statements = statements, Quotes = quotes, Stances = stances, Warnings = warnings };
    }

    private static byte? Certainty(ref ReadingUnpacker u) => u.Byte() is > 0 and var stored ? (byte)(stored - 1) : null;

    /// <summary>What the fold of the chronicle looks at: the header, whom officials serve, the events. All else is left empty, and is not made only to be thrown away.</summary>
    public static Reading UnpackEvents(ReadOnlySpan<byte> payload, string text)
    {
        var unpacker = new ReadingUnpacker(payload, text);
        unpacker.Byte();
        var own = unpacker.String();
        unpacker.Over(own ?? text);
        var reader = new ReaderIdentity(unpacker.Required(), unpacker.Required(), unpacker.Required());
        var header = Header(ref unpacker);
        var officials = unpacker.List(OfficialsCountry);
        unpacker.PassList(PassDate);
        return new Reading(reader, own, header, officials, [], unpacker.List(Event), [], [], [], []);
    }

    private static Reading UnpackEvents(ReadOnlySpan<byte> payload, string text, out ReadingUnpacker rest)
    {
        var unpacker = new ReadingUnpacker(payload, text);
        unpacker.Byte();
        var own = unpacker.String();
        unpacker.Over(own ?? text);
        var reading = new Reading(
            new ReaderIdentity(unpacker.Required(), unpacker.Required(), unpacker.Required()),
            own,
            Header(ref unpacker),
            unpacker.List(Official),
            unpacker.List(Date),
            unpacker.List(Event),
            [],
            [],
            [],
            []);
        rest = unpacker;
        return reading;
    }

    private static void Header(ReadingPacker p, ReadingHeader header)
    {
        p.String(header.Agency);
        p.String(header.Headline);
        p.Number(header.Revision);
        p.String(header.RevisionNote);
        p.Strings(header.Byline);
        p.Byte(header.Dateline is null ? (byte)0 : (byte)1);
        if (header.Dateline is { } dateline)
        {
            p.String(dateline.Place);
            p.Optional(dateline.Date, static (q, day) => q.Day(day));
        }

        p.Time(header.Published);
        p.Kind(header.PublishedHow);
        p.String(header.PublishedFrom);
        p.String(header.Digests);
    }

    private static ReadingHeader Header(ref ReadingUnpacker u) => new(
        u.String(),
        u.String(),
        u.OptionalNumber(),
        u.String(),
        u.Strings(),
        u.Byte() == 0 ? null : new Dateline(u.String(), u.OptionalDay()),
        u.Time(),
        u.Kind<PublishedHow>(),
        u.Required(),
        u.String());

    private static void Official(ReadingPacker p, OfficialNamed official)
    {
        p.Key(official.Key);
        p.String(official.Id);
        p.String(official.Name);
        p.Strings(official.Aliases);
        p.String(official.Country);
        p.String(official.Office);
        p.Byte(official.Former ? (byte)1 : (byte)0);
        p.Evidences(official.Evidence);
    }

    private static OfficialNamed Official(ref ReadingUnpacker u) =>
        new(u.Key(), u.Required(), u.Required(), u.Strings(), u.String(), u.String(), u.Byte() == 1, u.Evidences());

    /// <summary>Whom an official serves, without the words that say so.</summary>
    private static OfficialNamed OfficialsCountry(ref ReadingUnpacker u)
    {
        u.PassKey();
        var (id, name) = (u.Required(), u.Required());
        u.PassList(static (ref ReadingUnpacker v) => v.PassString());
        var (country, office, former) = (u.String(), u.String(), u.Byte() == 1);
        u.PassList(static (ref ReadingUnpacker v) => v.PassEvidence());
        return new OfficialNamed(default, id, name, [], country, office, former, []);
    }

    private static void PassDate(ref ReadingUnpacker u)
    {
        u.PassEvidence();
        u.PassDays();
        u.PassString();
        u.PassString();
        u.PassString();
        u.PassString();
    }

    private static void Date(ReadingPacker p, DatedExpression date)
    {
        p.Evidence(date.Words);
        p.Days(date.Days);
        p.Kind(date.Type);
        p.String(date.Value);
        p.String(date.Mod);
        p.String(date.From);
    }

    private static DatedExpression Date(ref ReadingUnpacker u) => new(u.Evidence(), u.Days(), u.Kind<TimexType>(), u.String(), u.String(), u.Required());

    private static void Event(ReadingPacker p, EventReported told)
    {
        p.Key(told.Key);
        p.Kind(told.Kind);
        p.String(told.Summary);
        p.Days(told.Days);
        p.String(told.DaysFrom);
        p.Kind(told.Status);
        p.Strings(told.Countries);
        p.Strings(told.People);
        p.String(told.Place);
        p.Strings(told.About);
        p.List(told.Details, static (q, detail) =>
        {
            q.String(detail.Name);
            q.String(detail.Value);
            q.Evidence(detail.Evidence);
        });
        p.Evidences(told.Evidence);
    }

    private static EventReported Event(ref ReadingUnpacker u) => new(
        u.Key(),
        u.Kind<EventKind>(),
        u.Required(),
        u.Days(),
        u.Required(),
        u.Kind<EventStatus>(),
        u.Strings(),
        u.Strings(),
        u.String(),
        u.Strings(),
        u.List(static (ref ReadingUnpacker v) => new EventDetail(v.Required(), v.Required(), v.Evidence())),
        u.Evidences());

    private static void Statement(ReadingPacker p, Statement statement)
    {
        p.Key(statement.Key);
        p.Optional(statement.Source, static (q, e) => q.Evidence(e));
        p.Optional(statement.Cue, static (q, e) => q.Evidence(e));
        p.Evidences(statement.Content);
        p.String(statement.Speaker);
        p.String(statement.SpeakerName);
        p.String(statement.Country);
        p.Kind(statement.Form);
    }

    private static Statement Statement(ref ReadingUnpacker u) =>
        new(u.Key(), u.OptionalEvidence(), u.OptionalEvidence(), u.Evidences(), u.String(), u.String(), u.String(), u.Kind<StatementForm>());

    private static void Quotation(ReadingPacker p, Quotation quote)
    {
        p.Key(quote.Key);
        p.Evidence(quote.Words);
        p.String(quote.Speaker);
        p.String(quote.SpeakerName);
        p.String(quote.Country);
    }

    private static Quotation Quotation(ref ReadingUnpacker u) => new(u.Key(), u.Evidence(), u.String(), u.String(), u.String());

    private static void Stance(ReadingPacker p, StanceTaken stance)
    {
        p.Key(stance.Key);
        p.String(stance.Country);
        p.String(stance.Person);
        p.String(stance.Org);
        p.String(stance.Issue);
        p.Kind(stance.Position);
        p.Kind(stance.Act);
        p.Optional(stance.Condition, static (q, e) => q.Evidence(e));
        p.Evidences(stance.Evidence);
    }

    private static StanceTaken Stance(ref ReadingUnpacker u) =>
        new(u.Key(), u.Required(), u.String(), u.String(), u.Required(), u.Kind<Position>(), u.Kind<SpeechAct>(), u.OptionalEvidence(), u.Evidences());
}
