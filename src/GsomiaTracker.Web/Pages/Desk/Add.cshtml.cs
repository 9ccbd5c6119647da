using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Brings articles in, as drafts: pasted, as files, or fetched from an address. Nothing is on the record before it is filed.</summary>
[RequestFormLimits(ValueLengthLimit = 8 * TextIntake.MaxBytes, MultipartBodyLengthLimit = 32 * TextIntake.MaxBytes)]
public sealed class AddPage(Drafts drafts, PageFetcher fetcher, RecordQueries record, DraftReading reading) : DeskPage
{
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>What became of each file, where several were sent.</summary>
    public IReadOnlyList<(string Name, string? Draft, string? Fault)> Files { get; private set; } = [];

    public string Text { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>A text that was just filed: its article once it is read, else null.</summary>
    public (string Hash, string? Article)? Filed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? filed)
    {
        if (filed is { Length: 32 })
        {
            Filed = (filed, (await record.ArticlesOfAsync([filed])).GetValueOrDefault(filed));
        }

        return await Show();
    }

    public async Task<IActionResult> OnPostTextAsync([FromForm] string? text)
    {
        // A browser sends every line end as two characters.
        Text = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (System.Text.Encoding.UTF8.GetByteCount(Text) > TextIntake.MaxBytes)
        {
            Fault("The text is longer than 1 MiB.", "text");
        }
        else if (TextIntake.Check(Text) is { } fault)
        {
            Fault($"This cannot be taken: {fault.Reason}.", "text");
        }

        return Faults.Count > 0 ? await Show() : Redirect("/desk/add/" + await drafts.KeepAsync(Text, null, Editor));
    }

    /// <summary>The reading of what is being pasted, as a piece of page: nothing is kept.</summary>
    public async Task<IActionResult> OnPostReadAsync([FromForm] string? text)
    {
        var read = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetByteCount(read) > TextIntake.MaxBytes
            ? StatusCode(StatusCodes.Status413PayloadTooLarge)
            : TextIntake.Check(read) is { } fault
            ? new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, ContentType = "text/plain; charset=utf-8", Content = $"This cannot be taken: {fault.Reason}." }
            : Partial("_Reading", await reading.ReadAsync(read, null, new Dictionary<string, string>(), HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostFilesAsync(IReadOnlyList<IFormFile>? files)
    {
        var told = new List<(string Name, string? Draft, string? Fault)>();
        foreach (var file in files ?? [])
        {
            told.Add(await TakeFile(file));
        }

        if (told.Count == 0)
        {
            Fault("Choose at least one file.", "files");
        }

        Files = told;
        return told is [{ Draft: { } only }] ? Redirect("/desk/add/" + only) : await Show();
    }

    /// <summary>One file of many, sent by itself so that its progress can be shown.</summary>
    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        var (name, draft, fault) = file is null ? ("", null, "there is no file in this form") : await TakeFile(file);
        return new JsonResult(new { name, draft, fault }) { StatusCode = draft is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    private async Task<(string Name, string? Draft, string? Fault)> TakeFile(IFormFile file)
    {
        var name = System.IO.Path.GetFileName(file.FileName);
        if (file.Length > TextIntake.MaxBytes)
        {
            return (name, null, "it is longer than 1 MiB");
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        var text = TextIntake.Decode(bytes.AsMemory(0, await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)).Span);
        return text.Ok ? (name, await drafts.KeepAsync(text.Value, name.Length > 200 ? name[..200] : name, Editor), null) : (name, null, text.Fault!.Reason);
    }

    public async Task<IActionResult> OnPostAddressAsync([FromForm] string? address)
    {
        Address = address?.Trim() ?? "";
        var page = await fetcher.FetchAsync(Address, HttpContext.RequestAborted);
        if (!page.Ok)
        {
            Fault($"Not fetched: {page.Fault!.Reason}.", "address");
            return await Show();
        }

        return Redirect("/desk/add/" + await drafts.KeepAsync(page.Value.Text, page.Value.Address.AbsoluteUri, Editor));
    }

    private async Task<IActionResult> Show()
    {
        (Title, Section) = ("Add an article", "/desk/add");
        Drafts = await drafts.AllAsync();
        return Faults.Count > 0 ? Again() : Page();
    }
}
