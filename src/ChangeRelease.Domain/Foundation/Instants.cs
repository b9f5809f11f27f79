using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Instants as the library keeps and shows them.</summary>
public static class Instants
{
    private const int NanosecondsInMicrosecond = 1_000;

    private static readonly InstantPattern Shown = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFF'Z'");

    /// <summary>The last whole microsecond at or before an instant (S-73): databases keep no more.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The same instant, or one less than a microsecond earlier.</returns>
    public static Instant ToMicroseconds(this Instant instant)
    {
        var excess = (instant - Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks())).ToInt64Nanoseconds()
            + (PositiveRemainder(instant.ToUnixTimeTicks(), 10) * 100);
        return instant - Duration.FromNanoseconds(excess);
    }

    /// <summary>A duration without what is left of its last whole microsecond (S-73).</summary>
    /// <param name="duration">A duration of zero or more.</param>
    /// <returns>The same duration, or one less than a microsecond shorter.</returns>
    public static Duration ToMicroseconds(this Duration duration) =>
        duration - Duration.FromNanoseconds(duration.SubsecondNanoseconds % NanosecondsInMicrosecond);

    /// <summary>An instant in ISO 8601, in UTC, with no more digits than it needs.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>2026-11-02T14:00:00Z</c>.</returns>
    public static string ToText(this Instant instant) => Shown.Format(instant);

    /// <summary>A duration in words that need no legend.</summary>
    /// <param name="duration">Any duration.</param>
    /// <returns>For example <c>1 h 30 min</c>, <c>45 s</c>, or <c>0 min</c>.</returns>
    public static string ToText(this Duration duration)
    {
        if (duration < Duration.Zero)
        {
            return $"-{(-duration).ToText()}";
        }

        string[] parts =
        [
            Part(duration.Days, "d"),
            Part(duration.Hours, "h"),
            Part(duration.Minutes, "min"),
            Part(duration.Seconds, "s"),
            Part(duration.SubsecondNanoseconds / NanosecondsInMicrosecond, "µs"),
        ];
        var words = string.Join(' ', parts.Where(part => part.Length > 0));
        return words.Length > 0 ? words : "0 min";
    }

    private static string Part(int amount, string unit) =>
        amount == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");

    private static long PositiveRemainder(long value, long by) => ((value % by) + by) % by;
}
