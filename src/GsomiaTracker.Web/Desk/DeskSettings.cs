namespace GsomiaTracker.Web.Desk;

/// <summary>How the desk is kept (settings under <c>Desk</c>).</summary>
/// <param name="SetupFromAnywhere"><c>Desk:SetupFromAnywhere</c>: the one-time setup address works from other machines too. Off.</param>
/// <param name="RequireSecondFactor"><c>Desk:RequireSecondFactor</c>: whoever has no second factor can do nothing but set one up. Off.</param>
/// <param name="KnownPasswords"><c>Desk:KnownPasswords</c>: a file of known passwords, one a line, beside the list that comes with the program.</param>
/// <param name="FetchPrivateAddresses"><c>Desk:FetchPrivateAddresses</c>: lets the desk fetch pages from this machine itself and from odd ports (a test's own server). Off.</param>
/// <param name="TwoPersons"><c>Desk:TwoPersons</c>: whoever brings an article in or corrects cannot publish it, another editor must. Off.</param>
public sealed record DeskSettings(bool SetupFromAnywhere, bool RequireSecondFactor, string? KnownPasswords, bool FetchPrivateAddresses, bool TwoPersons = false)
{
    public static DeskSettings From(IConfiguration configuration) => new(
        configuration.GetValue<bool>("Desk:SetupFromAnywhere"),
        configuration.GetValue<bool>("Desk:RequireSecondFactor"),
        configuration["Desk:KnownPasswords"],
        configuration.GetValue<bool>("Desk:FetchPrivateAddresses"),
        configuration.GetValue<bool>("Desk:TwoPersons"));
}
