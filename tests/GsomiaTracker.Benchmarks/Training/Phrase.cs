using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>A sentence under construction: words are added left to right; heads are indexes, or set later.</summary>
internal sealed class Phrase
{
    public List<string> Forms { get; } = [];

    public List<Upos> Pos { get; } = [];

    public List<Xpos> Tags { get; } = [];

    public List<int> Heads { get; } = [];

    public List<Deprel> Relations { get; } = [];

    public int Count => Forms.Count;

    public int Add(string form, Upos pos, Xpos tag, int head, Deprel relation)
    {
        Forms.Add(form);
        Pos.Add(pos);
        Tags.Add(tag);
        Heads.Add(head);
        Relations.Add(relation);
        return Count - 1;
    }

    /// <summary>Adds the first <paramref name="count"/> words of a sentence; its root hangs on <paramref name="head"/>. Returns the root's place.</summary>
    public int Add(TreebankSentence s, int count, int head, Deprel relation)
    {
        var offset = Count;
        var root = -1;
        for (var i = 0; i < count; i++)
        {
            var at = Add(s.Forms[i], s.Pos[i], s.Tags[i], s.Heads[i] < 0 ? head : s.Heads[i] + offset, s.Heads[i] < 0 ? relation : s.Relations[i]);
            root = s.Heads[i] < 0 ? at : root;
        }

        return root;
    }

    public TreebankSentence Build() =>
        new([.. Forms], [.. Forms], [.. Pos], [.. Tags], [.. Heads], [.. Relations], [.. Forms.Select(_ => true)]);
}
