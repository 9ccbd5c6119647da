using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Finds the dossier's subjects in a sentence, longest name first; names whole, ignoring case unless all capitals.</summary>
internal sealed class SubjectNames
{
    private readonly WordTable<List<(string[] Words, string Written, Subject Subject, bool Sure)>> _byFirst = new();

    public SubjectNames(Dossier dossier)
    {
        foreach (var subject in dossier.Subjects)
        {
            Add(subject, subject.Names, sure: true);
            Add(subject, subject.ShortNames, sure: false);
        }

        foreach (var list in _byFirst.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    public List<SubjectHit> In(Sentence sentence)
    {
        var hits = new List<SubjectHit>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (_byFirst.Find(sentence[i].Norm) is not { } names)
            {
                continue;
            }

            foreach (var name in names)
            {
                if (i + name.Words.Length <= sentence.Count && Fits(sentence, i, name.Words, name.Written))
                {
                    hits.Add(new SubjectHit(name.Subject, i, i + name.Words.Length - 1, name.Sure));
                    i += name.Words.Length - 1;
                    break;
                }
            }
        }

        return hits;
    }

    private void Add(Subject subject, IReadOnlyList<string> names, bool sure)
    {
        foreach (var name in names)
        {
            var words = Split(name);
            if (words.Length > 0)
            {
                _byFirst.Meet(words[0], static () => []).Add((words, name, subject, sure));
            }
        }
    }

    private static bool Fits(Sentence sentence, int at, string[] words, string written)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (!string.Equals(sentence[at + i].Norm, words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !IsAllCapitals(written) || sentence.Text.AsSpan(sentence[at].Start, sentence[at + words.Length - 1].End - sentence[at].Start).SequenceEqual(written);
    }

    private static bool IsAllCapitals(string name) => name.Length > 1 && name.All(c => !char.IsLower(c)) && name.Any(char.IsUpper);

    /// <summary>As the parser cuts: hyphens and possessive endings apart.</summary>
    private static string[] Split(string name) =>
        name.ToLowerInvariant().Replace("-", " - ", StringComparison.Ordinal).Replace("'s", " 's", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
