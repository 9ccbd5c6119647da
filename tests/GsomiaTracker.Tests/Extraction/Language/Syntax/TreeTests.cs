using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

/// <summary>What the rules above lean on: who does what to whom, in sentences like those of the wires.</summary>
public class TreeTests
{
    [Theory]
    [InlineData("The ministry said Monday that it had decided to end the accord.", "ministry Nsubj said", "Monday OblUnmarked said", "decided Ccomp said", "it Nsubj decided", "end Xcomp decided", "accord Obj end")]
    [InlineData("\"We will not renew the accord,\" said Anna Lund, the deputy minister.", "renew Ccomp said", "Anna Nsubj said", "Lund Flat Anna", "minister Appos Anna", "not Advmod renew", "will Aux renew")]
    [InlineData("The accord was signed by the two ministers in 2016.", "accord NsubjPass signed", "was AuxPass signed", "ministers OblAgent signed")]
    [InlineData("Defense Minister Anna Lund met her Finnish counterpart, Pekka Aho, on Sunday.", "Minister NmodDesc Anna", "Anna Nsubj met", "counterpart Obj met", "Pekka Appos counterpart")]
    [InlineData("If the talks fail, the government could withdraw the offer.", "fail Advcl withdraw", "If Mark fail", "government Nsubj withdraw", "could Aux withdraw", "offer Obj withdraw")]
    [InlineData("The talks, which had been scheduled for Friday, were called off.", "scheduled AclRelcl talks", "talks NsubjPass called", "off CompoundPrt called")]
    [InlineData("The minister and his envoy agreed to hold talks.", "minister Nsubj agreed", "envoy Conj minister", "hold Xcomp agreed", "talks Obj hold")]
    [InlineData("The president did not meet the envoy.", "president Nsubj meet", "not Advmod meet", "envoy Obj meet")]
    [InlineData("Lund told reporters that the two sides would meet again.", "Lund Nsubj told", "meet Ccomp told", "sides Nsubj meet")]
    [InlineData("The government's decision surprised its allies.", "government NmodPoss decision", "decision Nsubj surprised", "allies Obj surprised")]
    public void Hangs_words_where_they_belong(string text, params string[] arcs)
    {
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)));
        var found = Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Head >= 0)
            .Select(i => $"{sentence.Form(i)} {sentence[i].Relation} {sentence.Form(sentence[i].Head)}").ToHashSet();
        Assert.All(arcs, arc => Assert.Contains(arc, found));
    }

    [Theory]
    [InlineData("Oslo denies that the levy is a punishment.", "Oslo Nsubj denies", "punishment Ccomp denies", "levy Nsubj punishment")]
    [InlineData("Oslo, for its part, denies that the levy is a punishment.", "Oslo Nsubj denies", "punishment Ccomp denies")]
    [InlineData("The ministry argues that the levy breaks the treaty.", "ministry Nsubj argues", "breaks Ccomp argues")]
    [InlineData("Helsinki demands an apology.", "Helsinki Nsubj demands", "apology Obj demands")]
    [InlineData("Oslo plans to end the accord.", "Oslo Nsubj plans", "end Xcomp plans")]
    [InlineData("The levy stands, and Oslo denies it.", "Oslo Nsubj denies", "it Obj denies")]
    [InlineData("Helsinki demands that Oslo comply with the treaty.", "comply Ccomp demands", "Oslo Nsubj comply", "treaty Obl comply")]
    [InlineData("Stenwell arrived in Oslo on Tuesday.", "Stenwell Nsubj arrived")]
    public void Verbs_and_names_that_look_like_something_else_are_what_they_are(string text, params string[] arcs) => Hangs_words_where_they_belong(text, arcs);

    [Theory]
    [InlineData("The new minister of trade resigned.", "trade Nmod minister")]
    [InlineData("He canceled a trip planned for Wednesday.", "Wednesday Obl planned")]
    [InlineData("The two-day meeting that began Monday ends Tuesday.", "meeting Nsubj ends", "began AclRelcl meeting", "Monday OblUnmarked began", "Tuesday OblUnmarked ends")]
    [InlineData("\"We were told nothing,\" lawmakers who met with Anna Lund complained.", "lawmakers Nsubj complained", "Anna Obl met")]
    [InlineData("In a talk that ran for an hour, Holm, the minister, put it mildly.", "Holm Nsubj put", "minister Appos Holm")]
    [InlineData("\"It works,\" said a shop owner named Lund.", "owner Nsubj said", "named Acl owner")]
    [InlineData("Helsinki's demands that Oslo apologize were rejected.", "demands NsubjPass rejected", "Helsinki NmodPoss demands", "that Mark apologize")]
    [InlineData("The Friday deadline looms over the Monday session.", "deadline Nsubj looms")]
    [InlineData("In June Poland proposed talks to Denmark under the treaty.", "Poland Nsubj proposed", "talks Obj proposed", "June Obl proposed")]
    [InlineData("The notice of termination drew criticism from Norway.", "of Case termination", "notice Nsubj drew", "criticism Obj drew")]
    [InlineData("The ministry voiced strong concern.", "ministry Nsubj voiced", "concern Obj voiced")]
    [InlineData("Norwegian Prime Minister Anna Lund and Finnish Defense Minister Pekka Aho held talks in Oslo.", "Anna Nsubj held", "Pekka Conj Anna")]
    [InlineData("The envoy brought Finnish and Danish officials together on Tuesday.", "officials Obj brought", "Finnish Amod officials")]
    [InlineData("Lund met Finnish and Danish officials on Tuesday.", "officials Obj met")]
    [InlineData("The party leader began a fast in Oslo on Friday.", "fast Obj began")]
    [InlineData("Lund called for a review of the pact.", "Lund Nsubj called")]
    [InlineData("Lund was called a liar.", "Lund NsubjPass called")]
    [InlineData("Norway urged Finland on Tuesday to renew the pact.", "Finland Obj urged", "renew Xcomp urged")]
    public void Arcs_that_grammar_shows_to_be_wrong_are_put_right(string text, params string[] arcs) => Hangs_words_where_they_belong(text, arcs);

    [Theory]
    [InlineData("\"My father fished here,\" Lund said.", "fished", Xpos.VBD)]
    [InlineData("Lund put it mildly.", "put", Xpos.VBD)]
    [InlineData("It rained, Lund recalls.", "rained", Xpos.VBD)]
    [InlineData("Lund has put it mildly.", "put", Xpos.VBN)]
    [InlineData("Lund will put it mildly.", "put", Xpos.VB)]
    [InlineData("With the pact set to lapse Saturday, envoys met on Thursday.", "met", Xpos.VBD)]
    public void A_verb_with_a_subject_and_no_auxiliary_is_finite(string text, string verb, Xpos tag)
    {
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)));
        Assert.Equal(tag, sentence[sentence.At(text.IndexOf(verb, StringComparison.Ordinal))].Tag);
    }

    [Theory]
    [InlineData("The union demands were met.", "demands")]
    [InlineData("Oslo's claims to the islets are old.", "claims")]
    [InlineData("Helsinki's demands that Oslo apologize were rejected.", "demands")]
    [InlineData("The minister criticized government plans to cut the fleet.", "plans")]
    public void Plurals_stay_what_they_are(string text, string plural)
    {
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)));
        Assert.Equal(Upos.Noun, sentence[sentence.At(text.IndexOf(plural, StringComparison.Ordinal))].Pos);
    }

    [Theory]
    [InlineData("The envoys were leaving Oslo.", "the envoy be leave oslo .")]
    [InlineData("She said it hadn't been decided.", "she say it have not be decide .")]
    [InlineData("The country's ministers met and criticized the planned cuts.", "the country 's minister meet and criticize the plan cut .")]
    [InlineData("He urged them to stop making claims.", "he urge they to stop make claim .")]
    [InlineData("It referred to agreements signed earlier.", "it refer to agreement sign early .")]
    public void Finds_dictionary_forms(string text, string lemmas)
    {
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)));
        Assert.Equal(lemmas, string.Join(' ', sentence.Tokens.ToArray().Select(t => t.Lemma)));
    }

    [Fact]
    public void Words_know_their_children_and_their_stretch()
    {
        const string text = "The new minister of trade resigned.";
        var sentence = Assert.Single(SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length)));
        var minister = sentence.At(text.IndexOf("minister", StringComparison.Ordinal));
        Assert.Equal("The new minister of trade", sentence.Subtree(minister).Of(text));
        Assert.Equal(sentence.Root, sentence[minister].Head);
        Assert.True(sentence.Is(sentence.Root, "resign"));
        Assert.Equal(minister, sentence.Child(sentence.Root, Deprel.Nsubj));
        var children = new List<string>();
        foreach (var child in sentence.Children(minister))
        {
            children.Add(sentence[child].Norm);
        }

        Assert.Equal(["the", "new", "trade"], children);
    }
}
