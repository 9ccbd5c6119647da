using Microsoft.EntityFrameworkCore.Design;

namespace GsomiaTracker.Store;

/// <summary>Only for writing migrations: <c>MIGRATIONS=true dotnet ef migrations add NAME --project src/GsomiaTracker.Store</c>.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<TrackerContext>
{
    public TrackerContext CreateDbContext(string[] args) => new(TrackerStore.Options("Data Source=:memory:"));
}
