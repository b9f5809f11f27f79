using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class SessionTests
{
    // London: clocks forward on 29 March 2026 at 01:00, back on 25 October at 02:00.
    [Theory]
    [InlineData("2026-03-27", "09:00", "17:00", "[2026-03-27T09:00:00Z, 2026-03-27T17:00:00Z)")]
    [InlineData("2026-03-30", "09:00", "17:00", "[2026-03-30T08:00:00Z, 2026-03-30T16:00:00Z)")]
    [InlineData("2026-03-28", "22:00", "06:00", "[2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z)")] // seven hours
    [InlineData("2026-10-24", "22:00", "06:00", "[2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z)")] // nine hours
    [InlineData("2026-03-29", "01:30", "05:00", "[2026-03-29T01:30:00Z, 2026-03-29T04:00:00Z)", "2026-03-29 01:30 does not exist in Europe/London; the work begins at 02:30.")]
    [InlineData("2026-03-29", "00:00", "01:30", "[2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z)", "2026-03-29 01:30 does not exist in Europe/London; the work ends at 02:00.")]
    [InlineData("2026-03-29", "01:15", "01:45", "", "From 2026-03-29 01:15 to 01:45 there is no time in Europe/London: the clock changes.")]
    [InlineData("2026-10-25", "01:30", "05:00", "[2026-10-25T00:30:00Z, 2026-10-25T05:00:00Z)", "2026-10-25 01:30 happens twice in Europe/London; the work begins at the first, 2026-10-25T00:30:00Z.")]
    [InlineData("2026-10-25", "00:00", "01:30", "[2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z)", "2026-10-25 01:30 happens twice in Europe/London; the work ends at the first, 2026-10-25T00:30:00Z.")]
    [InlineData("2026-06-01", "00:00", "00:00", "[2026-05-31T23:00:00Z, 2026-06-01T23:00:00Z)")] // all day
    public void Hours_are_instants_through_clock_changes(string date, string from, string to, string session, params string[] notes)
    {
        var day = Regions.Define(Regions.In("Europe/London", EveryDay(Regions.Hours(from, to)))).Day(Regions.Date(date));

        string.Join(' ', day.Sessions).Should().Be(session);
        day.Notes.Should().Equal(notes);
        day.IsWorked.Should().BeTrue();
    }

    [Fact]
    public void A_day_has_breaks()
    {
        var tokyo = Regions.Define(Regions.In("Asia/Tokyo", WorkingWeek.MondayToFriday(Regions.Hours("09:00", "11:30"), Regions.Hours("12:30", "15:00"))));

        tokyo.Day(Regions.Date("2026-11-02")).ToString().Should().Be("2026-11-02 [2026-11-02T00:00:00Z, 2026-11-02T02:30:00Z) [2026-11-02T03:30:00Z, 2026-11-02T06:00:00Z)");
        tokyo.WorkingTime(Given.Slot("2026-11-01 00:00", "2026-11-08 00:00")).Should().Be(Duration.FromHours(25));
    }

    [Fact]
    public void A_day_may_open_on_the_evening_before()
    {
        var week = WorkingWeek.MondayToFriday(Regions.Hours("17:00", "16:00") with { StartsDayBefore = true });
        var chicago = Regions.Define(Regions.In("America/Chicago", week) with
        {
            Holidays = [Occasion.OnDates("Good Friday", Regions.Date("2026-04-03"))],
            AlteredDays = [new AlteredDay(Occasion.OnDates("Labor Day", Regions.Date("2026-09-07"))) { ClosesAt = new LocalTime(12, 0) }],
        });

        chicago.Day(Regions.Date("2026-11-02")).Sessions.Should().Equal(Given.Slot("2026-11-01 23:00", "2026-11-02 22:00"));
        chicago.Day(Regions.Date("2026-09-07")).Sessions.Should().Equal(Given.Slot("2026-09-06 22:00", "2026-09-07 17:00"));
        chicago.Day(Regions.Date("2026-04-03")).Sessions.Should().BeEmpty();
        chicago.IsWorked(Regions.Date("2026-11-01")).Should().BeFalse(); // Sunday evening belongs to Monday
    }

    [Fact]
    public void Hours_change_over_the_years()
    {
        var hours = new BusinessHours(
            "Asia/Hong_Kong",
            WorkingWeek.MondayToFriday(Regions.Hours("09:30", "12:00"), Regions.Hours("13:00", "16:00")) with { ValidFrom = Regions.Date("2012-03-05") },
            WorkingWeek.MondayToFriday(Regions.Hours("10:00", "12:30"), Regions.Hours("14:30", "16:00")),
            WorkingWeek.MondayToFriday(Regions.Hours("09:30", "12:00"), Regions.Hours("13:30", "16:00")) with { ValidFrom = Regions.Date("2011-03-07") });
        var calendar = Regions.Define(hours);

        calendar.Hours.Weeks.Select(week => week.ValidFrom).Should().Equal(null, Regions.Date("2011-03-07"), Regions.Date("2012-03-05"));
        Sessions(calendar, "2011-03-04").Should().Be("02:00 04:30 06:30 08:00");
        Sessions(calendar, "2011-03-07").Should().Be("01:30 04:00 05:30 08:00");
        Sessions(calendar, "2012-03-05").Should().Be("01:30 04:00 05:00 08:00");
    }

    [Fact]
    public void A_day_closes_early_or_opens_late_and_its_breaks_stay()
    {
        var hours = Regions.In("Etc/UTC", WorkingWeek.MondayToFriday(Regions.Hours("09:00", "12:00"), Regions.Hours("13:00", "17:00"))) with
        {
            AlteredDays =
            [
                Altered("2026-11-02", null, "12:30"), // in the break
                Altered("2026-11-03", null, "15:00"),
                Altered("2026-11-04", "12:30", null),
                Altered("2026-11-05", "10:00", "11:00"),
                Altered("2026-11-06", "08:00", "18:00"), // a longer day
                Altered("2026-11-07", null, "12:00"), //    a Saturday stays off
            ],
        };
        var calendar = Regions.Define(hours);

        Sessions(calendar, "2026-11-02").Should().Be("09:00 12:00");
        Sessions(calendar, "2026-11-03").Should().Be("09:00 12:00 13:00 15:00");
        Sessions(calendar, "2026-11-04").Should().Be("13:00 17:00");
        Sessions(calendar, "2026-11-05").Should().Be("10:00 11:00");
        Sessions(calendar, "2026-11-06").Should().Be("08:00 12:00 13:00 18:00");
        Sessions(calendar, "2026-11-07").Should().Be(string.Empty);
        calendar.Day(Regions.Date("2026-11-03")).ToString().Should().EndWith("(Altered 2026-11-03)");
    }

    [Fact]
    public void A_special_day_takes_the_place_of_weekend_and_holiday()
    {
        var diwali = Occasion.OnDates("Diwali", Regions.Date("2026-11-08"), Regions.Date("2026-11-10")); // a Sunday and a Tuesday
        var hours = Regions.In("Asia/Kolkata", WorkingWeek.MondayToFriday(Regions.Hours("09:15", "15:30")), diwali) with
        {
            SpecialDays = [new SpecialDay(Occasion.OnDates("Muhurat trading", Regions.Date("2026-11-08"), Regions.Date("2026-11-10")), Regions.Hours("18:15", "19:15"))],
        };
        var calendar = Regions.Define(hours);

        Sessions(calendar, "2026-11-08").Should().Be("12:45 13:45");
        Sessions(calendar, "2026-11-10").Should().Be("12:45 13:45");
        calendar.Day(Regions.Date("2026-11-10")).Should().Match<BusinessDay>(day => day.IsWorked && !day.IsHoliday);
    }

    [Fact]
    public void A_session_beyond_the_date_line_belongs_to_its_own_day()
    {
        var wellington = Regions.Define(Regions.In("Pacific/Auckland", WorkingWeek.MondayToFriday(Regions.Hours("10:00", "16:45"))));

        wellington.Day(Regions.Date("2023-01-05")).Sessions.Should().Equal(Given.Slot("2023-01-04 21:00", "2023-01-05 03:45"));
        wellington.Sessions(Given.Slot("2023-01-04 22:00", "2023-01-05 01:00")).Should().Equal(Given.Slot("2023-01-04 22:00", "2023-01-05 01:00"));
    }

    [Fact]
    public void A_week_may_be_worked_from_Sunday_to_Thursday()
    {
        var riyadh = Regions.Define(Regions.In("Asia/Riyadh", WorkingWeek.SundayToThursday(Regions.Hours("10:00", "15:00"))));

        riyadh.WorkedDays(Regions.Date("2026-11-01"), Regions.Date("2026-11-08")).Select(day => day.Date.Day).Should().Equal(1, 2, 3, 4, 5);
        riyadh.NextWorkingDay(Regions.Date("2026-11-05")).Day.Should().Be(Regions.Date("2026-11-08"));
    }

    private static WorkingWeek EveryDay(WorkingHours hours) =>
        WorkingWeek.MondayToFriday(hours).And(IsoDayOfWeek.Saturday, hours).And(IsoDayOfWeek.Sunday, hours);

    private static AlteredDay Altered(string date, string? opens, string? closes) => new(Occasion.OnDates($"Altered {date}", Regions.Date(date)))
    {
        OpensAt = opens is null ? null : Given.Time(opens),
        ClosesAt = closes is null ? null : Given.Time(closes),
    };

    private static string Sessions(BusinessCalendar calendar, string date) => string.Join(' ', calendar.Day(Regions.Date(date)).Sessions
        .SelectMany(session => new[] { session.Start, session.End })
        .Select(instant => instant.ToText()[11..16]));
}
