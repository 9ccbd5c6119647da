namespace GsomiaTracker.Domain.Findings;

/// <summary>What belongs on a chronology (docs/READING.md says what each holds; exports map them to PLOVER).</summary>
public enum EventKind
{
    Meeting, Visit, Call, Decision, Notice, Measure, Ruling, WeaponsTest, Exercise, Agreement, Deadline, Incident, Appointment, Address,
}

/// <summary>What a report says became of an event, in the order in which a plan usually moves.</summary>
public enum EventStatus { Alleged, Tentative, Scheduled, Happened, Cancelled }

public enum Position { For, Against, Conditional }

/// <summary>How a holder puts a position (speech acts; the list follows the verbs that wires use).</summary>
public enum SpeechAct { State, Urge, Demand, Reject, Regret, Welcome, Protest, Agree, Promise, Threaten, Deny, Act }

/// <summary>PolNeAR's three forms of attribution: between quotation marks, reported, or partly quoted.</summary>
public enum StatementForm { Direct, Indirect, Mixed }

public enum PublishedHow { Unknown, Inferred, Supplied, Stated }

/// <summary>ISO-TimeML TIMEX3 types.</summary>
public enum TimexType { Date, Time, Duration, Set }

/// <summary>The words that stand for these values in every output: kebab-case, ASCII, stable.</summary>
public static class Vocabulary
{
    public static string Word<T>(T value) where T : struct, Enum => Words<T>.Of(value);

    public static bool TryParse<T>(string word, out T value) where T : struct, Enum => Words<T>.TryParse(word, out value);

    private static class Words<T> where T : struct, Enum
    {
        private static readonly Dictionary<T, string> ToWord = Enum.GetValues<T>().ToDictionary(v => v, v => Kebab(v.ToString()));
        private static readonly Dictionary<string, T> ToValue = ToWord.ToDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);

        public static string Of(T value) => ToWord[value];

        public static bool TryParse(string word, out T value) => ToValue.TryGetValue(word, out value);

        private static string Kebab(string name) =>
            string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
