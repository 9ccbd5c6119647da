namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// The codes by which dossiers name states: ISO 3166-1 alpha-2, Kosovo's XK, EU, UN and NATO, which speak and act like states, and those that the
/// standard leaves to its users (XA to XZ): for a movement or a body that has no code and is named in the dossier's parties.
/// </summary>
public static class CountryCodes
{
    /// <summary>What a code may be, for faults.</summary>
    public const string Kinds = "ISO 3166-1 alpha-2, or EU, UN, NATO, or XA to XZ for a party without a state";

    private static readonly HashSet<string> Codes = new((
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN"
        + " BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ"
        + " DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL"
        + " GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM"
        + " JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME"
        + " MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP"
        + " NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD"
        + " SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO"
        + " TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
        + " XK EU UN NATO").Split(' '), StringComparer.Ordinal);

    public static bool Has(string code) => Codes.Contains(code) || IsOwn(code);

    /// <summary>A code of the dossier's own (XA to XZ without XK): it names nothing until one of the parties bears it.</summary>
    public static bool IsOwn(string code) => code is ['X', >= 'A' and <= 'Z'] && !Codes.Contains(code);

    /// <summary>A state, with a government, a parliament and ministries.</summary>
    public static bool IsState(string code) => Codes.Contains(code) && code is not ("EU" or "UN" or "NATO");
}
