using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>
/// One hash over everything that decides how a text is read besides the program's version: the word lists and rules built into this assembly,
/// and the dossier's names, tenures and issue rules. Where it changes, the archive is read again.
/// </summary>
internal static class LexiconHash
{
    private static readonly Lazy<byte[]> BuiltIn = new(HashBuiltIn);

    public static string Of(Dossier dossier)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BuiltIn.Value);
        Append(hash, $"{dossier.Id}|{dossier.Deadline.Instant:O}|{string.Join(',', dossier.Deadline.PrintedDays.Select(DayRange.Iso))}|{Iso(dossier.FirstDay)}|{Iso(dossier.LastDay)}");
        foreach (var party in dossier.Parties)
        {
            Append(hash, party.ToString());
        }

        foreach (var subject in dossier.Subjects)
        {
            Append(hash, $"{subject.Key}|{subject.Title}|{string.Join(',', subject.Parties)}|{string.Join(';', subject.Names)}|{string.Join(';', subject.ShortNames)}");
        }

        foreach (var issue in dossier.Issues)
        {
            Append(hash, $"{issue.Key}|{issue.Rules}");
        }

        foreach (var official in dossier.Officials)
        {
            Append(hash, $"{official.Id}|{official.Name}|{string.Join(';', official.Aliases)}|{official.Country}|{string.Join(';', official.Tenures.Select(t => $"{t.Name},{Iso(t.From)},{Iso(t.To)}"))}");
        }

        foreach (var body in dossier.Bodies)
        {
            Append(hash, body.ToString());
        }

        foreach (var name in dossier.StateNames)
        {
            Append(hash, $"{name.Words}|{name.Country}|{(name.IsAdjective ? "adjective" : "name")}");
        }

        foreach (var meeting in dossier.Meetings)
        {
            Append(hash, $"{meeting.Words}|{string.Join(',', meeting.States)}");
        }

        return "sha256-" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] HashBuiltIn()
    {
        var assembly = typeof(LexiconHash).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            Append(hash, name);
            using var stream = assembly.GetManifestResourceStream(name)!;
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Never by a record's own ToString: that asks the culture.</summary>
    private static string Iso(DateOnly? day) => day is { } d ? DayRange.Iso(d) : "";

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([(byte)'\n']);
    }
}
