namespace GsomiaTracker.Extraction.Dates;

/// <summary>"Nov. 15, 17 and 20": days of one month that do not touch, each an expression of its own.</summary>
internal static class DayLists
{
    private static readonly int _and = Words.Id("and");

    /// <summary>The days of a list that begins with this match, in order; empty where the two days touch.</summary>
    public static IReadOnlyList<Atom> Apart(string text, List<DateToken> tokens, Atom atom)
    {
        var touch = atom['e'] == atom['d'] + 1;
        if (atom.Kind != AtomKind.DayAndDay || atom['e'] <= atom['d'])
        {
            return [];
        }

        var second = atom.End - 1;
        while (second > atom.First && !((tokens[second].Classes & WordClass.DayNum) != 0 && tokens[second].Value == atom['e']))
        {
            second--;
        }

        var first = (int[])atom.Values.Clone();
        var days = touch ? new List<Atom> { new(atom.Rule, atom.First, second + 1, first) } : [Day(atom, atom.First, second - 1, atom['d']), Day(atom, second, second + 1, atom['e'])];
        var last = atom['e'];
        for (var at = atom.End; at + 1 < tokens.Count && tokens[at].Sentence == tokens[atom.First].Sentence;)
        {
            var next = at;
            while (next < tokens.Count && next - at < 2 && (tokens[next].Word == _and || text[tokens[next].Start] == ','))
            {
                next++;
            }

            if (next == at || next >= tokens.Count || (tokens[next].Classes & WordClass.DayNum) == 0 || tokens[next].Value <= last
                || next + 1 < tokens.Count && (tokens[next + 1].Classes & WordClass.Noun) != 0)
            {
                break;
            }

            days.Add(Day(atom, next, next + 1, tokens[next].Value));
            last = tokens[next].Value;
            at = next + 1;
        }

        return days.Count > 1 ? days : [];
    }

    private static Atom Day(Atom atom, int first, int end, int day)
    {
        var values = (int[])atom.Values.Clone();
        values['d' - 'a'] = day;
        values['e' - 'a'] = Atom.None;
        return new Atom(RuleBook.Named("month-day"), first, end, values);
    }
}
