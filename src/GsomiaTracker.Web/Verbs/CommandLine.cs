using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Verbs;

/// <summary>Exit statuses of every verb (sysexits in spirit, kept to three).</summary>
public static class ExitStatus
{
    public const int Ok = 0;

    /// <summary>Something was refused or failed; the rest was done.</summary>
    public const int Failed = 1;

    /// <summary>The call's words are off; nothing was done.</summary>
    public const int Usage = 2;
}

/// <summary>The switches of a verb and what is left: <c>--name VALUE</c>, <c>--name=VALUE</c> or a bare <c>--flag</c>. Unknown ones are refused by name.</summary>
public sealed record CommandLine(IReadOnlyDictionary<string, string> Switches, IReadOnlyList<string> Rest)
{
    public string? this[string name] => Switches.GetValueOrDefault(name);

    public bool Has(string name) => Switches.ContainsKey(name);

    public static Parsed<CommandLine> Parse(IEnumerable<string> args, IReadOnlyCollection<string> valued, IReadOnlyCollection<string> flags)
    {
        var switches = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new List<string>();
        using var words = args.GetEnumerator();
        while (words.MoveNext())
        {
            var word = words.Current;
            if (word == "--")
            {
                while (words.MoveNext())
                {
                    rest.Add(words.Current);
                }

                break;
            }

            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                rest.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (flags.Contains(name) && equals < 0)
            {
                switches[name] = "";
            }
            else if (valued.Contains(name))
            {
                if (equals < 0 && !words.MoveNext())
                {
                    return Parsed<CommandLine>.No($"{name} needs a value");
                }

                switches[name] = equals < 0 ? words.Current : word[(equals + 1)..];
            }
            else
            {
                return Parsed<CommandLine>.No($"unknown switch {name}");
            }
        }

        return Parsed<CommandLine>.Of(new CommandLine(switches, rest));
    }
}
