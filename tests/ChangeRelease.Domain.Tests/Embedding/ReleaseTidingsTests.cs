using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What becomes of a release is told to the changes aboard it, by commands that are decided like any other.</summary>
public sealed class ReleaseTidingsTests
{
    private readonly World _world = new();
    private readonly InMemoryEventStore _store = new();
    private int _serial;

    [Fact]
    public async Task Completed_it_completes_its_changes()
    {
        await OutAsync();
        (await TellAsync()).Should().Be("StartChange");
        await RollOutAsync();
        (await TellAsync()).Should().BeEmpty("it is not accepted yet");
        await DoAsync(World.Ann, new AcceptRelease());

        (await TellAsync()).Should().Be("CompleteChange");
        (await TellAsync()).Should().BeEmpty("everything was told");
        (await _world.Changes(_store).FindAsync(World.One))!.Status.Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task Rolled_back_it_backs_its_changes_out()
    {
        await OutAsync();
        await TellAsync();
        await DoAsync(World.Otto, new RollBackRelease("errors rise"));
        (await TellAsync()).Should().Be("BackOutChange");
        await DoAsync(World.Otto, new FinishRollBack());

        (await TellAsync()).Should().Be("FinishBackOut");
        (await _world.Changes(_store).FindAsync(World.One))!.Status.Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task A_change_that_was_not_aboard_is_told_nothing()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);

        (await _world.Releases(_store).TidingsAsync(World.Train)).Should().BeEmpty("there is no such release");
    }

    [Fact]
    public async Task Between_two_stages_a_rollout_whose_slot_is_over_is_told_to_pause()
    {
        await OutAsync();
        await DoAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest));
        await DoAsync(World.Otto, new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, _world.Now, "run 12", Digest.Zero)));
        await DoAsync(World.Otto, new FinishStage(World.Rollout[0]));
        (await _world.Releases(_store).ReviewRolloutAsync(World.Train, World.Otto)).Should().BeNull("there is time");
        _world.Now = World.Night(1).End;

        var asked = await _world.Releases(_store).ReviewRolloutAsync(World.Train, World.Otto);

        asked.Should().BeOfType<PauseRollout>();
        (await DoAsync(World.Otto, asked!)).Status.Should().Be(ReleaseStates.Paused);
    }

    private async Task OutAsync()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await DoAsync(World.Ann, new OpenRelease(World.Train, World.Package));
        await DoAsync(World.Ann, new StartReleaseBuild());
        var built = await DoAsync(World.Ann, new FinishBuild(World.Built));
        await DoAsync(World.Ann, new PassTests(built.Digest, "report"));
        await DoAsync(World.Bob, new VoteOnRelease(VoteChoice.Approve, built.Digest));
        await DoAsync(World.Bob, new DecideGo());
        await DoAsync(World.Otto, new ScheduleRelease([World.Night(1)]));
        await World.Must(_world.Changes(_store), World.One, "aboard", ScheduleChange.On(World.Train), World.Otto);
        _world.Now = World.Night(1).Start + Duration.FromMinutes(1);
        await DoAsync(World.Otto, new DeployRelease());
    }

    private async Task RollOutAsync()
    {
        await DoAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest));
        await DoAsync(World.Otto, new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, _world.Now, "run 12", Digest.Zero)));
        await DoAsync(World.Otto, new FinishStage(World.Rollout[0]));
        await DoAsync(World.Otto, new StartStage(World.Rollout[1], World.Built.Digest));
        await DoAsync(World.Otto, new FinishStage(World.Rollout[1]));
        await DoAsync(World.Otto, new FinishRollout());
    }

    private async Task<Release> DoAsync(Actor actor, ReleaseCommand command)
    {
        var outcome = await _world.Releases(_store).HandleAsync(World.Train, command, actor, new CommandId(FormattableString.Invariant($"r{_serial++}")));
        outcome.Refusals.Should().BeEmpty($"{command} is accepted");
        return outcome.Subject!;
    }

    private async Task<string> TellAsync()
    {
        var tidings = await _world.Releases(_store).TidingsAsync(World.Train);
        foreach (var (change, command) in tidings)
        {
            await World.Must(_world.Changes(_store), change, FormattableString.Invariant($"t{_serial++}"), command, World.Otto);
        }

        return string.Join(", ", tidings.Select(tiding => tiding.Command.GetType().Name));
    }
}
