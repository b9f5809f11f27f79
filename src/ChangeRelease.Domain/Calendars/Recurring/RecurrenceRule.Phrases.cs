using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// Rules as people say them.
public sealed partial class RecurrenceRule
{
    private static readonly IsoDayOfWeek[] _weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>Every day.</summary>
    public static RecurrenceRule Daily { get; } = Of(new(RecurrenceFrequency.Daily));

    /// <summary>Every day from Monday to Friday.</summary>
    public static RecurrenceRule Weekdays { get; } = Weekly(_weekdays);

    /// <summary>The last day of every month.</summary>
    public static RecurrenceRule LastDayOfMonth { get; } = Monthly(-1);

    /// <summary>The first day from Monday to Friday of every month, whether it is a holiday or not.</summary>
    public static RecurrenceRule FirstWeekdayOfMonth { get; } = OneWeekdayOfMonth(1);

    /// <summary>The last day from Monday to Friday of every month, whether it is a holiday or not.</summary>
    public static RecurrenceRule LastWeekdayOfMonth { get; } = OneWeekdayOfMonth(-1);

    /// <summary>The last day from Monday to Friday of March, June, September and December, whether it is a holiday or not.</summary>
    public static RecurrenceRule LastWeekdayOfQuarter { get; } = LastWeekdayOfMonth.InMonths(3, 6, 9, 12);

    /// <summary>Some days of every week.</summary>
    /// <param name="days">The days; when there is none, that of the first start.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One is no day.</exception>
    public static RecurrenceRule Weekly(params ReadOnlySpan<IsoDayOfWeek> days) =>
        Of(new(RecurrenceFrequency.Weekly) { Weekdays = [.. days.ToArray().Select(NthWeekday.Every)] });

    /// <summary>Every day from Monday to Friday but some.</summary>
    /// <param name="days">The days that are left out; at least one of the five has to remain.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">None remains.</exception>
    public static RecurrenceRule WeekdaysExcept(params ReadOnlySpan<IsoDayOfWeek> days)
    {
        IsoDayOfWeek[] left = [.. _weekdays.Except(days.ToArray())];
        return left.Length > 0 ? Weekly(left) : throw new ArgumentException("No weekday remains.", nameof(days));
    }

    /// <summary>Some weekdays of every month, such as the second Tuesday.</summary>
    /// <param name="days">The weekdays.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    public static RecurrenceRule Monthly(params ReadOnlySpan<NthWeekday> days) =>
        Of(new(RecurrenceFrequency.Monthly) { Weekdays = [.. days.ToArray().Select(day => day ?? throw new ArgumentNullException(nameof(days)))] });

    /// <summary>Some days of every month, by their number.</summary>
    /// <param name="days">From 1, or from -1 at the end of the month; days that a month does not have are skipped (<see cref="Clamped"/>).</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException">A number is zero, or beyond 31.</exception>
    public static RecurrenceRule Monthly(params ReadOnlySpan<int> days) => Of(new(RecurrenceFrequency.Monthly) { MonthDays = [.. days] });

    /// <summary>One day of every year; 29 February is skipped in common years (<see cref="Clamped"/>).</summary>
    /// <param name="day">The day.</param>
    /// <returns>The rule.</returns>
    public static RecurrenceRule Yearly(AnnualDate day) => Of(new(RecurrenceFrequency.Yearly) { Months = [day.Month], MonthDays = [day.Day] });

    /// <summary>The same in every nth period only, counted from that of the first start: every second week, every third month.</summary>
    /// <param name="interval">Every how many; at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException"><paramref name="interval"/> is below 1.</exception>
    public RecurrenceRule Every(int interval) => With(Parts with { Interval = interval });

    /// <summary>The same in some months only.</summary>
    /// <param name="months">The months, 1 to 12.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException">A number is no month.</exception>
    public RecurrenceRule InMonths(params ReadOnlySpan<int> months) => With(Parts with { Months = [.. months] });

    /// <summary>The same, ending after so many occurrences.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException"><paramref name="count"/> is below 1.</exception>
    public RecurrenceRule Times(int count) => With(Parts with { End = RecurrenceEnd.After(count) });

    /// <summary>The same, ending at a wall-clock time, itself included.</summary>
    /// <param name="last">The latest start, cut to the second.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException">The time leaves the years 1 to 9999.</exception>
    public RecurrenceRule Until(LocalDateTime last) => With(Parts with { End = RecurrenceEnd.Until(last) });

    /// <summary>The same, ending with a day, which is included.</summary>
    /// <param name="last">The last day.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="RecurrenceException">The day leaves the years 1 to 9999.</exception>
    public RecurrenceRule Until(LocalDate last) => With(Parts with { End = RecurrenceEnd.Until(last) });

    /// <summary>The same, but a day that a month or year does not have is the nearest that it has: the 31st is the last, 29 February the 28th, the fifth Monday the last (S-44).</summary>
    /// <returns>The rule.</returns>
    public RecurrenceRule Clamped() => With(Parts with { MissingDays = MissingDay.Clamp });

    private static RecurrenceRule OneWeekdayOfMonth(int position) => Of(new(RecurrenceFrequency.Monthly)
    {
        Weekdays = [.. _weekdays.Select(NthWeekday.Every)],
        Positions = [position],
    });
}
