using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// A sentence as a tree of tokens. There is exactly one root, every other token hangs on a token of the same sentence, and there is no circle.
/// Token indexes are positions in <see cref="Tokens"/>; offsets are absolute in <see cref="Text"/>.
/// </summary>
public sealed class Sentence
{
    private readonly Token[] _tokens;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _leftmost;
    private readonly int[] _rightmost;

    internal Sentence(string text, TextSpan span, Token[] tokens)
    {
        Text = text;
        Span = span;
        _tokens = tokens;
        var n = tokens.Length;
        var links = new int[n];
        Root = -1;
        _firstChild = new int[n];
        _nextSibling = new int[n];
        _leftmost = new int[n];
        _rightmost = new int[n];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = n - 1; i >= 0; i--)
        {
            _leftmost[i] = i;
            _rightmost[i] = i;
            var head = tokens[i].Head;
            if (head < 0)
            {
                Root = i;
            }
            else
            {
                _nextSibling[i] = _firstChild[head];
                _firstChild[head] = i;
            }
        }

        if (Root >= 0)
        {
            Spread(Root, links);
        }
    }

    /// <summary>The whole text that the offsets index.</summary>
    public string Text { get; }

    /// <summary>From the first to past the last token.</summary>
    public TextSpan Span { get; }

    public ReadOnlySpan<Token> Tokens => _tokens;

    public int Count => _tokens.Length;

    /// <summary>Index of the root; -1 only in a sentence without tokens.</summary>
    public int Root { get; }

    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>Indexes of the tokens that hang on this one, left to right. Allocates nothing.</summary>
    public ChildList Children(int index) => new(this, index);

    /// <summary>The first token with this relation that hangs on the given one, or -1.</summary>
    public int Child(int index, Deprel relation)
    {
        for (var c = _firstChild[index]; c >= 0; c = _nextSibling[c])
        {
            if (_tokens[c].Relation == relation)
            {
                return c;
            }
        }

        return -1;
    }

    public bool Has(int index, Deprel relation) => Child(index, relation) >= 0;

    /// <summary>Whether the lemma is this one.</summary>
    public bool Is(int index, string lemma) => string.Equals(_tokens[index].Lemma, lemma, StringComparison.Ordinal);

    /// <summary>Leftmost token under (or at) this one.</summary>
    public int Leftmost(int index) => _leftmost[index];

    /// <summary>Rightmost token under (or at) this one.</summary>
    public int Rightmost(int index) => _rightmost[index];

    /// <summary>From the leftmost to the rightmost token under this one (it may hold other words where the tree crosses itself).</summary>
    public TextSpan Subtree(int index) => new(_tokens[_leftmost[index]].Start, _tokens[_rightmost[index]].End);

    /// <summary>Whether the first token lies under, or is, the second.</summary>
    public bool IsUnder(int index, int ancestor)
    {
        for (var i = index; i >= 0; i = _tokens[i].Head)
        {
            if (i == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token that holds this place of the text, or -1.</summary>
    public int At(int position)
    {
        int low = 0, high = _tokens.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else if (_tokens[middle].Start > position)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    /// <summary>The surface form.</summary>
    public ReadOnlySpan<char> Form(int index) => _tokens[index].Span.In(Text);

    public override string ToString() => Span.Of(Text);

    /// <summary>Children before parents, without recursion (a tree may be as deep as the sentence is long).</summary>
    private void Spread(int root, int[] order)
    {
        var count = 0;
        order[count++] = root;
        for (var at = 0; at < count; at++)
        {
            for (var c = _firstChild[order[at]]; c >= 0; c = _nextSibling[c])
            {
                order[count++] = c;
            }
        }

        for (var at = count - 1; at > 0; at--)
        {
            var i = order[at];
            var head = _tokens[i].Head;
            _leftmost[head] = Math.Min(_leftmost[head], _leftmost[i]);
            _rightmost[head] = Math.Max(_rightmost[head], _rightmost[i]);
        }
    }

    /// <summary>The children of one token: <c>foreach (var c in sentence.Children(i))</c>.</summary>
    public readonly struct ChildList
    {
        private readonly Sentence _sentence;
        private readonly int _parent;

        internal ChildList(Sentence sentence, int parent)
        {
            _sentence = sentence;
            _parent = parent;
        }

        public Enumerator GetEnumerator() => new(_sentence, _sentence._firstChild[_parent]);

        public struct Enumerator
        {
            private readonly Sentence _sentence;
            private int _next;

            internal Enumerator(Sentence sentence, int first)
            {
                _sentence = sentence;
                _next = first;
                Current = -1;
            }

            public int Current { get; private set; }

            public bool MoveNext()
            {
                Current = _next;
                if (Current < 0)
                {
                    return false;
                }

                _next = _sentence._nextSibling[Current];
                return true;
            }
        }
    }
}
