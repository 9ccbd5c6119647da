namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The relations of Universal Dependencies v2 that the English treebanks use; <c>X:y</c> is written <c>XY</c>.</summary>
public enum Deprel
{
    /// <summary>Unspecified.</summary>
    Dep,

    /// <summary>Head of the sentence.</summary>
    Root,

    /// <summary>Clause that modifies a noun (participles, infinitives): <i>the pact <b>signed</b> in 2016</i>.</summary>
    Acl,

    /// <summary><c>acl:relcl</c>: relative clause.</summary>
    AclRelcl,

    /// <summary>Adverbial clause: <i>if</i>, <i>when</i>, <i>after</i>, participial adjuncts.</summary>
    Advcl,

    /// <summary><c>advcl:relcl</c>: relative clause about a whole clause (<i>..., which surprised them</i>).</summary>
    AdvclRelcl,

    /// <summary>Adverb as modifier (negation too).</summary>
    Advmod,

    /// <summary>Adjective as modifier of a noun.</summary>
    Amod,

    /// <summary>Apposition: <i>his counterpart, <b>Kono</b></i>.</summary>
    Appos,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary><c>aux:pass</c>: auxiliary of the passive.</summary>
    AuxPass,

    /// <summary>Preposition or possessive ending, hung on its noun.</summary>
    Case,

    /// <summary>Conjunction word, hung on the conjunct after it.</summary>
    Cc,

    /// <summary><c>cc:preconj</c>: <i>both</i>, <i>either</i>.</summary>
    CcPreconj,

    /// <summary>Clause as object, with its own subject; quoted speech hung on its verb of saying.</summary>
    Ccomp,

    /// <summary>Noun or other word that modifies a noun inside a compound.</summary>
    Compound,

    /// <summary><c>compound:prt</c>: particle of a phrasal verb: <i>call <b>off</b></i>.</summary>
    CompoundPrt,

    /// <summary>Second and later conjuncts, hung on the first.</summary>
    Conj,

    /// <summary>Copula, hung on the predicate.</summary>
    Cop,

    /// <summary>Clause as subject.</summary>
    Csubj,

    /// <summary><c>csubj:outer</c>: clausal subject of a predicate that is a clause.</summary>
    CsubjOuter,

    /// <summary><c>csubj:pass</c>: clausal subject of a passive.</summary>
    CsubjPass,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary><c>det:predet</c>: <i>all the</i>.</summary>
    DetPredet,

    /// <summary>Interjections and fillers.</summary>
    Discourse,

    /// <summary>Fronted or postponed element.</summary>
    Dislocated,

    /// <summary>Expletive <i>it</i>, <i>there</i>.</summary>
    Expl,

    /// <summary>Later words of a fixed expression: <i>as well as</i>.</summary>
    Fixed,

    /// <summary>Later parts of a name, hung on its first word: <i>John <b>Smith</b></i>.</summary>
    Flat,

    /// <summary>Pieces of one word written apart.</summary>
    Goeswith,

    /// <summary>Indirect object.</summary>
    Iobj,

    /// <summary>List items.</summary>
    List,

    /// <summary>Subordinating word, hung on its clause: <i>that</i>, <i>if</i>, <i>to</i>.</summary>
    Mark,

    /// <summary>Prepositional phrase that modifies a noun.</summary>
    Nmod,

    /// <summary><c>nmod:desc</c>: title or description before a name: <i><b>Minister</b> Smith</i> (head: the name).</summary>
    NmodDesc,

    /// <summary><c>nmod:poss</c>: possessor.</summary>
    NmodPoss,

    /// <summary><c>nmod:unmarked</c>: noun without preposition that modifies a noun (days, years, places after a comma).</summary>
    NmodUnmarked,

    /// <summary>Subject of an active clause or of a copula's predicate.</summary>
    Nsubj,

    /// <summary><c>nsubj:outer</c>: subject of a predicate that is itself a clause.</summary>
    NsubjOuter,

    /// <summary><c>nsubj:pass</c>: subject of a passive.</summary>
    NsubjPass,

    /// <summary>Numeral that modifies a noun.</summary>
    Nummod,

    /// <summary>Direct object.</summary>
    Obj,

    /// <summary>Prepositional phrase that modifies a verb, adjective or adverb.</summary>
    Obl,

    /// <summary><c>obl:agent</c>: <i>by</i> someone, with a passive.</summary>
    OblAgent,

    /// <summary><c>obl:unmarked</c>: noun without preposition as adverbial: <i>said <b>Monday</b></i>.</summary>
    OblUnmarked,

    /// <summary>What an ellipsis left behind.</summary>
    Orphan,

    /// <summary>Loosely attached clause, such as a comment or <i>she said</i> in the middle of speech.</summary>
    Parataxis,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Words that the speaker took back.</summary>
    Reparandum,

    /// <summary>The one spoken to.</summary>
    Vocative,

    /// <summary>Clause without a subject of its own: <i>decided to <b>end</b></i>.</summary>
    Xcomp,
}
