using GsomiaTracker.Store;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Ingestion;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GsomiaTracker.Web.Desk;

/// <summary>The desk's services: who may, for server and verbs alike; and what the server alone needs.</summary>
public static class DeskServices
{
    /// <summary>A session lasts a working day at most; a new sign-in starts the next.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromHours(12);

    /// <summary>Accounts: on the record's database, their keys in the data directory.</summary>
    public static IServiceCollection AddDeskPeople(this IServiceCollection services)
    {
        services.AddSingleton(s => DeskSettings.From(s.GetRequiredService<IConfiguration>()));
        services.AddDataProtection().SetApplicationName("gsomia-tracker");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
            o.XmlRepository = new FileSystemXmlRepository(KeyDirectory(s.GetRequiredService<TrackerSettings>().DataDirectory), s.GetRequiredService<ILoggerFactory>())));
        services.AddPeopleStore();
        services.AddIdentityCore<Person>(o =>
            {
                // Length is all that counts: PasswordRules.
                o.Password = new PasswordOptions { RequiredLength = PasswordRules.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                o.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
                o.Tokens.AuthenticatorIssuer = "GSOMIA Tracker";
            })
            .AddRoles<IdentityRole>()
            .AddPeopleStores()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = PeopleDesk.WelcomeLifetime);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.RemoveAll<IPasswordValidator<Person>>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<IPasswordValidator<Person>>(s => s.GetRequiredService<PasswordRules>());
        services.AddScoped<PeopleDesk>();
        return services;
    }

    /// <summary>What fetches pages and feeds, for server and verbs alike.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<FeedPoller>();
        services.TryAddSingleton<ResolveHost>(_ => System.Net.Dns.GetHostAddressesAsync);
        return services;
    }

    /// <summary>The desk's pages and what stands before them.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddDeskPeople();
        services.AddSingleton<SetupKey>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<SignIns>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AttestationConveyancePreference = "none";
        });
        services.AddSingleton<Correcting>();
        services.AddSingleton<DraftReading>();
        services.AddScoped<Decisions>();
        services.AddFeeds();
        services.AddSingleton<DeskStart>();
        services.AddHostedService(s => s.GetRequiredService<DeskStart>());
        services.AddSingleton<FiledDrafts>();
        services.AddHostedService(s => s.GetRequiredService<FiledDrafts>());
        services.AddSingleton<FeedWatcher>();
        services.AddHostedService(s => s.GetRequiredService<FeedWatcher>());
        new IdentityBuilder(typeof(Person), typeof(IdentityRole), services).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookies)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o =>
            {
                // The question that a passkey answers.
                o.Cookie = new CookieBuilder { Name = "desk-question", Path = "/desk", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true };
                o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(DeskPolicy.Editor, p => p.RequireRole(DeskRole.Editor, DeskRole.Chief))
            .AddPolicy(DeskPolicy.Chief, p => p.RequireRole(DeskRole.Chief));
        services.AddAntiforgery(o =>
        {
            o.Cookie = new CookieBuilder { Name = "desk-form", Path = "/desk", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true };
            o.FormFieldName = "form-token";
            o.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Between routing and the endpoints. Without <see cref="AddDesk"/> there is no desk.</summary>
    public static void UseDesk(this WebApplication app)
    {
        if (app.Services.GetService<DeskStart>() is not { } start)
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/desk") || HttpMethods.IsPost(context.Request.Method))
            {
                await start.Ready.WaitAsync(context.RequestAborted);
                context.Response.Headers.CacheControl = "no-cache, no-store";
            }

            await next();
        });
        app.UseAuthentication();
        app.UseAuthorization();
        if (app.Services.GetRequiredService<DeskSettings>().RequireSecondFactor)
        {
            app.Use(AskForSecondFactor);
        }

        app.MapArticlesApi();
    }

    /// <summary>Whoever has no second factor can do nothing but set one up.</summary>
    private static Task AskForSecondFactor(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (context.Items[typeof(Person)] is Person { TwoFactorEnabled: false } && !context.User.HasClaim(System.Security.Claims.ClaimTypes.AuthenticationMethod, Passkeys.Method) && path.StartsWithSegments("/desk") && !path.StartsWithSegments("/desk/account") && !path.StartsWithSegments("/desk/sign-out"))
        {
            context.Response.Redirect("/desk/account");
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>The cookie goes to the desk's addresses only, so public pages are the same for everybody.</summary>
    private static void Cookies(CookieAuthenticationOptions o)
    {
        o.Cookie = new CookieBuilder { Name = "desk", Path = "/desk", HttpOnly = true, SameSite = SameSiteMode.Lax, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true };
        o.ExpireTimeSpan = Session;
        o.SlidingExpiration = false;
        o.LoginPath = "/desk/sign-in";
        o.ReturnUrlParameter = "back";
        o.Events.OnRedirectToAccessDenied = c => Status(c, StatusCodes.Status403Forbidden);
        o.Events.OnRedirectToLogin = c =>
        {
            if (!HttpMethods.IsGet(c.Request.Method) && !HttpMethods.IsHead(c.Request.Method))
            {
                return Status(c, StatusCodes.Status401Unauthorized);
            }

            c.Response.Redirect(c.RedirectUri);
            return Task.CompletedTask;
        };

        // Asked of the database each time: a session that was ended is over at once. The cookie itself is never renewed.
        o.Events.OnValidatePrincipal = async c =>
        {
            var cookies = c.HttpContext.RequestServices.GetRequiredService<SignInManager<Person>>();
            if (await cookies.ValidateSecurityStampAsync(c.Principal) is not { } person)
            {
                c.RejectPrincipal();
                await c.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }

            if (DeskSession.IdOf(c.Principal) is not { } session || !await c.HttpContext.RequestServices.GetRequiredService<Sessions>().SeenAsync(session, person.Id))
            {
                c.RejectPrincipal();
                await c.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }

            c.HttpContext.Items[typeof(Person)] = person;
        };
        o.Events.OnSigningIn = c => DeskSession.BeginAsync(c.HttpContext, c.Principal);
        o.Events.OnSigningOut = c => DeskSession.EndAsync(c.HttpContext);
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Only the tracker itself may read its keys.</summary>
    private static DirectoryInfo KeyDirectory(string data)
    {
        var path = Path.Combine(data, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
