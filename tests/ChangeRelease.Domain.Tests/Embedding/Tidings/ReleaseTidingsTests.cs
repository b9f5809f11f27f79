using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding.Tidings;

/// <summary>What becomes of a release is told to the changes aboard it, by commands that are decided like any other.</summary>
public sealed class ReleaseTidingsTests
{
    private readonly Carriage _carriage = new();

    [Fact]
    public async Task Completed_it_completes_its_changes()
    {
        await _carriage.OutAsync();
        (await _carriage.TellAsync()).Should().Be("StartChange");
        await _carriage.RollOutAsync();
        (await _carriage.TellAsync()).Should().BeEmpty("it is not accepted yet");
        await _carriage.DoAsync(World.Ann, new AcceptRelease());

        (await _carriage.TellAsync()).Should().Be("CompleteChange");
        (await _carriage.TellAsync()).Should().BeEmpty("everything was told");
        (await _carriage.Changes.FindAsync(World.One))!.Status.Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task Rolled_back_it_backs_its_changes_out()
    {
        await _carriage.OutAsync();
        await _carriage.TellAsync();
        await _carriage.DoAsync(World.Otto, new RollBackRelease("errors rise"));
        (await _carriage.TellAsync()).Should().Be("BackOutChange");
        await _carriage.DoAsync(World.Otto, new FinishRollBack());

        (await _carriage.TellAsync()).Should().Be("FinishBackOut");
        (await _carriage.Changes.FindAsync(World.One))!.Status.Should().Be(ChangeStates.Reviewing);
    }

    [Fact]
    public async Task A_change_that_was_not_aboard_is_told_nothing()
    {
        await _carriage.World.Bring(_carriage.Store, World.One, World.Bob, World.Cid);

        (await _carriage.Desk.TidingsAsync(World.Train)).Should().BeEmpty("there is no such release");
    }

    [Fact]
    public async Task Between_two_stages_a_rollout_whose_slot_is_over_is_told_to_pause()
    {
        await _carriage.OutAsync();
        await _carriage.TellAsync();
        await _carriage.DoAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest));
        await _carriage.DoAsync(World.Otto, new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, _carriage.World.Now, "run 12", Digest.Zero)));
        await _carriage.DoAsync(World.Otto, new FinishStage(World.Rollout[0]));
        (await _carriage.Desk.ReviewRolloutAsync(World.Train, World.Otto)).Should().BeNull("there is time");
        _carriage.World.Now = World.Night(1).End;

        var asked = await _carriage.Desk.ReviewRolloutAsync(World.Train, World.Otto);

        asked.Should().BeOfType<PauseRollout>();
        (await _carriage.DoAsync(World.Otto, asked!)).Status.Should().Be(ReleaseStates.Paused);
    }
}
