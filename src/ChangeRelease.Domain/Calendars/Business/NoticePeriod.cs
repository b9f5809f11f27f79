using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>How long before its start something has to be told: working days, working time, or elapsed time.</summary>
public abstract record NoticePeriod
{
    private const int MostDays = 1_000;
    private static readonly Duration _longest = Duration.FromDays(3_660);

    private protected NoticePeriod()
    {
    }

    private protected abstract string Text { get; }

    /// <summary>
    /// So many working days before. Counted back from the day of the start, which itself is not counted; notice is kept until the work of the last
    /// day counted ends, or until a time of it (<see cref="WorkingDayNotice.By"/>).
    /// </summary>
    /// <param name="count">How many; 1 to 1,000.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not between 1 and 1,000.</exception>
    public static WorkingDayNotice WorkingDays(int count) => new(Checked(count), areClear: false);

    /// <summary>So many whole working days between the day of notice and the day of the start: one day earlier than <see cref="WorkingDays"/>.</summary>
    /// <param name="count">How many; 1 to 1,000.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not between 1 and 1,000.</exception>
    public static WorkingDayNotice ClearWorkingDays(int count) => new(Checked(count), areClear: true);

    /// <summary>So much working time before: 4 working hours before 10:00 may be 15:00 of the day before.</summary>
    /// <param name="length">How much; at least a microsecond, at most 3,660 days.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of range.</exception>
    public static NoticePeriod WorkingTime(Duration length) => new WorkingTimeNotice(Checked(length));

    /// <summary>So much elapsed time before, worked or not.</summary>
    /// <param name="length">How much; at least a microsecond, at most 3,660 days.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of range.</exception>
    public static NoticePeriod Elapsed(Duration length) => new ElapsedNotice(Checked(length));

    /// <summary>The period in words.</summary>
    /// <returns>For example <c>5 working days</c>.</returns>
    public sealed override string ToString() => Text;

    /// <summary>The latest instant of notice, or how far back there is none.</summary>
    internal abstract WorkingTimeSearch Latest(BusinessCalendar calendar, Instant start);

    private static int Checked(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostDays);
        return count;
    }

    private static Duration Checked(Duration length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.FromNanoseconds(1_000));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _longest);
        return length.ToMicroseconds();
    }

    internal sealed record WorkingTimeNotice(Duration Length) : NoticePeriod
    {
        private protected override string Text => string.Create(
            CultureInfo.InvariantCulture,
            $"{(Rest == Duration.Zero ? $"{Hours} working {(Hours == 1 ? "hour" : "hours")}" : $"{(Hours == 0 ? string.Empty : $"{Hours} h ")}{Rest.ToText()} of working time")}");

        // Never in days, which would be taken for working days.
        private long Hours => (long)Length.TotalHours;

        private Duration Rest => Length - Duration.FromHours(Hours);

        internal override WorkingTimeSearch Latest(BusinessCalendar calendar, Instant start) => calendar.BeforeWorkingTime(start, Length);
    }

    internal sealed record ElapsedNotice(Duration Length) : NoticePeriod
    {
        private protected override string Text => string.Create(
            CultureInfo.InvariantCulture,
            $"{(Length == Duration.FromHours((long)Length.TotalHours) ? $"{Length.TotalHours:0} {(Length == Duration.FromHours(1) ? "hour" : "hours")}" : Length.ToText())}");

        internal override WorkingTimeSearch Latest(BusinessCalendar calendar, Instant start) => new(start - Length, start - Length);
    }
}

/// <summary>Notice of so many working days.</summary>
public sealed record WorkingDayNotice : NoticePeriod
{
    internal WorkingDayNotice(int count, bool areClear) => (Count, AreClear) = (count, areClear);

    /// <summary>How many working days; at least 1.</summary>
    public int Count { get; }

    /// <summary>Whether they all lie between the day of notice and the day of the start.</summary>
    public bool AreClear { get; }

    /// <summary>The wall-clock time of the last day until which notice is kept; null for the end of its work.</summary>
    public LocalTime? CutOff { get; init; }

    private protected override string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count} {(AreClear ? "clear " : string.Empty)}working {(Count == 1 ? "day" : "days")}{(CutOff is { } time ? $" by {LocalText.Show(time)}" : string.Empty)}");

    /// <summary>The same, with a time until which notice is kept.</summary>
    /// <param name="time">The wall-clock time, in the calendar's zone.</param>
    /// <returns>The period.</returns>
    public WorkingDayNotice By(LocalTime time) => this with { CutOff = time };

    internal override WorkingTimeSearch Latest(BusinessCalendar calendar, Instant start)
    {
        var found = calendar.WorkingDaysBefore(calendar.WorkingDayOf(start), Count + (AreClear ? 1 : 0));
        var end = found.Day is { } day ? calendar.EndOf(day, CutOff) : calendar.StartOf(found.SearchedUntil);
        return new WorkingTimeSearch(found.ReachedBound ? null : Instant.Min(end, start), end);
    }
}
