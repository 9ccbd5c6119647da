using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Everything in a text that may tell an event, before any of it is chosen.</summary>
/// <param name="Anchor">The day from which the text speaks.</param>
/// <param name="Signatories">Who the text says stands behind the dossier's accords.</param>
internal sealed record EventProposal(Document Document, References References, DateOnly? Anchor, List<Telling> Tellings, Signatories Signatories);
