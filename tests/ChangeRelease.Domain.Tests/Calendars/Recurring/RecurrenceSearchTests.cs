using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

public sealed class RecurrenceSearchTests
{
    private static readonly RecurrenceSet Tuesdays = RecurrenceRule.Weekly(IsoDayOfWeek.Tuesday).Times(4).From(Local.Time("2026-11-03 22:00"));

    [Fact]
    public void Next_is_strictly_later_and_previous_strictly_earlier()
    {
        Tuesdays.Next(Local.Time("2026-11-03 21:59:59")).Start.Should().Be(Local.Time("2026-11-03 22:00"));
        Tuesdays.Next(Local.Time("2026-11-03 22:00")).Start.Should().Be(Local.Time("2026-11-10 22:00"));
        Tuesdays.Next(Local.Time("2026-11-03 22:00").PlusNanoseconds(1)).Start.Should().Be(Local.Time("2026-11-10 22:00"));
        Tuesdays.Next(Local.Time("2026-11-03 22:00").PlusNanoseconds(-1)).Start.Should().Be(Local.Time("2026-11-03 22:00"));
        Tuesdays.Previous(Local.Time("2026-11-10 22:00")).Start.Should().Be(Local.Time("2026-11-03 22:00"));
        Tuesdays.Previous(Local.Time("2026-11-10 22:00").PlusNanoseconds(1)).Start.Should().Be(Local.Time("2026-11-10 22:00"));
    }

    [Fact]
    public void Between_is_half_open()
    {
        var stretch = Tuesdays.Between(Local.Time("2026-11-03 22:00"), Local.Time("2026-11-17 22:00"));

        stretch.Starts.Should().Equal(Local.Time("2026-11-03 22:00"), Local.Time("2026-11-10 22:00"));
        (stretch.IsComplete, stretch.SearchedUntil).Should().Be((true, Local.Time("2026-11-17 22:00")));
        Tuesdays.Between(Local.Time("2026-11-17 22:00"), Local.Time("2026-11-17 22:00")).Starts.Should().BeEmpty();
        Tuesdays.Between(Local.Time("2026-11-18 22:00"), Local.Time("2026-11-03 22:00")).Starts.Should().BeEmpty();
    }

    [Fact]
    public void After_the_end_and_before_the_start_there_is_no_more()
    {
        Tuesdays.Next(Local.Time("2026-11-24 22:00")).End.Should().Be(RecurrenceSearchEnd.NoMore);
        Tuesdays.Previous(Local.Time("2026-11-03 22:00")).End.Should().Be(RecurrenceSearchEnd.NoMore);
    }

    [Fact]
    public void A_search_says_which_bound_it_met()
    {
        var search = Tuesdays.Next(Local.Time("2026-11-03 22:00"), new RecurrenceLimits { Bound = Local.Time("2026-11-10 22:00") });
        var back = Tuesdays.Previous(Local.Time("2026-11-17 22:00"), new RecurrenceLimits { Bound = Local.Time("2026-11-10 22:00:01") });
        var few = Tuesdays.Between(Local.Time("2026-11-01"), Local.Time("2027-01-01"), new RecurrenceLimits { Starts = 2 });
        var seldom = RecurrenceText.ReadRule("FREQ=MONTHLY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO").GetValueOrThrow().From(Local.Time("2026-01-01"));
        var tired = seldom.Next(Local.Time("2026-01-01"), new RecurrenceLimits { Steps = 10 });

        (search.Start, search.End, search.SearchedUntil).Should().Be((null, RecurrenceSearchEnd.ReachedBound, Local.Time("2026-11-10 22:00")));
        (back.Start, back.End, back.SearchedUntil).Should().Be((null, RecurrenceSearchEnd.ReachedBound, Local.Time("2026-11-10 22:00:01")));
        (few.Starts.Count, few.End, few.SearchedUntil).Should().Be((2, RecurrenceSearchEnd.OutOfSteps, Local.Time("2026-11-17 22:00")));
        (tired.Start, tired.End, tired.SearchedUntil.Year).Should().Be((null, RecurrenceSearchEnd.OutOfSteps, 2036));
        seldom.Next(Local.Time("2026-01-01")).Start.Should().Be(Local.Time("2044-02-29"));
    }

