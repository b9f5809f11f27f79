using NodaTime;
using NodaTime.Text;

namespace TrainAndHotfix;

/// <summary>Days and instants in words, the same under every culture.</summary>
internal static class Clock
{
    private static readonly InstantPattern _shown = InstantPattern.CreateWithInvariantCulture("ddd MM-dd HH:mm");

    /// <summary>For example <c>Tue 11-03 20:05</c>; in November London has the clock of UTC.</summary>
    public static string Show(Instant instant) => _shown.Format(instant);

    /// <summary>For example <c>2026-11-03T20:05:00Z</c>.</summary>
    public static string Iso(Instant instant) => InstantPattern.General.Format(instant);

    /// <summary>The day of a departure, for example <c>2026-11-03</c>.</summary>
    public static string Day(LocalDateTime nominal) => LocalDatePattern.Iso.Format(nominal.Date);
}
