using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// The few calls that an article makes hundreds of times, straight to the library that the provider has loaded. The provider's own take the statement's safe
/// handle, count its users up and down, and leave the runtime's care for each number: half the cost of binding one.
/// </summary>
internal static class SqliteCalls
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLite makes a copy before the call returns.</summary>
    private const nint Transient = -1;
    private const int OnStack = 512;

    /// <summary>UTF-8, made here: SQLite's own conversion goes letter by letter.</summary>
    public static int BindText(nint statement, int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        var code = BindText(statement, place, ref MemoryMarshal.GetReference(bytes), length, Transient);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return code;
    }

    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    public static extern int BindInt64(nint statement, int place, long value);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    public static extern long ColumnInt64(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int BindText(nint statement, int place, ref byte text, int length, nint destructor);
}
