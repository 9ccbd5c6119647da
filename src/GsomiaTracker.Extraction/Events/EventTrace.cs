using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>What led to an event, for a trace: each telling's row, days and status, then how tellings became one.</summary>
internal static class EventTrace
{
    public static IEnumerable<string> Of(EventCluster cluster)
    {
        foreach (var telling in cluster.Tellings)
        {
            var trigger = telling.Hit.Trigger;
            var word = telling.View.Syntax.Form(telling.Hit.Frame.Trigger);
            var like = trigger.Tells.Length > 0 ? $", as in \"{trigger.Tells}\"" : "";
            yield return $"\"{word}\" tells a {Vocabulary.Word(telling.Kind)}: the row of the {(trigger.Part == TriggerPart.Noun ? "noun" : "verb")} \"{trigger.Lemma}\"{like}";
            yield return telling.Days is { } days ? $"days {days}: {telling.Dated.From}" : "its words give no day";
            yield return $"status {Vocabulary.Word(telling.Status)}{(telling.Fact.Status is { } said ? $": the words over it make it {Vocabulary.Word(said)}" : telling.Fact.Past ? ": past tense" : ": by its day and the day of the text")}{(telling.Fact.Conditional ? ", under a condition" : "")}";
            if (telling.Sides.Countries.Count > 0)
            {
                yield return $"sides {string.Join(", ", telling.Sides.Countries)}: named by its subject, its objects and what hangs on it";
            }
        }

        if (cluster.Tellings.Count > 1)
        {
            yield return $"told {cluster.Tellings.Count} times: one kind, days that touch, sides and subject that agree";
        }
    }
}
