using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>What a title says was decided, filed, fired or held: a word or two that the first telling has.</summary>
internal static class EventThing
{
    /// <summary>"to postpone joint exercise": the verb of what was decided and the noun it does it to; null where the text has no such pair of common words.</summary>
    public static string? Course(EventCluster cluster)
    {
        foreach (var telling in cluster.Tellings)
        {
            foreach (var clause in telling.Hit.Frame.Clauses)
            {
                if (Verb(telling.View, clause, 0) is { } course)
                {
                    return course;
                }
            }
        }

        return null;
    }

    private static string? Verb(EventSentence view, int clause, int depth)
    {
        var s = view.Syntax;
        if (depth > 3 || !view.IsVerb(clause))
        {
            return null;
        }

        var form = Form.Of(view, clause);
        var to = form.Negated || clause >= 2 && s[clause - 1].Norm == "to" && s[clause - 2].Norm == "not" ? "not to" : "to";
        if (view.Lemma(clause) is not ("let" or "make" or "take" or "have" or "do" or "go" or "get" or "give" or "put" or "be") && Frame.OfVerb(view, clause) is { Passive: false, Objects: [var thing, ..] } && Noun(view, thing) is { } noun)
        {
            var particle = s.Child(clause, Deprel.CompoundPrt);
            return $"{to} {view.Lemma(clause)}{(particle >= 0 ? " " + s[particle].Norm : "")} {noun}";
        }

        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation is Deprel.Xcomp && Verb(view, c, depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>A state or a common noun with the nouns before it: "Japan", "the flight ban"; null for pronouns and names of persons.</summary>
    private static string? Noun(EventSentence view, int token)
    {
        var s = view.Syntax;
        if (view.StateAt(token) is { } state && view.MentionAt(token) is not null)
        {
            return CountryNames.Of(state);
        }

        if (s[token].Tag is not (Xpos.NN or Xpos.NNS) || s[token].Norm is "decision" or "step" or "steps" or "place" or "announcement" or "measure" or "measures" or "action" or "course" or "one" or "thing")
        {
            return null;
        }

        var words = new List<string>();
        foreach (var c in s.Children(token))
        {
            if (c < token && s[c].Relation is Deprel.Compound && s[c].Tag is Xpos.NN or Xpos.NNS)
            {
                words.Add(s[c].Norm);
            }
        }

        words.Add(s[token].Norm);
        var article = s.Child(token, Deprel.Det) is var det and >= 0 ? s[det].Norm is not ("a" or "an") ? "the " : words[0][0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a " : "";
        return article + string.Join(' ', words);
    }

    /// <summary>The paper that is filed, handed over or introduced, or "envoy" (summoned), "case" (brought), "protest", "request", "notification".</summary>
    public static string Paper(EventCluster cluster)
    {
        var first = cluster.First;
        var word = first.Hit.Trigger.Lemma;
        if (first.Hit.Trigger.Part == TriggerPart.Noun)
        {
            return word;
        }

        foreach (var token in first.Hit.Frame.Objects)
        {
            if (first.View.Lemma(token) is "complaint" or "protest" or "petition" or "note" or "letter" or "notice" or "notification" or "bill" or "resolution" or "lawsuit" or "suit" or "appeal" or "request" or "message" or "motion" or "ultimatum")
            {
                return first.View.Lemma(token);
            }
        }

        return word switch
        {
            "summon" or "call" or "have" => "envoy",
            "notify" or "inform" or "tell" => "notification",
            "protest" => "protest",
            "ask" or "request" or "seek" or "demand" or "propose" => "request",
            "sue" or "go" or "take" or "bring" or "refer" or "appeal" or "petition" => "case",
            "write" => "letter",
            _ => "notice",
        };
    }

    public static string Measure(EventCluster cluster)
    {
        var trigger = cluster.First.Hit.Trigger;
        return trigger.Part == TriggerPart.Noun ? trigger.Lemma : trigger.Lemma switch
        {
            "expel" or "deport" => "expulsion",
            "recall" => "ambassador recalled",
            "deploy" or "dispatch" or "station" => "deployment",
            "release" or "free" => "release",
            "detain" or "arrest" or "jail" or "imprison" => "arrest",
            _ => "measure",
        };
    }

    /// <summary>"hunger strike", "clash": a noun with the noun before it.</summary>
    public static string Incident(EventCluster cluster)
    {
        var first = cluster.First;
        var word = first.Hit.Trigger.Lemma;
        if (first.Hit.Trigger.Part == TriggerPart.Noun)
        {
            var s = first.View.Syntax;
            var before = first.Hit.Frame.Trigger - 1;
            return before >= 0 && s[before] is { Tag: Xpos.NN, Relation: Deprel.Compound } near && near.Head == before + 1 ? $"{near.Norm} {word}" : word;
        }

        return word switch
        {
            "clash" or "collide" or "skirmish" => "clash",
            "rally" or "march" or "protest" or "demonstrate" or "take" or "chant" or "shout" => "protest",
            "fast" => "hunger strike",
            _ => "incident",
        };
    }

    /// <summary>"missiles", "a projectile": what was fired, by any telling; null where that is not said.</summary>
    public static string? Weapon(EventCluster cluster)
    {
        foreach (var telling in cluster.Tellings)
        {
            var frame = telling.Hit.Frame;
            foreach (var token in frame.Objects.Concat(frame.Before).Concat(frame.Phrases.Select(p => p.Token)).Append(frame.Trigger))
            {
                if (telling.View.Lemma(token) is "missile" or "rocket" or "projectile" or "shell")
                {
                    return telling.View.Lemma(token) + "s";
                }
            }
        }

        return null;
    }

    /// <summary>Verb and what follows it: "speak at a news conference", "give a speech".</summary>
    public static (string Verb, string What) Occasion(EventCluster cluster) => cluster.First.Hit.Trigger.Lemma switch
    {
        "conference" or "presser" => ("speak", " at a news conference"),
        "briefing" => ("speak", " at a briefing"),
        "speech" => ("give", " a speech"),
        "lecture" => ("give", " a lecture"),
        _ => ("speak", " in public"),
    };
}
