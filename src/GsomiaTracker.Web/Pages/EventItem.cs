using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>One entry of a list of events, with the page it stands on.</summary>
public sealed record EventItem(TrackerPage Page, TimelineItem Item);
