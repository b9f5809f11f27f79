using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Work must be over some time before a freeze begins (S-47).</summary>
public sealed class RunwayTests
{
    private static readonly Freeze _freeze = Given.OnceFrozen("sale", "2026-11-23 00:00", "72 h") with { Runway = Duration.FromHours(4) };

    [Fact]
    public void A_slot_in_the_runway_is_not_open_and_one_that_touches_it_is()
    {
        var calendar = Given.Open(_freeze);

        calendar.Judge(Given.Slot("2026-11-22 18:00", "2026-11-22 20:00"), Given.ForPayments).IsOpen.Should().BeTrue();
        calendar.Judge(Given.Slot("2026-11-22 18:00", "2026-11-22 20:01"), Given.ForPayments).Freezes.Should().ContainSingle()
            .Which.Binding.Should().Be(Given.Slot("2026-11-22 20:00", "2026-11-26 00:00"));
    }

    [Fact]
    public void The_calendar_closes_when_the_runway_begins()
    {
        var answer = Given.Open(_freeze).At(Given.Utc("2026-11-22 12:00"), Given.ForPayments);

        answer.NextClosing!.At.Should().Be(Given.Utc("2026-11-22 20:00"));
        answer.NextClosing.Because.Should().ContainSingle().Which.Rule.Should().Be(_freeze);
        answer.NextOpening!.At.Should().Be(Given.Utc("2026-11-26 00:00"));
    }

    [Fact]
    public void The_search_says_that_work_must_be_over_before()
    {
        var calendar = Given.Open(_freeze);
        var effort = new Effort(Duration.Zero, Duration.FromHours(3), Duration.FromHours(2));

        var search = calendar.EarliestSlot(new SlotRequest(Given.ForPayments, effort, Given.Utc("2026-11-22 18:00"), Given.Utc("2026-12-01 00:00")));

        search.Slot.Should().Be(Given.Slot("2026-11-26 00:00", "2026-11-26 05:00"));
        search.Obstacles.Select(obstacle => obstacle.Sentence).Should().Equal(
            "Free for only 2 h, until 2026-11-22 20:00 Etc/UTC, when the runway of the freeze 'sale' begins; 5 h (preparation 0 min, work 3 h, back-out 2 h) is needed.",
            "Frozen by freeze 'sale' from 2026-11-23 00:00 to 2026-11-26 00:00 Etc/UTC, before which work must be over for 4 h.");
    }

    [Fact]
    public void The_compiled_calendar_knows_the_runway_of_a_recurring_freeze()
    {
        var weekly = Given.Freeze("weekends", "Europe/London", Recurrence.Weekly(LocalTime.Midnight, IsoDayOfWeek.Saturday), "48 h") with { Runway = Duration.FromHours(6) };
        var range = Given.Slot("2026-03-01 00:00", "2026-12-01 00:00");
        var calendar = Given.Open(weekly);

        var frozen = calendar.Judge(range, Given.ForPayments).Freezes.Select(freeze => freeze.Binding);

        calendar.OpenWithin(range, Given.ForPayments).Equals(SlotSet.Of(range).Subtract(SlotSet.Of(frozen))).Should().BeTrue();
        calendar.At(Given.Utc("2026-06-05 16:59"), Given.ForPayments).IsOpen.Should().BeTrue();
        calendar.At(Given.Utc("2026-06-05 17:00"), Given.ForPayments).IsOpen.Should().BeFalse("it is 18:00 in London");
    }

    [Fact]
    public void A_longer_runway_is_another_calendar_and_a_negative_one_is_none()
    {
        var shorter = Given.Open(_freeze with { Runway = Duration.Zero });

        Given.Open(_freeze).Digest.Should().NotBe(shorter.Digest);
        shorter.DifferenceTo(Given.Open(_freeze), Given.ForPayments, Given.Slot("2026-11-01 00:00", "2026-12-01 00:00")).Stretches.Should().ContainSingle()
            .Which.Span.Should().Be(Given.Slot("2026-11-22 20:00", "2026-11-23 00:00"));
        ChangeCalendar.Verify([_freeze with { Runway = Duration.FromHours(-1) }], Given.Zones).Should().ContainSingle()
            .Which.Code.Should().Be("calendar.runway.out-of-range");
    }

    [Fact]
    public void Work_in_flight_may_use_the_runway()
    {
        Given.Open(_freeze).InFlight(Given.Utc("2026-11-22 12:00"), Given.Utc("2026-11-22 21:00"), Given.ForPayments, Duration.Zero)
            .ToString().Should().Be("GoOn, until 2026-11-23T00:00:00Z, then Overdue");
    }
}
