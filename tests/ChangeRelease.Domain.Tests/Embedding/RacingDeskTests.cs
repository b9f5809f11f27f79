using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Real threads at one desk, for the last place of a window, again and again (S-51).</summary>
public sealed class RacingDeskTests
{
    private const int Rounds = 200;

    private static readonly ChangeId[] Racers = [.. Enumerable.Range(1, 8).Select(number => new ChangeId($"CHG-{number}"))];

    [Fact]
    public async Task Of_eight_racers_exactly_one_gets_the_last_place_in_every_round()
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        foreach (var racer in Racers)
        {
            await world.Bring(store, racer, World.Bob, World.Cid);
        }

        var beginning = await Snapshot.Of(store, [.. Racers.Select(World.StreamOf)]);
        for (var round = 0; round < Rounds; round++)
        {
            var race = await beginning.Restored();
            var outcomes = await Task.WhenAll(Racers.Select(racer => Task.Run(async () =>
                await world.Changes(race).HandleAsync(racer, new ScheduleChange(World.Night(0)), World.Otto, new CommandId("same")))));

            outcomes.Where(outcome => outcome.IsAccepted).Should().ContainSingle();
            outcomes.Where(outcome => !outcome.IsAccepted).Should().OnlyContain(outcome => outcome.Refusals.Single().Code == "change.slot.full");
            (await World.LedgerIn(race)).Bookings.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
            (await World.MostHolders(race)).Should().Be(1);
        }
    }

    [Fact]
    public async Task Who_only_looks_on_never_takes_a_place_away()
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        await world.Bring(store, World.One, World.Bob, World.Cid);
        var beginning = await Snapshot.Of(store, World.StreamOf(World.One));
        for (var round = 0; round < Rounds; round++)
        {
            var race = await beginning.Restored();
            var desk = world.Changes(race);
            ChangeCommand[] commands = [new ScheduleChange(World.Night(0)), new AnnotateChange("a"), new StartChange(), new LapseChangeSlot()];
            await Task.WhenAll(commands.Select((command, at) => Task.Run(async () =>
                await desk.HandleAsync(World.One, command, World.Otto, new CommandId(FormattableString.Invariant($"c{at}"))))));

            (await World.LedgerIn(race)).For(new HolderId("nobody"), world.Now).Others.Should().ContainSingle().Which.Slot.Should().Be((Slot)World.Night(0));
        }
    }
}
