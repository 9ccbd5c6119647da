namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// The network scores each arc for itself and sometimes gives a verb two subjects before it. The second is then the other half of a pair
/// (<i>the minister and his envoy agreed</i>) or an apposition (<i>his counterpart, Aho, agreed</i>): it is hung on the first.
/// </summary>
internal static class OneSubject
{
    public static void Repair(ReadOnlySpan<Upos> pos, ReadOnlySpan<bool> comma, Span<int> heads, Span<Deprel> relations)
    {
        for (var second = 1; second < heads.Length; second++)
        {
            var verb = heads[second];
            if (verb <= second || relations[second] is not (Deprel.Nsubj or Deprel.NsubjPass))
            {
                continue;
            }

            // Linear on the whole: only the stretch back to the subject before is looked at, and a sentence is short.
            int first = second - 1, and = -1, mark = -1;
            while (first >= 0 && !(heads[first] == verb && relations[first] is Deprel.Nsubj or Deprel.NsubjPass))
            {
                and = relations[first] == Deprel.Cc && (heads[first] == second || heads[first] == verb) ? first : and;
                mark = comma[first] ? first : mark;
                first--;
            }

            if (first < 0 || pos[first] is not (Upos.Noun or Upos.Propn or Upos.Pron))
            {
                continue;
            }

            if (and >= 0)
            {
                (heads[second], relations[second], heads[and]) = (first, Deprel.Conj, second);
            }
            else if (mark >= 0 && pos[first] == Upos.Noun && pos[second] == Upos.Propn)
            {
                (heads[second], relations[second]) = (first, Deprel.Appos);
            }
        }
    }
}
