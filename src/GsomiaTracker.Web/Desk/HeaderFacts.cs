using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Desk;

/// <summary>What an editor says about a piece before it is filed, where the reader says otherwise: laid over the header now, appended as corrections when it is on the record.</summary>
public static class HeaderFacts
{
    /// <summary>Stands in the change log as the reason.</summary>
    public const string Because = "said by the editor who filed the article";

    public static ReadingHeader Over(ReadingHeader header, IReadOnlyDictionary<string, string> facts) =>
        facts.Aggregate(header, (h, fact) => Amendment.Of(h, fact.Key, fact.Value) is { Ok: true } amended ? amended.Value : h);

    /// <summary>Why a value cannot be a fact of this field; null where it can.</summary>
    public static Fault? Check(ReadingHeader header, string field, string json) => Amendment.Of(header, field, json).Fault;

    public static IReadOnlyList<CorrectionDraft> Corrections(string story, IReadOnlyDictionary<string, string> facts) =>
        [.. facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new CorrectionDraft(CorrectionAct.Header, story, "header", f.Key, f.Value))];
}
