using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What stands beside an entry among the others of its text, weighed: looked up, so that a text with many holders costs no more an entry than one with few.</summary>
internal sealed class Neighbourhood
{
    private readonly BestBeside<(IssueRules, Holder), Position> _ofHolder = new();
    private readonly BestBeside<(IssueRules, string, Position), Holder> _ofCountry = new();
    private readonly BestBeside<(int, IssueRules, string, Position), Holder> _countrymenIn = new();
    private readonly BestBeside<(int, Holder), IssueRules> _issuesIn = new();
    private readonly BestBeside<(int, IssueRules, Position), string> _countriesIn = new();

    public Neighbourhood(IReadOnlyList<StanceEntry> entries)
    {
        foreach (var e in entries)
        {
            var best = e.Grounds[0].Odds;
            _ofHolder.Add((e.Issue, e.Holder), e.Position, best);
            _ofCountry.Add((e.Issue, e.Holder.Country, e.Position), e.Holder, best);
            foreach (var ground in e.Grounds)
            {
                var sentence = ground.Sentence.Index;
                _countrymenIn.Add((sentence, e.Issue, e.Holder.Country, e.Position), e.Holder, ground.Odds);
                _issuesIn.Add((sentence, e.Holder), e.Issue, ground.Odds);
                _countriesIn.Add((sentence, e.Issue, e.Position), e.Holder.Country, ground.Odds);
            }
        }
    }

    /// <summary>Best odds of the same holder for another position on the issue.</summary>
    public double Rival(StanceEntry e) => _ofHolder.But((e.Issue, e.Holder), e.Position);

    /// <summary>Best odds of a countryman for the same position.</summary>
    public double Countrymen(StanceEntry e) => _ofCountry.But((e.Issue, e.Holder.Country, e.Position), e.Holder);

    /// <summary>The same within the sentence of the entry's best ground.</summary>
    public double CountrymenHere(StanceEntry e) => _countrymenIn.But((Sentence(e), e.Issue, e.Holder.Country, e.Position), e.Holder);

    /// <summary>Best odds that the sentence gives the holder on another issue.</summary>
    public double AnotherIssueHere(StanceEntry e) => _issuesIn.But((Sentence(e), e.Holder), e.Issue);

    /// <summary>Best odds that the sentence gives another state for the same position.</summary>
    public double AnotherCountryHere(StanceEntry e) => _countriesIn.But((Sentence(e), e.Issue, e.Position), e.Holder.Country);

    private static int Sentence(StanceEntry e) => e.Grounds[0].Sentence.Index;
}
