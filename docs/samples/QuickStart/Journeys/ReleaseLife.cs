using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using QuickStart.Input;
using static ChangeRelease.Domain.Releases.ReleaseStates;

namespace QuickStart.Journeys;

/// <summary>Takes a release through its life: in each state, what people do there.</summary>
internal sealed class ReleaseLife : ILife
{
    private static readonly Duration _earlyLife = Duration.FromHours(4);

    private readonly Stage _stage;
    private readonly ReleasePlan _plan;
    private readonly Visitor<ReleaseId, Release, ReleaseCommand, ReleaseEvent> _desk;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<ActorId> _asked = [];
    private readonly List<ChangeLife> _carried = [];

    public ReleaseLife(Stage stage, ReleasePlan plan)
    {
        (_stage, _plan) = (stage, plan);
        Story = new Story(plan.Id.Value, plan.Content.Type.Value, plan.Content.Title);
        _desk = new(stage.Releases, plan.Id, Story, stage, release => release.Status.Name);
    }

    public Story Story { get; }

    public ReleasePlan Plan => _plan;

    public Instant Begins => _stage.Inputs.Start;

    /// <summary>Whether changes may board.</summary>
    public bool HasSlot { get; private set; }

    /// <summary>Whether stages of it are still ahead or under way.</summary>
    public bool IsGoingOut { get; private set; }

    /// <summary>Takes a change aboard the story: go is decided once all of them are ready.</summary>
    public void Carry(ChangeLife change) => _carried.Add(change);

    public async Task<Instant?> NextAsync()
    {
        var release = await _desk.FindAsync();
        var again = await StepAsync(release);
        release = await _desk.FindAsync();
        (HasSlot, IsGoingOut) = (release?.Slots.Count > 0, release?.Status == Deploying);
        Story.IsOver = again is null;
        return again;
    }

    private Task<Instant?> StepAsync(Release? release) => release switch
    {
        null => _desk.DoAsync(_plan.Owner, "opens the release", new OpenRelease(_plan.Id, _plan.Content)),
        { Status: var at } when at == Planned => _desk.DoAsync(_plan.Owner, "has it built", new StartReleaseBuild()),
        { Status: var at } when at == Building => _desk.DoAsync(_plan.Owner, "takes the package", new FinishBuild(_plan.Built)),
        { Status: var at } when at == Testing => TestAsync(release),
        { Status: var at } when at == Authorizing => DecideAsync(release),
        { Status: var at } when at == Approved => ScheduleAsync(release),
        { Status: var at } when at == Scheduled => DeployAsync(release),
        { Status: var at } when at == Deploying => RollOutAsync(release),
        { Status: var at } when at == Verifying => AcceptAsync(),
        _ => Task.FromResult<Instant?>(null),
    };

    private async Task<Instant?> TestAsync(Release release)
    {
        await ShowAsync("hands in the tests of another package", new PassTests(Digest.Zero, "All tests passed."));
        return await _desk.DoAsync(_plan.Owner, "hands in the tests", new PassTests(release.Digest, "All tests passed."));
    }

    private async Task<Instant?> DecideAsync(Release release)
    {
        if (!_carried.TrueForAll(change => change.IsReady))
        {
            await ShowAsync("says go before its changes are ready", new DecideGo());
            return _stage.Soon;
        }

        await ShowAsync("votes on the own release", Vote(release));
        await ShowAsync("says go before the votes are there", new DecideGo());
        if (!await _desk.MayAsync(_plan.Owner, new DecideGo()) && _plan.Approvers.FirstOrDefault(approver => _asked.Add(approver.Id)) is { } voter)
        {
            await _desk.TryAsync(voter, "votes go", Vote(release));
            return _stage.Soon;
        }

        return await _desk.DoAsync(_plan.Owner, "says go", new DecideGo());
    }

    private async Task<Instant?> ScheduleAsync(Release release)
    {
        await _desk.SearchAsync(Instant.Max(_stage.Now, _plan.NotBefore));
        if (Story.Search?.Obstacles.FirstOrDefault(obstacle => obstacle.Kind == ObstacleKind.Frozen) is { } frozen && Story.Search.Slot is { } found)
        {
            await ShowAsync("schedules it into a freeze", new ScheduleRelease([new Slot(frozen.Span.Start, frozen.Span.Start + found.Length)]));
        }

        return Story.Search?.Slot is { } slot
            ? await _desk.DoAsync(_plan.Owner, "schedules it for the earliest slot", new ScheduleRelease([slot]))
            : await _desk.DoAsync(_plan.Owner, "schedules it at once, though no slot is free", new ScheduleRelease(_stage.AtOnce(release.Content.Effort)));
    }

    private async Task<Instant?> DeployAsync(Release release)
    {
        var begins = release.Slots[0].Start + ReleaseModels.Ordinary.GuardBand + release.Content.Effort!.Preparation;
        if (_stage.Now < begins)
        {
            await ShowAsync("deploys it before its slot", new DeployRelease());
            return begins;
        }

        return await _desk.DoAsync(_plan.Owner, "starts the deployment", new DeployRelease());
    }

    /// <summary>Each stage takes its share of the work.</summary>
    private async Task<Instant?> RollOutAsync(Release release)
    {
        if (release.NextStage is { } next)
        {
            return await WaitsForChangesAsync(release) ? _stage.Soon : await BeginAsync(release, next);
        }

        if (release.RunUnderWay is { } run)
        {
            return await _desk.DoAsync(_plan.Owner, $"finishes {run.Stage}", new FinishStage(run.Stage)) is null ? null : _stage.Now;
        }

        return await _desk.DoAsync(_plan.Owner, "ends the rollout", new FinishRollout());
    }

    /// <summary>A stage deploys only what its changes permit, and they do once they are started.</summary>
    private async Task<bool> WaitsForChangesAsync(Release release)
    {
        foreach (var id in _stage.Now < release.Slots[^1].End ? release.Content.Changes : [])
        {
            if ((await _stage.Changes.FindAsync(id))?.Status == ChangeStates.Scheduled)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Instant?> BeginAsync(Release release, RolloutStage next)
    {
        var (stages, package) = (release.Content.Rollout!.Stages, release.Content.Package!.Digest);
        await ShowAsync($"begins {stages[^1].Name} first", new StartStage(stages[^1].Name, package));
        await ShowAsync("deploys another package than the tested one", new StartStage(next.Name, Digest.Zero));
        return await _desk.DoAsync(_plan.Owner, $"begins {next}", new StartStage(next.Name, package)) is null ? null : _stage.Now + (release.Content.Effort!.Work / stages.Count);
    }

    private async Task<Instant?> AcceptAsync() => _shown.Add("early life")
        ? _stage.Now + _earlyLife
        : await _desk.DoAsync(_plan.Owner, "accepts it", new AcceptRelease());

    private static VoteOnRelease Vote(Release release) => new(VoteChoice.Approve, release.Digest, string.Empty);

    private async Task ShowAsync(string what, ReleaseCommand command)
    {
        if (_shown.Add(what) && _stage.IsNew(what))
        {
            await _desk.TryInVainAsync(_plan.Owner, what, command);
        }
    }
}
