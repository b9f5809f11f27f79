using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The wall-clock times that rules may reach, and safe wall-clock bounds for instants.</summary>
internal static class LocalBounds
{
    /// <summary>Offsets, gaps and repeats of a whole day (the date line) move a wall clock by less than this.</summary>
    private static readonly Duration _slack = Duration.FromDays(3);

    public static LocalDateTime Earliest { get; } = new(1, 1, 3, 0, 0);

    public static LocalDateTime Latest { get; } = new(9000, 12, 31, 0, 0);

    /// <summary>The longest span that a rule may have.</summary>
    public static Duration LongestSpan { get; } = Duration.FromDays(36_525);

    private static Instant EarliestInstant { get; } = Earliest.InUtc().ToInstant();

    private static Instant LatestInstant { get; } = Latest.InUtc().ToInstant();

    public static bool Holds(LocalDateTime local) => Earliest <= local && local < Latest;

    public static LocalDateTime Clamp(LocalDateTime local) => LocalDateTime.Max(Earliest, LocalDateTime.Min(local, Latest));

    /// <summary>A wall-clock time, of any zone, before which nothing of the given span started that lasts beyond an instant.</summary>
    public static LocalDateTime Before(Instant instant, Duration? span) => span is { } reach
        ? Clamped(Clamped(instant) - reach - _slack).InUtc().LocalDateTime
        : Earliest;

    /// <summary>A wall-clock time, of any zone, after which nothing starts that begins before an instant, or so long after it.</summary>
    public static LocalDateTime After(Instant instant, Duration later) => Clamped(Clamped(instant) + later + _slack).InUtc().LocalDateTime;

    /// <summary>A wall-clock time, of any zone, after which nothing starts that begins before an instant.</summary>
    public static LocalDateTime After(Instant instant) => After(instant, Duration.Zero);

    private static Instant Clamped(Instant instant) => Instant.Max(EarliestInstant, Instant.Min(instant, LatestInstant));
}
