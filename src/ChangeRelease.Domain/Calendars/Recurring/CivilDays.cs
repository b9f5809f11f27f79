namespace ChangeRelease.Domain.Calendars;

/// <summary>Days of the Gregorian calendar as whole numbers, 0 on 1 January 1970; years from 1 on.</summary>
internal static class CivilDays
{
    public const int Seconds = 86_400;
    private const int EpochFromYear1 = 719_162;

    private static readonly int[] _common = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    private static readonly int[] _leap = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366];

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int YearLength(int year) => IsLeap(year) ? 366 : 365;

    /// <summary>The day of the year on which each month starts, from 0; at the end the length of the year.</summary>
    public static int[] MonthStarts(int year) => IsLeap(year) ? _leap : _common;

    public static int YearStart(int year)
    {
        var before = year - 1;
        return (365 * before) + (before / 4) - (before / 100) + (before / 400) - EpochFromYear1;
    }

    public static int YearOf(int day)
    {
        var year = (int)((day + EpochFromYear1) * 400L / 146_097) + 1;
        if (YearStart(year) > day)
        {
            return year - 1;
        }

        return YearStart(year + 1) <= day ? year + 1 : year;
    }

    /// <summary>The weekday, 0 on Mondays.</summary>
    public static int Weekday(int day) => (int)FloorMod(day + 3, 7);

    public static (int Day, int Second) Split(long seconds)
    {
        var day = FloorDiv(seconds, Seconds);
        return ((int)day, (int)(seconds - (day * Seconds)));
    }

    public static long FloorDiv(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    public static long FloorMod(long value, long by) => ((value % by) + by) % by;

    /// <summary>The greatest common divisor.</summary>
    public static int Common(int one, int other) => other == 0 ? one : Common(other, one % other);

    /// <summary>The first of start, start + step, … that is at or after a value.</summary>
    public static long AlignUp(long value, long start, long step) => value <= start ? start : value + FloorMod(start - value, step);

    /// <summary>The last of start, start + step, … that is at or before a value, which is not before start.</summary>
    public static long AlignDown(long value, long start, long step) => value - FloorMod(value - start, step);
}
