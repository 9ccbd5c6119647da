using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>A phrase of an issue where it stands in a sentence: first and last token.</summary>
/// <param name="Engaged">It stands for something done, not for a thing: "the decision" after "the decision to end the pact".</param>
internal readonly record struct SeedAt(IssueSeed Seed, int First, int Last, bool Engaged);

/// <summary>
/// Finds the phrases of all issues in a sentence, longest first where several of one issue overlap, and remembers across sentences what
/// <i>it</i>, <i>its renewal</i> and <i>the decision</i> stand for.
/// </summary>
internal sealed class Seeding(StanceRules rules, StanceLexicon lexicon)
{
    /// <summary>Sentences after which a word no longer points back at a thing.</summary>
    private const int Reach = 2;

    private readonly List<(Phrase Phrase, IssueSeed Value, int Last)> _matches = [];
    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private List<IssueSeed> _thing = [];
    private int _thingSince = int.MinValue;
    private int _thingParagraph = -1;
    private List<IssueSeed> _deed = [];

    public void Find(Sentence s, int index, int paragraph, List<SeedAt> into)
    {
        into.Clear();
        var subjects = new List<string?>();
        for (var i = 0; i < s.Count; i++)
        {
            var here = 0;
            rules.Seeds.At(s, i, 0, _matches);
            foreach (var (_, seed, last) in _matches)
            {
                if (!Overlaps(into, seed, i, last) && (seed.Kind != SeedKind.Thing || last > i || !Clause.IsVerb(s[i])))
                {
                    into.Add(new SeedAt(seed, i, last, false));
                    here++;
                }
            }

            if (here > 0)
            {
                var things = into.GetRange(into.Count - here, here).Where(x => x.Seed.Kind == SeedKind.Thing && x.Seed.Subject is not null).Select(x => x.Seed).ToList();
                if (things.Count > 0)
                {
                    _thing = things;
                    _thingSince = index;
                    _thingParagraph = paragraph;
                }
            }
            else if (_thing.Count > 0 && index - _thingSince <= Reach && IsBackPointer(s, i))
            {
                foreach (var seed in _thing)
                {
                    into.Add(new SeedAt(seed, i, i, false));
                }
            }
            else if (_deed.Count > 0 && IsDeed(s, i))
            {
                foreach (var seed in _deed)
                {
                    into.Add(new SeedAt(seed, i, i, true));
                }
            }
        }
    }

    /// <summary>Takes down that a sentence told of something done, for "the decision" that may follow.</summary>
    public void Remember(IssueSeed seed, int polarity)
    {
        _deed = [seed with { Kind = SeedKind.Done, Polarity = polarity }];
    }

    private static bool Overlaps(List<SeedAt> found, IssueSeed seed, int first, int last)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].Seed.Issue == seed.Issue && found[i].Last >= first && found[i].First <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><i>it</i> or <i>its</i> where something of the lexicon is done to it.</summary>
    private bool IsBackPointer(Sentence s, int token)
    {
        var t = s[token];
        if (t.Norm is not ("it" or "its" or "them" or "they" or "their") || t.Head < 0)
        {
            return false;
        }

        if (t.Relation is not (Deprel.Obj or Deprel.NsubjPass or Deprel.NmodPoss or Deprel.Nsubj))
        {
            return false;
        }

        lexicon.At(s, t.Head, _entries);
        foreach (var (_, word, _) in _entries)
        {
            if (word.Kind is StanceWordKind.Effect or StanceWordKind.Hold
                && (t.Relation is Deprel.Obj or Deprel.NsubjPass && !word.OfSubject && Clause.IsVerb(s[t.Head])
                    || t.Relation is Deprel.NmodPoss && (word.Classes & StanceWordClass.Noun) != 0 && Clause.IsNoun(s[t.Head])
                    || t.Relation is Deprel.Nsubj && word.OfSubject && !s.Has(t.Head, Deprel.Obj)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeed(Sentence s, int token)
    {
        var t = s[token];
        if (t.Lemma is not ("decision" or "move" or "announcement" or "step"))
        {
            return false;
        }

        var pointed = false;
        foreach (var c in s.Children(token))
        {
            if (s[c].Relation is Deprel.Acl or Deprel.Nmod or Deprel.AclRelcl)
            {
                return false;
            }

            pointed |= s[c].Relation == Deprel.Det && s[c].Norm is "the" or "this" or "that" or "such" || s[c].Relation == Deprel.NmodPoss;
        }

        return pointed;
    }
}
