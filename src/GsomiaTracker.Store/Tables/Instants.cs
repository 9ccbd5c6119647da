using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GsomiaTracker.Store.Tables;

/// <summary>Instants are stored as UTC ticks: SQLite can neither order nor compare a DateTimeOffset.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
