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

    private int _serial;

    public Voyage(ReleaseContent? content = null) => Do(By(Crew.Olga, new OpenRelease(new ReleaseId("REL-1"), content ?? Crew.Content)));

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

    /// <summary>Does what a trigger needs to be accepted: votes, stages.</summary>
    public void Prepare(string trigger)
    {
        while (Missing(trigger) is { } first)
        {
            Must(Good(first));
        }
    }

    public Leg Good(string trigger) => trigger switch
    {
        "StartBuild" => By(Crew.Ed, new StartReleaseBuild()),
        "Built" => By(Crew.Ed, new FinishBuild(Fresh())),
        "BuildFailed" => By(Crew.Ed, new FailBuild("out of memory")),
        "TestsPassed" => By(Crew.Ed, new PassTests(Release.Digest, "report 7")),
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
    });

    public Slot Free(int minutes)
    {
        var slot = new Slot(Now + (minutes * Minute), Now + ((minutes + 120) * Minute));
        return slot.Overlaps(Crew.Frozen) ? new Slot(Crew.Frozen.End + (minutes * Minute), Crew.Frozen.End + ((minutes + 120) * Minute)) : slot;
    }

    private Leg Afterwards(string trigger) => trigger switch
    {
        "StageDone" => By(Crew.Oscar, new FinishStage(Release.Content.Stages.ElementAtOrDefault(Release.StagesDone.Count) ?? "beyond")),
        "AllStagesDone" => By(Crew.Oscar, new FinishRollout()),
        "Pause" => By(Crew.Oscar, new PauseRollout("errors rise")),
        "Continue" => By(Crew.Oscar, new ContinueRollout()),
        "RollBack" => By(Crew.Oscar, new RollBackRelease("errors stay")),
        "RolledBack" => By(Crew.Oscar, new FinishRollBack()),
        "RollBackFailed" => By(Crew.Oscar, new FailRollBack("stuck")),
        "RollForward" => By(Crew.Ed, new RollReleaseForward(Release.Content with { Package = Fresh() }, "mended")),
        "Accept" => By(Crew.Olga, new AcceptRelease()),
        "Close" => By(Crew.Olga, new CloseRelease()),
        "Cancel" => By(Crew.Olga, new CancelRelease("no need")),
        "Amend" => By(Crew.Ed, new AmendRelease(Release.Content with { Notes = FormattableString.Invariant($"note {_serial}"), Stages = [.. Crew.Content.Stages.Take(1 + (_serial % 3))] })),
        "Annotate" => By(Crew.Oscar, new AnnotateRelease("noted")),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };

    // The policy asks people; where a board decides, it asks the board.
    private Leg ByBoard(ReleaseCommand command) => By(Crew.Greta, command) is var leg ? leg with { Facts = leg.Facts with { Policy = Crew.BoardPolicy } } : null!;

    private string? Missing(string trigger) => trigger switch
    {
        "Go" when State == "Authorizing" && ApprovalsThatCount < 2 => "CastVote",
        "WithdrawVote" when State == "Authorizing" && Release.Votes.All(vote => vote.Board is not null) => "CastVote",
        "WithdrawDecision" when State == "Authorizing" && Release.Votes.All(vote => vote.Board is null) => "RecordDecision",
        "AllStagesDone" when State == "Deploying" && Release.StagesDone.Count < Release.Content.Stages.Count => "StageDone",
        _ => null,
    };

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
