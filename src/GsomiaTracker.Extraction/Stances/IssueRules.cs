using System.Text.Json;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What a phrase of an issue is, before anything is said about it.</summary>
internal enum SeedKind
{
    /// <summary>A thing that can be kept or ended, wanted or deplored: <i>the pact</i>.</summary>
    Thing,

    /// <summary>Something done to it, the thing left unsaid: <i>the termination</i>.</summary>
    Done,

    /// <summary>Words that hold a position as soon as somebody says them: <i>are separate matters</i>.</summary>
    Claim,

    /// <summary>No thing of the issue, though its words look like one: <i>nuclear talks</i> where the talks are to settle a dispute between others.</summary>
    Hidden,
}

/// <summary>A phrase by which an issue shows in a text.</summary>
/// <param name="Polarity">+1: more of it is "for"; -1: more of it is "against".</param>
/// <param name="Weak">Counts only when something of the lexicon is done to it, not when it is merely judged or wanted.</param>
/// <param name="Dear">A thing one may worry about: concern "over" it is no stance against it, harm to it is one for it.</param>
/// <param name="Subject">The dossier's subject that it names, or null.</param>
internal sealed record IssueSeed(IssueRules Issue, SeedKind Kind, int Polarity, bool Weak, bool Dear, string? Subject, int Near)
{
    /// <summary>A claim that the other side must move first: the position is conditional.</summary>
    public bool Conditional { get; init; }
}

/// <summary>What an issue says a word does to its things: +1 for, -1 against, 0 nothing.</summary>
internal sealed record IssueAction(int Value);

/// <summary>
/// How one issue's positions are told from a clause: the <c>rules</c> of a dossier's <c>issues/*.json</c>. docs/READING.md ("Stances") describes
/// the fields; all may be missing. What cannot be understood is passed over, so that a dossier with a slip still reads.
/// </summary>
internal sealed class IssueRules
{
    private const int UsualWindow = 5;

    private readonly List<(Phrase Phrase, IssueSeed Seed)> _seeds = [];
    private readonly List<(IReadOnlyList<string> Ideas, IssueSeed Seed, int Window)> _concepts = [];

    private IssueRules(Issue issue)
    {
        Key = issue.Key;
    }

    public string Key { get; }

    public IReadOnlyList<(Phrase Phrase, IssueSeed Seed)> Seeds => _seeds;

    public bool HasThings { get; private set; }

    public bool HasClaims { get; private set; }

    public PatternTable<IssueAction> Actions { get; } = new();

    /// <summary>Things told by ideas that come together in any order.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Ideas, IssueSeed Seed, int Window)> Concepts => _concepts;

