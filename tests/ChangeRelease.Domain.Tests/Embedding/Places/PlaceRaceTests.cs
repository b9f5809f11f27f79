using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Places;

/// <summary>Releases at once in the same environments, and connections that break: no environment ever holds more than its capacity (S-51).</summary>
public sealed class PlaceRaceTests(ITestOutputHelper output)
{
    private const int Rounds = 60;

    private static readonly EnvironmentId[] Everywhere = [Yard.Test, Yard.East, Yard.West];

    private static readonly (Func<Release?, ReleaseCommand> Command, Actor Actor, Instant? At)[] Steps =
    [
        (_ => new OpenRelease(Yard.One, Yard.Content(World.One)), World.Ann, null),
        (_ => new StartReleaseBuild(), World.Ann, null),
        (_ => new FinishBuild(World.Built), World.Ann, null),
        (_ => new PromoteRelease(Yard.Test, World.Built.Digest), World.Otto, null),
        (_ => new FinishDeployment(Yard.Test, DeploymentOutcome.Succeeded, "run 1"), World.Otto, null),
        (release => new PassTests(release!.Digest, "report"), World.Ann, null),
        (release => new VoteOnRelease(VoteChoice.Approve, release!.Digest), World.Bob, null),
        (_ => new DecideGo(), World.Bob, null),
        (_ => new ScheduleRelease(World.Night(1)), World.Otto, null),
        (_ => new UnscheduleRelease("not now"), World.Otto, null),
        (_ => new ScheduleRelease(World.Night(2)), World.Otto, null),
        (_ => new RescheduleRelease(World.Night(0)), World.Otto, null),
        (_ => new DeployRelease(), World.Otto, World.Night(0).Start + Duration.FromMinutes(1)),
        (_ => new StartStage("east", World.Built.Digest), World.Otto, null),
        (_ => new FinishStage("east"), World.Otto, null),
    ];

    private readonly Yard _yard = new();

    [Fact]
    public async Task Two_deployments_want_one_environment_and_one_gets_it_in_every_interleaving()
    {
        // In one environment only: each further one has calls of its own, and the interleavings grow with them.
        await _yard.Declare(1, Yard.Test);
        var small = Yard.Content(World.One) with { Environments = [Yard.Test], Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("test", Yard.Test, Share.All)]) };
        var package = await _yard.Built(Yard.One, World.One, small);
        await _yard.Built(Yard.Two, World.Two, small);
        var told = new string[2];

        var plays = await Turnstile.Explore(await Beginning(_yard), Actors(told, new PromoteRelease(Yard.Test, package)), async store =>
        {
            told.Should().BeEquivalentTo("accepted", "release.place.taken");
            (await _yard.Held(Yard.Test, store)).Should().ContainSingle().Which.Should().NotContain("expires");
            (await Yard.MostAtOnce(Yard.Test, store)).Should().Be(1);
        });

        plays.Should().BeGreaterThan(1);
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
    }

    [Fact]
    public async Task Of_two_schedules_in_several_environments_at_most_one_has_them_all_and_nobody_has_too_much()
    {
        await _yard.Declare(1, Everywhere);
        await _yard.LetGo(Yard.One, World.One);
        await _yard.LetGo(Yard.Two, World.Two);
        var beginning = await Beginning(_yard);
        var winners = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var store = await beginning.Restored();
            var told = new string[2];

            await Task.WhenAll(Actors(told, new ScheduleRelease(World.Night(1))).Select(actor => Task.Run(() => actor(store))));

            told.Count(one => one == "accepted").Should().BeLessThanOrEqualTo(1);
            winners += told.Count(one => one == "accepted");
            foreach (var environment in Everywhere)
            {
                (await Yard.MostAtOnce(environment, store)).Should().BeLessThanOrEqualTo(1);
            }
        }

        winners.Should().BeGreaterThan(Rounds / 2, "a loser leaves nothing behind that keeps the winner out for long");
    }

    [Fact]
    public async Task A_release_survives_a_fault_at_every_call()
    {
        var (yard, untouched) = await Prepared(breaksAt: 0, isAfter: false);
        (await Play(yard, untouched)).Should().Be(0);
        var expected = await EndOf(yard);
        expected.Should().Contain("east: \n").And.Contain("west: release REL-1");

        for (var call = 1; call <= untouched.Calls; call++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                (yard, var store) = await Prepared(call, isAfter);
                (await Play(yard, store)).Should().Be(1, $"call {call} broke once");

                (await EndOf(yard)).Should().Be(expected, $"call {call} broke {(isAfter ? "after" : "before")} it was done");
                foreach (var environment in Everywhere)
                {
                    (await Yard.MostAtOnce(environment, yard.Store)).Should().Be(1);
                    HashChain.Verify(Yard.LedgerOf(environment), await World.Records(yard.Store, Yard.LedgerOf(environment))).IsIntact.Should().BeTrue();
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{untouched.Calls} calls, each broken before and after"));
    }

    private Func<IEventStore, Task>[] Actors(string[] told, ReleaseCommand command) =>
        [.. ((ReleaseId[])[Yard.One, Yard.Two]).Select((release, at) => (Func<IEventStore, Task>)(async store =>
        {
            var outcome = await _yard.Do(release, command, World.Otto, store, new CommandId("same")).ConfigureAwait(false);
            told[at] = outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code).Distinct());
        }))];

    private static Task<Snapshot> Beginning(Yard yard) => Snapshot.Of(
        yard.Store,
        [World.StreamOf(Yard.One), World.StreamOf(Yard.Two), World.StreamOf(World.One), World.StreamOf(World.Two), World.Ledger(World.Tenant), .. Everywhere.Select(Yard.LedgerOf)]);

    private static async Task<(Yard Yard, FaultyStore Store)> Prepared(int breaksAt, bool isAfter)
    {
        var yard = new Yard();
        await yard.Declare(1, Everywhere);
        await yard.World.Bring(yard.Store, World.One, Yard.Work, World.Bob, World.Cid);
        return (yard, new FaultyStore(yard.Store, breaksAt, isAfter));
    }

    /// <summary>Every step must be accepted, at the latest when it is sent again; says how many had to be.</summary>
    private static async Task<int> Play(Yard yard, FaultyStore store)
    {
        var broken = 0;
        for (var at = 0; at < Steps.Length; at++)
        {
            var command = Steps[at].Command(await yard.Releases().FindAsync(Yard.One));
            if (command is DeployRelease)
            {
                await yard.Aboard(World.One, Yard.One);
            }

            yard.World.Now = Steps[at].At ?? yard.World.Now + Duration.FromMinutes(1);
            var id = new CommandId(FormattableString.Invariant($"p{at}"));
            try
            {
                await yard.Must(Yard.One, command, Steps[at].Actor, store, id);
            }
            catch (IOException)
            {
                broken++;
                await yard.Must(Yard.One, command, Steps[at].Actor, store, id);
            }

            if (command is DeployRelease)
            {
                await yard.Begun(World.One);
            }
        }

        return broken;
    }

    private static async Task<string> EndOf(Yard yard)
    {
        var lines = new List<string> { (await yard.Releases().FindAsync(Yard.One))!.ToString() };
        foreach (var environment in Everywhere)
        {
            lines.Add($"{environment}: {string.Join(", ", await yard.Held(environment))}");
        }

        return string.Join('\n', lines);
    }
}
