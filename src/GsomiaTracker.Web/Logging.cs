using Serilog;
using Serilog.Events;

namespace GsomiaTracker.Web;

/// <summary>The one place that knows Serilog; everything else talks to <c>ILogger</c>.</summary>
internal static class Logging
{
    /// <summary>The server's log: console, and what <c>Serilog</c> in the settings adds.</summary>
    public static void ForServer(WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .ReadFrom.Configuration(builder.Configuration)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    /// <summary>A verb's log: warnings and errors to standard error, because standard output carries data.</summary>
    public static void ForVerbs(ILoggingBuilder logging) =>
        logging.ClearProviders().AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Warning()
                .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
                .CreateLogger(),
            dispose: true);
}
