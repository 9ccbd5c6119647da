using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>The party or ministry that a name is given with instead of a post: "Jon Lie of the ruling Reform Party", "the Reform Party's Jon Lie", "Ann Bly of the State Department".</summary>
internal static class BodiesBeside
{
    private const int MostModifiers = 3;

    /// <param name="offices">Posts that the words around the name give; of a bare "Rep." the party tells more.</param>
    public static OfficePhrase? Of(SentenceScan scan, int first, int last, List<OfficePhrase> offices)
    {
        var title = offices.Find(IsBare);
        if (offices.Count > (title is null ? 0 : 1))
        {
            return null;
        }

        return Behind(scan, last, title) ?? (title is null ? Before(scan, first) : null);
    }

    /// <summary>"Rep.", "lawmaker" and nothing else.</summary>
    public static bool IsBare(OfficePhrase office) => office.Rank is Rank.Member && office.First == office.Last && office.Text is "rep." or "representative" or "lawmaker" or "legislator";

    private static OfficePhrase? Behind(SentenceScan scan, int last, OfficePhrase? title)
    {
        var i = last + 1;
        if (!scan.Is(i, "of") && !scan.Is(i, "from"))
        {
            return null;
        }

        i++;
        while (i < scan.Count && scan.Tag(i) is Xpos.DT)
        {
            i++;
        }

        for (var start = i; i < scan.Count && i - start < MostModifiers && !scan.IsKnown(i) && !scan.Words[i].Capital && scan.Tag(i) is Xpos.JJ or Xpos.NN or Xpos.VBG or Xpos.VBN;)
        {
            i++;
        }

        if (i >= scan.Count || !scan.Words[i].Capital)
        {
            return null;
        }

        int from = i, to;
        BodyKind? kind;
        string? country = null;
        if (scan.KnownOf(i) is { Known.Kind: KnownKind.Adjective } adjective && adjective.Last + 1 < scan.Count && scan.KnownOf(adjective.Last + 1) is { Known.Kind: KnownKind.Body })
        {
            country = adjective.Known.Country;
            from = i = adjective.Last + 1;
        }

        if (scan.KnownOf(i) is { Known.Kind: KnownKind.Body } body)
        {
            (to, kind) = (body.Last, body.Known.Body);
            country ??= body.Known.Countries.Count == 1 ? body.Known.Countries[0] : null;
        }
        else
        {
            // A party by its name's shape: capitals up to "Party".
            to = i;
            while (to < scan.Count && to - i < 5 && scan.Words[to].Capital && !scan.Is(to, "party"))
            {
                to++;
            }

            if (!scan.Is(to, "party") || to == i)
            {
                return null;
            }

            kind = BodyKind.Party;
        }

        // "of the Reform Party's youth wing", "of the Justice Ministry panel"
        return to + 1 < scan.Count && (scan.Words[to + 1].IsPossessive || scan.Tag(to + 1) is Xpos.NN or Xpos.NNS or Xpos.NNP) ? null : Made(scan, from, to, kind, country ?? title?.Country, title);
    }

    private static OfficePhrase? Before(SentenceScan scan, int first) =>
        first > 1 && scan.Words[first - 1].IsPossessive && scan.KnownOf(first - 2) is { Known.Kind: KnownKind.Body } hit && scan.Words[hit.First].Capital
            ? Made(scan, hit.First, hit.Last, hit.Known.Body, hit.Known.Countries.Count == 1 ? hit.Known.Countries[0] : null, null)
            : null;

    private static OfficePhrase? Made(SentenceScan scan, int from, int to, BodyKind? kind, string? country, OfficePhrase? title)
    {
        var name = scan.Slice(from, to).ToLowerInvariant();
        var (text, portfolio) = kind switch
        {
            BodyKind.Party => ($"{(title is null ? "member" : Abbreviations.Expand(title.Text))} of the {name}", "party"),
            BodyKind.ForeignMinistry => ($"{name} official", "foreign"),
            BodyKind.DefenseMinistry => ($"{name} official", "defense"),
            BodyKind.TradeMinistry => ($"{name} official", "trade"),
            BodyKind.Presidency => ($"{name} official", "presidency"),
            BodyKind.Ministry => ($"{name} official", "government"),
            _ => ("", ""),
        };
        return text.Length == 0 ? null : new OfficePhrase(from, to, to, text, country, title?.Former ?? false, Rank.Member, portfolio, true, '\0', false, "", "official");
    }
}