    /// <summary>Where a state usually stands, +1 or -1, by country: decides where somebody argues and his words leave the side open.</summary>
    public IReadOnlyDictionary<string, int> Sides { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Usual side of a holder: +1, -1, 0 where the dossier tells none. A party or an official may have one apart from its state ("KR/Liberty Party", "US/a-b").</summary>
    public int SideOf(Holder holder) =>
        holder.Org is { } org && Sides.TryGetValue($"{holder.Country}/{org}", out var party) ? party
        : holder.Person is { } person && Sides.TryGetValue($"{holder.Country}/{person}", out var own) ? own
        : Sides.GetValueOrDefault(holder.Country);

    /// <summary>Only the issue's own actions count, not the lexicon's keeping and ending.</summary>
    public bool OwnActionsOnly { get; private set; }

    /// <summary>Doing or deciding it is a position where it is the news; not so for meeting or firing.</summary>
    public bool ActsCount { get; private set; } = true;

    /// <summary>States whose gain is a loss: "would only help Pyongyang".</summary>
    public IReadOnlySet<string> Rivals { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Sentences with what must be read in them, and sentences in which nothing must be: for the test that runs them.</summary>
    public IReadOnlyList<string> Reads { get; private set; } = [];

    public IReadOnlyList<string> ReadsNot { get; private set; } = [];

    public static IssueRules Of(Issue issue, Dossier dossier)
    {
        var rules = new IssueRules(issue);
        using var json = JsonDocument.Parse(issue.Rules.Length == 0 ? "{}" : issue.Rules);
        var root = json.RootElement;
        rules.OwnActionsOnly = Flag(root, "ownActionsOnly");
        rules.ActsCount = !(root.TryGetProperty("acts", out var acts) && acts.ValueKind == JsonValueKind.False);
        rules.Rivals = Texts(root, "rivals").ToHashSet(StringComparer.Ordinal);
        var about = Items(root, "about").ToArray();
        foreach (var item in about)
        {
            rules.AddThing(item, dossier);
        }

        if (about.Length == 0 && dossier.Subjects.FirstOrDefault(s => s.Key == issue.Key) is { } same)
        {
            rules.AddSubject(same, 1, false, same.Key == dossier.Deadline.Subject);
        }

        foreach (var item in Items(root, "concepts"))
        {
            rules.AddConcept(item);
        }

        rules.Sides = SidesOf(root);
        rules.AddActions(Texts(root, "for"), 1);
        rules.AddActions(Texts(root, "against"), -1);
        rules.AddActions(Texts(root, "ignore"), 0);
        var near = Number(root, "near");
        rules.AddSeeds(Section(root, "alone", "for"), SeedKind.Done, 1, near);
        rules.AddSeeds(Section(root, "alone", "against"), SeedKind.Done, -1, near);
        rules.AddSeeds(Section(root, "claims", "for"), SeedKind.Claim, 1, near);
        rules.AddSeeds(Section(root, "claims", "against"), SeedKind.Claim, -1, near);
        rules.AddSeeds(Section(root, "claims", "conditional"), SeedKind.Claim, 1, near, conditional: true);
        rules.Reads = [.. Texts(root, "reads")];
        rules.ReadsNot = [.. Texts(root, "readsNot")];
        return rules;
    }

    private void AddThing(JsonElement item, Dossier dossier)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            var word = item.GetString()!;
            if (dossier.Subjects.FirstOrDefault(s => s.Key == word) is { } subject)
            {
                AddSubject(subject, 1, false, subject.Key == dossier.Deadline.Subject);
            }
            else
            {
                AddSeed(word, new IssueSeed(this, SeedKind.Thing, 1, false, false, null, 0));
            }

            return;
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var polarity = Flag(item, "turned") ? -1 : 1;
        var weak = Flag(item, "weak");
        var dear = Flag(item, "dear");
        if (item.TryGetProperty("subject", out var key) && key.ValueKind == JsonValueKind.String
            && dossier.Subjects.FirstOrDefault(s => s.Key == key.GetString()) is { } named)
        {
            AddSubject(named, polarity, weak, dear || named.Key == dossier.Deadline.Subject);
        }

        foreach (var word in Texts(item, "words"))
        {
            AddSeed(word, new IssueSeed(this, SeedKind.Thing, polarity, weak, dear, null, 0));
        }
    }

    private void AddSubject(Subject subject, int polarity, bool weak, bool dear)
    {
        foreach (var name in subject.Names.Concat(subject.ShortNames.Select(Pointing)))
        {
            AddSeed(name, new IssueSeed(this, SeedKind.Thing, polarity, weak, dear, subject.Key, 0));
        }
    }

    /// <summary>"the controls", "those controls", "its controls".</summary>
    private static string Pointing(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the|this|that|these|those|its|their|such|our " + name[4..] : name;

    private void AddConcept(JsonElement item)
    {
        var plain = item.ValueKind == JsonValueKind.Array;
        var ideas = plain ? [.. item.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] : Texts(item, "ideas").ToArray();
        var window = plain ? 0 : Number(item, "window");
        var claims = plain || !item.TryGetProperty("claims", out var held) || held.ValueKind != JsonValueKind.String ? null : held.GetString();
        var turned = claims == "against" || !plain && Flag(item, "turned");
        var seed = new IssueSeed(
            this, !plain && Flag(item, "hides") ? SeedKind.Hidden : claims is null ? SeedKind.Thing : SeedKind.Claim, turned ? -1 : 1, !plain && Flag(item, "weak"), !plain && Flag(item, "dear"), null, 0)
        { Conditional = claims == "conditional" };
        _concepts.Add((ideas, seed, window > 0 ? window : UsualWindow));
    }

    private static Dictionary<string, int> SidesOf(JsonElement root)
    {
        var sides = new Dictionary<string, int>(StringComparer.Ordinal);
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("sides", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var side in given.EnumerateObject())
            {
                if (side.Value.ValueKind == JsonValueKind.String)
                {
                    sides[side.Name] = side.Value.GetString() switch { "for" => 1, "against" => -1, _ => 0 };
                }
            }
        }

        return sides;
    }

    private void AddActions(IEnumerable<string> words, int value)
    {
        foreach (var word in words)
        {
            if (Phrase.Parse(word) is { } phrase)
            {
                Actions.Add(phrase, new IssueAction(value));
            }
        }
    }

    private void AddSeeds(IEnumerable<string> words, SeedKind kind, int polarity, int near, bool conditional = false)
    {
        foreach (var word in words)
        {
            AddSeed(word, new IssueSeed(this, kind, polarity, false, false, null, near) { Conditional = conditional });
        }
    }

    private void AddSeed(string words, IssueSeed seed)
    {
        if (Phrase.Parse(words) is { } phrase)
        {
            _seeds.Add((phrase, seed));
            HasThings |= seed.Kind == SeedKind.Thing;
            HasClaims |= seed.Kind == SeedKind.Claim;
        }
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    private static IEnumerable<string> Section(JsonElement element, string name, string part) =>
        element.TryGetProperty(name, out var section) && section.ValueKind == JsonValueKind.Object ? Texts(section, part) : [];

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        Items(element, name).Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(e => e.Clone())
            : [];
}
