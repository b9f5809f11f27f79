using System.Globalization;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A weekday, all of them or one by its number in the month or year: an item of BYDAY in RFC 5545.</summary>
public sealed record NthWeekday
{
    /// <summary>The greatest number: a year has up to 53 of each weekday.</summary>
    public const int Most = 53;

    private static readonly string[] _codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private NthWeekday(int ordinal, IsoDayOfWeek day) => (Ordinal, Day) = day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? (ordinal, day)
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A weekday is from Monday to Sunday.");

    /// <summary>Which one: from 1 on counted from the start, from -1 down counted from the end, and 0 for all of them.</summary>
    public int Ordinal { get; }

    /// <summary>The weekday.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>All such weekdays.</summary>
    /// <param name="day">The weekday.</param>
    /// <returns>The weekday without a number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day.</exception>
    public static NthWeekday Every(IsoDayOfWeek day) => new(0, day);

    /// <summary>One such weekday by its number.</summary>
    /// <param name="ordinal">From 1 to <see cref="Most"/> from the start, or from -1 to -<see cref="Most"/> from the end.</param>
    /// <param name="day">The weekday.</param>
    /// <returns>The numbered weekday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ordinal"/> is out of range, or <paramref name="day"/> is no day.</exception>
    public static NthWeekday Nth(int ordinal, IsoDayOfWeek day) => ordinal is (>= 1 and <= Most) or (<= -1 and >= -Most)
        ? new(ordinal, day)
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "A weekday is numbered from 1 to 53, or from -1 to -53 from the end.");

    /// <summary>The first such weekday.</summary>
    /// <param name="day">The weekday.</param>
    /// <returns>The numbered weekday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day.</exception>
    public static NthWeekday First(IsoDayOfWeek day) => Nth(1, day);

    /// <summary>The second such weekday.</summary>
    /// <param name="day">The weekday.</param>
    /// <returns>The numbered weekday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day.</exception>
    public static NthWeekday Second(IsoDayOfWeek day) => Nth(2, day);

    /// <summary>The third such weekday.</summary>
    /// <param name="day">The weekday.</param>
    /// <returns>The numbered weekday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day.</exception>
    public static NthWeekday Third(IsoDayOfWeek day) => Nth(3, day);

    /// <summary>The last such weekday.</summary>
    /// <param name="day">The weekday.</param>
    /// <returns>The numbered weekday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day.</exception>
    public static NthWeekday Last(IsoDayOfWeek day) => Nth(-1, day);

    /// <summary>The item as RFC 5545 writes it.</summary>
    /// <returns>For example <c>2TU</c>, <c>-1FR</c> or <c>MO</c>.</returns>
    public override string ToString() => Ordinal == 0 ? Code(Day) : string.Create(CultureInfo.InvariantCulture, $"{Ordinal}{Code(Day)}");

    internal static string Code(IsoDayOfWeek day) => _codes[(int)day - 1];

    internal static IsoDayOfWeek? DayOf(ReadOnlySpan<char> code)
    {
        for (var at = 0; at < _codes.Length; at++)
        {
            if (code.Equals(_codes[at], StringComparison.OrdinalIgnoreCase))
            {
                return (IsoDayOfWeek)(at + 1);
            }
        }

        return null;
    }
}
