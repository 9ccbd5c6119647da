using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Recording;

public enum ReadingChangeKind { Found, Lost, Altered }

/// <summary>A finding that a newer reader sees otherwise.</summary>
public sealed record ReadingChange(ReadingChangeKind Kind, FindingKey Key, string Article)
{
    public override string ToString() => $"{Vocabulary.Word(Kind)} {Key} {Article}";

    /// <summary>What changed between two readings of one text, by the keys that outlive a re-reading: events, stances, quotations, officials.</summary>
    public static IEnumerable<ReadingChange> Between(Reading older, Reading newer, string article)
    {
        var before = Contents(older);
        var now = Contents(newer);
        foreach (var (key, contents) in now)
        {
            if (!before.TryGetValue(key, out var earlier))
            {
                yield return new ReadingChange(ReadingChangeKind.Found, key, article);
            }
            else if (earlier != contents)
            {
                yield return new ReadingChange(ReadingChangeKind.Altered, key, article);
            }
        }

        foreach (var key in before.Keys.Where(key => !now.ContainsKey(key)))
        {
            yield return new ReadingChange(ReadingChangeKind.Lost, key, article);
        }
    }

    /// <summary>What each finding says, in a form that compares by value.</summary>
    private static Dictionary<FindingKey, string> Contents(Reading reading)
    {
        var contents = new Dictionary<FindingKey, string>();
        foreach (var e in reading.Events)
        {
            contents.TryAdd(e.Key, $"{e.Kind} {e.Status} {e.Days} {e.Place} {e.Summary} {List(e.Countries)} {List(e.People)} {List(e.About)}");
        }

        foreach (var s in reading.Stances)
        {
            contents.TryAdd(s.Key, $"{s.Country} {s.Person} {s.Org} {s.Issue} {s.Position} {s.Act}");
        }

        foreach (var q in reading.Quotes)
        {
            contents.TryAdd(q.Key, $"{q.Speaker} {q.SpeakerName} {q.Country} {q.Words.Words}");
        }

        foreach (var o in reading.Officials)
        {
            contents.TryAdd(o.Key, $"{o.Id} {o.Name} {o.Country} {o.Office} {o.Former}");
        }

        return contents;
    }

    private static string List(IReadOnlyList<string> words) => string.Join(',', words);
}

/// <summary>What a change of reader came to.</summary>
public sealed record Rereading(int Texts, int Found, int Lost, int Altered, IReadOnlyList<string> Changes);
