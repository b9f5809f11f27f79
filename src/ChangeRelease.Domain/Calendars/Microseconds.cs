using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Instants as whole microseconds since 1970: what the algebra of slots reckons with.</summary>
internal static class Microseconds
{
    public const long Day = 86_400_000_000;

    private const long TicksInMicrosecond = 10;
    private const long NanosecondsInMicrosecond = 1_000;

    /// <summary>The last whole microsecond at or before an instant.</summary>
    public static long Of(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var whole = ticks / TicksInMicrosecond;
        return ticks < whole * TicksInMicrosecond ? whole - 1 : whole;
    }

    /// <summary>A wall-clock time, as if its clock showed UTC.</summary>
    public static long Of(LocalDateTime local) => Of(local.InUtc().ToInstant());

    /// <summary>The whole microseconds of a length of zero or more; what is left over is cut off.</summary>
    public static long Of(Duration length) => ((long)length.Days * Day) + (length.NanosecondOfDay / NanosecondsInMicrosecond);

    public static bool AreAllOf(LocalTime time) => time.NanosecondOfDay % NanosecondsInMicrosecond == 0;

    public static bool AreAllOf(Duration length) => length.NanosecondOfDay % NanosecondsInMicrosecond == 0;

    public static long Of(LocalTime time) => time.NanosecondOfDay / NanosecondsInMicrosecond;

    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(microseconds * TicksInMicrosecond);

    /// <summary>The wall-clock time again.</summary>
    public static LocalDateTime ToLocal(long microseconds) => ToInstant(microseconds).InUtc().LocalDateTime;
}
