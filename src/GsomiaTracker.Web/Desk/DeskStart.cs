using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Ingestion;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GsomiaTracker.Web.Desk;

/// <summary>When the tracker serves: brings the desk's tables up to date and, where nobody may yet, tells the one-time setup address. Public pages do not wait for it.</summary>
public sealed class DeskStart(IServiceProvider services, SetupKey setup, TrackerSettings settings, IServer server, ILogger<DeskStart> log) : IHostedLifecycleService
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the desk can be used.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Where the first chief is made, as printed; null where there is somebody.</summary>
    public string? SetupAddress { get; private set; }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(OpenAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        ServedAt.Forget(settings.DataDirectory);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync()
    {
        try
        {
            var address = ServedAt.Of(server.Features.Get<IServerAddressesFeature>()?.Addresses);
            ServedAt.Tell(settings.DataDirectory, address);
            await PeopleStore.MigrateAsync(services);
            await using var scope = services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<PeopleList>().AnybodyAsync())
            {
                SetupAddress = $"{address}/desk/setup?key={setup.Open()}";
                Console.WriteLine($"Nobody may edit yet. To become the first chief, open within an hour, once, on this machine:\n  {SetupAddress}");
            }

            _ready.SetResult();
        }
        catch (Exception failed)
        {
            log.LogError(failed, "The desk could not be opened");
            _ready.SetException(failed);
        }
    }
}
