namespace GsomiaTracker.Web.Rendering;

/// <summary>Refusals that no page worded: an address nobody answers, a method nobody takes, a failure of our own.</summary>
public static class Problems
{
    public static Refusal OfStatus(int status, ViewState view) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status200OK => Refusal.NotFound("unknown-page", "No such page", "Nothing answers at this address.",
            new Nearest("Where it stands", view.Url("/")), new Nearest("The timeline", view.Url("/timeline"))),
        StatusCodes.Status405MethodNotAllowed => new Refusal(status, "wrong-method", "Not done this way", "This address does not take that method.", [new Nearest("The timeline", view.Url("/timeline"))]),
        < 500 => new Refusal(status, "refused", "Refused", "The request could not be taken as it was made.", [new Nearest("Where it stands", view.Url("/"))]),
        _ => new Refusal(status, "failure", "That went wrong here", "The tracker failed to answer; nothing on the record was changed. Trying again may help.", [new Nearest("Where it stands", view.Url("/"))]),
    };
}
