namespace GsomiaTracker.Store.Projection;

/// <summary>Which events a take's findings went to, as bytes: their ids one after the other, in the order of the reading, each as the zigzag of its difference from the one before in base 128.</summary>
internal static class ToldCodec
{
    public static byte[] Encode(ReadOnlySpan<long> events)
    {
        var bytes = new byte[events.Length * 10];
        var count = 0;
        long last = 0;
        foreach (var id in events)
        {
            var left = (ulong)(((id - last) << 1) ^ ((id - last) >> 63));
            last = id;
            for (; left >= 128; left >>= 7)
            {
                bytes[count++] = (byte)(left | 128);
            }

            bytes[count++] = (byte)left;
        }

        return bytes[..count];
    }

    public static long[] Decode(ReadOnlySpan<byte> bytes)
    {
        var events = new List<long>();
        long last = 0;
        for (var i = 0; i < bytes.Length;)
        {
            ulong difference = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[i++];
                difference |= (ulong)(part & 127) << shift;
                if (part < 128)
                {
                    break;
                }
            }

            last += (long)(difference >> 1) ^ -(long)(difference & 1);
            events.Add(last);
        }

        return [.. events];
    }
}
