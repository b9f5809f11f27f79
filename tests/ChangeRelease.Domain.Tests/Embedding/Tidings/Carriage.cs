using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Tidings;

/// <summary>A release with one change aboard, on its way through the desks.</summary>
internal sealed class Carriage
{
    private int _serial;

    public World World { get; init; } = new();

    public IEventStore Store { get; init; } = new InMemoryEventStore();

    public ReleaseDesk Desk => World.Releases(Store);

    public ChangeDesk Changes => World.Changes(Store);

    /// <summary>Brings both to where the deployment has started and nothing was told or deployed.</summary>
    public async Task OutAsync()
    {
        await World.Bring(Store, World.One, World.Bob, World.Cid);
        await World.Bring(Store, World.Train, World.Package);
        await DoAsync(World.Otto, new ScheduleRelease([World.Night(1)]));
        await World.Must(Changes, World.One, "aboard", Domain.Changes.ScheduleChange.On(World.Train), World.Otto);
        World.Now = World.Night(1).Start + Duration.FromMinutes(1);
        await DoAsync(World.Otto, new DeployRelease());
    }

    public async Task RollOutAsync()
    {
        await DoAsync(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest));
        await DoAsync(World.Otto, new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, World.Now, "run 12", Digest.Zero)));
        await DoAsync(World.Otto, new FinishStage(World.Rollout[0]));
        await DoAsync(World.Otto, new StartStage(World.Rollout[1], World.Built.Digest));
        await DoAsync(World.Otto, new FinishStage(World.Rollout[1]));
        await DoAsync(World.Otto, new FinishRollout());
    }

    public Task<Release> DoAsync(Actor actor, ReleaseCommand command) => World.Must(Desk, World.Train, Next().Value, command, actor);

    public async Task<IEnumerable<string>> CodesAsync(Actor actor, ReleaseCommand command) =>
        (await Desk.ExplainAsync(World.Train, command, actor, Next())).Refusals.Select(refusal => refusal.Code);

    /// <summary>Hands in what the release has to tell its change, and says what that was.</summary>
    public async Task<string> TellAsync()
    {
        var tidings = await Desk.TidingsAsync(World.Train);
        foreach (var tiding in tidings)
        {
            var told = await Changes.FollowAsync(tiding.Change, tiding.Command, World.Otto, Next(), tiding.Causation);
            told.Refusals.Should().BeEmpty($"{tiding} is accepted");
        }

        return string.Join(", ", tidings.Select(tiding => tiding.Command.GetType().Name));
    }

    private CommandId Next() => new(FormattableString.Invariant($"c{_serial++}"));
}
