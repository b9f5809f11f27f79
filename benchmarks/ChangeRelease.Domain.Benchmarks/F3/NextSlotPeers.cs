using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Quartz.Impl.Calendar;
using CronExpression = Cronos.CronExpression;
using QuartzExpression = Quartz.CronExpression;

namespace ChangeRelease.Domain.Benchmarks.F3;

/// <summary>The same question put to what others have: the next start of the window of which no freeze takes a part.</summary>
/// <remarks>None of them knows freezes that last for hours; each is given the same loop over the twenty.</remarks>
internal static class NextSlotPeers
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById(NightlyWork.Zone);
    private static readonly CalendarEvent Event = EventFrom(2026);
    private static readonly CalendarEvent OldEvent = EventFrom(2026);
    private static readonly CronExpression Cron = CronExpression.Parse("0 22 * * 6");
    private static readonly QuartzExpression QuartzCron = new("0 0 22 ? * SAT", NewYork);
    private static readonly HolidayCalendar Chained = ChainedCalendars();
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[NightlyWork.Zone];

    public static Instant? IcalFromDate(Instant from) => Ical(Event, from, new CalDateTime(from.InZone(Zone).ToDateTimeUnspecified(), NightlyWork.Zone));

    public static Instant? IcalFromStart(Instant from) => Ical(OldEvent, from, null);

    public static Instant? Cronos(Instant from) => Unfrozen(from, at => Instant.FromDateTimeOffset(Cron.GetNextOccurrence(at.ToDateTimeOffset(), NewYork)!.Value));

    public static Instant? Quartz(Instant from) => Unfrozen(from, at => Instant.FromDateTimeOffset(QuartzCron.GetNextValidTimeAfter(at.ToDateTimeOffset())!.Value));

    /// <summary>Only the next included day: with a calendar of times of day in the chain it finds none, for it looks at midnights.</summary>
    public static Instant QuartzChained(Instant from) => Instant.FromDateTimeOffset(Chained.GetNextIncludedTimeUtc(from.ToDateTimeOffset()));

    public static Instant? Direct(Instant from) => Unfrozen(from, NextStart);

    private static Instant NextStart(Instant after)
    {
        var local = after.InZone(Zone).LocalDateTime;
        var day = local.Date.With(DateAdjusters.NextOrSame(NodaTime.IsoDayOfWeek.Saturday));
        var start = Zone.AtLeniently(day.At(new LocalTime(22, 0))).ToInstant();
        return start > after ? start : Zone.AtLeniently(day.PlusWeeks(1).At(new LocalTime(22, 0))).ToInstant();
    }

    private static Instant? Ical(CalendarEvent of, Instant from, CalDateTime? start) => of.GetOccurrences(start)
        .Select(one => Instant.FromDateTimeUtc(one.Period.StartTime.AsUtc))
        .Where(found => found > from && !IsFrozen(found))
        .Select(found => (Instant?)found)
        .FirstOrDefault();

    private static Instant? Unfrozen(Instant from, Func<Instant, Instant> next)
    {
        var start = next(from);
        while (IsFrozen(start))
        {
            start = next(start);
        }

        return start;
    }

    private static bool IsFrozen(Instant start)
    {
        var end = start + NightlyWork.Length;
        foreach (var freeze in NightlyWork.Freezes)
        {
            if (freeze.Start < end && start < freeze.End)
            {
                return true;
            }
        }

        return false;
    }

    private static CalendarEvent EventFrom(int year)
    {
        var first = new DateTime(year, 1, 3, 22, 0, 0, DateTimeKind.Unspecified);
        return new CalendarEvent
        {
            Start = new CalDateTime(first, NightlyWork.Zone),
            End = new CalDateTime(first.AddHours(4), NightlyWork.Zone),
            RecurrenceRule = new RecurrenceRule("FREQ=WEEKLY;BYDAY=SA"),
        };
    }

    private static HolidayCalendar ChainedCalendars()
    {
        var weekly = new WeeklyCalendar { TimeZone = NewYork };
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            weekly.RemoveExcludedDay(day);
            if (day != DayOfWeek.Saturday)
            {
                weekly.AddExcludedDay(day);
            }
        }

        var holidays = new HolidayCalendar(weekly) { TimeZone = NewYork };
        foreach (var freeze in NightlyWork.Freezes)
        {
            holidays.AddExcludedDay(DateOnly.FromDateTime(freeze.Start.ToDateTimeUtc()));
        }

        return holidays;
    }
}
