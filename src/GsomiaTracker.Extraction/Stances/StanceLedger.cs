using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>One entry for each holder, issue and position, with every clause that carries it.</summary>
internal sealed class StanceLedger(string text, ReadingTrace? trace = null)
{
    /// <summary>A piece of evidence and all pieces of one entry may not grow beyond these, in UTF-16 units.</summary>
    private const int LongestPiece = 690;

    private const int LongestEntry = 1490;

    private readonly Dictionary<(string Country, string? Person, string? Org, string Issue, Position Position), Entry> _entries = [];
    private readonly List<Entry> _inOrder = [];

    /// <param name="odds">Log odds of the entry that it carries.</param>
    public void Add(Ground ground, double odds)
    {
        var (holder, stand, position, words, condition, sentence) = (ground.Holder, ground.Stand, ground.Position, ground.Words, ground.Condition, ground.Sentence.Span);
        var key = (holder.Country, holder.Person, holder.Org, stand.Issue.Key, position);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry = new Entry(holder, stand.Issue.Key, position, stand.Act, sentence) { Odds = odds };
            _inOrder.Add(entry);
        }

        if (trace is not null)
        {
            entry.Steps.Add($"\"{words.In(text)}\": {Vocabulary.Word(position)} by the rules {stand.Rule}; the holder is {(stand.Holder >= 0 ? "named in the clause" : "whoever utters it")}{(stand.Form == StandForm.Done ? ", who did it" : "")}");
        }

        entry.Condition ??= condition;
        if (entry.Act == SpeechAct.State)
        {
            entry.Act = stand.Act;
        }

        var piece = words.Length > LongestPiece ? TextSpan.OfLength(words.Start, LongestPiece) : words;
        for (var i = 0; i < entry.Pieces.Count; i++)
        {
            if (entry.Pieces[i].Overlaps(piece))
            {
                var both = entry.Pieces[i].Union(piece);
                if (both.Length <= LongestPiece)
                {
                    entry.Length += both.Length - entry.Pieces[i].Length;
                    entry.Pieces[i] = both;
                }

                return;
            }
        }

        if (entry.Length + piece.Length <= LongestEntry)
        {
            entry.Pieces.Add(piece);
            entry.Length += piece.Length;
        }
    }

    public IReadOnlyList<StanceTaken> Close()
    {
        foreach (var entry in _inOrder)
        {
            trace?.Add(KeyOf(entry), entry.Steps);
        }

        return Taken();
    }

    private FindingKey KeyOf(Entry e) =>
        FindingKey.Of("stance", $"{e.Holder.Country}/{e.Holder.Person ?? e.Holder.Org}/{e.Issue}/{Vocabulary.Word(e.Position)}", e.Sentence.In(text));

    private IReadOnlyList<StanceTaken> Taken() =>
    [
        .. _inOrder.Select(e => new StanceTaken(
            KeyOf(e),
            e.Holder.Country,
            e.Holder.Person,
            e.Holder.Org,
            e.Issue,
            e.Position,
            e.Act,
            e.Condition is { } condition ? Evidence.In(text, condition) : null,
            [.. e.Pieces.Order().Select(p => Evidence.In(text, p))]) { Certainty = Certainty.OfLogOdds(e.Odds) }),
    ];

    private sealed class Entry(Holder holder, string issue, Position position, SpeechAct act, TextSpan sentence)
    {
        public Holder Holder { get; } = holder;

        public string Issue { get; } = issue;

        public Position Position { get; } = position;

        public SpeechAct Act { get; set; } = act;

        /// <summary>The sentence that carries it first: names the finding.</summary>
        public TextSpan Sentence { get; } = sentence;

        public double Odds { get; init; }

        public TextSpan? Condition { get; set; }

        public List<TextSpan> Pieces { get; } = [];

        /// <summary>What led to it, for a trace.</summary>
        public List<string> Steps { get; } = [];

        public int Length { get; set; }
    }
}
