using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

internal enum TriggerPart { Noun, Verb }

/// <summary>What a row says of its trigger without a word list.</summary>
[Flags]
internal enum TriggerMarks
{
    None = 0,

    /// <summary>Tells an event only where it is dated, held or has named sides.</summary>
    Weak = 1,

    /// <summary>"The meeting", with nothing else, only points back.</summary>
    Bare = 2,

    /// <summary>The noun takes for granted that the thing was done: <i>the export curbs</i>.</summary>
    Act = 4,

    /// <summary>Row that keeps later rows from the word.</summary>
    Never = 8,

    /// <summary>A term by which somebody may or must act: whether anybody does is another matter.</summary>
    Term = 16,

    /// <summary>Says nothing where anything that it asks for is missing.</summary>
    Strict = 32,
}

/// <summary>A row of events-triggers.tsv for one of its words.</summary>
/// <param name="Tells">A sentence that tells such an event; run as a test.</param>
/// <param name="DoesNot">A sentence with the word that does not; run as a test. May be empty.</param>
internal sealed record Trigger(
    EventKind Kind, TriggerPart Part, string Lemma, Need[] Needs, TriggerMarks Marks, string Tells, string DoesNot)
{
    public bool Has(TriggerMarks mark) => (Marks & mark) != 0;
}

/// <summary>Where a need looks.</summary>
internal enum NeedPlace
{
    /// <summary>Words before the noun in its phrase.</summary>
    Pre,
    Obj,
    Subj,
    Agent,
    Attr,

    /// <summary>A phrase with one of the prepositions in <see cref="Need.Prepositions"/>.</summary>
    Pp,

    /// <summary>Particle of a phrasal verb.</summary>
    Prt,

    /// <summary>Anywhere in the phrase or clause part that hangs on the trigger.</summary>
    In,

    /// <summary>Within eight words.</summary>
    Near,

    /// <summary>Possessor.</summary>
    Poss,

    /// <summary>The verb that holds the noun.</summary>
    Light,

    /// <summary>Verb of the clause that says what was decided or announced.</summary>
    Comp,

    /// <summary>Like comp, or a phrase or compound that names the course.</summary>
    Content,
    ObjAny,
    Plural,
    Passive,
    Past,
    As,
    ActorOf,
    Subst,

    /// <summary>Completed by "it will (not)" with an act on a treaty, a list, exports or one of the dossier's subjects.</summary>
    WillAct,

    /// <summary>Told by its place in time: "before the end of", or as the subject with a date.</summary>
    Ahead,

    /// <summary>One of the words within sixteen behind it.</summary>
    After,

    /// <summary>With a date behind it introduced by "by", or by one of the words.</summary>
    By,

    /// <summary>A date stands right behind it: "effective Wednesday".</summary>
    Dated,

    /// <summary>The preposition before the noun is one of the words.</summary>
    Case,

    /// <summary>The noun is what its subject is said to be: "Thursday was the last day".</summary>
    Cop,

    /// <summary>The noun is put off, moved or extended to a day: "put off its departure until Jan. 31".</summary>
    Deferred,
}

/// <summary>One condition of a trigger.</summary>
/// <param name="Wanted">False: it must not be so.</param>
/// <param name="Words">Lemmas any of which will do; null: the place must only be filled.</param>
/// <param name="MayBeAbsent">The place may also be empty.</param>
internal sealed record Need(
    NeedPlace Place,
    bool Wanted,
    WordSet? Words,
    string[] Prepositions,
    NeedReferents Referents,
    bool MayBeAbsent)
{
    public static Need Parse(string item, Func<string, string[]> split, Func<string, WordSet> ofClass)
    {
        var wanted = item[0] != '-';
        var text = wanted ? item : item[1..];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (!Enum.TryParse<NeedPlace>(name, ignoreCase: true, out var place))
        {
            throw new InvalidOperationException($"no need '{name}' for an event trigger");
        }

        if (colon < 0)
        {
            return new Need(place, wanted, null, [], NeedReferents.None, false);
        }

        var rest = text[(colon + 1)..];
        string[] prepositions = [];
        if (place == NeedPlace.Pp)
        {
            var equals = rest.IndexOf('=', StringComparison.Ordinal);
            prepositions = split(equals < 0 ? rest : rest[..equals]);
            if (equals < 0)
            {
                return new Need(place, wanted, null, prepositions, NeedReferents.None, false);
            }

            rest = rest[(equals + 1)..];
        }

        var words = new WordSet();
        var referents = NeedReferents.None;
        var absent = false;
        foreach (var word in split(rest))
        {
            switch (word[0])
            {
                case '@': words.AddRange(ofClass(word[1..])); break;
                case '#': referents |= Enum.Parse<NeedReferents>(word[1..], ignoreCase: true); break;
                case '-' when word.Length == 1: absent = true; break;
                default: words.Add(word); break;
            }
        }

        return new Need(place, wanted, words, prepositions, referents, absent);
    }
}

/// <summary>What may fill a place, besides words.</summary>
[Flags]
internal enum NeedReferents
{
    None = 0,
    Person = 1,
    State = 2,
    Body = 4,
    Group = 8,

    /// <summary>Person, state, body, group, pronoun of persons, or a noun of @office.</summary>
    Actor = 16,

    /// <summary>A place or a state as a place.</summary>
    Place = 32,

    /// <summary>One of the dossier's subjects by name.</summary>
    Subject = 64,

    /// <summary>Two or more.</summary>
    Plural = 128,

    /// <summary>Neither person nor body.</summary>
    Thing = 256,
}
