using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>Files on their way to the queue: loaded, looked over, and either a text to hand over or a reason in words.</summary>
public static class FileIntake
{
    public static Parsed<IncomingText> Load(string path, Origin origin, PublicationTime? supplied = null)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length, TextIntake.MaxBytes + 1L)];
            var text = TextIntake.Decode(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            return text.Ok
                ? Parsed<IncomingText>.Of(new IncomingText(text.Value, origin, Path.GetFileName(path), supplied))
                : Parsed<IncomingText>.No(text.Fault!);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Parsed<IncomingText>.No(failed switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException when Directory.Exists(path) => "it is a directory",
                _ => failed.Message,
            });
        }
    }
}
