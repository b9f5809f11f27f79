using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The field of days of the month.</summary>
/// <param name="Days">The days, counted from the end of the month where negative; empty for all.</param>
/// <param name="IsNearestWeekday">Whether Monday to Friday nearest to the day is meant.</param>
internal sealed record CronDayOfMonth(ValueList<int> Days, bool IsNearestWeekday)
{
    /// <summary>Whether the nearest weekday is simply the first or the last of the month.</summary>
    public bool IsAtTheEdge => Days is [1] or [-1];

    public static CronDayOfMonth Of(string field)
    {
        var (days, isNearest) = field.EndsWith('W') ? (field[..^1], true) : (field, false);
        return new CronDayOfMonth(days.StartsWith('L') ? [-1 - Offset(days)] : CronFields.Numbers(days), isNearest);
    }

    private static int Offset(string days) => days.Length == 1 ? 0 : int.Parse(days.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);
}
