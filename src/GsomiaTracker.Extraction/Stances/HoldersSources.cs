using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Sources that no reference explains: by the state they name, by grammar, by whoever spoke before.</content>
internal sealed partial class Holders
{
    /// <summary>A source that no reference explains: by the state it names, by grammar, or by whoever spoke before.</summary>
    private IReadOnlyList<Holder> Unexplained(Attribution statement)
    {
        if (Side(statement) is { } side)
        {
            return [side];
        }

        var words = statement.Statement.Source?.Span.Of(_document.Text) ?? "";
        if (UnnamedHolders.HoldsNone(words))
        {
            return [];
        }

        var s = _document.Sentences[statement.Sentence].Syntax;
        var subject = statement.CueToken >= 0 && Clause.IsVerb(s[statement.CueToken]) ? Clause.Subject(s, statement.CueToken) : -1;
        if (subject >= 0 && Of(statement.Sentence, subject) is { Count: > 0 } own && !UnnamedHolders.HoldsNone(s.Subtree(subject).Of(_document.Text)))
        {
            return own;
        }

        var source = words.Length > 0 ? words.ToLowerInvariant() : subject >= 0 ? s[subject].Norm : "";
        if (source is "they" or "both" or "the two" or "the pair" or "the two men" or "the three" or "we" or "both men" or "the two women")
        {
            return Pair(statement);
        }

        if (source is "it" or "he" or "she" or "one" || source.StartsWith("the ", StringComparison.Ordinal) && Follows.Any(source.EndsWith))
        {
            return Before(statement);
        }

        return statement.Statement.Source is { } of && Official(source) && HomeOf(of.Span.Start) is { } country ? [new Holder(country, null, null)] : [];
    }

    /// <summary>"A senior official", "a Foreign Ministry source": speaks for a government, which the words leave out.</summary>
    private static bool Official(string source) =>
        source.Contains("official", StringComparison.Ordinal) || source.Contains("ministry", StringComparison.Ordinal) || source.Contains("presidential", StringComparison.Ordinal)
        || source.Contains("government", StringComparison.Ordinal) || source.Contains("diplomat", StringComparison.Ordinal) || source.Contains("spokes", StringComparison.Ordinal);

    /// <summary>The state that the paragraph spoke of last before a place, else the one at which the text is at home.</summary>
    private string? HomeOf(int place)
    {
        var sentence = _document.SentenceAt(place);
        for (int k = MentionBefore(place), steps = 0; k >= 0 && steps < FarthestName && sentence >= 0; k--, steps++)
        {
            var mention = _references.Mentions[k];
            if (_document.Sentences[mention.Sentence].Paragraph != _document.Sentences[sentence].Paragraph)
            {
                break;
            }

            if (mention.Referent.Country is { } country)
            {
                return country;
            }
        }

        return _references.Home;
    }

    private static readonly string[] Follows = ["official", "officials", "source", "spokesman", "spokeswoman", "spokesperson", "statement", "ministry", "office", "minister", "text", "resolution", "diplomat", "aide"];

    /// <summary>Whoever was said to say something just before.</summary>
    private IReadOnlyList<Holder> Before(Attribution statement)
    {
        for (var sentence = statement.Sentence; sentence >= Math.Max(0, statement.Sentence - NearestSource); sentence--)
        {
            Attribution? last = null;
            foreach (var other in _ofSentence[sentence])
            {
                if (!ReferenceEquals(other, statement) && other.Content[0].Start < statement.Content[0].Start && other.Speaker is not null)
                {
                    last = other;
                }
            }

            if (last is not null)
            {
                return Speaker(last);
            }
        }

        return [];
    }

    /// <summary>"They": the officials of different states named last in one sentence before.</summary>
    private List<Holder> Pair(Attribution statement)
    {
        var place = statement.Content[0].Start;
        var found = new List<Holder>();
        var sentence = -1;
        for (int k = MentionBefore(place), steps = 0; k >= 0 && steps < FarthestName; k--, steps++)
        {
            var mention = _references.Mentions[k];
            if (mention.Referent is not { Kind: ReferentKind.Person, Official: { } id } || !_officials.TryGetValue(id, out var official) || official.Country is null)
            {
                continue;
            }

            if (statement.Sentence - mention.Sentence > NearestSource || sentence >= 0 && sentence - mention.Sentence > 1 || found.Count == 2)
            {
                break;
            }

            if (found.TrueForAll(h => h.Country != official.Country))
            {
                found.Add(new Holder(official.Country, id, null));
                sentence = mention.Sentence;
            }
        }

        return found.Count == 2 ? found : [];
    }

    private const int NearestSource = 4;
    private const int DeepestSource = 4;
    private int _depth;

    /// <summary>"The Japanese side", "the South Koreans": a source whom no reference explains, by the state its words name.</summary>
    private Holder? Side(Attribution statement)
    {
        if (statement.Statement.Source is not { } source || UnnamedHolders.HoldsNone(source.Span.Of(_document.Text)) || _document.SentenceAt(source.Span.Start) is not (var at and >= 0))
        {
            return null;
        }

        var s = _document.Sentences[at].Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Start >= source.Span.Start && s[i].End <= source.Span.End && National(at, i) is { } country
                && (i + 1 >= s.Count || s[i + 1].Start >= source.Span.End || s[i + 1].Lemma is "side" or "government" or "official" or "delegation" or "delegate" or "diplomat" or "authority" or "team" or "camp" or "negotiator"))
            {
                return new Holder(country, null, null);
            }
        }

        return null;
    }
}
