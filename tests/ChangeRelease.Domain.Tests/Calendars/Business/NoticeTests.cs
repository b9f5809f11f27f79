using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class NoticeTests
{
    public static TheoryData<NoticePeriod, string, string> Periods => new()
    {
        // Monday 4 January 2027; 1 January is a holiday.
        { NoticePeriod.WorkingDays(1), "2027-01-04 10:00", "2026-12-31 17:00" },
        { NoticePeriod.WorkingDays(5), "2027-01-04 10:00", "2026-12-23 17:00" },
        { NoticePeriod.ClearWorkingDays(5), "2027-01-04 10:00", "2026-12-22 17:00" },
        { NoticePeriod.WorkingDays(5).By(new LocalTime(12, 0)), "2027-01-04 10:00", "2026-12-23 12:00" },
        { NoticePeriod.WorkingDays(1), "2027-01-02 23:00", "2026-12-31 17:00" }, // a start on a Saturday
        { NoticePeriod.Elapsed(Duration.FromHours(48)), "2027-01-04 10:00", "2027-01-02 10:00" },
        { NoticePeriod.WorkingTime(Duration.FromHours(4)), "2027-01-04 10:00", "2026-12-31 14:00" },
        { NoticePeriod.WorkingTime(Duration.FromHours(1)), "2027-01-04 10:00", "2027-01-04 09:00" },
        { NoticePeriod.WorkingTime(Duration.FromMinutes(90)), "2027-01-04 10:00", "2026-12-31 16:30" },
        { NoticePeriod.Elapsed(Duration.FromHours(48)), "2026-10-26 10:00", "2026-10-24 10:00" }, // 47 or 49 hours on the wall, always 48 of time
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void Notice_is_kept_until_an_instant_and_not_a_moment_longer(NoticePeriod period, string start, string latest)
    {
        var deadline = Regions.London.Notice(period, Given.Utc(start));

        deadline.Latest.Should().Be(Given.Utc(latest));
        deadline.IsKeptBy(Given.Utc(latest)).Should().BeTrue();
        deadline.IsKeptBy(Given.Utc(latest) + Duration.FromNanoseconds(1_000)).Should().BeFalse();
    }

    [Fact]
    public void A_deadline_says_why()
    {
        var deadline = Regions.London.Notice(NoticePeriod.WorkingDays(5), Given.Utc("2027-01-04 10:00"));

        deadline.Sentence.Should().Be(
            "Notice of 5 working days before Monday 2027-01-04 10:00 Europe/London is kept until Wednesday 2026-12-23 17:00 Europe/London; "
            + "2026-12-25 (Christmas Day) and 2026-12-28 (Boxing Day) and 2027-01-01 (New Year's Day) are not worked.");
        deadline.Explain(Given.Utc("2026-12-23 18:30")).Should().Be($"Notice at Wednesday 2026-12-23 18:30 Europe/London is not in time, 1 h 30 min too late. {deadline.Sentence}");
        deadline.Explain(Given.Utc("2026-12-23 17:00")).Should().StartWith("Notice at Wednesday 2026-12-23 17:00 Europe/London is in time. Notice of 5");
        Regions.London.Notice(NoticePeriod.WorkingTime(Duration.FromHours(4)), Given.Utc("2026-11-03 15:00")).ToString().Should().Be(
            "Notice of 4 working hours before Tuesday 2026-11-03 15:00 Europe/London is kept until Tuesday 2026-11-03 11:00 Europe/London.");
        Regions.London.Notice(NoticePeriod.Elapsed(Duration.FromHours(48)), Given.Utc("2026-12-26 15:00")).ToString().Should().Be(
            "Notice of 48 hours before Saturday 2026-12-26 15:00 Europe/London is kept until Thursday 2026-12-24 15:00 Europe/London.");
    }

    [Fact]
    public void Where_nobody_works_no_instant_keeps_notice()
    {
        var closed = Regions.Define(Regions.In("Etc/UTC", new WorkingWeek([])));

        var deadline = closed.Notice(NoticePeriod.WorkingDays(1), Given.Utc("2026-11-02 10:00"));

        (deadline.Latest, deadline.ReachedBound, deadline.IsKeptBy(Instant.MinValue)).Should().Be((null, true, false));
        deadline.Sentence.Should().Be("Notice of 1 working day before Monday 2026-11-02 10:00 Etc/UTC cannot be kept: office does not work so much since Tuesday 2016-10-25 00:00 Etc/UTC.");
        deadline.Explain(Given.Utc("2026-01-01 00:00")).Should().StartWith("Notice at Thursday 2026-01-01 00:00 Etc/UTC is not in time. ");
        closed.Notice(NoticePeriod.WorkingTime(Duration.FromHours(1)), Given.Utc("2026-11-02 10:00")).ReachedBound.Should().BeTrue();
    }

    [Fact]
    public void A_start_in_a_night_shift_belongs_to_the_day_on_which_it_began()
    {
        var nights = Regions.Define(Regions.In("Etc/UTC", WorkingWeek.MondayToFriday(Regions.Hours("22:00", "06:00"))));

        // 02:00 on Tuesday is Monday's night; the night before is Friday's, which ends on Saturday morning.
        nights.Notice(NoticePeriod.WorkingDays(1), Given.Utc("2026-11-03 02:00")).Latest.Should().Be(Given.Utc("2026-10-31 06:00"));
        nights.Notice(NoticePeriod.WorkingDays(1), Given.Utc("2026-11-03 12:00")).Latest.Should().Be(Given.Utc("2026-11-03 06:00"));
    }

    [Fact]
    public void Periods_are_positive_and_bounded()
    {
        FluentActions.Invoking(() => NoticePeriod.WorkingDays(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => NoticePeriod.ClearWorkingDays(1_001)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => NoticePeriod.Elapsed(Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => NoticePeriod.WorkingTime(Duration.FromDays(3_661))).Should().Throw<ArgumentOutOfRangeException>();
        NoticePeriod.ClearWorkingDays(2).By(new LocalTime(12, 0)).ToString().Should().Be("2 clear working days by 12:00");
        NoticePeriod.WorkingTime(Duration.FromMinutes(90)).ToString().Should().Be("1 h 30 min of working time");
        NoticePeriod.WorkingTime(Duration.FromMinutes(45)).ToString().Should().Be("45 min of working time");
        NoticePeriod.WorkingTime(Duration.FromMinutes((30 * 60) + 1)).ToString().Should().Be("30 h 1 min of working time");
        NoticePeriod.WorkingTime(Duration.FromHours(1)).ToString().Should().Be("1 working hour");
        NoticePeriod.Elapsed(Duration.FromHours(1)).ToString().Should().Be("1 hour");
    }
}
