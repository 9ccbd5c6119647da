namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The Penn Treebank tags as the English UD treebanks use them (punctuation by name).</summary>
public enum Xpos
{
    /// <summary>No tag.</summary>
    None,

    /// <summary>E-mail or web address (<c>ADD</c>).</summary>
    Add,

    /// <summary>Prefix standing alone (<c>AFX</c>).</summary>
    Afx,

    /// <summary>Coordinating conjunction.</summary>
    CC,

    /// <summary>Cardinal number.</summary>
    CD,

    /// <summary>Determiner.</summary>
    DT,

    /// <summary>Existential <i>there</i>.</summary>
    EX,

    /// <summary>Foreign word.</summary>
    FW,

    /// <summary>Part of a word written apart (<c>GW</c>).</summary>
    GW,

    /// <summary>Hyphen inside a compound that is split at it.</summary>
    Hyph,

    /// <summary>Preposition or subordinating conjunction.</summary>
    IN,

    /// <summary>Adjective.</summary>
    JJ,

    /// <summary>Comparative adjective.</summary>
    JJR,

    /// <summary>Superlative adjective.</summary>
    JJS,

    /// <summary>List item marker.</summary>
    LS,

    /// <summary>Modal verb.</summary>
    MD,

    /// <summary>Superfluous punctuation (<c>NFP</c>): asterisks, emoticons, rules of dashes.</summary>
    Nfp,

    /// <summary>Noun, singular or mass.</summary>
    NN,

    /// <summary>Proper noun, singular.</summary>
    NNP,

    /// <summary>Proper noun, plural.</summary>
    NNPS,

    /// <summary>Noun, plural.</summary>
    NNS,

    /// <summary>Predeterminer.</summary>
    PDT,

    /// <summary>Possessive ending.</summary>
    POS,

    /// <summary>Personal pronoun.</summary>
    PRP,

    /// <summary>Possessive pronoun (<c>PRP$</c>).</summary>
    PRPPoss,

    /// <summary>Adverb.</summary>
    RB,

    /// <summary>Comparative adverb.</summary>
    RBR,

    /// <summary>Superlative adverb.</summary>
    RBS,

    /// <summary>Particle of a phrasal verb.</summary>
    RP,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary><i>to</i> before an infinitive.</summary>
    TO,

    /// <summary>Interjection.</summary>
    UH,

    /// <summary>Verb, base form.</summary>
    VB,

    /// <summary>Verb, past tense.</summary>
    VBD,

    /// <summary>Verb, gerund or present participle.</summary>
    VBG,

    /// <summary>Verb, past participle.</summary>
    VBN,

    /// <summary>Verb, present tense, not third person singular.</summary>
    VBP,

    /// <summary>Verb, present tense, third person singular.</summary>
    VBZ,

    /// <summary>Wh-determiner, and <i>that</i>/<i>which</i> as a relative pronoun.</summary>
    WDT,

    /// <summary>Wh-pronoun.</summary>
    WP,

    /// <summary>Possessive wh-pronoun (<c>WP$</c>).</summary>
    WPPoss,

    /// <summary>Wh-adverb.</summary>
    WRB,

    /// <summary>End of sentence (<c>.</c>).</summary>
    Stop,

    /// <summary>Comma.</summary>
    Comma,

    /// <summary>Colon, semicolon, dash, dots (<c>:</c>).</summary>
    Colon,

    /// <summary>Currency sign (<c>$</c>).</summary>
    Currency,

    /// <summary>Opening quotation mark (<c>``</c>).</summary>
    OpenQuote,

    /// <summary>Closing quotation mark (<c>''</c>).</summary>
    CloseQuote,

    /// <summary>Opening bracket (<c>-LRB-</c>).</summary>
    OpenBracket,

    /// <summary>Closing bracket (<c>-RRB-</c>).</summary>
    CloseBracket,
}
