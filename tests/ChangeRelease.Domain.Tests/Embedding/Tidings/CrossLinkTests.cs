using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding.Tidings;

/// <summary>From the history of a release to those of its changes, and back: read from the streams alone (S-70).</summary>
public sealed class CrossLinkTests
{
    private readonly Carriage _carriage = new();

    [Fact]
    public async Task Who_follows_a_release_that_went_out_finds_its_changes_and_who_follows_a_change_finds_the_release()
    {
        await _carriage.OutAsync();
        await _carriage.TellAsync();
        await _carriage.RollOutAsync();
        await _carriage.DoAsync(World.Ann, new AcceptRelease());
        await _carriage.TellAsync();
        var (release, change) = (await Of(World.StreamOf(World.Train)), await Of(World.StreamOf(World.One)));

        // from the release to the change: each stage names the change, what it said, and the permit, which the change's start issued
        var stages = release.Select(record => ReleaseJson.ReadEvent(record.Payload.Span)).OfType<StageBegun>().ToList();
        stages.Should().HaveCount(2);
        var started = (ChangeStarted)ChangeJson.ReadEvent(change.Single(record => record.Type == "change-started").Payload.Span);
        stages.Should().AllSatisfy(stage => stage.Changes.Should().Equal(new PermittedChange(World.One, started.Header.Content, started.Permits.Single().Digest)));

        // from the change to the release: what it was told names the release, and as its cause the command on it
        Cause(change, "change-started", release).Should().Be("deployment-started");
        Cause(change, "change-completed", release).Should().Be("release-accepted");
        Named(change, "change-started").Should().Contain(World.Train.Value);
        Named(change, "change-completed").Should().Contain(World.Train.Value);
        change.Where(record => record.Type is not ("change-started" or "change-completed")).Should().OnlyContain(record => record.Causation == null);
    }

    [Fact]
    public async Task Who_follows_a_change_that_was_backed_out_finds_the_roll_back_of_its_release()
    {
        await _carriage.OutAsync();
        await _carriage.TellAsync();
        await _carriage.DoAsync(World.Otto, new RollBackRelease("errors rise"));
        await _carriage.TellAsync();
        await _carriage.DoAsync(World.Otto, new FinishRollBack());
        await _carriage.TellAsync();
        var (release, change) = (await Of(World.StreamOf(World.Train)), await Of(World.StreamOf(World.One)));

        change.Where(record => record.Causation is not null).Select(record => record.Type).Should().HaveCount(3);
        change.Where(record => record.Causation is not null).Select(record => Cause(change, record.Type, release)).Should().Equal("deployment-started", "release-roll-back-started", "release-rolled-back");
    }

    [Fact]
    public async Task Nothing_is_deployed_for_a_change_that_was_not_started_or_whose_permit_was_revoked()
    {
        await _carriage.OutAsync();
        var stage = new StartStage(World.Rollout[0], World.Built.Digest);

        (await _carriage.CodesAsync(World.Otto, stage)).Should().Equal("release.changes.not-permitted");
        await _carriage.TellAsync();
        var permit = (await _carriage.Changes.FindAsync(World.One))!.Permits.Single().Permit;
        (await _carriage.Desk.ExplainAsync(World.Train, stage, World.Otto, new CommandId("asked"))).Refusals.Should().BeEmpty();
        await World.Must(_carriage.Changes, World.One, "revoke", new RevokePermit(permit.Digest, "alarms"), World.Bob);

        var refused = await _carriage.Desk.ExplainAsync(World.Train, stage, World.Otto, new CommandId("asked again"));
        refused.Refusals.Select(refusal => refusal.Code).Should().Equal("release.changes.not-permitted");
        refused.Refusals[0].Explanation.Should().Contain("bob").And.Contain("alarms");
        refused.Refusals[0].Facts.Should().Contain(new Fact("code", "change.permit.revoked"));
    }

    [Fact]
    public async Task A_permit_ends_with_the_slot_of_its_change()
    {
        await _carriage.OutAsync();
        await _carriage.TellAsync();
        var permit = (await _carriage.Changes.FindAsync(World.One))!.Permits.Single().Permit;

        _carriage.World.Now = permit.NotAfter;
        (await _carriage.CodesAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest))).Should().NotContain("release.changes.not-permitted");
        _carriage.World.Now = permit.NotAfter + NodaTime.Duration.FromNanoseconds(1_000);
        (await _carriage.CodesAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest))).Should().Contain("release.changes.not-permitted");
    }

    private static string Cause(List<EventRecord> change, string type, List<EventRecord> release)
    {
        var causation = change.Single(record => record.Type == type).Causation;
        return release.Single(record => record.Command == causation).Type;
    }

    private static string Named(List<EventRecord> change, string type) =>
        ChangeJson.ReadEvent(change.Single(record => record.Type == type).Payload.Span).Header.Basis.Single(fact => fact.Name == "carrier").Value;

    private Task<List<EventRecord>> Of(StreamId stream) => World.Records(_carriage.Store, stream);
}
