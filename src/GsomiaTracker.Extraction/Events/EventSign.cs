namespace GsomiaTracker.Extraction.Events;

/// <summary>What is seen of a telling or of an entry, by which <see cref="EventChoice"/> weighs it; the names stand in <c>events-choice.tsv</c>.</summary>
internal enum EventSign
{
    /// <summary>Every candidate has it.</summary>
    Any,

    // How a row of the tables came by it.
    RowFits,
    RowNearly,
    RowWide,
    UnmetSubject,
    UnmetObject,
    UnmetPhrase,
    UnmetNear,
    UnmetBefore,
    UnmetOther,
    UnmetFilled,

    // Why the rules alone would not have told it.
    Doubted,
    OnlyWanted,
    UnderCondition,
    NotTaken,
    ARule,
    AnOccasion,
    TooWeak,
    TooBare,
    NeverWas,

    // The word.
    IsVerb,
    IsNoun,
    Past,
    Present,
    Perfect,
    Modal,
    Infinitive,
    Ing,
    Participle,
    Passive,
    Negated,
    Plural,
    Definite,
    Indefinite,
    NoArticle,
    Possessed,
    Held,
    Carried,
    Named,
    OnlyPoints,
    OfTheDossier,
    HasLevel,
    HasAction,

    // Its day.
    OwnDay,
    OwnRange,
    LentDay,
    NoDay,
    LongAgo,
    Ahead,
    OnTheDay,

    // What becomes of it.
    Happened,
    Scheduled,
    Tentative,
    Cancelled,
    Alleged,
    Unmarked,

    // Who.
    NoState,
    OneState,
    TwoStates,
    MoreStates,
    NoPerson,
    OnePerson,
    MorePersons,
    AtAPlace,
    SubjectState,
    SubjectPerson,
    SubjectBody,
    SubjectGroup,
    SubjectOther,
    SubjectNone,
    ObjectActor,
    ObjectThing,
    ObjectNone,

    // Where it stands.
    MainClause,
    SecondClause,
    SaidClause,
    RelativeClause,
    AdverbialClause,
    ParticipleClause,
    InfinitiveClause,
    Lead,
    Early,
    Late,
    InCaption,
    InQuotes,
    Question,

    // What else its sentence tells.
    SameKindInClause,
    SameKindInSentence,
    OtherKindInClause,
    SameWordBefore,

    // Of an entry.
    Best,
    Second,
    ToldTwice,
    ToldOften,
    NoRowFits,
    BetterHere,
    BetterThatDay,
    BetterOfKind,
}
