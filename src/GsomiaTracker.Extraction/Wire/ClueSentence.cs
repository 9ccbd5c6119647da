namespace GsomiaTracker.Extraction.Wire;

/// <summary>A sentence of a piece whose day of writing is not known yet.</summary>
/// <param name="Place">Number of the sentence, as in <see cref="DateClue.Place"/>.</param>
/// <param name="Deadline">It names what runs out at the dossier's deadline.</param>
/// <param name="Expiry">It says that the dossier's subject runs out.</param>
internal sealed record ClueSentence(int Place, int Paragraph, string Words, bool Deadline, bool Expiry);
