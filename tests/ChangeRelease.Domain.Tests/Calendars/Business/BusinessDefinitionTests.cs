using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class BusinessDefinitionTests
{
    [Fact]
    public void Wrong_hours_are_refused_with_all_their_faults_at_once()
    {
        var day = AnnualDay.On(5, 1);
        var hours = new BusinessHours(
            "Europe/Londn",
            new WorkingWeek([new WorkingDays([IsoDayOfWeek.Monday, IsoDayOfWeek.None], [Regions.NineToFive]), new WorkingDays([IsoDayOfWeek.Monday], []), new WorkingDays([], [Regions.NineToFive])]),
            new WorkingWeek([new WorkingDays([IsoDayOfWeek.Monday], [Regions.Hours("22:00", "10:00")]), new WorkingDays([IsoDayOfWeek.Tuesday], [Regions.NineToFive])]),
            WorkingWeek.MondayToFriday(Regions.Hours("09:00", "12:00"), Regions.Hours("12:00", "15:00")) with { ValidFrom = new LocalDate(9100, 1, 1) })
        {
            Holidays =
            [
                Occasion.Yearly(" ", day),
                Occasion.Yearly("30 February", AnnualDay.On(2, 30)),
                Occasion.Yearly("Month 13", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 13)),
                Occasion.Yearly("Sixth Monday", AnnualDay.Nth(NthWeekday.Nth(6, IsoDayOfWeek.Monday), 5)),
                Occasion.Yearly("Every Monday", AnnualDay.Nth(NthWeekday.Every(IsoDayOfWeek.Monday), 5)),
                Occasion.Yearly("Far from Easter", AnnualDay.WesternEaster(400)),
                Occasion.Yearly("Far from May", day.PlusDays(-400)),
                Occasion.Yearly("No weekday", AnnualDay.OnOrAfter(IsoDayOfWeek.None, 5, 1)),
                Occasion.Yearly("Years", day) with { FromYear = 2027, UntilYear = 2026 },
                Occasion.Yearly("Reach", day) with { FromYear = 9000 },
                Occasion.Yearly("Observance", day) with { Observance = (Observance)99 },
                Occasion.Yearly("Weekdays", day) with { OnlyOn = [IsoDayOfWeek.None] },
                Occasion.Yearly("Never", AnnualDay.WesternEaster(-2)) with { OnlyOn = [IsoDayOfWeek.Monday] },
                Occasion.OnDates("No date"),
                Occasion.OnDates("Far date", new LocalDate(9500, 1, 1)),
            ],
            AlteredDays = [new AlteredDay(Occasion.Yearly("Nothing", day))],
            SpecialDays = [new SpecialDay(Occasion.Yearly("No hours", day))],
        };

        var thrown = FluentActions.Invoking(() => Regions.Define(hours)).Should().Throw<BusinessDefinitionException>().Which;

        thrown.Faults.Should().Equal(BusinessCalendar.Verify(hours, Given.Zones));
        thrown.Faults.Select(fault => $"{fault.Place}: {fault.Code}").Should().BeEquivalentTo(
            "zone: calendar.zone.unknown",
            "weeks[0].days[0]: calendar.week.unknown-weekday",
            "weeks[0].days[1]: calendar.week.day-twice",
            "weeks[0].days[1].hours: calendar.hours.missing",
            "weeks[0].days[2]: calendar.week.no-weekdays",
            "weeks[1]: calendar.week.twice",
            "weeks[1]: calendar.hours.overlapping",
            "weeks[2]: calendar.week.out-of-range",
            "weeks[2].days[0].hours: calendar.hours.out-of-order",
            "holidays[0]: calendar.occasion.untitled",
            "holidays[1]: calendar.occasion.no-such-day",
            "holidays[2]: calendar.occasion.no-such-day",
            "holidays[3]: calendar.occasion.no-such-day",
            "holidays[4]: calendar.occasion.no-such-day",
            "holidays[5]: calendar.occasion.no-such-day",
            "holidays[6]: calendar.occasion.no-such-day",
            "holidays[7]: calendar.occasion.no-such-day",
            "holidays[8]: calendar.occasion.years-empty",
            "holidays[9]: calendar.occasion.out-of-range",
            "holidays[10]: calendar.occasion.unknown-observance",
            "holidays[11]: calendar.occasion.unknown-weekday",
            "holidays[12]: calendar.occasion.never",
            "holidays[13]: calendar.occasion.no-dates",
            "holidays[14]: calendar.occasion.out-of-range",
            "alteredDays[0]: calendar.alteration.missing",
            "specialDays[0].hours: calendar.hours.missing");
        thrown.Faults.Should().OnlyContain(fault => fault.Message.EndsWith('.') && fault.Remedy.Text.Length > 0);
    }

    [Fact]
    public void Hours_without_a_week_or_with_too_much_are_refused()
    {
        var many = Enumerable.Range(0, 10_001).Select(at => (Occasion)Occasion.Yearly($"Day {at}", AnnualDay.On(1, 1)));

        Codes(new BusinessHours("Etc/UTC")).Should().Equal("calendar.week.missing");
        Codes(Regions.LondonHours with { Holidays = many.ToValueList() }).Should().Equal("calendar.business.too-much");
        Codes(Regions.In("Etc/UTC", WorkingWeek.MondayToFriday([.. Enumerable.Range(0, 49).Select(at => new WorkingHours(new LocalTime(0, at), new LocalTime(0, at, 30)))]))).Should().Equal("calendar.hours.too-many");
    }

    [Fact]
    public void Overnight_hours_end_before_those_of_the_next_day_begin()
    {
        Codes(Regions.In("Etc/UTC", WorkingWeek.MondayToFriday(Regions.Hours("22:00", "06:00")))).Should().BeEmpty();
        Codes(Regions.In("Etc/UTC", WorkingWeek.MondayToFriday(Regions.Hours("00:00", "00:00")))).Should().BeEmpty();
        Codes(Regions.In("Etc/UTC", WorkingWeek.SundayToThursday(Regions.Hours("22:00", "06:00")).And(IsoDayOfWeek.Friday, Regions.Hours("05:00", "09:00")))).Should().Equal("calendar.hours.overlapping");
    }

    [Fact]
    public void What_means_the_same_has_one_form_and_one_digest()
    {
        var days = Regions.Define(new BusinessHours("Etc/UTC", new WorkingWeek([.. new[] { 5, 3, 1, 2, 4 }.Select(day => new WorkingDays([(IsoDayOfWeek)day], [Regions.NineToFive]))])));
        var week = Regions.Define(new BusinessHours("Etc/UTC", WorkingWeek.MondayToFriday(Regions.NineToFive)));

        days.Should().Be(week);
        days.GetHashCode().Should().Be(week.GetHashCode());
        BusinessCalendarDocument.Write(days).Should().Equal(BusinessCalendarDocument.Write(week));
    }

    [Fact]
    public void Everything_of_a_calendar_is_in_its_digest()
    {
        var hours = Regions.LondonHours;
        var day = AnnualDay.On(5, 1);
        var digests = new[]
        {
            Regions.London,
            Regions.Define(hours, id: "other"),
            Regions.Define(hours, version: 2),
            Regions.Define(new BusinessHours("Europe/Dublin", [.. hours.Weeks]) { Holidays = hours.Holidays }),
            Regions.Define(new BusinessHours("Europe/London", hours.Weeks[0] with { ValidFrom = new LocalDate(2000, 1, 1) }) { Holidays = hours.Holidays }),
            Regions.Define(new BusinessHours("Europe/London", WorkingWeek.MondayToFriday(Regions.Hours("09:00", "17:01"))) { Holidays = hours.Holidays }),
            Regions.Define(new BusinessHours("Europe/London", WorkingWeek.MondayToFriday(Regions.Hours("18:00", "17:00"))) { Holidays = hours.Holidays }),
            Regions.Define(new BusinessHours("Europe/London", WorkingWeek.MondayToFriday(Regions.Hours("18:00", "17:00") with { StartsDayBefore = true })) { Holidays = hours.Holidays }),
            Regions.Define(hours with { Holidays = [] }),
            With(Occasion.Yearly("May", day)),
            With(Occasion.Yearly("Maj", day)),
            With(Occasion.Yearly("May", day.PlusDays(1))),
            With(Occasion.Yearly("May", AnnualDay.OnOrAfter(IsoDayOfWeek.Monday, 5, 1))),
            With(Occasion.Yearly("May", AnnualDay.OnOrBefore(IsoDayOfWeek.Monday, 5, 1))),
            With(Occasion.Yearly("May", AnnualDay.WesternEaster(20))),
            With(Occasion.Yearly("May", AnnualDay.OrthodoxEaster(20))),
            With(Occasion.Yearly("May", day) with { Observance = Observance.NextWorkday }),
            With(Occasion.Yearly("May", day) with { FromYear = 2000 }),
            With(Occasion.Yearly("May", day) with { UntilYear = 2000 }),
            With(Occasion.Yearly("May", day) with { ExceptYears = [2000] }),
            With(Occasion.Yearly("May", day) with { OnlyOn = [IsoDayOfWeek.Monday] }),
            With(Occasion.OnDates("May", new LocalDate(2026, 5, 1))),
            With(Occasion.OnDates("May", new LocalDate(2026, 5, 2))),
            Regions.Define(hours with { AlteredDays = [new AlteredDay(Occasion.Yearly("May", day)) { OpensAt = LocalTime.Noon }] }),
            Regions.Define(hours with { AlteredDays = [new AlteredDay(Occasion.Yearly("May", day)) { ClosesAt = LocalTime.Noon }] }),
            Regions.Define(hours with { SpecialDays = [new SpecialDay(Occasion.Yearly("May", day), Regions.NineToFive)] }),
        };

        digests.Select(calendar => calendar.Digest).Should().OnlyHaveUniqueItems();

        BusinessCalendar With(Occasion holiday) => Regions.Define(hours with { Holidays = hours.Holidays.With(holiday) });
    }

    private static IEnumerable<string> Codes(BusinessHours hours) => BusinessCalendar.Verify(hours, Given.Zones).Select(fault => fault.Code);
}
