using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Web.Rendering;

public enum LineChange { Kept, Moved, Added, Dropped, Changed }

/// <summary>A sentence of the later take, or one that it no longer has.</summary>
/// <param name="Before">What it said before, of a changed one; else null.</param>
public sealed record TakeLine(LineChange Change, string Text, string? Before);

/// <summary>What changed between two takes of a story (<see cref="TakeDifference"/>), as lines to show. Typing errors put right are no change.</summary>
public static class TakeLines
{
    public static IReadOnlyList<TakeLine> Between(string before, string after) =>
        [.. TakeDifference.Between(before, after).Sentences.Select(p => p.Change switch
        {
            SentenceChange.Added => new TakeLine(LineChange.Added, Words(after, p.After), null),
            SentenceChange.Removed => new TakeLine(LineChange.Dropped, Words(before, p.Before), null),
            SentenceChange.Changed => new TakeLine(LineChange.Changed, Words(after, p.After), Words(before, p.Before)),
            SentenceChange.Moved => new TakeLine(LineChange.Moved, Words(after, p.After), null),
            _ => new TakeLine(LineChange.Kept, Words(after, p.After), null),
        })];

    /// <summary>"Of 10 sentences 2 changed, 1 added, 7 kept": how many met which fate, nothing of the fates that none met.</summary>
    public static string Summary(IReadOnlyList<TakeLine> lines) => $"Of {TimeText.Count(lines.Count, "sentence")} " + string.Join(", ",
        lines.GroupBy(l => l.Change).OrderByDescending(g => g.Key).Select(g => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}")));

    private static string Words(string text, Sentence? sentence) => Sentences.Words(text, sentence!.Value.Span);
}
