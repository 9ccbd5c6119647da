using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>people add NAME [--role editor|chief]</c>, <c>people reset NAME</c>, <c>people list</c>: who may work at the desk, for whoever has the server's console.</summary>
public static class PeopleVerb
{
    public const string Usage = "people add NAME [--role editor|chief] | reset NAME | list   [--data DIR] [--urls URL]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, ["--data", "--dossier", "--role", "--urls"], []);
        if (!line.Ok)
        {
            return Refuse(errors, line.Fault!.ToString());
        }

        try
        {
            await using var services = VerbServices.Open(line.Value, s => s.AddDeskPeople());
            await PeopleStore.MigrateAsync(services);
            await using var scope = services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<PeopleDesk>();
            switch (line.Value.Rest)
            {
                case ["list"]:
                    foreach (var (person, role) in await desk.AllAsync())
                    {
                        output.WriteLine($"{person.UserName}\t{role}\t{(person.PasswordHash is null ? "has not chosen a password" : person.TwoFactorEnabled ? "password and code" : "password")}");
                    }

                    return ExitStatus.Ok;
                case ["add", var name]:
                    var added = await desk.AddAsync(name, line.Value["--role"] ?? DeskRole.Editor);
                    return added.Ok ? Told(output, At(line.Value, scope), name, await desk.WelcomeAsync(added.Value)) : Failed(errors, added.Fault!);
                case ["reset", var name]:
                    var reset = await desk.ResetAsync(name);
                    return reset.Ok ? Told(output, At(line.Value, scope), name, reset.Value) : Failed(errors, reset.Fault!);
                default:
                    return Refuse(errors, "add NAME, reset NAME or list?");
            }
        }
        catch (StoreException unusable)
        {
            errors.WriteLine($"people: {unusable.Message}");
            return ExitStatus.Failed;
        }
    }

    /// <summary>Where the server is: as the call says, else as the one that serves the data left it, else as a server without settings would be.</summary>
    private static string At(CommandLine line, AsyncServiceScope scope) =>
        line["--urls"] ?? ServedAt.Read(scope.ServiceProvider.GetRequiredService<TrackerSettings>().DataDirectory) ?? ServeVerb.DefaultUrl;

    private static int Told(TextWriter output, string server, string name, string address)
    {
        output.WriteLine($"{name} chooses a password, once, within an hour, at:");
        output.WriteLine(server.TrimEnd('/') + address);
        return ExitStatus.Ok;
    }

    private static int Failed(TextWriter errors, Fault fault)
    {
        errors.WriteLine($"people: {fault}");
        return ExitStatus.Failed;
    }

    private static int Refuse(TextWriter errors, string reason)
    {
        errors.WriteLine($"people: {reason}");
        errors.WriteLine($"usage: {Usage}");
        return ExitStatus.Usage;
    }
}
