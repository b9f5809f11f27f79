using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The field of days of the week.</summary>
/// <param name="Days">The days; empty for all.</param>
/// <param name="Ordinal">Which of them in the month, -1 for the last; 0 for every one.</param>
internal sealed record CronDayOfWeek(ValueList<IsoDayOfWeek> Days, int Ordinal)
{
    private static readonly IsoDayOfWeek[] _working =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>Whether it leaves no day from Monday to Friday out.</summary>
    public bool HoldsTheWorkingWeek => Ordinal == 0 && (Days.Count == 0 || _working.All(Days.Contains));

    public ValueList<NthWeekday> Weekdays => Days.Select(day => Ordinal == 0 ? NthWeekday.Every(day) : NthWeekday.Nth(Ordinal, day)).ToValueList();

    public static ValueList<NthWeekday> WorkingWeek { get; } = _working.Select(NthWeekday.Every).ToValueList();

    public static CronDayOfWeek Of(string field) => field.Split('#') switch
    {
        [var days, var count] => new(Read(days), int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture)),
        _ when field.EndsWith('L') => new(Read(field[..^1]), -1),
        _ => new(Read(field), 0),
    };

    private static ValueList<IsoDayOfWeek> Read(string days) =>
        CronFields.Numbers(days).Select(day => day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day).ToValueList();
}
