using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A hold that a crash left beside a booking that stands, and a holder that goes on without it (S-51).</summary>
public sealed class LeftHoldTests
{
    private readonly World _world = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_change_whose_move_died_goes_on_where_it_was_and_the_hold_expires()
    {
        await DieMoving();

        (await Do(World.One, new AnnotateChange("still tonight"), "first")).Should().BeEmpty();
        var ledger = await World.Records(_store, World.Ledger(World.Tenant));
        (await Do(World.One, new AnnotateChange("really"), "second")).Should().BeEmpty();

        (await World.Records(_store, World.Ledger(World.Tenant))).Should().Equal(ledger, "there is nothing to bring in line");
        (await World.LedgerIn(_store)).Standing(_world.Now).Select(booking => (booking.Slots.Single(), booking.IsConfirmed)).Should().Equal((World.Night(0), true), (World.Night(1), false));
        _world.Now += _world.HoldStands;
        (await World.LedgerIn(_store)).Standing(_world.Now).Should().ContainSingle().Which.Slots.Should().Equal(World.Night(0));
    }

    [Fact]
    public async Task A_change_whose_move_died_may_move_there_after_all()
    {
        await DieMoving();
        await Do(World.One, new AnnotateChange("still tonight"), "first");

        (await Do(World.One, new RescheduleChange(World.Night(1)), "move")).Should().BeEmpty();

        (await World.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.Should().Match<Booking>(booking => booking.IsConfirmed && booking.Slots.Single() == World.Night(1));
    }

    [Fact]
    public async Task A_place_that_was_left_for_another_is_free_though_the_other_was_lost()
    {
        await _world.Bring(_store, World.Two, World.Bob, World.Cid);
        await DieMoving(isAfter: true);
        _world.Now += _world.HoldStands;

        await Do(World.One, new AnnotateChange("where am I?"), "touch");

        (await World.LedgerIn(_store)).Standing(_world.Now).Should().BeEmpty();
        (await Do(World.Two, new ScheduleChange(World.Night(0)), "two")).Should().BeEmpty();
        (await Do(World.One, new RescheduleChange(World.Night(1)), "again")).Should().BeEmpty("nobody else took it");
    }

    private async Task DieMoving(bool isAfter = false)
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, World.Night(0));
        var desk = _world.Changes(new FaultyStore(_store, 1, isAfter) { Kind = "change" });
        await FluentActions.Awaiting(() => desk.HandleAsync(World.One, new RescheduleChange(World.Night(1)), World.Otto, new CommandId("dies")).AsTask()).Should().ThrowAsync<IOException>();
    }

    // What writes without end is canceled.
    private async Task<IEnumerable<string>> Do(ChangeId id, ChangeCommand command, string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return (await _world.Changes(_store).HandleAsync(id, command, World.Otto, new CommandId(name), limit.Token)).Refusals.Select(refusal => refusal.Code);
    }
}
