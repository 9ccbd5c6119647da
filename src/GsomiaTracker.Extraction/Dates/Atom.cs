namespace GsomiaTracker.Extraction.Dates;

/// <summary>What a time expression says, before it is known on which day it was written.</summary>
internal enum AtomKind
{
    Day, DayRange, DayAndDay, Month, MonthOfStory, Year, YearSpan, Decade, Century, Quarter, Half, Season, Weekday, StoryWeekday,
    DayOffset, Unit, UnitOfStory, Ago, Ahead, StoryOffset, Weekend, MonthDayOnly, Holiday, WeekOf, WeekOfMonth, MonthRange,
}

/// <summary>A match of a rule: tokens <c>[First, End)</c> with the values that its pattern kept, by letter; <see cref="None"/> where it kept none.</summary>
internal sealed record Atom(Rule Rule, int First, int End, int[] Values)
{
    public const int None = int.MinValue;

    public AtomKind Kind => Rule.Entry.Kind;

    public int this[char letter] => Values[letter - 'a'];

    public bool Has(char letter) => Values[letter - 'a'] != None;
}
