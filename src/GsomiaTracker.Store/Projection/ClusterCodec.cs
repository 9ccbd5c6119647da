using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Store.Projection;

/// <summary>What the fold remembers of an event, as bytes: written with every report, read with every candidate, so it is kept small.</summary>
internal static class ClusterCodec
{
    private const byte Format = 6;

    [ThreadStatic]
    private static BinaryWriter? _writer;

    public static byte[] Encode(EventCluster cluster)
    {
        var writer = _writer ??= new BinaryWriter(new MemoryStream(512));
        var bytes = (MemoryStream)writer.BaseStream;
        bytes.SetLength(0);
        writer.Write(Format);
        writer.Write(cluster.Id);
        writer.Write((byte)cluster.Kind);
        writer.Write7BitEncodedInt64(cluster.Ordinal);
        writer.Write7BitEncodedInt(cluster.Reports);
        writer.Write(cluster.LastTake);
        writer.Write7BitEncodedInt(cluster.FirstKnown);
        writer.Write7BitEncodedInt(cluster.LastKnown);
        writer.Write((byte)cluster.Status);
        Write(writer, cluster.DayTallies, static (w, days) =>
        {
            w.Write7BitEncodedInt(days.From.DayNumber);
            w.Write7BitEncodedInt(days.Days);
        });
        Write(writer, cluster.CountryTallies, static (w, countries) => w.Write(countries));
        Write(writer, cluster.ActorTallies, static (w, actor) => w.Write(actor));
        Write(writer, cluster.PeopleTallies, static (w, person) =>
        {
            w.Write(person.Id);
            w.Write(person.Country);
        });
        Write(writer, cluster.PlaceTallies, static (w, place) => w.Write(place));
        Write(writer, cluster.AboutTallies, static (w, subject) => w.Write(subject));
        Write(writer, cluster.ActionTallies, static (w, action) => w.Write(action));
        Write(writer, cluster.LevelTallies, static (w, level) => w.Write(level));
        Write(writer, cluster.NameTallies, static (w, name) => w.Write(name));
        Write(writer, cluster.WordTallies, static (w, word) => w.Write(word));
        writer.Write7BitEncodedInt(cluster.Keys.Count);
        for (var i = 0; i < cluster.Keys.Count; i++)
        {
            writer.Write(cluster.Keys[i]);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static EventCluster Decode(byte[] stored)
    {
        using var reader = new BinaryReader(new MemoryStream(stored, writable: false));
        if (reader.ReadByte() != Format)
        {
            throw new InvalidDataException("Not a stored event: unknown format.");
        }

        return EventCluster.Restore(new ClusterState(
            reader.ReadString(),
            (EventKind)reader.ReadByte(),
            reader.Read7BitEncodedInt64(),
            reader.Read7BitEncodedInt(),
            reader.ReadInt64(),
            reader.Read7BitEncodedInt(),
            reader.Read7BitEncodedInt(),
            (EventStatus)reader.ReadByte(),
            Read(reader, static r =>
            {
                var from = DateOnly.FromDayNumber(r.Read7BitEncodedInt());
                return new DayRange(from, from.AddDays(r.Read7BitEncodedInt() - 1));
            }),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => new Participant(r.ReadString(), r.ReadString())),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadString()),
            Read(reader, static r => r.ReadInt32()),
            Keys(reader)));
    }

    private static long[] Keys(BinaryReader reader)
    {
        var keys = new long[reader.Read7BitEncodedInt()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadInt64();
        }

        return keys;
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<Tally<T>> tallies, Action<BinaryWriter, T> value)
    {
        writer.Write7BitEncodedInt(tallies.Length);
        foreach (var tally in tallies)
        {
            value(writer, tally.Value);
            writer.Write7BitEncodedInt(tally.Count);
        }
    }

    private static Tally<T>[] Read<T>(BinaryReader reader, Func<BinaryReader, T> value)
    {
        var tallies = new Tally<T>[reader.Read7BitEncodedInt()];
        for (var i = 0; i < tallies.Length; i++)
        {
            tallies[i] = new Tally<T>(value(reader), reader.Read7BitEncodedInt());
        }

        return tallies;
    }
}
