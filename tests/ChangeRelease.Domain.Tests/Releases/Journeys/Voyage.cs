using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>One release on its way: knows, for every trigger, a command and facts that ought to be accepted.</summary>
internal sealed class Voyage
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly PromotionPath _path;
    private int _serial;

    public Voyage(ReleaseContent? content = null, PromotionPath? path = null)
    {
        _path = path ?? Crew.Path;
        Do(By(Crew.Olga, new OpenRelease(new ReleaseId("REL-1"), content ?? Crew.Content)));
    }

    public Release Release { get; private set; } = null!;

    public List<ReleaseEvent> Events { get; } = [];

    public Instant Now { get; set; } = Crew.Opening;

    public string State => Release.Status.Name;

    public int ApprovalsThatCount => Release.Votes.Count(vote => vote.Choice == VoteChoice.Approve && vote.Seen == Release.Digest
        && vote.At + Duration.FromDays(14) > Now && Crew.Members.Any(member => member.Id == vote.Voter) && !Release.Contributors.Include(vote.Voter));

    public Decision<ReleaseEvent> Ask(Leg leg) => ReleaseDecider.Decide(Release, leg.Command, leg.Facts);

    public Decision<ReleaseEvent> Do(Leg leg)
    {
        var decision = Ask(leg);
        foreach (var happened in decision.Events)
        {
            Release = Release.Fold(Release, happened);
            Events.Add(happened);
            Now = happened.Header.Stamp.At;
        }

        return decision;
    }

    /// <summary>Takes triggers one after the other, with what each needs before; all of it must be accepted.</summary>
    public Voyage Go(params string[] triggers)
    {
        foreach (var trigger in triggers)
        {
            Prepare(trigger);
            Must(Good(trigger));
        }

        return this;
    }

    /// <summary>Does what a trigger needs to be accepted: votes, stages, evidence.</summary>
    public void Prepare(string trigger)
    {
        while (Missing(trigger) is { } first)
        {
            Go(first);
        }
    }

    public Leg Good(string trigger) => trigger switch
    {
        "StartBuild" => By(Crew.Ed, new StartReleaseBuild()),
        "Built" => By(Crew.Ed, new FinishBuild(Fresh())),
        "BuildFailed" => By(Crew.Ed, new FailBuild("out of memory")),
        "RecordCriterion" => Judged(),
        "IncidentSeen" => By(Crew.Oscar, new LinkIncident(new IncidentId(FormattableString.Invariant($"INC-{_serial}")), "seen")),
        "IncidentOver" => By(Crew.Oscar, new CloseIncident(Release.Incidents.LastOrDefault(linked => linked.OverAt is null)?.Incident ?? new IncidentId("none"), "over")),
        "Promote" => By(Crew.Ed, new PromoteRelease(Crew.Staging, Release.Content.Package?.Digest ?? Digest.Zero)),
        "DeploymentDone" => By(Crew.Ed, new FinishDeployment(Crew.Staging, DeploymentOutcome.Succeeded, "run 3")),
        "RecordPromotion" => Tried(),
        "ExemptStep" => By(Crew.Paul, new GrantPromotionExemption(Crew.Staging, Now + Duration.FromHours(1), "staging is down")),
        "TestsPassed" => By(Crew.Ed, new PassTests(Release.Digest, "report 7"), Later((Release.DeploymentTo(Crew.Staging)?.EndedAt ?? Now) + Duration.FromMinutes(5))),
        "TestsFailed" => By(Crew.Ed, new FailTests("two of nine")),
        "CastVote" => By(Voter(), new VoteOnRelease(VoteChoice.Approve, Release.Digest, string.Empty)),
        "WithdrawVote" => By(Release.Votes.FirstOrDefault(vote => vote.Board is null) is { } own ? Actor.Human(own.Voter) : Crew.Members[0], new WithdrawReleaseVote()),
        "RecordDecision" => ByBoard(new RecordReleaseDecision(Crew.Gate.Id, Crew.Members.Select(member => member.Id).ToValueList(), VoteChoice.Approve, Release.Digest, "sound")),
        "WithdrawDecision" => ByBoard(new WithdrawReleaseDecision(Crew.Gate.Id, "too early")),
        "Go" => By(Crew.Oscar, new DecideGo()),
        "NoGo" => By(Crew.Oscar, new DecideNoGo("not ready")),
        "Replan" => By(Crew.Olga, new ReplanRelease()),
        "Schedule" => By(Crew.Oscar, new ScheduleRelease([Free(60)])),
        "Reschedule" => By(Crew.Oscar, new RescheduleRelease([Free(90), Free(240)])),
        "Unschedule" => By(Crew.Oscar, new UnscheduleRelease("not now")),
        "LapseSlot" => By(Crew.Oscar, new LapseReleaseSlot(), Later(Release.Slots.Count > 0 ? Release.Slots[^1].End : Now)),
        "Recall" => By(Crew.Ed, new RecallRelease(Release.Content with { Package = Fresh() }, "another artifact")),
        "StartDeployment" => By(Crew.Oscar, new DeployRelease(), Later(Release.Slots.Count > 0 ? Release.Slots[0].Start + Minute : Now)),
        _ => Afterwards(trigger),
    };

    public Leg By(Actor actor, ReleaseCommand command, Instant? at = null) => new(command, Crew.Facts with
    {
        Stamp = new Stamp(at ?? Now, actor, new CommandId(FormattableString.Invariant($"c{_serial++}"))),
        Bookings = Release is { Slots.Count: > 0 } ? Bookings.None with { Own = Release.Slots } : Bookings.None,
        Promotion = _path,
        Dependencies = Fleet.Around(Release),
        Active = Release is null ? [Crew.Good] : Release.Exposures.Where(exposed => exposed.Share != Share.None).Select(exposed => new ActiveVersion(exposed.Environment, exposed.Version, exposed.Package))
            .Concat(Release.ExposureOf(Crew.Production) == Share.All ? [] : [Crew.Good]).ToValueList(),
    });

    public Slot Free(int minutes)
    {
        var slot = new Slot(Now + (minutes * Minute), Now + ((minutes + 120) * Minute));
        return slot.Overlaps(Crew.Frozen) ? new Slot(Crew.Frozen.End + (minutes * Minute), Crew.Frozen.End + ((minutes + 120) * Minute)) : slot;
    }

    private Leg Afterwards(string trigger) => trigger switch
    {
        "BeginStage" => By(Crew.Oscar, new StartStage(Release.NextStage?.Name ?? "beyond", Release.Content.Package?.Digest ?? Digest.Zero, "permit 7")),
        "RecordGate" => Shown(isGood: true),
        "RecordGate:failed" => Shown(isGood: false),
        "StageDone" => By(Crew.Oscar, new FinishStage(Release.RunUnderWay?.Stage ?? "beyond"), Later(Release.BakedAt ?? Now)),
        "AllStagesDone" => By(Crew.Oscar, new FinishRollout()),
        "Pause" => By(Crew.Oscar, new PauseRollout("errors rise")),
        "Continue" => By(Crew.Oscar, new ContinueRollout()),
        "RollBack" => By(Crew.Oscar, new RollBackRelease("errors stay", Release.WayBack)),
        "RolledBack" => By(Crew.Oscar, new FinishRollBack()),
        "RollBackFailed" => By(Crew.Oscar, new FailRollBack("stuck")),
        "RollForward" => By(Crew.Ed, new RollReleaseForward(Release.Content with { Package = Fresh(), Rollout = Plan() }, "mended")),
        "Accept" => By(Crew.Olga, new AcceptRelease()),
        "Close" => By(Crew.Olga, new CloseRelease()),
        "Cancel" => By(Crew.Olga, new CancelRelease("no need")),
        "Amend" => By(Crew.Ed, new AmendRelease(Release.Content with { Notes = FormattableString.Invariant($"note {_serial}"), Rollout = Plan() })),
        "Annotate" => By(Crew.Oscar, new AnnotateRelease("noted")),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };

    // The policy asks people; where a board decides, it asks the board.
    private Leg ByBoard(ReleaseCommand command) => By(Crew.Greta, command) is var leg ? leg with { Facts = leg.Facts with { Policy = Crew.BoardPolicy } } : null!;

    private string? Missing(string trigger) => trigger switch
    {
        "DeploymentDone" when IsPromoting && Staged is not { Outcome: null } => "Promote",
        "RecordPromotion" when IsPromoting && Staged is not { Outcome: DeploymentOutcome.Succeeded } => "DeploymentDone",
        "TestsPassed" when IsPromoting && State == "Testing" && Staged?.Latest("smoke")?.Verdict != GateVerdict.Passed => "RecordPromotion",
        "IncidentOver" when Release.Incidents.All(linked => linked.OverAt is not null) && State is "Deploying" or "Paused" or "RollingBack" or "Verifying" or "RolledBack" => "IncidentSeen",
        "Accept" when State == "Verifying" && Release.Incidents.Any(linked => linked.OverAt is null) => "IncidentOver",
        "Accept" when State == "Verifying" && Release.Content.Criteria is [{ Gate.Name: "complaints" } criterion, ..] && Release.Shown(criterion) is null => "RecordCriterion",
        "Go" when State == "Authorizing" && ApprovalsThatCount < 2 => "CastVote",
        "WithdrawVote" when State == "Authorizing" && Release.Votes.All(vote => vote.Board is not null) => "CastVote",
        "WithdrawDecision" when State == "Authorizing" && Release.Votes.All(vote => vote.Board is null) => "RecordDecision",
        "AllStagesDone" when State == "Deploying" && (Release.RunUnderWay is not null || Release.NextStage is not null) => "StageDone",
        "StageDone" when State == "Deploying" => Release.RunUnderWay is null ? "BeginStage" : OpenGate is not null ? "RecordGate" : null,
        "BeginStage" when State == "Deploying" && Release.RunUnderWay is not null => "StageDone",
        "RecordGate" or "RecordGate:failed" when State == "Deploying" && Release.Runs.Count == 0 => "BeginStage",
        "RecordGate" or "RecordGate:failed" when State == "Paused" && Release.Runs.Count == 0 => "Continue",
        "RecordGate" or "RecordGate:failed" when State is "Deploying" && LatestGate is null => Release.RunUnderWay is null ? "BeginStage" : "StageDone",
        "Continue" when State == "Paused" && FailedGate is not null => "RecordGate",
        _ => null,
    };

    private bool IsPromoting => _path.Steps.Count > 0 && State is "Building" or "Testing" && Release.Content.Package is not null;

    private Deployment? Staged => Release.DeploymentTo(Crew.Staging);

    private RolloutStage? LatestStage => Release.Content.Rollout?.Stages.ElementAtOrDefault(Release.Runs.Count - 1);

    private Gate? LatestGate => LatestStage?.Gates is [var first, ..] ? first : null;

    private Gate? OpenGate => LatestStage?.Gates.FirstOrDefault(gate => Release.Runs[^1].Latest(gate.Name)?.Verdict != GateVerdict.Passed);

    private Gate? FailedGate => LatestStage?.Gates.FirstOrDefault(gate => Release.Runs[^1].Latest(gate.Name)?.Verdict == GateVerdict.Failed);

    private Leg Judged()
    {
        var at = Now + Duration.FromSeconds(1);
        return By(Crew.Ed, new RecordCriterionEvidence(GateEvidence.Of("complaints", GateVerdict.Passed, at, "the desk", Digest.Zero)), at);
    }

    private Leg Tried()
    {
        var at = Now + Duration.FromSeconds(1);
        return By(Crew.Ed, new RecordPromotionEvidence(Crew.Staging, GateEvidence.Of("smoke", GateVerdict.Passed, at, "run 4", Digest.Zero)), at);
    }

    // A second later, so that it is newer than what was shown before.
    private Leg Shown(bool isGood)
    {
        var (gate, at) = (FailedGate ?? OpenGate ?? LatestGate, Now + Duration.FromSeconds(1));
        return By(Crew.Oscar, new RecordGateEvidence(gate?.Kind == GateKind.ErrorBudget
            ? GateEvidence.Of(gate.Name, new ErrorBudget(isGood ? 300 : 100, 1_000), at, "budget of the month", Digest.Zero)
            : GateEvidence.Of(gate?.Name ?? "none", isGood ? GateVerdict.Passed : GateVerdict.Failed, at, "run 12", Digest.Zero)), at);
    }

    // Any plan that takes the release away from nobody who has it.
    private RolloutPlan Plan()
    {
        var exposed = Release.ExposureOf(Crew.Production).BasisPoints;
        return (_serial % 4) switch
        {
            0 when exposed <= 500 => Crew.Canary,
            1 when exposed <= 5_000 => new RolloutPlan(RolloutStrategy.Rings, [new("ring 1", Crew.Production, Share.Percent(50)) { Gates = [Gate.Tests("smoke")] }, new("ring 2", Crew.Production, Share.All)]),
            2 when exposed == 0 => new RolloutPlan(RolloutStrategy.DarkLaunch, [new("dark", Crew.Production, Share.None) { Gates = [Gate.Tests("smoke")] }, new("some", Crew.Production, Share.Percent(30)), new("all", Crew.Production, Share.All)]),
            3 when exposed == 0 => new RolloutPlan(RolloutStrategy.BlueGreen, [new("green", Crew.Production, Share.None) { Gates = [Gate.Tests("smoke")], Bake = Duration.FromMinutes(5) }, new("switch", Crew.Production, Share.All)]),
            _ => new RolloutPlan(RolloutStrategy.AllAtOnce, [new("all", Crew.Production, Share.All) { Gates = [Gate.Analysis("error rate")] }]),
        };
    }

    private Actor Voter()
    {
        foreach (var member in Crew.Members)
        {
            if (!Release.Votes.Any(vote => vote.Voter == member.Id))
            {
                return member;
            }
        }

        return Crew.Members[0];
    }

    private Package Fresh() => Crew.Built(FormattableString.Invariant($"build {_serial}"), Now);

    private Instant Later(Instant instant) => Instant.Max(Now, instant);

    private void Must(Leg leg)
    {
        var decision = Do(leg);
        if (decision.Refusals.Count > 0)
        {
            throw new InvalidOperationException($"{leg.Command} in {State}: {string.Join("; ", decision.Refusals)}");
        }
    }
}
