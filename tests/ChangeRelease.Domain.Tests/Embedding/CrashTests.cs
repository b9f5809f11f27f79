using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A desk dies between two steps of one command; nobody sends the command again (S-51).</summary>
public sealed class CrashTests
{
    private readonly World _world = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_hold_that_nobody_took_up_expires_and_its_place_is_free_again()
    {
        await Approved(World.One, World.Two);
        await Dies(World.One, new ScheduleChange(World.Night(0)), "change", isAfter: false);

        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().Equal("change.slot.full");
        _world.Now += _world.HoldStands - Duration.FromNanoseconds(1_000);
        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().Equal("change.slot.full");
        _world.Now += Duration.FromNanoseconds(1_000);
        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().BeEmpty();
        (await Refusals(World.One, new ScheduleChange(World.Night(0)))).Should().Equal("change.slot.full");
    }

    [Fact]
    public async Task A_booking_that_was_taken_up_but_not_confirmed_is_confirmed_by_the_next_touch()
    {
        await Approved(World.One, World.Two);
        await Dies(World.One, new ScheduleChange(World.Night(0)), "change", isAfter: true);
        (await World.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.IsConfirmed.Should().BeFalse();

        await Refusals(World.One, new AnnotateChange("still there"));

        (await World.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        _world.Now += Duration.FromHours(1);
        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().Equal("change.slot.full");
    }

    [Fact]
    public async Task A_place_that_was_given_up_but_not_released_is_released_by_the_next_touch()
    {
        await Approved(World.One, World.Two);
        await _world.Schedule(_store, World.One, World.Night(0));
        await Dies(World.One, new UnscheduleChange("not now"), "change", isAfter: true);
        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().Equal("change.slot.full");

        await Refusals(World.One, new AnnotateChange("still there"));

        (await Refusals(World.Two, new ScheduleChange(World.Night(0)))).Should().BeEmpty();
    }

    [Fact]
    public async Task Asking_sees_what_doing_would_confirm_first_and_writes_nothing()
    {
        await Approved(World.One);
        await Dies(World.One, new ScheduleChange(World.Night(0)), "change", isAfter: true);
        _world.Now = World.Opening + _world.HoldStands - Duration.FromMinutes(1);
        var ledger = await World.Records(_store, World.Ledger(World.Tenant));

        var asked = await _world.Changes(_store).ExplainAsync(World.One, new StartChange(), World.Otto, new CommandId("start"));

        asked.Refusals.Select(refusal => refusal.Code).Should().Equal("change.start.outside-slot", "change.start.too-late");
        (await World.Records(_store, World.Ledger(World.Tenant))).Should().Equal(ledger);
    }

    [Fact]
    public async Task A_lost_booking_is_won_back_by_rescheduling_to_the_same_slots()
    {
        await Approved(World.One);
        await Dies(World.One, new ScheduleChange(World.Night(0)), "change", isAfter: true);
        _world.Now += _world.HoldStands;
        _world.Now = World.Night(0).Start - Duration.FromHours(1);
        (await Refusals(World.One, new RescheduleChange(World.Night(0)), "again")).Should().BeEmpty();

        _world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        (await Refusals(World.One, new StartChange(), "start")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_lost_booking_keeps_a_change_from_starting()
    {
        await Approved(World.One);
        await Dies(World.One, new ScheduleChange(World.Night(0)), "change", isAfter: true);

        _world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        (await Refusals(World.One, new StartChange())).Should().Equal("change.booking.lost");
    }

    [Fact]
    public void Settings_that_could_never_book_are_not_taken()
    {
        FluentActions.Invoking(() => new DeskSettings(World.Tenant) { HoldStands = Duration.Zero }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DeskSettings(World.Tenant) { Attempts = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private async Task Approved(params ChangeId[] ids)
    {
        foreach (var id in ids)
        {
            await _world.Bring(_store, id, World.Bob, World.Cid);
        }
    }

    private async Task Dies(ChangeId id, ChangeCommand command, string kind, bool isAfter)
    {
        var desk = _world.Changes(new FaultyStore(_store, 1, isAfter) { Kind = kind });
        await FluentActions.Awaiting(() => desk.HandleAsync(id, command, World.Otto, new CommandId("dies")).AsTask()).Should().ThrowAsync<IOException>();
    }

    private async Task<IEnumerable<string>> Refusals(ChangeId id, ChangeCommand command, string name = "touch") =>
        (await _world.Changes(_store).HandleAsync(id, command, World.Otto, new CommandId($"{name}-{_world.Now}"))).Refusals.Select(refusal => refusal.Code);
}
