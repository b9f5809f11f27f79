using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class EarliestSlotTests
{
    private static readonly Effort _twoHours = new(Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromMinutes(30));

    [Fact]
    public void The_slot_holds_preparation_work_and_back_out_before_the_next_freeze()
    {
        var calendar = Given.Closed(
            Given.Window("nightly", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday), "until 02:00"),
            Given.Freeze("month-end", "Europe/London", Recurrence.Once(Given.Local("2026-11-02 23:30")), "12 h"));

        var found = calendar.EarliestSlot(Request("2026-11-02 12:00", "2026-12-01 00:00"));

        found.Slot.Should().Be(Given.Slot("2026-11-04 22:00", "2026-11-05 00:00"));
        found.ReachedBound.Should().BeFalse();
        found.Obstacles.Select(obstacle => obstacle.Sentence).Should().Equal(
            "Outside every window until 2026-11-02 22:00 Europe/London, when the window 'nightly' opens.",
            "Free for only 1 h 30 min, until 2026-11-02 23:30 Europe/London, when the freeze 'month-end' begins; 2 h (preparation 30 min, work 1 h, back-out 30 min) is needed.",
            "Frozen by freeze 'month-end' from 2026-11-02 23:30 to 2026-11-03 11:30 Europe/London.",
            "Outside every window until 2026-11-04 22:00 Europe/London, when the window 'nightly' opens.");
    }

    [Fact]
    public void A_slot_starts_at_once_when_it_can() =>
        Given.Open().EarliestSlot(Request("2026-11-02 12:00", "2026-12-01 00:00")).Should().BeEquivalentTo(
            new { Slot = Given.Slot("2026-11-02 12:00", "2026-11-02 14:00"), Obstacles = Array.Empty<Obstacle>(), ReachedBound = false });

    [Fact]
    public void A_full_window_is_passed_over_even_where_another_is_open()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("capped", "2026-11-02 14:00", "3 h") with { Capacity = 1 },
            Given.OnceOpen("free", "2026-11-02 16:00", "4 h"));
        var request = Request("2026-11-02 14:00", "2026-12-01 00:00");

        calendar.EarliestSlot(request).Slot!.Start.Should().Be(Given.Utc("2026-11-02 14:00"));
        var found = calendar.EarliestSlot(request with { Taken = [Given.Holding("2026-11-02 16:59", "2026-11-02 18:00")] });

        found.Slot!.Start.Should().Be(Given.Utc("2026-11-02 17:00"));
        found.Obstacles.Should().ContainSingle().Which.Sentence
            .Should().Be("Full: window 'capped' from 2026-11-02 14:00 to 2026-11-02 17:00 Etc/UTC: 1 of 1 places taken.");
    }

    [Fact]
    public void Slots_that_merely_touch_a_window_fill_no_place()
    {
        var calendar = Given.Closed(Given.OnceOpen("capped", "2026-11-02 14:00", "3 h") with { Capacity = 1 });
        var request = Request("2026-11-02 12:00", "2026-12-01 00:00") with
        {
            Taken = [Given.Holding("2026-11-02 13:00", "2026-11-02 14:00"), Given.Holding("2026-11-02 17:00", "2026-11-02 18:00")],
        };

        calendar.EarliestSlot(request).Slot!.Start.Should().Be(Given.Utc("2026-11-02 14:00"));
    }

    [Fact]
    public void Nothing_is_found_beyond_the_acceptable_times_and_no_later_bound_would_help()
    {
        var request = Request("2026-11-02 12:00", "2026-12-01 00:00") with { Within = [Given.Slot("2026-11-03 12:00", "2026-11-03 13:59")] };

        var found = Given.Open().EarliestSlot(request);

        found.Slot.Should().BeNull();
        found.ReachedBound.Should().BeFalse();
        found.SearchedUntil.Should().Be(Given.Utc("2026-11-03 13:59"));
        found.Obstacles.Select(obstacle => obstacle.Kind).Should().Equal(ObstacleKind.NotAcceptable, ObstacleKind.TooShort);
    }

    [Fact]
    public void A_search_without_a_find_says_that_it_met_its_bound()
    {
        var found = Given.Closed().EarliestSlot(Request("2026-11-02 12:00", "2028-12-01 00:00"));

        found.Slot.Should().BeNull();
        found.ReachedBound.Should().BeTrue();
        found.SearchedUntil.Should().Be(Given.Utc("2028-12-01 00:00"));
        found.Obstacles.Should().ContainSingle().Which.Sentence.Should().Be("Closed by default until 2028-12-01T00:00:00Z, where the search ends.");
    }

    [Fact]
    public void Acceptable_times_that_are_over_leave_nothing_to_search()
    {
        var request = Request("2026-11-02 12:00", "2026-12-01 00:00") with { Within = [Given.Slot("2026-11-01 12:00", "2026-11-02 12:00")] };

        Given.Open().EarliestSlot(request).Should().BeEquivalentTo(new { Slot = (Slot?)null, ReachedBound = false });
    }

    /// <summary>Held for what the capped window is not about, if it is about payments only.</summary>
    private static Holding Elsewhere => new(Given.Slot("2026-11-02 15:00", "2026-11-02 16:00"), [Given.Ledger]);

    [Theory]
    [InlineData("2026-11-02 13:00", "2026-11-02 14:00", null)] // touching takes no place
    [InlineData("2026-11-02 13:00", "2026-11-02 14:01", false)]
    [InlineData("2026-11-02 16:59", "2026-11-02 18:00", false)]
    public void Places_are_counted_for_what_overlaps(string start, string end, bool? isFull)
    {
        var calendar = Given.Closed(Given.OnceOpen("capped", "2026-11-02 14:00", "3 h", Scope.Service(Given.Payments.Service)) with { Capacity = 2 }, Given.OnceOpen("free", "2026-11-02 16:00", "4 h"));
        ValueList<Holding> one = [Given.Holding("2026-11-02 15:00", "2026-11-02 15:01"), Given.Holding("2026-11-02 17:00", "2026-11-02 18:00"), Elsewhere];

        var places = calendar.PlacesIn(Given.Slot(start, end), Given.ForPayments, one);

        places.Select(place => (bool?)place.IsFull).Should().Equal(isFull is null ? [] : [isFull]);
        places.SelectMany(place => place.Holders).Should().Equal(isFull is null ? [] : [one[0].Slot]);
    }

    [Fact]
    public void Two_years_of_daily_windows_that_are_too_short_are_searched_in_no_time()
    {
        var daily = Recurrence.Weekly(new LocalTime(22, 0), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]);
        var calendar = Given.Closed([.. Enumerable.Range(0, 20).Select(at => Given.Window(FormattableString.Invariant($"w{at}"), "Europe/London", daily, "1 h"))]);

        var found = calendar.EarliestSlot(Request("2026-11-02 12:00", "2028-11-02 12:00"));

        found.Slot.Should().BeNull();
        found.Obstacles.Should().HaveCount((2 * 731) + 1);
    }

    [Fact]
    public void A_window_that_a_clock_change_empties_is_mentioned()
    {
        var nightly = Recurrence.Weekly(new LocalTime(2, 30), IsoDayOfWeek.Sunday, IsoDayOfWeek.Tuesday);
        var calendar = Given.Closed(Given.Window("nightly", "America/Los_Angeles", nightly, "until 03:15"));
        var halfAnHour = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.Zero);

        var found = calendar.EarliestSlot(new SlotRequest(Given.ForPayments, halfAnHour, Given.Utc("2026-03-07 12:00"), Given.Utc("2026-04-01 00:00")));

        found.Slot.Should().Be(Given.Slot("2026-03-10 09:30", "2026-03-10 10:00"));
        found.Notes.Should().ContainSingle().Which.Kind.Should().Be(ClockNoteKind.DoesNotOccur);
    }

    [Fact]
    public void Time_that_runs_out_with_the_search_is_told_so()
    {
        var found = Given.Open().EarliestSlot(Request("2026-11-02 12:00", "2026-11-02 13:59"));

        found.ReachedBound.Should().BeTrue();
        found.Obstacles.Should().ContainSingle().Which.Sentence.Should().Be(
            "Free for only 1 h 59 min, until 2026-11-02T13:59:00Z, where the search ends; 2 h (preparation 30 min, work 1 h, back-out 30 min) is needed.");
    }

    [Fact]
    public void Effort_needs_work()
    {
        FluentActions.Invoking(() => new Effort(Duration.Zero, Duration.Zero, Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Effort(Duration.FromHours(-1), Duration.FromHours(2), Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static SlotRequest Request(string notBefore, string until) =>
        new(Given.ForPayments, _twoHours, Given.Utc(notBefore), Given.Utc(until));
}
