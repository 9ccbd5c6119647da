using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using Microsoft.AspNetCore.Html;

namespace GsomiaTracker.Web.Rendering;

/// <summary>
/// The crisis at a glance: one bar a day, as high as there were events that day (as known at the moment shown), each a link to the record as of
/// that day's end. All bars are one path and every link one element, for a page pays for each element before it shows anything; attributes only, since
/// the page's policy allows no inline style.
/// </summary>
public static class OverviewStrip
{
    private const int Height = 60;
    private const int Base = 44;

    /// <summary>Drawn once for each record and address. Its links are relative to the page it stands on.</summary>
    public static IHtmlContent Draw(RecordAsOf record, ViewState view, string path)
    {
        if (record.Strips.Count > 64)
        {
            record.Strips.Clear();
        }

        return record.Strips.GetOrAdd(view.Unpaged.Url(path), _ => Make(record, view, path));
    }

    private static IHtmlContent Make(RecordAsOf record, ViewState view, string path)
    {
        var dossier = record.Dossier;
        var first = dossier.FirstDay;
        var last = Last(record);
        var days = last.DayNumber - first.DayNumber + 1;
        if (days is < 1 or > 1500)
        {
            return HtmlString.Empty;
        }

        var settled = new int[days];
        var planned = new int[days];
        foreach (var e in record.Chronicle.Events)
        {
            if (e.Days is { } d && d.Days <= 7 && d.From >= first && d.From <= last)
            {
                (e.Status is EventStatus.Tentative or EventStatus.Scheduled ? planned : settled)[d.From.DayNumber - first.DayNumber]++;
            }
        }

        var most = Math.Max(1, settled.Zip(planned, (s, p) => s + p).Max());
        var svg = new StringBuilder(days * 110);
        // The moment comes first in an address; what follows it is the same for every day.
        var rest = HtmlEncoder.Default.Encode((view.Unpaged with { AsOf = null }).Url("?").Replace("?&", "&", StringComparison.Ordinal).TrimStart('?'));
        string X(double day) => (day * 100 / days).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        svg.Append(CultureInfo.InvariantCulture, $"<div class=\"strip\" role=\"group\" aria-label=\"Events a day, {WireDate.Day(first)} to {WireDate.Day(last)}. Each bar leads to the record as known at the end of that day.\">");
        svg.Append(CultureInfo.InvariantCulture, $"<svg aria-hidden=\"true\"><svg viewBox=\"0 0 {days} {Base}\" height=\"{Base}\" preserveAspectRatio=\"none\"><path d=\"");
        var plans = new StringBuilder();
        var links = new StringBuilder(days * 60);
        for (var i = 0; i < days; i++)
        {
            var day = first.AddDays(i);
            var n = settled[i] + planned[i];
            var high = Tall(n, most);
            var done = n == 0 ? 0 : high * settled[i] / n;
            if (done > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"M{i}.1 {Base}v-{done}h.8v{done}");
            }

            if (high > done)
            {
                plans.Append(CultureInfo.InvariantCulture, $"M{i}.1 {Base - done}v-{high - done}h.8v{high - done}");
            }

            var say = n == 0 ? WireDate.MonthAndDay(day) : $"{WireDate.MonthAndDay(day)}: {TimeText.Count(n, "event")}";
            links.Append(CultureInfo.InvariantCulture, $"<a href=\"?asof={DayRange.Iso(day)}{rest}\" title=\"{say}\" tabindex=\"-1\"></a>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"\"/><path class=\"plan\" d=\"{plans}\"/></svg>");
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"ground\" x2=\"100%\" y1=\"{Base}\" y2=\"{Base}\"/>");
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var at = X(Math.Max(0, month.DayNumber - first.DayNumber));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{at}\" y=\"{Height - 1}\">{WireDate.Month(month)}</text>");
        }

        Line(svg, "edge", dossier.Deadline.LastDay.DayNumber - first.DayNumber, days);
        if (view.AsOf is not null)
        {
            Line(svg, "now", record.ShownDay.DayNumber - first.DayNumber + 1, days);
        }

        return new HtmlString(svg.Append("</svg><p>").Append(links).Append("</p></div>").ToString());
    }

    /// <summary>Some days past the deadline, and on to the last event that is known, but never past the dossier's last day.</summary>
    private static DateOnly Last(RecordAsOf record)
    {
        var last = record.Dossier.Deadline.LastDay.AddDays(7);
        foreach (var e in record.Chronicle.Events)
        {
            if (e.Days is { Days: <= 7 } d && d.From > last)
            {
                last = d.From;
            }
        }

        return last > record.Dossier.LastDay ? record.Dossier.LastDay : last;
    }

    private static int Tall(int n, int most) => n == 0 ? 0 : Math.Max(6, (int)Math.Round(Math.Sqrt(n / (double)most) * (Base - 4)));

    private static void Line(StringBuilder svg, string css, int at, int days)
    {
        if (at >= 0 && at <= days)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{css}\" x1=\"{at * 100d / days:0.##}%\" x2=\"{at * 100d / days:0.##}%\" y2=\"{Base}\"/>");
        }
    }
}
