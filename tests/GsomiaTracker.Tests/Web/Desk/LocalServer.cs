using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>A server of somebody else's, on a free port of this machine, for what the desk fetches.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LocalServer(WebApplication server)
    {
        _server = server;
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Ends in a slash.</summary>
    public Uri Address { get; }

    public static async Task<LocalServer> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return new LocalServer(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
