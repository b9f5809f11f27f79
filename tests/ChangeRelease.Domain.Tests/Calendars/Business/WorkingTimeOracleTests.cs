using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.TimeZones;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Random calendars against an oracle that knows, quarter hour by quarter hour, what is worked, and does everything else by counting.</summary>
public sealed class WorkingTimeOracleTests
{
    private const int Calendars = 60;
    private const int Days = 40;
    private static readonly Duration _quarter = Duration.FromMinutes(15);
    private static readonly string[] _zones = ["Etc/UTC", "Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "Australia/Lord_Howe"];

    [Fact]
    public void Sessions_and_working_time_are_what_counting_finds()
    {
        var (changes, overnight, asked) = (0, 0, 0);
        foreach (var seed in Enumerable.Range(0, Calendars))
        {
            var random = new Random(seed);
            var (calendar, hours) = Made(random);
            var zone = Given.Zones[calendar.Zone];
            var first = new LocalDate(2026, random.Next(2) == 0 ? 3 : 10, 10);
            var start = zone.AtStartOfDay(first).ToInstant();
            var worked = Worked(hours, zone, first, start);

            var range = new Slot(start, start + (_quarter * worked.Length));
            changes += zone.GetZoneIntervals(range.Start, range.End).Count() > 1 ? 1 : 0;
            overnight += hours.Weeks[0].Days.Any(day => day.Hours[^1].To <= day.Hours[^1].From) ? 1 : 0;
            var sessions = calendar.Sessions(range);
            Enumerable.Range(0, worked.Length).Where(at => sessions.Contains(start + (_quarter * at)) != worked[at]).Should().BeEmpty("of seed {0}", seed);

            for (var question = 0; question < 40; question++, asked++)
            {
                Ask(calendar, worked, start, random, seed);
            }
        }

        changes.Should().BeGreaterThan(12);
        overnight.Should().BeGreaterThan(10);
        asked.Should().Be(Calendars * 40);
    }

    private static void Ask(BusinessCalendar calendar, bool[] worked, Instant start, Random random, int seed)
    {
        var (from, until) = (random.Next(0, worked.Length / 2), random.Next(worked.Length / 2, worked.Length));
        var count = worked[from..until].Count(quarter => quarter);
        var (begin, end) = (start + (_quarter * from), start + (_quarter * until));

        calendar.WorkingTime(new Slot(begin, end)).Should().Be(_quarter * count, "of seed {0}", seed);
        if (count == 0)
        {
            return;
        }

        // The first end by which so much is worked, and the last start from which it still is.
        var last = Enumerable.Range(from, until - from).First(at => worked[from..(at + 1)].Count(quarter => quarter) == count) + 1;
        var earliest = Enumerable.Range(from, until - from).Last(at => worked[at..until].Count(quarter => quarter) == count);
        calendar.AfterWorkingTime(begin, _quarter * count).At.Should().Be(start + (_quarter * last), "of seed {0}", seed);
        calendar.BeforeWorkingTime(end, _quarter * count).At.Should().Be(start + (_quarter * earliest), "of seed {0}", seed);
    }

    private static (BusinessCalendar Calendar, BusinessHours Hours) Made(Random random)
    {
        var days = Enumerable.Range(1, 7).Where(_ => random.Next(3) > 0).Select(day => new WorkingDays([(IsoDayOfWeek)day], HoursOf(random))).ToValueList();
        var hours = new BusinessHours(_zones[random.Next(_zones.Length)], new WorkingWeek(days))
        {
            Holidays = [Occasion.OnDates("Holidays", [.. Enumerable.Range(0, 6).Select(_ => new LocalDate(2026, random.Next(2) == 0 ? 3 : 10, random.Next(1, 31)))])],
        };
        return (Regions.Define(hours), hours);
    }

    // Never in the hours at which clocks change, whose resolution has a table of its own.
    private static ValueList<WorkingHours> HoursOf(Random random) => random.Next(3) switch
    {
        0 => [new WorkingHours(Quarter(random.Next(20, 50)), Quarter(random.Next(60, 90)))],
        1 => [new WorkingHours(Quarter(random.Next(20, 40)), Quarter(random.Next(41, 50))), new WorkingHours(Quarter(random.Next(55, 70)), Quarter(random.Next(75, 90)))],
        _ => [new WorkingHours(Quarter(random.Next(60, 90)), Quarter(random.Next(0, 2)))],
    };

    private static LocalTime Quarter(int number) => LocalTime.Midnight.PlusMinutes(number * 15);

    private static bool[] Worked(BusinessHours hours, DateTimeZone zone, LocalDate first, Instant start)
    {
        var holidays = ((ListedOccasion)hours.Holidays[0]).Dates;
        var worked = new bool[Days * 96];
        var stretches = from at in Enumerable.Range(-2, Days + 4)
                        let date = first.PlusDays(at)
                        where !holidays.Contains(date)
                        from days in hours.Weeks[0].Days
                        where days.Days.Contains(date.DayOfWeek)
                        from one in days.Hours
                        select (From: Instant(date + one.From), Until: Instant((one.To > one.From ? date : date.PlusDays(1)) + one.To));
        foreach (var (from, until) in stretches)
        {
            for (var at = from; at < until; at += _quarter)
            {
                var index = (int)((at - start) / _quarter);
                if (at >= start && index < worked.Length)
                {
                    worked[index] = true;
                }
            }
        }

        return worked;

        Instant Instant(LocalDateTime local) => zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
    }
}
