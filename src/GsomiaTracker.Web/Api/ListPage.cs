using System.Globalization;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>
/// One page of a list by an opaque cursor. The cursor names the last entry of the page before, so that it survives additions anywhere in the list.
/// </summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cuts lists into pages.</summary>
public static class ListPages
{
    /// <param name="all">The whole list in its order.</param>
    /// <param name="name">What an entry is called by; unique in the list.</param>
    /// <param name="list">The letter that tells this list's cursors from others'.</param>
    /// <param name="most">Most entries a page, and how many it has when the query asks for none.</param>
    public static Answer<ListPage<T>> Of<T>(IReadOnlyList<T> all, Func<T, string> name, char list, int most, ViewState view, string path, IQueryCollection query)
    {
        var (limitText, cursor) = (query["limit"].ToString(), query["cursor"].ToString());
        var limit = most;
        if (limitText.Length > 0 && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > most))
        {
            return Refusal.Bad("bad-limit", "No such limit", $"\u201climit\u201d is a number from 1 to {most}.", new Nearest(string.Create(CultureInfo.InvariantCulture, $"Up to {most} a page"), view.Url(path)));
        }

        var start = 0;
        if (cursor.Length > 0)
        {
            var after = Cursor.ReadText(list, cursor);
            var at = -1;
            for (var i = 0; after is not null && at < 0 && i < all.Count; i++)
            {
                at = name(all[i]) == after ? i : -1;
            }

            if (at < 0)
            {
                return Refusal.Bad("bad-cursor", "No such place in the list", "The cursor is not one that this list gave out, or its entry is no longer in the list as asked for.", new Nearest("The first page", view.Url(path)));
            }

            start = at + 1;
        }

        var items = all.Skip(start).Take(limit).ToList();
        var more = items.Count > 0 && start + items.Count < all.Count;
        return new ListPage<T>(items, more ? view.Url(path, null, ("limit", limitText.Length > 0 ? limitText : null), ("cursor", Cursor.Write(list, name(items[^1])))) : null);
    }
}
