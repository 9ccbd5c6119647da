namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What is looked at in a block to tell an article's text from what stands round it; each is seen in one of a few grades.</summary>
internal enum BlockSignKind
{
    /// <summary>Always seen.</summary>
    Base,

    /// <summary>What the rules make of it: 0 article, 1 in the article's element, 2 there but dropped, 3 outside, 4 outside and dropped, 5 caption.</summary>
    Rule,

    /// <summary>The same where most prose of the page stands in elements of one kind (1) or not (0), times six.</summary>
    RuleWhere,
    Words,
    Links,

    /// <summary>Whether it ends as a sentence does, by length.</summary>
    Ends,
    Role,
    Holder,

    /// <summary>Share of the page's prose in blocks whose elements are named alike, three deep.</summary>
    PathShare,

    /// <summary>Share of the page's prose that stands beside it in the same element.</summary>
    ParentShare,

    /// <summary>Steps up from it to an element that it has in common with most prose.</summary>
    Up,

    /// <summary>Steps up from most prose to an element that it has in common with it.</summary>
    Over,
    Before,
    Before2,
    After,
    After2,

    /// <summary>Share of the page's prose in the four blocks before and after it.</summary>
    Window,

    /// <summary>Where it stands to the first and last prose of the element that has most.</summary>
    Place,

    /// <summary>How far it is from the headline.</summary>
    Title,
    Furniture,
    Cue,

    /// <summary>Whether its words stand on the page a second time.</summary>
    Repeat,
    Opening,

    /// <summary>How many boxes like the one that it stands in there are.</summary>
    Alike,

    /// <summary>Share of links in the element round it, and in the one round that.</summary>
    ParentLinks,
    GrandLinks,

    /// <summary>Lists, tables, forms, quotations, pictures round it.</summary>
    In,

    /// <summary>What the names of the elements round it say.</summary>
    Named,
    Commas,

    /// <summary>In the second look: how sure the first was of it.</summary>
    Own,
    OddsBefore,
    OddsAfter,
    OddsRound,
    OddsBeside,
}

/// <summary>Something seen in a block, and in what grade.</summary>
internal readonly record struct BlockSign(BlockSignKind Kind, int Grade);
