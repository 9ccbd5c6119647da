using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Who stands behind an accord besides its parties: where the dossier counts one who brokered it among them, all whom the text says to have brokered it have signed it, and so have all whom the text says to have signed it.
/// </summary>
internal sealed class Signatories(Dossier dossier)
{
    private readonly Dictionary<string, List<string>> _of = new(StringComparer.Ordinal);

    /// <summary>Takes note of "the deal, brokered by Norway and the United Nations", "Norway, which brokered the deal".</summary>
    public void Pass(EventSentence view)
    {
        if (view.Subjects.Count == 0)
        {
            return;
        }

        for (var i = 0; i < view.Syntax.Count; i++)
        {
            if (!view.IsVerb(i) || view.Lemma(i) is not ("broker" or "mediate"))
            {
                continue;
            }

            var frame = Frame.OfVerb(view, i);
            var brokers = Sides.Of(view, frame.Passive ? frame.Agents : frame.Subjects.Concat(frame.Phrases.Where(p => p.Preposition == "with").Select(p => p.Token)));
            foreach (var hit in view.Subjects)
            {
                if (frame.Objects.Exists(o => hit.First <= o && o <= hit.Last) && hit.Subject.Parties.Any(brokers.Countries.Contains))
                {
                    Add(hit.Subject.Key, brokers.Countries);
                }
            }
        }
    }

    /// <summary>Takes note of those who are told to have signed with all of an accord's parties.</summary>
    public void Note(List<EventCluster> clusters)
    {
        foreach (var cluster in clusters)
        {
            foreach (var subject in cluster.Kind == EventKind.Agreement ? dossier.Subjects.Where(s => cluster.About.Contains(s.Key)) : [])
            {
                if (subject.Parties.Count > 2 && subject.Parties.All(cluster.Sides.Countries.Contains))
                {
                    Add(subject.Key, cluster.Sides.Countries);
                }
            }
        }
    }

    public void Complete(EventCluster cluster)
    {
        foreach (var subject in cluster.Kind == EventKind.Agreement ? dossier.Subjects.Where(s => cluster.About.Contains(s.Key)) : [])
        {
            if (_of.TryGetValue(subject.Key, out var signed))
            {
                foreach (var state in subject.Parties.Concat(signed))
                {
                    cluster.Sides.AddCountry(state);
                }
            }
        }
    }

    private void Add(string subject, IReadOnlyList<string> states)
    {
        if (!_of.TryGetValue(subject, out var known))
        {
            _of[subject] = known = [];
        }

        known.AddRange(states.Where(s => !known.Contains(s)));
    }
}
