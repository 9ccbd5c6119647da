namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The 17 universal parts of speech of Universal Dependencies v2.</summary>
public enum Upos
{
    /// <summary>Other: foreign stretches, pieces of words.</summary>
    X,

    /// <summary>Adjective: <i>military</i>, <i>first</i>.</summary>
    Adj,

    /// <summary>Adposition: <i>of</i>, <i>in</i>, and the particle of a phrasal verb.</summary>
    Adp,

    /// <summary>Adverb: <i>soon</i>, <i>again</i>.</summary>
    Adv,

    /// <summary>Auxiliary: <i>will</i>, <i>has</i>, <i>be</i> (copula too).</summary>
    Aux,

    /// <summary>Coordinating conjunction: <i>and</i>, <i>but</i>.</summary>
    Cconj,

    /// <summary>Determiner: <i>the</i>, <i>this</i>.</summary>
    Det,

    /// <summary>Interjection: <i>yes</i>.</summary>
    Intj,

    /// <summary>Common noun.</summary>
    Noun,

    /// <summary>Numeral, in digits or words.</summary>
    Num,

    /// <summary>Particle: <i>to</i>, <i>not</i>, <i>'s</i>.</summary>
    Part,

    /// <summary>Pronoun: <i>he</i>, <i>who</i>, <i>its</i>.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction: <i>that</i>, <i>if</i>, <i>because</i>.</summary>
    Sconj,

    /// <summary>Symbol: <i>$</i>, <i>%</i>.</summary>
    Sym,

    /// <summary>Verb other than an auxiliary.</summary>
    Verb,
}
