using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <content>Posts without a name: whose they are.</content>
internal sealed partial class DiscourseWalk
{
    private bool TitlePhrase(SentenceScan scan, OfficePhrase phrase, int title)
    {
        // "Defense Minister" right before a name was taken with the name.
        var country = phrase.Country ?? StatesBeside.CountryAfter(scan, phrase.Head) ?? (title > 0 && IsMission(scan.Words[title - 1].Norm) ? _mission : null);
        if (phrase.Plural)
        {
            return Group(scan, phrase, country);
        }

        if (scan.Words[phrase.Head].Capital && phrase.Head + 1 < scan.Count && Modifies(scan, phrase.Head) && phrase.Rank != Rank.Counterpart)
        {
            return false;
        }

        var before = phrase.First - 1;
        var definite = before >= 0 && scan.Words[before].Norm is "the" or "that" or "this" || phrase.Pronoun.Length > 0 || phrase.First > 0 && scan.Words[phrase.First].Capital
            || PossessiveInside(scan, phrase, title) || phrase.Rank is Rank.Counterpart || scan.Words[phrase.Head].Capital;
        // "the president of a machine tool maker" is no president.
        var owned = phrase.Head + 2 < scan.Count && scan.Words[phrase.Head + 1].Norm is "of" or "at" or "for" && scan.Words[phrase.Head + 2].Norm is "a" or "an";
        var referent = definite && !owned ? Holder(scan, phrase, country) : null;
        if (referent is null && phrase.Rank is Rank.None)
        {
            return false;
        }

        referent ??= new Referent(ReferentKind.Unnamed, null, null, country ?? (definite && !owned ? _home : null), owned ? null : Counterparts.Body(phrase.Portfolio), null, None);
        Add(scan, phrase.First, phrase.Last, referent, referent.Kind == ReferentKind.Person ? MentionForm.Title : MentionForm.Description, phrase.Head);
        if (referent.Kind == ReferentKind.Person && _byReferent.GetValueOrDefault(referent) is { } person)
        {
            _focus.Person(person, IsSubject(scan, phrase.First, phrase.Last), _document.IsQuoted(scan.Words[phrase.First].Start));
        }
        else
        {
            _focus.Unnamed(referent, IsSubject(scan, phrase.First, phrase.Last), (before >= 0 && scan.Words[before].Norm is "a" or "an" or "one" or "another" || scan.Words[phrase.First].Norm is "a" or "an" or "one" or "another") && Leads(scan, phrase.First, phrase.Last), phrase.Gender);
        }

        return true;
    }

    private static bool PossessiveInside(SentenceScan scan, OfficePhrase phrase, int title)
    {
        for (var i = phrase.First; i < title; i++)
        {
            if (scan.Words[i].IsPossessive)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The person of the text who holds the post: by class and country; the one named last where several do.</summary>
    private Referent? Holder(SentenceScan scan, OfficePhrase phrase, string? country)
    {
        var wanted = phrase.Class;
        PersonEntry? other = null;
        if (phrase.Rank == Rank.Counterpart)
        {
            other = _focus.Recent(p => p.Classes.Count > 0);
            if (other is null)
            {
                return null;
            }

            wanted = other.Classes[0];
        }
        else if (phrase.Rank is Rank.Member or Rank.Adviser && wanted.Portfolio.Length == 0)
        {
            return _focus.LastUnnamed(country);
        }

        if (phrase.Former)
        {
            return _focus.Recent(p => p.Offices.Any(o => o.Former && o.Class.Fits(wanted)) && Fits(p))?.Referent;
        }

        // An envoy is one sent from elsewhere, before anybody at home.
        var sent = country is null && phrase.Noun is "envoy" && _home is not null
            ? _focus.Recent(p => p.Country != _home && p.Classes.Any(c => c.Fits(wanted)))
            : null;
        var found = sent ?? _focus.Recent(p => p != other && Fits(p) && p.Classes.Any(c => c.Fits(wanted)))
            ?? (country is null ? null : _people.OfCountry(country).FirstOrDefault(p => p != other && Fits(p) && p.Classes.Any(c => c.Fits(wanted))));
        if (found is null && phrase.Rank == Rank.Counterpart)
        {
            return new Referent(ReferentKind.Unnamed, null, null, country, Counterparts.Body(wanted.Portfolio), null, None);
        }

        return found?.Referent;

        bool Fits(PersonEntry p) => country is null ? other is null || p.Country != other.Country : p.Country == country;
    }

    private bool Group(SentenceScan scan, OfficePhrase phrase, string? country)
    {
        var countries = StatesBeside.CountriesOf(scan, phrase);
        List<Referent> members = [];
        if (countries.Count >= 2)
        {
            foreach (var c in countries)
            {
                members.Add(_people.OfCountry(c).FirstOrDefault(p => p.Classes.Any(k => k.Fits(phrase.Class)))?.Referent
                    ?? new Referent(ReferentKind.Unnamed, null, null, c, Counterparts.Body(phrase.Portfolio), null, None));
            }
        }
        else if (country is null && StatesBeside.NumberBefore(scan, phrase.First) is { } number)
        {
            members.AddRange(_focus.RecentPeople(number, p => p.Classes.Any(c => c.Fits(phrase.Class))).Select(p => p.Referent));
            if (members.Count < number)
            {
                members = [.. _focus.RecentStates(_document.Dossier, number).Select(c => new Referent(ReferentKind.Unnamed, null, null, c, Counterparts.Body(phrase.Portfolio), null, None))];
            }
        }

        var referent = members.Count > 1
            ? new Referent(ReferentKind.Group, null, null, null, null, null, members)
            : new Referent(ReferentKind.Unnamed, null, null, country ?? countries.FirstOrDefault(), Counterparts.Body(phrase.Portfolio), null, None);
        Add(scan, phrase.First, phrase.Last, referent, referent.Kind == ReferentKind.Group ? MentionForm.Group : MentionForm.Description, phrase.Head);
        _focus.Plural(referent, IsSubject(scan, phrase.First, phrase.Last));
        return true;
    }
}
