using NodaTime;
using NodaTime.Text;

namespace ReleasePortfolio;

/// <summary>Instants on the wall clock of a region.</summary>
internal static class Clock
{
    private static readonly ZonedDateTimePattern _short = ZonedDateTimePattern.CreateWithInvariantCulture("ddd MM-dd HH:mm x", null);

    /// <summary>For example <c>Tue 04-14 10:00 AEST</c>.</summary>
    public static string Show(Instant instant, DateTimeZone zone) => _short.Format(instant.InZone(zone));
}
