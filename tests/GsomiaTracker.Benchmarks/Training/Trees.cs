using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary><c>show-syntax --text "..."</c>: the trees of a paragraph, one word a line, for looking at.</summary>
internal static class Trees
{
    public static string Show(SyntaxParser parser, string text)
    {
        var shown = new StringBuilder();
        foreach (var sentence in parser.Parse(text, new TextSpan(0, text.Length)))
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var t = sentence[i];
                var head = t.Head < 0 ? "-" : sentence.Form(t.Head).ToString();
                shown.Append(CultureInfo.InvariantCulture, $"{i,3} {sentence.Form(i).ToString(),-18} {t.Lemma,-16} {t.Pos,-6} {t.Tag,-8} {t.Relation,-14} {t.Head,3} {head}\n");
            }

            shown.Append('\n');
        }

        return shown.ToString();
    }
}
