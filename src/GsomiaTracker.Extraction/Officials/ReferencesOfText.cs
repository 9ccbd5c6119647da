using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Who the noun phrases of a text stand for. Look-ups cost one array access.</summary>
public sealed class References
{
    private const int MostMembers = 32;

    private readonly Document _document;
    private readonly int[][] _mentionOf;
    private readonly Dictionary<string, OfficialNamed> _byId;

    internal References(Document document, IReadOnlyList<Mention> mentions, int[][] mentionOf, IReadOnlyList<OfficialNamed> officials, string? home)
    {
        _document = document;
        Mentions = mentions;
        _mentionOf = mentionOf;
        Officials = officials;
        _byId = officials.ToDictionary(o => o.Id, StringComparer.Ordinal);
        Home = home;
    }

    /// <summary>Every noun phrase that refers, in text order.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The officials that the text names, in order of first mention.</summary>
    public IReadOnlyList<OfficialNamed> Officials { get; }

    /// <summary>The state in which the text is at home (its outlet's, or the one it names most); null when neither tells.</summary>
    public string? Home { get; }

    /// <summary>The mention that holds this token, or whose title it is part of; null when there is none.</summary>
    public Mention? At(int sentence, int token)
    {
        var mention = _mentionOf[sentence][token];
        return mention >= 0 ? Mentions[mention] : null;
    }

    /// <summary>Whom the noun phrase headed by this token stands for; a group where others are joined to it by "and".</summary>
    public Referent? Of(int sentence, int token)
    {
        if (At(sentence, token) is not { } mention)
        {
            return null;
        }

        var syntax = _document.Sentences[sentence].Syntax;
        List<Referent>? members = null;
        foreach (var child in syntax.Children(token))
        {
            if (syntax[child].Relation == Deprel.Conj && !BehindSlash(syntax, token, child) && At(sentence, child) is { } other && other != mention && (members?.Count ?? 0) < MostMembers)
            {
                members ??= [mention.Referent];
                members.Add(other.Referent);
            }
        }

        return members is null ? mention.Referent : new Referent(ReferentKind.Group, null, null, null, null, null, members);
    }

    /// <summary>"[Holm / Defense Minister]" is one person.</summary>
    private static bool BehindSlash(Sentence syntax, int first, int second)
    {
        for (var t = first + 1; t < second; t++)
        {
            if (syntax[t].Norm is "/")
            {
                return true;
            }
        }

        return false;
    }

    public OfficialNamed? Official(string id) => _byId.GetValueOrDefault(id);
}
