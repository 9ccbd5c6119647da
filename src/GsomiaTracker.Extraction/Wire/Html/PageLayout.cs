namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>A page taken apart: its tree, its blocks, and which of them the rules take for the article. What is chosen in the end is <see cref="BlockChoice"/>'s business.</summary>
internal sealed class PageLayout
{
    public PageLayout(HtmlTree tree)
    {
        Tree = tree;
        Facts = new PageFacts(Tree);
        Blocks = BlockCutter.Cut(Tree);
        Opening = new PageOpening(Facts);
        Parts = new PageParts(Tree, Blocks, Opening);
        Body = new BodyFinder(Tree, Blocks, Parts, Opening).Find();
        Title = PageTitle.Of(Tree, Facts, Body, Parts);
        var inBody = Body is { } body ? Blocks.FindAll(b => Tree.Nodes[b.At].IsWithin(body)) : Blocks;
        InBody = Headline.Following(Tree, inBody, Title);
        Ruled = BodyBlocks.Of(InBody, Parts, Title);
    }

    public HtmlTree Tree { get; }

    public PageFacts Facts { get; }

    public List<Block> Blocks { get; }

    public PageOpening Opening { get; }

    public PageParts Parts { get; }

    /// <summary>The element that holds the article, by the rules; null where none holds prose.</summary>
    public HtmlNode? Body { get; }

    public string? Title { get; }

    /// <summary>The blocks of that element, from the headline on.</summary>
    public List<Block> InBody { get; }

    /// <summary>The blocks of the article, by the rules.</summary>
    public List<Block> Ruled { get; }
}
