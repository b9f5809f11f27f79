using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>The connection to the store breaks at every place there is; the same command sent again brings the same end (S-5, S-51).</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public Task A_change_with_its_own_booking_survives_a_fault_at_every_call() => Survive(OwnBooking);

    [Fact]
    public Task A_release_with_a_change_aboard_survives_a_fault_at_every_call() => Survive(Carried);

    private static List<Step> OwnBooking =>
    [
        OfChange(World.Ann, _ => new OpenChange(World.One, "normal", World.Work)),
        OfChange(World.Ann, _ => new SubmitChange()),
        OfChange(World.Dan, _ => new AssessChange(Grade.Low, Grade.Low, "small", [new(World.Opening, World.Opening + Duration.FromDays(60))])),
        OfChange(World.Bob, change => new VoteOnChange(VoteChoice.Approve, change!.Digest)),
        OfChange(World.Cid, change => new VoteOnChange(VoteChoice.Approve, change!.Digest)),
        OfChange(World.Bob, _ => new AuthorizeChange()),
        OfChange(World.Otto, _ => new ScheduleChange(World.Night(0))),
        OfChange(World.Otto, _ => new RescheduleChange(World.Night(1))),
        OfChange(World.Otto, _ => new RescheduleChange([World.Night(1), World.Night(2)])),
        OfChange(World.Otto, _ => new HoldChange("wait")),
        OfChange(World.Otto, _ => new ResumeChange()),
        OfChange(World.Otto, _ => new ScheduleChange(World.Night(0))),
        OfChange(World.Otto, _ => new UnscheduleChange("not now")),
        OfChange(World.Otto, _ => new ScheduleChange(World.Night(2))),
        OfChange(World.Otto, _ => new RescheduleChange(World.Night(2))),
        OfChange(World.Otto, _ => new StartChange(), World.Night(2).Start + Minute),
        OfChange(World.Otto, _ => new CompleteChange()),
        OfChange(World.Bob, _ => new ReviewChange(ReviewOutcome.Successful)),
        OfChange(World.Bob, _ => new CloseChange()),
    ];

    private static List<Step> Carried =>
    [
        .. OwnBooking.Take(6),
        OfRelease(World.Ann, _ => new OpenRelease(World.Train, World.Package)),
        OfRelease(World.Ann, _ => new StartReleaseBuild()),
        OfRelease(World.Ann, _ => new FinishBuild(World.Built)),
        OfRelease(World.Ann, release => new PassTests(release!.Digest, "report")),
        OfRelease(World.Bob, release => new VoteOnRelease(VoteChoice.Approve, release!.Digest, string.Empty)),
        OfRelease(World.Bob, _ => new DecideGo()),
        OfRelease(World.Otto, _ => new ScheduleRelease([World.Night(0)])),
        OfChange(World.Otto, _ => ScheduleChange.On(World.Train)),
        OfRelease(World.Otto, _ => new RescheduleRelease([World.Night(1)])),
        OfChange(World.Otto, _ => new RescheduleChange([], World.Train)),
        OfRelease(World.Otto, _ => new DeployRelease(), World.Night(1).Start + Minute),
        OfChange(World.Otto, _ => new StartChange()),
        OfRelease(World.Otto, _ => new StartStage(World.Rollout[0], World.Built.Digest)),
        OfRelease(World.Otto, release => new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, release!.Runs[0].BegunAt, "run 12", Digest.Zero))),
        OfRelease(World.Otto, _ => new FinishStage(World.Rollout[0])),
        OfRelease(World.Otto, _ => new StartStage(World.Rollout[1], World.Built.Digest)),
        OfRelease(World.Otto, _ => new FinishStage(World.Rollout[1])),
        OfRelease(World.Otto, _ => new FinishRollout()),
        OfChange(World.Otto, _ => new CompleteChange()),
        OfRelease(World.Ann, _ => new AcceptRelease()),
    ];

    private async Task Survive(List<Step> steps)
    {
        var untouched = new FaultyStore(new InMemoryEventStore(), breaksAt: 0, isAfter: false);
        (await Play(steps, untouched)).Should().Be(0);
        var calls = untouched.Calls;
        var expected = await EndOf(untouched);

        for (var call = 1; call <= calls; call++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var store = new FaultyStore(new InMemoryEventStore(), call, isAfter);
                (await Play(steps, store)).Should().Be(1, $"call {call} broke once");
                var end = await EndOf(store);

                end.Change.Should().Be(expected.Change, $"call {call} broke {(isAfter ? "after" : "before")} it was done");
                end.Release.Should().Be(expected.Release);
                end.Ledger.Should().Be(expected.Ledger);
                (await World.AreIntact(store)).Should().BeTrue();
                (await World.MostHolders(store)).Should().Be(1);
            }
        }

        calls.Should().BeGreaterThan(60);
        output.WriteLine(FormattableString.Invariant($"{calls} calls, each broken before and after"));
    }

    /// <summary>Every step must be accepted, at the latest when it is sent again; says how many had to be.</summary>
    private static async Task<int> Play(List<Step> steps, FaultyStore store)
    {
        var (world, broken) = (new World(), 0);
        for (var at = 0; at < steps.Count; at++)
        {
            world.Now = steps[at].At ?? world.Now + Minute;
            var command = new CommandId(FormattableString.Invariant($"c{at}"));
            try
            {
                (await steps[at].Take(world, store, command)).Should().BeEmpty();
            }
            catch (IOException)
            {
                broken++;
                (await steps[at].Take(world, store, command)).Should().BeEmpty();
            }
        }

        return broken;
    }

    private static async Task<(ChangeRequest? Change, Release? Release, BookingLedger Ledger)> EndOf(IEventStore store)
    {
        var world = new World();
        return (await world.Changes(store).FindAsync(World.One), await world.Releases(store).FindAsync(World.Train), await World.LedgerIn(store));
    }

    private static Step OfChange(Actor actor, Func<ChangeRequest?, ChangeCommand> command, Instant? at = null) => new(at, async (world, store, id) =>
    {
        var desk = world.Changes(store);
        return (await desk.HandleAsync(World.One, command(await desk.FindAsync(World.One)), actor, id)).Refusals;
    });

    private static Step OfRelease(Actor actor, Func<Release?, ReleaseCommand> command, Instant? at = null) => new(at, async (world, store, id) =>
    {
        var desk = world.Releases(store);
        return (await desk.HandleAsync(World.Train, command(await desk.FindAsync(World.Train)), actor, id)).Refusals;
    });

    private sealed record Step(Instant? At, Func<World, IEventStore, CommandId, Task<ValueList<Refusal>>> Take);
}
