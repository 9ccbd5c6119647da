var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "GSOMIA Tracker");
app.Run();