    [Fact]
    public void What_never_occurs_is_never_found_and_that_is_said()
    {
        var never = RecurrenceText.ReadRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").GetValueOrThrow().From(Local.Time("2026-01-01"));

        var search = never.Next(Local.Time("2026-01-01"));

        search.ToString().Should().Be("none, searched until 9999-12-31T23:59:59 (ReachedBound)");
        search.Steps.Should().BeLessThan(9_000);
    }

    [Fact]
    public void The_first_start_counts_only_if_the_rule_says_so()
    {
        var set = RecurrenceRule.Weekly(IsoDayOfWeek.Friday).Times(2).From(Local.Time("2026-11-03"));

        set.Between(Local.Time("2026-11-01"), Local.Time("2027-01-01")).Starts.Should().Equal(Local.Times("2026-11-06 13"));
        RecurrenceSet.From(Local.Time("2026-11-03")).Between(Local.Time("2026-11-01"), Local.Time("2027-01-01")).Starts.Should().Equal(Local.Time("2026-11-03"));
    }

    [Fact]
    public void Dates_are_added_excluded_moved_and_canceled()
    {
        var set = RecurrenceRule.Daily.From(Local.Time("2026-11-01")).Plus(Local.Time("2026-11-02 12:00"), Local.Time("2026-10-01"))
            .Except(Local.Time("2026-11-03"))
            .Except(new LocalDate(2026, 11, 4))
            .Move(Local.Time("2026-11-05"), Local.Time("2026-11-08 10:00"))
            .Cancel(Local.Time("2026-11-06"));

        var starts = set.Between(Local.Time("2026-01-01"), Local.Time("2026-11-09 00:00")).Starts;

        starts.Should().Equal(
            Local.Time("2026-10-01"), Local.Time("2026-11-01"), Local.Time("2026-11-02"), Local.Time("2026-11-02 12:00"), Local.Time("2026-11-07"),
            Local.Time("2026-11-08"), Local.Time("2026-11-08 10:00"));
        set.ToString().Split('\n').Should().Equal(
            "DTSTART:20261101T090000",
            "RRULE:FREQ=DAILY",
            "RDATE:20261001T090000,20261102T120000",
            "EXDATE:20261103T090000",
            "EXDATE;VALUE=DATE:20261104",
            "RECURRENCE-ID:20261105T090000",
            "DTSTART:20261108T100000",
            "RECURRENCE-ID:20261106T090000",
            "STATUS:CANCELLED");
    }

    [Fact]
    public void What_is_moved_onto_another_is_that_one()
    {
        var set = Tuesdays.Move(Local.Time("2026-11-03 22:00"), Local.Time("2026-11-10 22:00"));

        set.Between(Local.Time("2026-11-01"), Local.Time("2027-01-01")).Starts.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.HaveCount(3);
    }

    [Fact]
    public void Only_an_occurrence_can_be_overridden()
    {
        FluentActions.Invoking(() => Tuesdays.Cancel(Local.Time("2026-11-04 22:00"))).Should().Throw<RecurrenceException>().WithMessage("*override-of-nothing*");
        FluentActions.Invoking(() => Tuesdays.Cancel(Local.Time("2026-11-10 22:00")).Except(Local.Time("2026-11-10 22:00"))).Should().Throw<RecurrenceException>();
        Tuesdays.Cancel(Local.Time("2026-11-10 22:00")).Move(Local.Time("2026-11-10 22:00"), Local.Time("2026-11-11 22:00")).Overrides
            .Should().ContainSingle().Which.MovedTo.Should().Be(Local.Time("2026-11-11 22:00"));
    }

    [Fact]
    public void The_last_days_of_the_calendar_are_reached_and_not_passed()
    {
        var set = RecurrenceRule.Daily.From(Local.Time("2026-01-01"));

        set.Next(Local.Time("9999-12-30 12:00")).Start.Should().Be(Local.Time("9999-12-31"));
        set.Next(Local.Time("9999-12-31 12:00")).ToString().Should().Be("none, searched until 9999-12-31T23:59:59 (ReachedBound)");
        set.Previous(Local.Time("9999-12-31 23:59:59")).Start.Should().Be(Local.Time("9999-12-31"));
        FluentActions.Invoking(() => RecurrenceRule.Daily.From(Local.Time("2026-01-01").PlusNanoseconds(1))).Should().Throw<RecurrenceException>();
    }
}
