namespace GsomiaTracker.Tests.Support;

/// <summary>The files of a dossier of one issue about an invented accord on cod.</summary>
internal static class SmallDossier
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dossier.json"] = """
            {
              "id": "small", "title": "Cod accord", "about": "An invented accord.", "firstDay": "2019-06-01", "lastDay": "2020-01-31",
              "deadline": { "instant": "2019-11-23T00:00+01:00", "zone": "Europe/Oslo", "lastDay": "2019-11-22", "printedDays": ["2019-11-22"], "subject": "accord" },
              "parties": [
                { "country": "NO", "name": "Norway", "adjective": "Norwegian", "capital": "Oslo", "zone": "Europe/Oslo", "isParty": true },
                { "country": "IS", "name": "Iceland", "adjective": "Icelandic", "capital": "Reykjavik", "zone": "Atlantic/Reykjavik", "isParty": true }
              ],
              "zones": [{ "label": "Oslo", "zone": "Europe/Oslo" }],
              "subjects": [{ "key": "accord", "title": "the cod accord", "parties": ["NO", "IS"] }]
            }
            """,
        ["names.tsv"] = "words\tstands\tkey\tdetail\ncod accord\tsubject\taccord\tname\nthe accord\tsubject\taccord\tshort\nStorting\tbody\tNO\tparliament\n",
        ["officials.tsv"] = "id\tname\taliases\tnative\tlanguage\tcountry\nkari-lund\tKari Lund\tLund\t\t\tNO\neinar-jonsson\tEinar Jonsson\tJonsson\t\t\tIS\n",
        ["tenures.tsv"] = "official\toffice\tfrom\tto\nkari-lund\tforeign minister\t2018-01-01\t2020-02-02\neinar-jonsson\tfisheries minister\t2018\t\n",
        ["issues/keep.json"] = """
            {
              "key": "keep",
              "title": "Keep the accord",
              "order": 1,
              "for": "keep it", "against": "end it", "conditional": "keep it on terms",
              "rules": {
                "about": ["accord"],
                "for": ["renew"],
                "sides": { "NO": "for" },
                "reads": ["Kari Lund wants to renew the cod accord. => NO:Kari Lund for"],
                "readsNot": ["The cod accord was signed in Bergen."]
              }
            }
            """,
    };
}
