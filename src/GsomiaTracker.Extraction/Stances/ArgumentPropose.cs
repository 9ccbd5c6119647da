using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <content>A ground put down, with what stands beside it.</content>
internal sealed partial class Argument
{
    private void Propose(
        DocumentSentence sentence, Utterance utterance, ArguedThing thing, IReadOnlyList<Holder> who, string rule, int holderToken = -1, int cueToken = -1) =>
        Propose(sentence, utterance, thing.First, thing.Issue, thing.Weak ? 0 : thing.Leans(sentence.Syntax, utterance, _leaning), who, rule, holderToken, cueToken);

    private void Propose(
        DocumentSentence sentence, Utterance utterance, int at, IssueRules issue, int leaning, IReadOnlyList<Holder> who, string rule,
        int holderToken = -1, int cueToken = -1)
    {
        if (issue.OwnActionsOnly)
        {
            return;
        }

        var s = sentence.Syntax;
        foreach (var holder in who)
        {
            var side = issue.SideOf(holder);
            if (side == 0 && leaning == 0)
            {
                continue;
            }

            var usual = side != 0;
            side = usual ? side : leaning;
            var (first, last) = (utterance.Tokens[0], utterance.Tokens[^1]);
            if (holderToken >= 0)
            {
                first = Math.Max(first, Math.Min(Math.Min(holderToken, cueToken), at));
            }

            var span = new TextSpan(s[first].Start, s[last].End);
            if (span.Length > LongestEvidence)
            {
                var start = Math.Max(span.Start, Math.Min(s[at].Start - LongestEvidence / 2, span.End - LongestEvidence));
                span = new TextSpan(start, Math.Min(span.End, start + LongestEvidence));
            }

            var stand = new Stand(issue, side, StandForm.Held, SpeechAct.State, holderToken, at, -1, false, span, usual ? $"{rule}, usual side" : $"{rule}, leaning");
            var position = side > 0 ? Position.For : Position.Against;
            var ground = new Ground(holder, stand, position, span, null, sentence);
            ground.Signs.AddRange(_signs);
            ground.Signs.Add(SignNames.Rule(rule));
            ground.Signs.Add(!usual ? "a:leaning" : leaning == 0 ? "a:usual" : leaning == side ? "a:usual, leaning so" : "a:usual, leaning away");
            ground.Signs.Add(Beside(issue, holder, position));
            if (_conditional)
            {
                ground.Signs.Add("a:with a condition");
            }

            if (IsRelated(issue, holder))
            {
                ground.Signs.Add("a:beside a relation");
            }

            if (rules.Relations.Contains(issue))
            {
                _related.Add((issue.Key, holder.Country));
            }

            ground.Signs.Add(SignNames.Things(_issues.Count));
            Put(ground);
        }
    }

    /// <summary>Whether somebody of this state was found to tell how issues belong together in the sentence.</summary>
    private bool IsRelated(IssueRules issue, Holder holder)
    {
        foreach (var relation in rules.Relations)
        {
            if (relation == issue)
            {
                continue;
            }

            if (_related.Contains((relation.Key, holder.Country)))
            {
                return true;
            }

            foreach (var c in _composed)
            {
                if (c.Stand.Issue == relation && c.Holder.Country == holder.Country)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What was composed for the same state and issue in the sentence.</summary>
    private string Beside(IssueRules issue, Holder holder, Position position)
    {
        var beside = "a:beside nothing";
        foreach (var c in _composed)
        {
            if (c.Stand.Issue == issue && c.Holder.Country == holder.Country)
            {
                if (c.Position == position)
                {
                    return "a:beside the same";
                }

                beside = "a:beside another";
            }
        }

        return beside;
    }
}
