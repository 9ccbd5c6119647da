using System.Collections.Concurrent;
using System.Diagnostics;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>What the log tells of the desk, and what it must never tell; how long a refusal takes.</summary>
public sealed class LoggingTests
{
    [Fact]
    public async Task Sign_ins_failures_and_changes_of_rights_are_logged_and_no_secret_is()
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = new TrackerHost();
        await using var logged = host.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<ILoggerProvider>(new Listener(lines))));
        logged.UseKestrel(0);
        logged.StartServer();
        await logged.Services.GetRequiredService<DeskStart>().Ready;
        await using (var scope = logged.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync("chief", DeskRole.Chief, DeskHost.Password);
        }

        var chief = new DeskClient(logged);
        await chief.Post("/desk/sign-in", ("name", "chief"), ("password", "a wrong walk by the river"));
        await chief.Post("/desk/sign-in", ("name", "chief"), ("password", DeskHost.Password));
        var made = await (await chief.Post("/desk/people?handler=add", ("name", "mina"), ("role", "editor"))).Content.ReadAsStringAsync();
        await chief.Post("/desk/people?handler=role", ("name", "mina"), ("role", "chief"));
        await chief.Post("/desk/people?handler=reset", ("name", "mina"));
        var token = System.Text.RegularExpressions.Regex.Match(await (await chief.Post("/desk/account?handler=token", ("label", "a robot"))).Content.ReadAsStringAsync(), "gst_[0-9a-f]{48}").Value;
        await chief.Post("/desk/account?handler=password", ("old", DeskHost.Password), ("password", "another long walk, by the sea"));

        var log = string.Join('\n', lines);
        foreach (var told in new[] { "A sign-in failed", "chief signed in", "mina", "made a token", "changed the password" })
        {
            Assert.Contains(told, log, StringComparison.Ordinal);
        }

        var welcome = System.Text.RegularExpressions.Regex.Match(System.Net.WebUtility.HtmlDecode(made), "key=([^\"<]+)").Groups[1].Value;
        Assert.True(welcome.Length > 20 && token.Length > 20);
        foreach (var secret in new[] { DeskHost.Password, "a wrong walk by the river", "another long walk", token, welcome[..20] })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_name_takes_as_long_to_refuse_as_a_wrong_password()
    {
        await using var host = new TrackerHost();
        host.UseKestrel(0);
        host.StartServer();
        await host.Services.GetRequiredService<DeskStart>().Ready;
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync("mina", DeskRole.Editor, DeskHost.Password);
        var signIns = scope.ServiceProvider.GetRequiredService<SignIns>();
        await signIns.TryAsync("nobody", "a first wrong one, to warm up", null, null);

        // The least of four each: a busy machine only makes things longer. The account is locked after five.
        var (known, unknown) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            known = Least(known, await Time("mina"));
            unknown = Least(unknown, await Time("nobody"));
        }

        Assert.InRange(unknown / known, 0.4, 2.5);

        async Task<TimeSpan> Time(string name)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.False(await signIns.TryAsync(name, "a wrong walk by the river", null, null));
            return Stopwatch.GetElapsedTime(began);
        }

        static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
