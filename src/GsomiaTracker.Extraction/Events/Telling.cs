using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Which office's people hold a meeting; two meetings of different levels are two.</summary>
internal enum Level { None, Leaders, Foreign, Defense, Trade, Military, ViceMinister, Working, Security, Forum, Internal }

/// <summary>Why the rules would not take a telling for an event; the choice may.</summary>
[Flags]
internal enum Doubt
{
    None = 0,
    OnlyWanted = 1,
    UnderCondition = 2,
    NotTaken = 4,
    ARule = 8,
    AnOccasion = 16,
    TooWeak = 32,
    TooBare = 64,
    NeverWas = 128,
}

/// <summary>One place of a text that tells an event, with all that the words there say of it.</summary>
internal sealed class Telling
{
    public required EventSentence View { get; init; }

    public required TriggerHit Hit { get; init; }

    public required EventKind Kind { get; set; }

    public required TextSpan Evidence { get; init; }

    public required Fact Fact { get; init; }

    public Dated Dated { get; set; }

    public Sides Sides { get; init; } = new();

    public string? Place { get; set; }

    /// <summary>The course that is decided, taken or announced: "end", "keep", "restrict" ...; null for the other kinds.</summary>
    public string? Action { get; init; }

    public SortedSet<string> About { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many sides the words say: 2 for "bilateral", 3 for "trilateral", 0 where they do not.</summary>
    public int Arity { get; init; }

    public Level Level { get; set; }

    /// <summary>A definite noun phrase: it may point back.</summary>
    public bool Definite { get; init; }

    /// <summary>Nothing in its words tells more than "the talks".</summary>
    public bool OnlyPoints { get; init; }

    /// <summary>A name of its own ("ADMM-Plus", "Group of 20 summit"), lower case; null without one.</summary>
    public string? ProperName { get; init; }

    /// <summary>Told in passing as the one before: "the first since October".</summary>
    public bool IsEarlier { get; init; }

    /// <summary>The words that claim it to be the first since a day; null where there are none.</summary>
    public TextSpan? FirstSince { get; set; }

    public EventStatus Status { get; set; }

    public Doubt Doubts { get; set; }

    /// <summary>A row fits and nothing speaks against it: what the rules alone tell.</summary>
    public bool IsSure => Hit.Fit == TriggerFit.Fits && Doubts == Doubt.None;

    /// <summary>What <see cref="EventChoice"/> weighs it by.</summary>
    public List<EventSign> Signs { get; } = new(32);

    /// <summary>Log odds that it tells its event.</summary>
    public double Odds { get; set; }

    public int Sentence => View.Index;

    public DayRange? Days => Dated.Days;

    /// <summary>The same telling of other sides.</summary>
    public Telling With(Sides sides) => Copy(View, Hit, Evidence, Fact, Dated, sides, Place);

    /// <summary>The same act told again elsewhere, on another day.</summary>
    public Telling Repeated(EventSentence view, TriggerHit hit, TextSpan evidence, Fact fact, Dated dated, Sides sides) => Copy(view, hit, evidence, fact, dated, sides, null);

    private Telling Copy(EventSentence view, TriggerHit hit, TextSpan evidence, Fact fact, Dated dated, Sides sides, string? place) => new()
    {
        View = view,
        Hit = hit,
        Kind = Kind,
        Evidence = evidence,
        Fact = fact,
        Dated = dated,
        Sides = sides,
        Place = place,
        Action = Action,
        About = [.. About],
        Arity = Arity,
        Level = Level,
        Definite = false,
        Status = Status,
        Doubts = Doubts,
    };
}
