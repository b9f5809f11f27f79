using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Which day of the year something falls on: a fixed one, a weekday counted in its month or from a day, or so many days from Easter.</summary>
/// <remarks>It may be made wrong; what is wrong is found, all at once, when a business calendar is defined. A day that a year does not have does not occur (S-44).</remarks>
public abstract record AnnualDay
{
    private const int FarthestDays = 366;

    private protected AnnualDay()
    {
    }

    /// <summary>What keeps it from being a day, as a sentence; null when nothing does.</summary>
    internal abstract string? Problem { get; }

    private protected abstract string Text { get; }

    /// <summary>The same day of every year; 29 February does not occur in common years.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month, from 1.</param>
    /// <returns>The day.</returns>
    public static AnnualDay On(int month, int day) => new FixedDay(month, day);

    /// <summary>A weekday counted in its month, such as the last Monday of May.</summary>
    /// <param name="weekday">Which: the first to the fifth, or the last to the fifth last.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The day; a fifth one does not occur in every year.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weekday"/> is null.</exception>
    public static AnnualDay Nth(NthWeekday weekday, int month)
    {
        ArgumentNullException.ThrowIfNull(weekday);
        return new CountedDay(weekday, month);
    }

    /// <summary>The first such weekday on a day of the year or after it.</summary>
    /// <param name="weekday">The weekday.</param>
    /// <param name="month">The month of the day, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <returns>The day.</returns>
    public static AnnualDay OnOrAfter(IsoDayOfWeek weekday, int month, int day) => new NearbyDay(weekday, new FixedDay(month, day), IsAfter: true);

    /// <summary>The last such weekday on a day of the year or before it.</summary>
    /// <param name="weekday">The weekday.</param>
    /// <param name="month">The month of the day, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <returns>The day.</returns>
    public static AnnualDay OnOrBefore(IsoDayOfWeek weekday, int month, int day) => new NearbyDay(weekday, new FixedDay(month, day), IsAfter: false);

    /// <summary>So many days from Easter Sunday as the Western churches reckon it (Gregorian).</summary>
    /// <param name="days">How many: -2 is Good Friday, 1 is Easter Monday, 39 is Ascension Day.</param>
    /// <returns>The day.</returns>
    public static AnnualDay WesternEaster(int days) => new EasterDay(days, IsOrthodox: false);

    /// <summary>So many days from Easter Sunday as the Orthodox churches reckon it (Julian).</summary>
    /// <param name="days">How many: -2 is Good Friday, 1 is Easter Monday.</param>
    /// <returns>The day.</returns>
    public static AnnualDay OrthodoxEaster(int days) => new EasterDay(days, IsOrthodox: true);

    /// <summary>So many days later, such as the day after the fourth Thursday of November.</summary>
    /// <param name="days">How many; earlier when negative.</param>
    /// <returns>The day.</returns>
    public AnnualDay PlusDays(int days) => this switch
    {
        ShiftedDay shifted => shifted with { Days = shifted.Days + days },
        EasterDay easter => easter with { Days = easter.Days + days },
        _ => new ShiftedDay(this, days),
    };

    /// <summary>The day in words.</summary>
    /// <returns>For example <c>the last Monday of month 5</c>.</returns>
    public sealed override string ToString() => Text;

    /// <summary>The day in a year; null when the year has none. Only where there is no problem.</summary>
    internal abstract LocalDate? In(int year);

    private static string? ProblemOf(IsoDayOfWeek weekday) =>
        weekday is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? null : $"There is no weekday {weekday}.";

    private static string? ProblemOf(int days) =>
        days is >= -FarthestDays and <= FarthestDays ? null : string.Create(CultureInfo.InvariantCulture, $"{days} days are more than a year.");

    internal sealed record FixedDay(int Month, int Day) : AnnualDay
    {
        internal override string? Problem => Month is >= 1 and <= 12 && Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(LeapYear, Month)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"No year has a day {Day} in a month {Month}.");

        private protected override string Text => AsText();

        private static int LeapYear => 2000;

        internal override LocalDate? In(int year) => Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null;

        private string AsText() => Problem is null
            ? AnnualDatePattern.Iso.Format(new AnnualDate(Month, Day))
            : string.Create(CultureInfo.InvariantCulture, $"day {Day} of month {Month}");
    }

    internal sealed record CountedDay(NthWeekday Weekday, int Month) : AnnualDay
    {
        private const int MostInMonth = 5;

        internal override string? Problem => Month is < 1 or > 12
            ? string.Create(CultureInfo.InvariantCulture, $"There is no month {Month}.")
            : Math.Abs(Weekday.Ordinal) is >= 1 and <= MostInMonth
                ? ProblemOf(Weekday.Day)
                : string.Create(CultureInfo.InvariantCulture, $"No month has a weekday number {Weekday.Ordinal}.");

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"{Weekday} of month {Month}");

        internal override LocalDate? In(int year)
        {
            var day = Weekday.Ordinal > 0
                ? new LocalDate(year, Month, 1).With(DateAdjusters.NextOrSame(Weekday.Day)).PlusWeeks(Weekday.Ordinal - 1)
                : new LocalDate(year, Month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(Weekday.Day)).PlusWeeks(Weekday.Ordinal + 1);
            return day.Month == Month && day.Year == year ? day : null;
        }
    }

    internal sealed record NearbyDay(IsoDayOfWeek Weekday, FixedDay Day, bool IsAfter) : AnnualDay
    {
        internal override string? Problem => ProblemOf(Weekday) ?? Day.Problem;

        private protected override string Text => $"{Weekday} on or {(IsAfter ? "after" : "before")} {Day}";

        internal override LocalDate? In(int year) =>
            Day.In(year)?.With(IsAfter ? DateAdjusters.NextOrSame(Weekday) : DateAdjusters.PreviousOrSame(Weekday));
    }

    internal sealed record EasterDay(int Days, bool IsOrthodox) : AnnualDay
    {
        internal override string? Problem => ProblemOf(Days);

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"{Days} days from {(IsOrthodox ? "Orthodox" : "Western")} Easter");

        internal override LocalDate? In(int year) => (IsOrthodox ? Easter.Orthodox(year) : Easter.Western(year)).PlusDays(Days);
    }

    internal sealed record ShiftedDay(AnnualDay Of, int Days) : AnnualDay
    {
        internal override string? Problem => Of.Problem ?? ProblemOf(Days);

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"{Days} days after {Of}");

        internal override LocalDate? In(int year) => Of.In(year)?.PlusDays(Days);
    }
}
