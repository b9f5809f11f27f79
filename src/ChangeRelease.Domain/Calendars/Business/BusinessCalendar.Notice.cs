using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// Notice, and what it is told by.
public sealed partial class BusinessCalendar
{
    /// <summary>Finds until when notice of a start is kept.</summary>
    /// <param name="period">How long before.</param>
    /// <param name="start">The start; cut to the microsecond.</param>
    /// <returns>The latest instant, and a sentence that says why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The search leaves the years 1 to 8999.</exception>
    public NoticeDeadline Notice(NoticePeriod period, Instant start)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new NoticeDeadline(this, period, start);
    }

    /// <summary>The working day to which an instant belongs: that of the session in which it lies, or else its date.</summary>
    internal LocalDate WorkingDayOf(Instant instant)
    {
        var date = DayOf(instant);
        return new[] { -1, 0, 1 }.Select(date.PlusDays).FirstOrDefault(day => _placing.Slots(Plan(Checked(day, nameof(instant)))).Any(slot => slot.Contains(instant)), date);
    }

    /// <summary>When the work of a day ends, or a time of it; a time that the clock skips is the first instant after the gap.</summary>
    internal Instant EndOf(LocalDate day, LocalTime? cutOff) => cutOff is null && _placing.Slots(Plan(day)).LastOrDefault() is { } last
        ? last.End
        : WallTime.Resolve(_zone, cutOff is { } time ? day + time : day.PlusDays(1).AtMidnight(), SkippedTime.AfterGap, RepeatedTime.First).Instant!.Value;

    internal Instant StartOf(LocalDate day) => WallTime.Resolve(_zone, day.AtMidnight(), SkippedTime.AfterGap, RepeatedTime.First).Instant!.Value;

    internal string Show(Instant instant)
    {
        var local = LocalText.In(_zone, instant);
        return $"{local.DayOfWeek} {LocalText.Show(local)} {Zone}";
    }
}
