namespace GsomiaTracker.Extraction.Wire;

/// <summary>What a line looks like, before its place in the piece is known.</summary>
internal enum LineKind { Title, Prose, Sentence, Label, List, Stamp, Byline, Dateline, Note, Caption, Bullet, SoundBite, Credit, Tail }

/// <summary>A line with what it looks like and what was read in it.</summary>
internal sealed record SortedLine(WireLine Line, LineKind Kind, Timestamp? Stamp, IReadOnlyList<string> Names, Outlet? Outlet, FoundDateline? Dateline);
