using System.Xml;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Values of details and disagreements as a reader would put them.</summary>
public static class Values
{
    /// <param name="about">What the value is of: "duration", "days", "place".</param>
    /// <param name="words">The source's words for it, where the value itself is no word.</param>
    public static string InWords(string about, string value, string words)
    {
        if (about == "duration" && value.StartsWith('P'))
        {
            try
            {
                return Countdown.Phrase(XmlConvert.ToTimeSpan(value));
            }
            catch (FormatException)
            {
                return words;
            }
        }

        return value;
    }
}
