using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What was scheduled and would not be today is unscheduled, with the reasons (S-49).</summary>
public sealed class SlotReviewTests
{
    private readonly World _world = new() { Capacity = 2 };
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_slot_that_a_new_freeze_touches_goes_back_to_approved_with_the_reason()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, World.Night(0));
        var desk = Under(_world.Book.Calendar!.Rules.With(new Freeze(
            new RuleId("audit"), "Audit", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 11, 2, 12, 0)), RuleLength.For(Duration.FromHours(24)), Scope.Everything, "Accounts")));

        var command = await desk.ReviewSlotsAsync(World.One, World.Otto);

        command.Should().BeOfType<UnscheduleChange>().Which.Reason.Should().StartWith("Under calendar nights@2#").And.Contain("freeze 'Audit'").And.Contain("Accounts");
        var unscheduled = await World.Must(desk, World.One, "unschedule", command!, World.Otto);
        unscheduled.Status.Should().Be(ChangeStates.Approved);
        unscheduled.Slots.Should().BeEmpty();
        (await desk.ReviewSlotsAsync(World.One, World.Otto)).Should().BeNull("it has no slot any more");
        (await World.LedgerIn(_store)).Bookings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_slot_whose_window_a_change_of_clocks_moves_away_goes_back()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, World.Night(0));
        var desk = Under(_world.Book.Calendar!.Rules.Select(Later).ToValueList());

        var command = (UnscheduleChange?)await desk.ReviewSlotsAsync(World.One, World.Otto);

        command!.Reason.Should().Contain("No window is open from 2026-11-02T22:00:00Z");
    }

    [Fact]
    public async Task A_slot_that_still_stands_is_left_alone_and_so_is_what_has_none()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        var desk = _world.Changes(_store);

        (await desk.ReviewSlotsAsync(World.One, World.Otto)).Should().BeNull("it is not scheduled");
        await _world.Schedule(_store, World.One, World.Night(0));
        (await desk.ReviewSlotsAsync(World.One, World.Otto)).Should().BeNull();
        (await desk.ReviewSlotsAsync(World.Two, World.Otto)).Should().BeNull("there is no such change");
        (await Unknown().ReviewSlotsAsync(World.One, World.Otto)).Should().BeNull("without a calendar nothing is said");
    }

    private static CalendarRule Later(CalendarRule rule) => rule is Window { Recurrence: var _ } window
        ? new Window(window.Id, window.Title, "Atlantic/Azores", Recurrence.Weekly(new LocalTime(22, 0), [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]), window.Length, window.Scope)
        : rule;

    private ChangeDesk Under(ValueList<CalendarRule> rules) => Desk(ChangeCalendar.Define(
        _world.Book.Calendar!.Id, _world.Book.Calendar.Version + 1, _world.Book.Calendar.Otherwise, rules.DistinctBy(rule => rule.Id), DateTimeZoneProviders.Tzdb));

    private ChangeDesk Unknown() => Desk(null);

    private ChangeDesk Desk(ChangeCalendar? calendar) => new(_store, _world.Book with { Calendar = calendar }, _world, new DeskSettings(World.Tenant));
}
