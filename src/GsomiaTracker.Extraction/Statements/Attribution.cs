using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>A statement with what later stages ask of it.</summary>
/// <param name="Speaker">Whom the source stands for; null when it cannot be told.</param>
/// <param name="Sentence">The sentence of the cue (of the source, of the content where there is none).</param>
/// <param name="CueToken">Token of the cue in that sentence, or -1.</param>
/// <param name="CueLemma">"say", "according", "claim"; empty without a cue.</param>
/// <param name="Content">The pieces that are said.</param>
public sealed record Attribution(
    Statement Statement, Referent? Speaker, int Sentence, int CueToken, string CueLemma, IReadOnlyList<TextSpan> Content);

/// <summary>All attributions of a text, in order of their content.</summary>
public sealed class Attributions
{
    private const int MostNested = 64;

    private readonly (TextSpan Span, Attribution Of)[] _pieces;
    private readonly int[] _reach;

    internal Attributions(IReadOnlyList<Attribution> all, IReadOnlyList<Attribution?> ofQuoted)
    {
        OfQuoted = ofQuoted;
        All = all;
        // "is expected to ask": nobody says it; whose act it is can be told, so it hides no speaker.
        _pieces = [.. all.Where(a => a.Statement.Source is not null || CueLexicon.Verb(a.CueLemma) is null).SelectMany(a => a.Content.Select(c => (c, a))).OrderBy(p => p.c.Start).ThenBy(p => -p.c.End)];
        _reach = new int[_pieces.Length];
        for (var i = 0; i < _pieces.Length; i++)
        {
            _reach[i] = Math.Max(_pieces[i].Span.End, i > 0 ? _reach[i - 1] : 0);
        }
    }

    public IReadOnlyList<Attribution> All { get; }

    /// <summary>For each of the document's quotations the attribution that it belongs to, or null.</summary>
    public IReadOnlyList<Attribution?> OfQuoted { get; }

    /// <summary>What the text itself attributes: what is attributed inside somebody's words is part of those words.</summary>
    public IReadOnlyList<Statement> Statements => [.. All.Where(a => !IsWithin(a)).Select(a => a.Statement)];

    /// <summary>The innermost attribution whose content holds this place; null for what the text says itself.</summary>
    public Attribution? At(int offset)
    {
        var low = UpTo(offset);
        Attribution? best = null;
        var length = int.MaxValue;
        for (var i = low - 1; i >= 0 && i > low - MostNested && _reach[i] > offset; i--)
        {
            if (_pieces[i].Span.Contains(offset) && _pieces[i].Span.Length < length)
            {
                (best, length) = (_pieces[i].Of, _pieces[i].Span.Length);
            }
        }

        return best;
    }

    /// <summary>The attribution whose content shares most with a stretch; the one with a source before one without.</summary>
    public Attribution? Over(TextSpan span)
    {
        Attribution? best = null;
        var most = 0;
        var low = UpTo(span.End - 1);
        for (var i = low - 1; i >= 0 && i > low - MostNested && _reach[i] > span.Start; i--)
        {
            var (piece, of) = _pieces[i];
            var shared = Math.Min(piece.End, span.End) - Math.Max(piece.Start, span.Start);
            if (shared > 0 && !(of.Statement.Cue is { } cue && span.Overlaps(cue.Span)) && shared * 2 + (of.Statement.Source is null ? 0 : 1) > most)
            {
                (best, most) = (of, shared * 2 + (of.Statement.Source is null ? 0 : 1));
            }
        }

        return best;
    }

    /// <summary>Whether its cue stands in what somebody named says by another cue.</summary>
    private bool IsWithin(Attribution inner)
    {
        var place = inner.Statement.Cue?.Span ?? inner.Content[0];
        var low = UpTo(place.Start);
        for (var i = low - 1; i >= 0 && i > low - MostNested && _reach[i] > place.Start; i--)
        {
            var (piece, outer) = _pieces[i];
            if (piece.Contains(place) && outer != inner && outer.Statement.Source is not null && outer.Statement.Cue is { } cue && !inner.Content.Any(c => c.Contains(cue.Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of pieces that start at or before a place.</summary>
    private int UpTo(int offset)
    {
        int low = 0, high = _pieces.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_pieces[middle].Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Who says the words at this place; null for the text's own words and for sources that cannot be told.</summary>
    public Referent? SpeakerAt(int offset) => At(offset)?.Speaker;
}
