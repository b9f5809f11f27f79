using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Two actors at their desks, their port calls in every order there is: the end is that of one after the other (S-51, S-71).</summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private readonly World _world = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task Two_changes_want_one_last_place()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Bring(_store, World.Two, World.Bob, World.Cid);
        await Serial(
            new Deed(World.One, new ScheduleChange(World.Night(0)), World.Otto, "schedule"),
            new Deed(World.Two, new ScheduleChange(World.Night(0)), World.Otto, "schedule"));
    }

    [Fact]
    public async Task Two_voters_vote_on_one_change()
    {
        var change = await _world.Bring(_store, World.One);
        await Serial(
            new Deed(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "bob"),
            new Deed(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Cid, "cid"));
    }

    [Fact]
    public async Task One_voter_votes_twice_at_once()
    {
        var change = await _world.Bring(_store, World.One);
        await Serial(
            new Deed(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "a"),
            new Deed(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "b"));
    }

    [Fact]
    public async Task One_authorizes_while_another_amends()
    {
        var change = await _world.Bring(_store, World.One, World.Bob);
        await World.Must(_world.Changes(_store), World.One, "second", new VoteOnChange(VoteChoice.Approve, change.Digest), World.Cid);
        await Serial(
            new Deed(World.One, new AuthorizeChange(), World.Eve, "authorize"),
            new Deed(World.One, new AmendChange(change.Content with { TestPlan = ChangePlan.Of("another") }), World.Ann, "amend"));
    }

    [Fact]
    public async Task One_starts_while_another_cancels()
    {
        await Scheduled(World.Night(0));
        _world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        await Serial(
            new Deed(World.One, new StartChange(), World.Otto, "start"),
            new Deed(World.One, new CancelChange("no need"), World.Ann, "cancel"));
    }

    [Fact]
    public async Task Two_reschedule_one_change()
    {
        await Scheduled(World.Night(0));
        await Serial(
            new Deed(World.One, new RescheduleChange(World.Night(1)), World.Otto, "a"),
            new Deed(World.One, new RescheduleChange(World.Night(2)), World.Ann, "b"));
    }

    [Fact]
    public async Task One_annotates_while_another_schedules()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Serial(
            new Deed(World.One, new AnnotateChange("looked at it"), World.Ann, "note"),
            new Deed(World.One, new ScheduleChange(World.Night(0)), World.Otto, "schedule"));
    }

    [Fact]
    public async Task One_unschedules_while_another_reschedules()
    {
        await Scheduled(World.Night(0));
        await Serial(
            new Deed(World.One, new UnscheduleChange("not now"), World.Ann, "unschedule"),
            new Deed(World.One, new RescheduleChange(World.Night(1)), World.Otto, "reschedule"));
    }

    [Fact]
    public async Task One_takes_the_place_that_another_gives_up()
    {
        await Scheduled(World.Night(0));
        await _world.Bring(_store, World.Two, World.Bob, World.Cid);
        var plays = await Explore(
            [new Deed(World.One, new UnscheduleChange("not now"), World.Ann, "a"), new Deed(World.Two, new ScheduleChange(World.Night(0)), World.Otto, "a")],
            (_, store) => Consistent(store));
        plays.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task The_same_command_sent_twice_at_once_takes_effect_once()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        var twin = new Deed(World.One, new ScheduleChange(World.Night(0)), World.Otto, "twin");
        await Explore([twin, twin], async (told, store) =>
        {
            told.Should().AllBe("accepted");
            (await _world.Changes(store).FindAsync(World.One))!.Version.Should().Be(7);
            await Consistent(store);
        });
    }

    [Fact]
    public async Task One_command_id_with_two_contents_at_once_takes_effect_once()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Explore(
            [new Deed(World.One, new ScheduleChange(World.Night(0)), World.Otto, "same"), new Deed(World.One, new ScheduleChange(World.Night(1)), World.Otto, "same")],
            async (told, store) =>
            {
                told.Should().BeEquivalentTo("accepted", "change.request.command-id-reused");
                await Consistent(store);
            });
    }

    private async Task Scheduled(Slot slot)
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, slot);
    }

    /// <summary>Every interleaving ends as one of the two orders does, and both orders come by.</summary>
    private async Task Serial(Deed first, Deed second)
    {
        var beginning = await Beginning();
        var orders = new HashSet<string>(StringComparer.Ordinal) { await InOrder(beginning, first, second, isReversed: false), await InOrder(beginning, first, second, isReversed: true) };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var plays = await Explore([first, second], async (told, store) =>
        {
            var end = await EndOf(store, told);
            orders.Should().Contain(end);
            seen.Add(end);
            await Consistent(store);
        });

        seen.Should().HaveCount(orders.Count);
        plays.Should().BeGreaterThan(1);
    }

    private async Task<int> Explore(Deed[] deeds, Func<string[], IEventStore, Task> check)
    {
        var told = new string[deeds.Length];
        var actors = deeds.Select((deed, at) => (Func<IEventStore, Task>)(async store => told[at] = await Do(deed, store).ConfigureAwait(false))).ToArray();
        var plays = await Turnstile.Explore(await Beginning(), actors, store => check(told, store));
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        return plays;
    }

    private async Task<string> InOrder(Snapshot beginning, Deed first, Deed second, bool isReversed)
    {
        var store = await beginning.Restored();
        var (one, two) = (string.Empty, string.Empty);
        if (isReversed)
        {
            two = await Do(second, store);
        }

        one = await Do(first, store);
        return await EndOf(store, [one, isReversed ? two : await Do(second, store)]);
    }

    private async Task<string> Do(Deed deed, IEventStore store)
    {
        var outcome = await _world.Changes(store).HandleAsync(deed.Id, deed.Command, deed.Actor, new CommandId(deed.CommandId)).ConfigureAwait(false);
        return outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));
    }

    /// <summary>Everybody who is scheduled holds exactly that, confirmed, and nobody else holds anything; no place is given twice.</summary>
    private async Task Consistent(IEventStore store)
    {
        var ledger = await World.LedgerIn(store);
        foreach (var id in (ChangeId[])[World.One, World.Two])
        {
            var change = await _world.Changes(store).FindAsync(id);
            ledger.Bookings.Where(booking => booking.Holder.Value == $"change {id}" && booking.IsConfirmed).SelectMany(booking => booking.Slots)
                .Should().Equal(change?.Slots ?? []);
        }

        (await World.MostHolders(store)).Should().BeLessThanOrEqualTo(1);
        (await World.AreIntact(store)).Should().BeTrue();
    }

    private async Task<string> EndOf(IEventStore store, string[] told)
    {
        var desk = _world.Changes(store);
        var (one, two) = (await desk.FindAsync(World.One), await desk.FindAsync(World.Two));
        return $"{string.Join(" | ", told)}\n{one}\n{two}\n{Confirmed(await World.LedgerIn(store))}";
    }

    private static string Confirmed(BookingLedger ledger) =>
        string.Join(", ", ledger.Bookings.Where(booking => booking.IsConfirmed).Select(booking => $"{booking.Holder} {booking.Slots}").Order(StringComparer.Ordinal));

    private Task<Snapshot> Beginning() => Snapshot.Of(_store, World.StreamOf(World.One), World.StreamOf(World.Two), World.Ledger(World.Tenant));

    private sealed record Deed(ChangeId Id, ChangeCommand Command, Actor Actor, string CommandId);
}
