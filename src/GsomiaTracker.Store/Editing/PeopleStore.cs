using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GsomiaTracker.Store.Editing;

/// <summary>The desk's tables as services; the rest of the program sees no EF Core.</summary>
public static class PeopleStore
{
    public static IServiceCollection AddPeopleStore(this IServiceCollection services) =>
        services
            .AddDbContext<PeopleContext>((s, options) => PeopleContext.Configure(options, s.GetRequiredService<TrackerStore>().ConnectionString))
            .AddSingleton<FailingTexts>()
            .AddScoped<PeopleList>()
            .AddScoped<ApiTokens>()
            .AddScoped<Drafts>()
            .AddScoped<Proposals>()
            .AddScoped<Sessions>()
            .AddScoped<Feeds>()
            .AddScoped<Assignments>();

    public static IdentityBuilder AddPeopleStores(this IdentityBuilder builder) => builder.AddEntityFrameworkStores<PeopleContext>();

    /// <summary>Makes the desk's tables, or brings them up to date.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PeopleContext>().Database.MigrateAsync(cancel);
    }
}
