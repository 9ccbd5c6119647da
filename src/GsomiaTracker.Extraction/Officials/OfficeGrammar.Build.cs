using System.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <content>What the words of a post make of it: text, state, portfolio, former, public or not.</content>
internal static partial class OfficeGrammar
{
    private static OfficePhrase? Build(SentenceScan scan, int first, int titleStart, int head, int last, Title title, bool beforeName)
    {
        var former = false;
        var retired = false;
        var isPrivate = false;
        var deputy = false;
        var supranational = false;
        bool ofOther = false, stateBehind = false;
        IReadOnlyList<string> bodyCountries = [];
        string? country = null, portfolio = title.Portfolio.Length > 0 ? title.Portfolio : null;
        var publicWord = false;
        var text = new StringBuilder();
        var appended = -1;
        var sendsAbroad = title.Rank is Rank.Ambassador or Rank.Envoy;
        for (var i = first; i <= last; i++)
        {
            var word = scan.Words[i];
            var after = i > head;
            if (i < titleStart && Dropped.Contains(word.Norm))
            {
                former |= FormerWords.Contains(word.Norm);
                retired |= word.Norm is "retired";
                continue;
            }

            if (word.Norm is "-" && i < titleStart)
            {
                continue;
            }

            var hit = scan.KnownOf(i);
            ofOther |= after && word.Capital && hit is null && !scan.IsPortfolio(i) && !scan.InTitle(i) && !OfficeLexicon.IsOrgWord(word.Norm);
            if (hit is { Known.Kind: KnownKind.State or KnownKind.Adjective or KnownKind.Seat } state && !scan.InTitle(i))
            {
                if (!after || !sendsAbroad)
                {
                    stateBehind |= after && country is null;
                    country ??= state.Known.Country;
                    if (!after && state.Known.Kind != KnownKind.Seat)
                    {
                        i = Math.Max(i, state.Last);
                        if (i + 1 <= last && scan.Words[i + 1].IsPossessive)
                        {
                            i++;
                        }

                        continue;
                    }
                }
            }
            else if (hit is { Known.Kind: KnownKind.Body } body)
            {
                publicWord = true;
                bodyCountries = bodyCountries.Count > 0 ? bodyCountries : body.Known.Countries;
                portfolio ??= Of(body.Known.Body);
                var names = !after && body.Known.Body == Domain.Dossiers.BodyKind.Other;
                if (names && (body.Known.Countries.Count == 0 || body.Known.Countries.Count == 1 && scan.Words[head].Norm is not ("chief" or "head" or "boss")))
                {
                    // "NATO Secretary General", "UN Secretary-General" where the dossier counts it among the parties: whom the post serves, as a state would be.
                    // "UN chief" keeps the word that makes it a post.
                    supranational |= body.Known.Countries.Count == 0;
                    country ??= body.Known.Countries.FirstOrDefault();
                    i = Math.Max(i, body.Last);
                    continue;
                }
            }

            if (scan.IsPortfolio(i) && !(i >= titleStart && i <= head) && scan.Portfolio(i) is { Length: > 0 } p)
            {
                if (p != "-")
                {
                    portfolio ??= p == "parliament" && title.Rank == Rank.Head && title.Portfolio.Length == 0 ? "parliament" : p;
                }

                publicWord |= p is not ("-" or "law" or "health" or "education" or "transport");
            }

            publicWord |= i != titleStart && word.Norm is "lawmakers" or "parliamentarians" or "legislators";
            deputy |= i < titleStart && word.Norm is "deputy" or "vice" or "assistant" or "under";
            isPrivate |= OfficeLexicon.IsPrivateWord(word.Norm) && hit is null;
            if (word.Norm is "the" or "a" or "an" && text.Length == 0)
            {
                continue;
            }

            if (text.Length > 0 && !(appended == i - 1 && scan.Words[i - 1].End == word.Start))
            {
                text.Append(' ');
            }

            text.Append(word.Norm);
            appended = i;
        }

        var office = text.ToString().Trim();
        if (office.StartsWith("ex-", StringComparison.Ordinal))
        {
            (office, former) = (office[3..], true);
        }

        if (country is not null && office.EndsWith(" of", StringComparison.Ordinal))
        {
            office = office[..^3];
        }

        var isPublic = title.Public switch
        {
            Publicity.Yes => true,
            Publicity.Title => beforeName && !isPrivate || (country is not null || publicWord) && !isPrivate,
            // "secretary general of Amnesty Norway", "chief executive of Norway's Nordbank": not the state's.
            Publicity.Body => (country is not null && !(ofOther && stateBehind && scan.Words[head].Norm is not "leader") || publicWord) && !isPrivate,
            _ => country is not null && !isPrivate && (last == head || scan.KnownOf(last) is { Known.Kind: KnownKind.State or KnownKind.Seat }),
        };
        if (retired && title.Rank is Rank.General)
        {
            isPublic = false;
        }

        var rank = deputy && title.Rank == Rank.Head ? Rank.Deputy : title.Rank;
        if (country is null && (office.Contains("treasury secretary", StringComparison.Ordinal) || office.Contains("homeland security secretary", StringComparison.Ordinal)))
        {
            bodyCountries = ["US"];
        }

        if (country is null && office.Contains("secretary of state", StringComparison.Ordinal))
        {
            bodyCountries = ["US"];
            portfolio ??= "foreign";
        }

        if (country is null && office is "pope")
        {
            bodyCountries = ["VA"];
        }

        if (portfolio is "cabinet" && title.Rank is Rank.Spokesperson)
        {
            portfolio = "government";
        }

        return new OfficePhrase(first, last, head, office, country ?? (bodyCountries.Count == 1 ? bodyCountries[0] : null), former, rank, portfolio ?? "", isPublic, title.Gender, title.Plural, "", NounOf(scan, titleStart, head)) { MayServe = bodyCountries, Supranational = supranational };
    }

    /// <summary>The word before "of" in a title, else its last.</summary>
    private static string NounOf(SentenceScan scan, int titleStart, int head)
    {
        for (var i = titleStart + 1; i < head; i++)
        {
            if (scan.Words[i].Norm is "of")
            {
                return scan.Words[i - 1].Norm;
            }
        }

        return scan.Words[head].Norm;
    }

    private static string? Of(Domain.Dossiers.BodyKind? body) => body switch
    {
        Domain.Dossiers.BodyKind.ForeignMinistry => "foreign",
        Domain.Dossiers.BodyKind.DefenseMinistry => "defense",
        Domain.Dossiers.BodyKind.TradeMinistry => "trade",
        Domain.Dossiers.BodyKind.Presidency => "presidency",
        Domain.Dossiers.BodyKind.Government => "government",
        Domain.Dossiers.BodyKind.Parliament => "parliament",
        Domain.Dossiers.BodyKind.Military => "military",
        Domain.Dossiers.BodyKind.Court => "court",
        Domain.Dossiers.BodyKind.Party => "party",
        _ => null,
    };
}
