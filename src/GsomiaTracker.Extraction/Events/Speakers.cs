using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Who speaks where: a news conference is held by whom its sentence quotes, when the words around it name nobody.</summary>
internal sealed class Speakers(IReadOnlyList<Statement> statements)
{
    public void Lend(Telling telling)
    {
        if (telling.Kind != EventKind.Address || telling.Sides.People.Count > 0)
        {
            return;
        }

        var sentence = telling.View.Document.Span;
        foreach (var statement in statements)
        {
            if (statement.Cue is { } cue && sentence.Contains(cue.Span) && (statement.Speaker is not null || statement.Country is not null))
            {
                if (statement.Speaker is not null || telling.Sides.Countries.Count == 0)
                {
                    telling.Sides.AddPerson(statement.Speaker);
                    telling.Sides.AddCountry(statement.Country);
                    return;
                }
            }
        }
    }
}
