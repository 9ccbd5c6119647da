using GsomiaTracker.Domain.Chronicle;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// How certain what stands in the queue is, in percent. Of events and positions the reader's own weights say it; of a copy the share of the text that is the same; of a
/// disagreement how much of the independent sources stand on the largest side. For the rest there is one number a kind, set by judgement and not
/// measured (docs/OPERATING.md); they order the queue and promise nothing about one case.
/// </summary>
public static class Doubt
{
    /// <summary>Nothing is known.</summary>
    public const int UnknownDate = 0;

    /// <summary>What an editor said holds for nothing.</summary>
    public const int Orphan = 0;

    /// <summary>It came to nothing, or it was told where nobody looked: even.</summary>
    public const int NoReport = 50;

    public const int UnknownOfficial = 75;

    public const int InferredDate = 80;

    /// <summary>An event or a position whose certainty is below this is put into the queue.</summary>
    public const int LookBelow = 60;

    /// <summary>What several reports of one event come to: it is told if any voice tells it, each voice as sure as its surest report. Null where one was not weighed.</summary>
    public static int? Together(IReadOnlyList<Report> telling)
    {
        var wrong = 1.0;
        foreach (var voice in telling.GroupBy(r => r.Voice, StringComparer.Ordinal))
        {
            if (voice.Any(r => r.Finding.Certainty is null))
            {
                return null;
            }

            wrong *= 1 - (voice.Max(r => r.Finding.Certainty!.Value) / 100.0);
        }

        return (int)Math.Round(100 * (1 - wrong));
    }

    /// <summary>The part of the independent sources that the largest side has.</summary>
    public static int Between(IReadOnlyList<DisagreementSide> sides)
    {
        var voices = sides.GroupBy(s => s.Value, StringComparer.Ordinal).Select(g => g.Select(s => s.Report.Voice).Distinct(StringComparer.Ordinal).Count()).ToList();
        return voices.Count == 0 ? 0 : 100 * voices.Max() / voices.Sum();
    }
}
