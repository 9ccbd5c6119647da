using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using static GsomiaTracker.Domain.Findings.EventKind;
using static GsomiaTracker.Domain.Findings.EventStatus;

namespace GsomiaTracker.Tests.Support;

/// <summary>A small record in sentences of our own: a plan that becomes a meeting, two takes, a disagreement, a plan nobody reports on again, an end to the deadline.</summary>
public static class MadeUpCrisis
{
    public const string PlanPiece = "kyodo-plan";
    public const string TalksPiece = "yonhap-talks";
    public const string EndPiece = "yonhap-suspends";

    public static IReadOnlyList<ArticleRevision> Revisions { get; } = [.. Pieces().Select(p => p.Revision())];

    private static IEnumerable<Piece> Pieces()
    {
        const string notice = "Seoul will let the intelligence pact lapse, the presidential office announced on Aug. 22.";
        const string regret = "Foreign Minister Taro Kono called the decision \"a complete misreading of regional security.\"";
        yield return new Piece("afp-notice", "AFP", "2019-08-22T18:40+09:00", "Seoul to end intelligence pact with Tokyo",
            $"SEOUL, Aug. 22 (AFP) -- {notice} The pact expires at midnight on Nov. 22.\n\n{regret}\n\nTokyo protested within hours.")
            .Names("taro-kono", "Taro Kono", "JP", "foreign minister", "Taro Kono")
            .Dates("Aug. 22.", "2019-08-22").Dates("Nov. 22", "2019-11-22")
            .Tells(Decision, Happened, "South Korea decides to end the pact", notice, "2019-08-22", "KR", "", "Seoul", "pact")
            .Tells(EventKind.Deadline, Scheduled, "The pact expires", "The pact expires at midnight on Nov. 22.", "2019-11-22", "KR JP", "", null, "pact")
            .Says("taro-kono", "Taro Kono", "JP", "Foreign Minister Taro Kono", "called", StatementForm.Mixed, "a complete misreading of regional security.")
            .Quotes("taro-kono", "Taro Kono", "JP", "a complete misreading of regional security.")
            .Stands("KR", null, "keep-pact", Position.Against, SpeechAct.Act, notice)
            .Stands("JP", "taro-kono", "keep-pact", Position.For, SpeechAct.Regret, regret);

        const string plan = "The two defense ministers may meet in Thailand on Nov. 17, a government source said Tuesday.";
        const string condition = "Seoul would think again if Tokyo lifts the export curbs, the source said.";
        yield return new Piece(PlanPiece, "Kyodo", "2019-11-12", "Defense chiefs may meet in Thailand",
            $"TOKYO, Nov. 12 (Kyodo) -- {plan} Jeong Kyeong-doo and Taro Kono last met in other posts.\n\n{condition}\n\nThe pact will run out on Nov. 23. A drill with the United States is set for Nov. 20.")
            .Names("jeong-kyeong-doo", "Jeong Kyeong-doo", "KR", "defense minister", "Jeong Kyeong-doo")
            .Names("taro-kono", "Taro Kono", "JP", "defense minister", "Taro Kono")
            .Dates("Nov. 17", "2019-11-17").Dates("Tuesday", "2019-11-12").Dates("Nov. 23", "2019-11-23").Dates("Nov. 20", "2019-11-20")
            .Tells(Meeting, Tentative, "Defense ministers of Japan and South Korea consider meeting in Thailand", plan, "2019-11-17", "JP KR", "jeong-kyeong-doo taro-kono", "Thailand", "pact")
            .Tells(EventKind.Deadline, Scheduled, "The pact runs out", "The pact will run out on Nov. 23.", "2019-11-23", "KR JP", "", null, "pact")
            .Tells(Exercise, Scheduled, "A drill of South Korea and the United States", "A drill with the United States is set for Nov. 20.", "2019-11-20", "KR US")
            .Says(null, null, null, "a government source", "said", StatementForm.Indirect, "The two defense ministers may meet in Thailand on Nov. 17")
            .Says(null, null, null, "the source", "said.", StatementForm.Indirect, "Seoul would think again if Tokyo lifts the export curbs")
            .Stands("KR", null, "keep-pact", Position.Conditional, SpeechAct.State, condition, "if Tokyo lifts the export curbs");

        const string met = "Jeong Kyeong-doo and Taro Kono talked for 40 minutes in Bangkok on Sunday and parted without progress.";
        const string again = "\"We will go on talking to the last day,\" Jeong told reporters.";
        yield return new Piece(TalksPiece, "Yonhap", "2019-11-17T18:45+09:00", "Defense chiefs part without progress",
            $"BANGKOK, Nov. 17 (Yonhap) -- {met}\n\n{again} The pact will expire on Saturday.")
            .Names("jeong-kyeong-doo", "Jeong Kyeong-doo", "KR", "defense minister", "Jeong Kyeong-doo")
            .Names("taro-kono", "Taro Kono", "JP", "defense minister", "Taro Kono")
            .Dates("Sunday", "2019-11-17").Dates("Saturday", "2019-11-23")
            .Tells(Meeting, Happened, "Defense ministers of South Korea and Japan meet in Bangkok", met, "2019-11-17", "JP KR", "jeong-kyeong-doo taro-kono", "Bangkok", "pact", ("duration", "PT40M", "40 minutes"))
            .Tells(EventKind.Deadline, Scheduled, "The pact expires", "The pact will expire on Saturday.", "2019-11-23", "KR JP", "", null, "pact")
            .Says("jeong-kyeong-doo", "Jeong Kyeong-doo", "KR", "Jeong told", "told", StatementForm.Direct, "We will go on talking to the last day,")
            .Quotes("jeong-kyeong-doo", "Jeong Kyeong-doo", "KR", "We will go on talking to the last day,")
            .Stands("KR", "jeong-kyeong-doo", "dialogue", Position.For, SpeechAct.Promise, again);

        const string longer = "The ministers of Japan and South Korea met in Bangkok on Nov. 17 for 50 minutes.";
        yield return new Piece("nhk-talks", "NHK", "2019-11-17T20:10+09:00", "Defense ministers meet in Bangkok",
            $"{longer} Defense Minister Taro Kono urged Seoul to keep the pact.")
            .Digest("NHK, 2019-11-17T20:10+09:00")
            .Names("taro-kono", "Taro Kono", "JP", "defense minister", "Taro Kono")
            .Dates("Nov. 17", "2019-11-17")
            .Tells(Meeting, Happened, "Ministers of Japan and South Korea meet in Bangkok", longer, "2019-11-17", "JP KR", "taro-kono jeong-kyeong-doo", "Bangkok", "pact", ("duration", "PT50M", "50 minutes"))
            .Says("taro-kono", "Taro Kono", "JP", "Defense Minister Taro Kono", "urged", StatementForm.Indirect, "to keep the pact")
            .Stands("JP", "taro-kono", "keep-pact", Position.For, SpeechAct.Urge, "Defense Minister Taro Kono urged Seoul to keep the pact.");

        const string suspends = "South Korea suspended its decision to end the pact on Friday, six hours before it was to expire.";
        const string stays = "The pact will not expire on Saturday.";
        yield return new Piece(EndPiece, "Yonhap", "2019-11-22T18:02+09:00", "(LEAD) Seoul puts off end of pact",
            $"SEOUL, Nov. 22 (Yonhap) -- {suspends} {stays}\n\nTrade talks will be held in December.")
            .Take(1)
            .Dates("Friday", "2019-11-22").Dates("Saturday", "2019-11-23").Dates("December", "2019-12-01", "2019-12-31")
            .Tells(Decision, Happened, "South Korea suspends its decision to end the pact", suspends, "2019-11-22", "KR", "", "Seoul", "pact")
            .Tells(EventKind.Deadline, Cancelled, "The pact does not expire", stays, "2019-11-23", "KR JP", "", null, "pact")
            .Tells(Meeting, Scheduled, "Trade talks of Japan and South Korea", "Trade talks will be held in December.", "2019-12-01/2019-12-31", "JP KR", "", null, "export-curbs")
            .Stands("KR", null, "keep-pact", Position.For, SpeechAct.Act, suspends);
        yield return new Piece(EndPiece, "Yonhap", "2019-11-22T19:30+09:00", "(2nd LD) Seoul puts off end of pact on condition",
            $"SEOUL, Nov. 22 (Yonhap) -- {suspends} {stays}\n\nSeoul said that it could end the pact at any time. Trade talks will be held in Tokyo in December.")
            .Take(2)
            .Dates("Friday", "2019-11-22").Dates("Saturday", "2019-11-23").Dates("December", "2019-12-01", "2019-12-31")
            .Tells(Decision, Happened, "South Korea suspends its decision to end the pact", suspends, "2019-11-22", "KR", "", "Seoul", "pact")
            .Tells(EventKind.Deadline, Cancelled, "The pact does not expire", stays, "2019-11-23", "KR JP", "", null, "pact")
            .Tells(Meeting, Scheduled, "Trade talks of Japan and South Korea in Tokyo", "Trade talks will be held in Tokyo in December.", "2019-12-01/2019-12-31", "JP KR", "", "Tokyo", "export-curbs")
            .Says(null, null, "KR", "Seoul", "said", StatementForm.Indirect, "it could end the pact at any time")
            .Stands("KR", null, "keep-pact", Position.For, SpeechAct.Act, suspends);
    }
}
