using System.Buffers;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>A time expression of a piece whose day of writing is not known yet.</summary>
/// <param name="Paragraph">Number of its paragraph.</param>
/// <param name="Place">Number of its sentence.</param>
/// <param name="RangeFrom">The first part of the range that it closes ("from Saturday through Monday"), or null.</param>
/// <param name="Expiry">Its sentence says that the dossier's subject runs out.</param>
internal sealed record DateClue(Atom Atom, Tense Tense, int Paragraph, int Place, string Words, DateClue? RangeFrom, bool Expiry)
{
    /// <summary>It stands in the first paragraph.</summary>
    public bool Lead => Paragraph == 0;

    /// <summary>A piece says when it was written in its first paragraphs or not at all.</summary>
    public const int MostParagraphs = 200;

    /// <summary>Clues are weighed in pairs, so there must not be too many.</summary>
    private const int Most = 120;

    private const int LongestSentence = 1000;

    private static readonly SearchValues<string> _endings = SearchValues.Create(
        ["expire", "expiry", "expiration", "lapse", "run out", "runs out", "come to an end", "comes to an end", "terminate", "due to end", "is to end", "will end", "deadline"],
        StringComparison.OrdinalIgnoreCase);

    /// <param name="sentences">Filled with the sentences, for what they say besides.</param>
    public static List<DateClue> Of(string text, IReadOnlyList<TextSpan> paragraphs, Dossier dossier, List<ClueSentence> sentences)
    {
        var clues = new List<DateClue>();
        var tokens = new List<DateToken>(256);
        var sentence = 0;
        for (var i = 0; i < paragraphs.Count && i < MostParagraphs && clues.Count < Most; i++)
        {
            sentence = DateTokenizer.Cut(text, paragraphs[i], tokens, sentence);
            Sentences(text, tokens, i, dossier, sentences);
            DateClue? last = null;
            for (var at = 0; at < tokens.Count && clues.Count < Most;)
            {
                if (RuleBook.LongestAt(text, tokens, at) is not { } atom)
                {
                    at++;
                    continue;
                }

                var from = last is not null && RangeLink.Between(text, tokens, last.Atom.First, last.Atom.End, atom.First) == Link.Range ? last : null;
                var words = text[tokens[atom.First].Start..tokens[atom.End - 1].End];
                var tense = TenseReader.At(text, tokens, atom.First, atom.End);
                last = new DateClue(atom, tense, i, tokens[atom.First].Sentence, words, from, SpeaksOfExpiry(text, tokens, atom, dossier));
                clues.Add(last);
                at = atom.End;
            }
        }

        return clues;
    }

    private static void Sentences(string text, List<DateToken> tokens, int paragraph, Dossier dossier, List<ClueSentence> into)
    {
        for (var first = 0; first < tokens.Count;)
        {
            var end = first + 1;
            while (end < tokens.Count && tokens[end].Sentence == tokens[first].Sentence)
            {
                end++;
            }

            var words = text.AsSpan(tokens[first].Start, Math.Min(LongestSentence, tokens[end - 1].End - tokens[first].Start));
            var names = Names(words, dossier.DeadlineSubject);
            into.Add(new ClueSentence(tokens[first].Sentence, paragraph, words.ToString(), names, names && words.ContainsAny(_endings)));
            first = end;
        }
    }

    private static bool SpeaksOfExpiry(string text, List<DateToken> tokens, Atom atom, Dossier dossier)
    {
        const int Reach = 60;
        int first = atom.First, last = atom.End - 1, sentence = tokens[atom.First].Sentence;
        while (first > 0 && atom.First - first < Reach && tokens[first - 1].Sentence == sentence)
        {
            first--;
        }

        while (last + 1 < tokens.Count && last - atom.End < Reach && tokens[last + 1].Sentence == sentence)
        {
            last++;
        }

        var words = text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start);
        return words.ContainsAny(_endings) && Names(words, dossier.DeadlineSubject);
    }

    private static bool Names(ReadOnlySpan<char> sentence, Subject subject)
    {
        foreach (var name in subject.Names.Concat(subject.ShortNames))
        {
            if (sentence.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
