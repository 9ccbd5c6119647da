namespace GsomiaTracker.Web.Ingestion;

/// <summary>
/// One process at a time works through the queue of a data directory: the one that holds this lock. The operating system lets go of it when
/// the process ends, however it ends. Handing over a text needs no lock.
/// </summary>
public sealed class WriterLock : IDisposable
{
    private readonly FileStream _held;

    private WriterLock(FileStream held) => _held = held;

    /// <summary>The lock, or null while another process holds it.</summary>
    public static WriterLock? Take(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new WriterLock(new FileStream(Path.Combine(dataDirectory, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();
}
