using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Tidings;

/// <summary>A desk that tells the changes aboard by itself: once, as by whoever caused it, and at the next touch what a crash left untold (S-5, S-51).</summary>
public sealed class TellingTests(ITestOutputHelper output)
{
    private static readonly (Actor Actor, ReleaseCommand Command)[] Steps =
    [
        (World.Ann, new AnnotateRelease("on its way")),
        (World.Otto, new StartStage(World.Rollout[0], World.Built.Digest)),
        (World.Otto, new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, World.Night(1).Start + Duration.FromMinutes(1), "run 12", Digest.Zero))),
        (World.Otto, new FinishStage(World.Rollout[0])),
        (World.Otto, new StartStage(World.Rollout[1], World.Built.Digest)),
        (World.Otto, new FinishStage(World.Rollout[1])),
        (World.Otto, new FinishRollout()),
        (World.Ann, new AcceptRelease()),
    ];

    [Fact]
    public async Task A_release_tells_its_change_at_each_step_of_its_way()
    {
        var carriage = Telling(new InMemoryEventStore());

        await carriage.OutAsync();
        (await Status(carriage)).Should().Be(ChangeStates.Implementing);
        await carriage.RollOutAsync();
        (await Status(carriage)).Should().Be(ChangeStates.Implementing);
        await carriage.DoAsync(World.Ann, new AcceptRelease());
        (await Status(carriage)).Should().Be(ChangeStates.Reviewing);
        (await carriage.Desk.TidingsAsync(World.Train)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_release_that_is_rolled_back_backs_its_change_out()
    {
        var carriage = Telling(new InMemoryEventStore());
        await carriage.OutAsync();
        await carriage.DoAsync(World.Otto, new RollBackRelease("errors rise"));
        (await Status(carriage)).Should().Be(ChangeStates.BackingOut);

        await carriage.DoAsync(World.Otto, new FinishRollBack());

        (await Status(carriage)).Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task What_was_missed_twice_is_told_in_its_order()
    {
        var silent = new Carriage();
        await silent.OutAsync();
        await silent.TellAsync();
        await silent.DoAsync(World.Otto, new RollBackRelease("errors rise"));
        await silent.DoAsync(World.Otto, new FinishRollBack());

        var told = new List<string>();
        await foreach (var (tiding, outcome) in silent.Desk.TellAsync(World.Train))
        {
            told.Add($"{tiding.Command.GetType().Name} {outcome.IsAccepted}");
        }

        told.Should().Equal("BackOutChange True", "FinishBackOut True");
        (await Status(silent)).Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task The_change_is_told_as_by_whoever_gave_the_command_that_it_follows_from_whoever_comes_next()
    {
        var store = new InMemoryEventStore();
        var silent = new Carriage { Store = store };
        await silent.OutAsync();
        var telling = new Carriage { Store = store, World = new World { TellsChanges = true, Now = silent.World.Now } };

        (await telling.Desk.HandleAsync(World.Train, new AnnotateRelease("looked at it"), World.Ann, new CommandId("touch"))).IsAccepted.Should().BeTrue();

        var (release, started) = (await World.Records(store, World.StreamOf(World.Train)), (await World.Records(store, World.StreamOf(World.One)))[^1]);
        started.Type.Should().Be("change-started");
        started.Actor.Should().Be(World.Otto.Id, "he deployed it; Ann only made a note");
        started.Causation.Should().Be(release.Single(record => record.Type == "deployment-started").Command);
    }

    [Fact]
    public async Task A_touch_that_is_refused_tells_as_well_and_asking_tells_nothing()
    {
        var store = new InMemoryEventStore();
        var silent = new Carriage { Store = store };
        await silent.OutAsync();
        var telling = new Carriage { Store = store, World = new World { TellsChanges = true, Now = silent.World.Now } };

        await telling.Desk.ExplainAsync(World.Train, new DeployRelease(), World.Otto, new CommandId("ask"));
        await telling.Desk.AskAsync(World.Train, World.Otto);
        (await Status(telling)).Should().Be(ChangeStates.Scheduled);

        (await telling.Desk.HandleAsync(World.Train, new DecideGo(), World.Ann, new CommandId("touch"))).IsAccepted.Should().BeFalse();
        (await Status(telling)).Should().Be(ChangeStates.Implementing);
    }

    [Fact]
    public async Task A_change_that_refuses_keeps_the_release_from_nothing_and_is_told_again_at_the_next_touch()
    {
        var (store, log) = (new InMemoryEventStore(), new InMemoryAttemptLog());
        var silent = new Carriage { Store = store };
        await silent.OutAsync();
        var late = new Carriage { Store = store, World = new World { TellsChanges = true, AttemptLog = log, Now = World.Night(1).End + Duration.FromHours(1) } };

        (await late.Desk.HandleAsync(World.Train, new AnnotateRelease("looked at it"), World.Ann, new CommandId("one"))).IsAccepted.Should().BeTrue();
        (await late.Desk.HandleAsync(World.Train, new AnnotateRelease("and again"), World.Ann, new CommandId("two"))).IsAccepted.Should().BeTrue();

        (await Status(late)).Should().Be(ChangeStates.Scheduled);
        log.All.Select(attempt => attempt.Type).Should().Equal("start-change", "start-change");
        (await late.Desk.TidingsAsync(World.Train)).Should().ContainSingle("it is still to be told");
    }

    [Fact]
    public async Task Two_who_tell_at_once_tell_once_in_every_interleaving()
    {
        var store = new InMemoryEventStore();
        var silent = new Carriage { Store = store };
        await silent.OutAsync();
        var beginning = await Snapshot.Of(store, World.StreamOf(World.One), World.StreamOf(World.Train), World.Ledger(World.Tenant));
        var world = new World { Now = silent.World.Now };

        async Task Tell(IEventStore at)
        {
            await foreach (var (_, outcome) in world.Releases(at).TellAsync(World.Train).ConfigureAwait(false))
            {
                outcome.IsAccepted.Should().BeTrue();
            }
        }

        var plays = await Turnstile.Explore(beginning, [Tell, Tell], async at =>
            (await World.Records(at, World.StreamOf(World.One))).Count(record => record.Type == "change-started").Should().Be(1));
        plays.Should().BeGreaterThan(5);
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
    }

    [Fact]
    public async Task Whatever_call_breaks_the_next_touch_tells_what_was_left_and_nothing_twice()
    {
        var silent = new Carriage();
        await silent.OutAsync();
        var beginning = await Snapshot.Of(silent.Store, World.StreamOf(World.One), World.StreamOf(World.Train), World.Ledger(World.Tenant));
        var whole = new FaultyStore(await beginning.Restored(), breaksAt: 0, isAfter: false);
        (await Play(whole, silent.World.Now)).Should().Be(0);
        var (calls, expected) = (whole.Calls, await End(whole));

        for (var call = 1; call <= calls; call++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var store = new FaultyStore(await beginning.Restored(), call, isAfter);
                (await Play(store, silent.World.Now)).Should().Be(1, $"call {call} broke once");
                (await End(store)).Should().Equal(expected, $"call {call} broke {(isAfter ? "after" : "before")} it was done");
                (await World.AreIntact(store)).Should().BeTrue();
            }
        }

        expected.Should().ContainInOrder("change-started", "change-completed");
        output.WriteLine(FormattableString.Invariant($"{calls} calls, each broken before and after"));
    }

    private static Carriage Telling(IEventStore store) => new() { Store = store, World = new World { TellsChanges = true } };

    private static async Task<Domain.Lifecycles.State> Status(Carriage carriage) => (await carriage.Changes.FindAsync(World.One))!.Status;

    // When a step breaks, somebody else makes a note before it is sent again: that note, accepted or not, is the next touch.
    private static async Task<int> Play(FaultyStore store, Instant now)
    {
        var (desk, broken) = (new World { TellsChanges = true, Now = now }.Releases(store), 0);
        for (var at = 0; at < Steps.Length; at++)
        {
            var command = new CommandId(FormattableString.Invariant($"step {at}"));
            try
            {
                (await desk.HandleAsync(World.Train, Steps[at].Command, Steps[at].Actor, command)).Refusals.Should().BeEmpty();
            }
            catch (IOException)
            {
                broken++;
                await desk.HandleAsync(World.Train, new AnnotateRelease("it broke"), World.Bob, new CommandId("note"));
                (await desk.TidingsAsync(World.Train)).Should().BeEmpty("the next touch told everything");
                (await desk.HandleAsync(World.Train, Steps[at].Command, Steps[at].Actor, command)).Refusals.Should().BeEmpty();
            }
        }

        return broken;
    }

    private static async Task<List<string>> End(IEventStore store) => [.. (await World.Records(store, World.StreamOf(World.One))).Select(record => record.Type)];
}
