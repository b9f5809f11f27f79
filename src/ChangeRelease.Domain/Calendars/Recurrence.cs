using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>When a rule starts, again and again, on the wall clock of its zone (S-41, S-44).</summary>
public abstract record Recurrence
{
    private protected Recurrence()
    {
    }

    /// <summary>Whether there is always one more start.</summary>
    internal abstract bool IsEndless { get; }

    private protected abstract string Text { get; }

    /// <summary>On some days of every week. No day, or one that is none, is a fault of the calendar.</summary>
    /// <param name="at">The wall-clock time of each start.</param>
    /// <param name="days">The weekdays of the starts, in any order (S-41: the weekday of a window is that of its start).</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Weekly(LocalTime at, params ReadOnlySpan<IsoDayOfWeek> days) =>
        new WeeklyRecurrence(at, days.ToArray().Distinct().Order().ToValueList());

    /// <summary>Once a year; 29 February does not occur in common years (S-44).</summary>
    /// <param name="day">The day of the year.</param>
    /// <param name="at">The wall-clock time of the start.</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Yearly(AnnualDate day, LocalTime at) => new YearlyRecurrence(day, at);

    /// <summary>A single time.</summary>
    /// <param name="start">The wall-clock time of the start, in the ISO calendar.</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Once(LocalDateTime start) => new OneOff(start);

    /// <summary>The nominal starts from a wall-clock time on, before any clock change is looked at.</summary>
    /// <param name="from">The earliest start of interest, itself included.</param>
    /// <returns>The starts, lazily and strictly increasing; they may have no end short of the year 9000.</returns>
    public abstract IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from);

    /// <summary>The recurrence in words.</summary>
    /// <returns>For example <c>weekly on Friday at 22:00:00</c>.</returns>
    public sealed override string ToString() => Text;

    internal sealed record WeeklyRecurrence(LocalTime At, ValueList<IsoDayOfWeek> Days) : Recurrence
    {
        internal override bool IsEndless => Days.Count > 0;

        private protected override string Text => $"weekly on {string.Join(", ", Days)} at {LocalTimePattern.ExtendedIso.Format(At)}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => Days.Count == 0
            ? []
            : Starts(LocalBounds.Clamp(from)).SkipWhile(start => start < from);

        private IEnumerable<LocalDateTime> Starts(LocalDateTime from)
        {
            var monday = from.Date.PlusDays(IsoDayOfWeek.Monday - from.DayOfWeek);
            for (; monday < LocalBounds.Latest.Date; monday = monday.PlusWeeks(1))
            {
                foreach (var day in Days)
                {
                    yield return monday.PlusDays(day - IsoDayOfWeek.Monday) + At;
                }
            }
        }
    }

    internal sealed record YearlyRecurrence(AnnualDate Day, LocalTime At) : Recurrence
    {
        internal override bool IsEndless => true;

        private protected override string Text =>
            $"yearly on {AnnualDatePattern.Iso.Format(Day)} at {LocalTimePattern.ExtendedIso.Format(At)}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from)
        {
            for (var year = LocalBounds.Clamp(from).Year; year < LocalBounds.Latest.Year; year++)
            {
                if (Day.IsValidYear(year) && Day.InYear(year) + At is var start && start >= from)
                {
                    yield return start;
                }
            }
        }
    }

    internal sealed record OneOff(LocalDateTime Start) : Recurrence
    {
        internal override bool IsEndless => false;

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"once at {LocalDateTimePattern.ExtendedIso.Format(Start)}");

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => Start < from ? [] : [Start];
    }
}
