using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>One change on its way: knows, for every trigger, a command and facts that ought to be accepted.</summary>
internal sealed class Traveler
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly Permit Stray = new(new ChangeId("CHG-0"), 1, Digest.Zero, new EnvironmentId("production"), Cast.Opening, Cast.Opening, Digest.Zero);

    private int _serial;

    public Traveler(string model, ChangeContent? content = null, Actor? requester = null)
    {
        Do(By(requester ?? Cast.Rita, new OpenChange(new ChangeId("CHG-1"), model, content ?? Cast.Content)));
    }

    public ChangeRequest Change { get; private set; } = null!;

    public List<ChangeEvent> Events { get; } = [];

    public Instant Now { get; set; } = Cast.Opening;

    public string State => Change.Status.Name;

    public Decision<ChangeEvent> Ask(Move move) => ChangeDecider.Decide(Change, move.Command, move.Facts);

    public Decision<ChangeEvent> Do(Move move)
    {
        var decision = Ask(move);
        foreach (var happened in decision.Events)
        {
            Change = ChangeRequest.Fold(Change, happened);
            Events.Add(happened);
            Now = happened.Header.Stamp.At;
        }

        return decision;
    }

    /// <summary>Takes triggers one after the other, with what each needs before; all of it must be accepted.</summary>
    public Traveler Go(params string[] triggers)
    {
        foreach (var trigger in triggers)
        {
            Prepare(trigger);
            Must(Good(trigger));
        }

        return this;
    }

    /// <summary>Does what a trigger needs to be accepted: votes, a proposal, a review.</summary>
    public void Prepare(string trigger)
    {
        while (trigger is "Authorize" or "Ratify" && !IsAgreed())
        {
            Must(Good("CastVote"));
        }

        while (trigger == "CarryOver" && Carried is null)
        {
            VoidVotes();
        }

        if (Before(trigger) is { } first)
        {
            Must(Good(first));
        }
    }

    public bool IsAgreed() => new ChangeAttempt(Change, new AuthorizeChange(), Facts(Cast.Oscar, Now), Model).Ballot.Count().IsSatisfied;

    public Move Good(string trigger, string? wanted = null) => trigger switch
    {
        "Submit" => By(Cast.Rita, new SubmitChange()),
        "CompleteAssessment" => By(Cast.Asa, new AssessChange(Grade.Medium, Grade.Low, $"seen {_serial}", [])),
        "Authorize" => By(Cast.Oscar, new AuthorizeChange()),
        "Reject" => By(Cast.Rex, new RejectChange("no")),
        "Revise" => By(Cast.Rita, new ReviseChange()),
        "Defer" => By(Cast.Rex, new DeferChange(Now + Duration.FromHours(8), "later")),
        "Resume" => By(Change.Deferral is { } deferral ? Actor.Human(deferral.By) : Cast.Oscar, new ResumeChange()),
        "Schedule" => By(Cast.Oscar, new ScheduleChange(Free(60))),
        "Reschedule" => By(Cast.Oscar, new RescheduleChange(Free(90))),
        "Unschedule" => By(Cast.Oscar, new UnscheduleChange("not now")),
        "LapseSlot" => By(Cast.Oscar, new LapseChangeSlot(), at: Later(Change.Slots.Count > 0 ? Change.Slots[^1].End : Now)),
        "Reauthorize" => By(Cast.Oscar, new ReauthorizeChange()) is var move ? move with { Facts = move.Facts with { Directory = Cast.NewBoard } } : null!,
        "FallBack" => By(Cast.Oscar, new FallBackToNormal("lapsed")) is var move ? move with { Facts = move.Facts with { Template = Cast.Lapsed } } : null!,
        "Start" => By(Cast.Oscar, new StartChange(), at: Later(Change.Slots.Count > 0 ? Change.Slots[0].Start + Minute : Now)),
        "RequestBreakGlass" => By(Cast.Petra, new ProposeBreakGlass("it burns")),
        "BreakGlass" => By(Change.BreakGlassRequest?.By == Cast.Quinn ? Cast.Petra : Cast.Quinn, new ConfirmBreakGlass()),
        "RequestOverride" => By(Cast.Petra, new ProposeFreezeOverride(Cast.Audit, Cast.Frozen.Start, $"the audit may wait {_serial}")),
        "OverrideFreeze" => By(Cast.Quinn, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start)),
        "Amend" => By(Cast.Rita, new AmendChange(Edited(wanted))),
        "ChangeType" => By(Cast.Rita, new RetypeChange(wanted ?? (Change.Model.Id == "normal" ? "standard" : "normal"))),
        _ => Afterwards(trigger),
    };

    public Move By(Actor actor, ChangeCommand command, Instant? at = null) => new(command, Facts(actor, at ?? Now));

    public Slot Free(int minutes)
    {
        var slot = new Slot(Now + (minutes * Minute), Now + ((minutes + 120) * Minute));
        return slot.Overlaps(Cast.Frozen) ? new Slot(Cast.Frozen.End, Cast.Frozen.End + slot.Length) : slot;
    }

    /// <summary>A member of the board who may vote now.</summary>
    public Actor Voter()
    {
        foreach (var member in Cast.Members)
        {
            if (!Change.Contributors.Include(member.Id) && !Change.Votes.Any(vote => vote.Voter == member.Id))
            {
                return member;
            }
        }

        return Cast.Members[0];
    }

    private ActorId? Carried => Change.VoidedVotes.Select(vote => vote.Voter).FirstOrDefault(voter => !Change.Votes.Any(vote => vote.Voter == voter));

    private void VoidVotes()
    {
        if (Change.Votes.Count == 0)
        {
            Must(Good("CastVote"));
        }

        Must(Good("Amend"));
        if (State == "Assessing")
        {
            Must(Good("CompleteAssessment"));
        }
    }

    private ChangeModel Model => ChangeModelCatalog.BuiltIn.Find(Change.Model)!;

    private Move Afterwards(string trigger) => trigger switch
    {
        "Revoke" => By(Cast.Rex, new RevokePermit(Open().Permit.Digest, $"risk {_serial}")),
        "Report" => By(Cast.Ivan, Progress(Open())),
        "Complete" => By(Cast.Oscar, new CompleteChange()),
        "BackOut" => By(Cast.Oscar, new BackOutChange("worse than before")),
        "BackedOut" => By(Cast.Oscar, new FinishBackOut()),
        "BackOutFailed" => By(Cast.Oscar, new FailBackOut("stuck")),
        "Escalate" => By(Cast.Bot, new EscalateDebt(), at: Later(NextDue())),
        "Ratify" => By(Cast.Oscar, new RatifyChange()),
        "Repudiate" => By(Cast.Members.First(member => !Change.Contributors.Include(member.Id)), new RepudiateChange("never again")),
        "RecordReview" => By(Cast.Rex, new ReviewChange(Outcome(), "learned")),
        "Close" => By(Cast.Rex, new CloseChange(null, Change.Ratification == Ratification.Repudiated ? "it works" : string.Empty)),
        "Hold" => By(Cast.Oscar, new HoldChange("wait")),
        "Cancel" => By(Cast.Rita, new CancelChange("no need")),
        "CastVote" => By(Voter(), new VoteOnChange(VoteChoice.Approve, Change.Digest)),
        "WithdrawVote" => By(Change.Votes.Count > 0 ? Actor.Human(Change.Votes[0].Voter) : Cast.Members[0], new WithdrawChangeVote()),
        "CarryOver" => By(Cast.Otto, new CarryOverVote(Carried ?? Cast.Members[0].Id, "only a word")),
        "RecordDecision" => ByBoard(new RecordBoardDecision(Cast.Cab.Id, Cast.Members.Select(member => member.Id).ToValueList(), VoteChoice.Approve, Change.Digest, "sound")),
        "WithdrawDecision" => ByBoard(new WithdrawBoardDecision(Cast.Cab.Id, "too early")),
        "Annotate" => By(Cast.Rex, new AnnotateChange("noted")),
        "RecordTask" => By(Cast.Ivan, new RecordChangeTask(NextTask ?? "nothing left", "log")),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };

    private Move ByBoard(ChangeCommand command) => By(Cast.Clara, command) is var move ? move with { Facts = move.Facts with { Policy = Cast.BoardPolicy } } : null!;

    // Asked for nothing in particular, an edit is material and stays within the template.
    private ChangeContent Edited(string? wanted) => wanted switch
    {
        "immaterial" => Change.Content with { Notes = $"note {_serial}" },
        "outside bounds" => Change.Content with { Services = [new ServiceId("payments"), new ServiceId($"other-{_serial}")] },
        _ => Change.Content with { TestPlan = ChangePlan.Of($"plan {_serial}") },
    };

    // The latest permit that there is something to say of; where there is none, one that the change never issued.
    private PermitStanding Open() => Change.Permits.LastOrDefault(standing => standing.Result is null) ?? (Change.Permits is [.., var last] ? last : new PermitStanding(Stray));

    private ReportPermit Progress(PermitStanding standing) => new(
        standing.Permit.Digest,
        standing.Started is null ? PermitProgress.Started : _serial % 3 == 0 ? PermitProgress.Failed : PermitProgress.Finished,
        FormattableString.Invariant($"remark {_serial}"));

    private string? Before(string trigger) => trigger switch
    {
        "WithdrawVote" when Change.Votes.Count == 0 => "CastVote",
        "WithdrawDecision" when !Change.Votes.Any(vote => vote.Board is not null) => "RecordDecision",
        "BreakGlass" when Change.BreakGlassRequest is null => "RequestBreakGlass",
        "OverrideFreeze" when Change.OverrideRequests.Count == 0 => "RequestOverride",
        "Close" when Change.Review is null => "RecordReview",
        _ => null,
    };

    private string? NextTask => (Change switch
    {
        { Status.Name: "BackingOut" } => Change.ProgressOf(PlanKind.Remediation).Next,
        { StartedAt: not null } => Change.ProgressOf(PlanKind.Implementation).Next ?? Change.ProgressOf(PlanKind.Test).Next,
        _ => Change.ProgressOf(PlanKind.Test).Next,
    })?.Name;

    private ReviewOutcome Outcome() => Change.Realization switch
    {
        Realization.BackedOut => ReviewOutcome.BackedOut,
        Realization.BackOutFailed => ReviewOutcome.Failed,
        _ => ReviewOutcome.Successful,
    };

    private Instant NextDue() => Change.Owed.Except(Change.Escalated).Select(part => Change.Debt!.DueAt(part)).DefaultIfEmpty(Now).Min();

    private Instant Later(Instant instant) => Instant.Max(Now, instant);

    private ChangeFacts Facts(Actor actor, Instant at) => Cast.Facts with
    {
        Stamp = new Stamp(at, actor, new CommandId(FormattableString.Invariant($"c{_serial++}"))),
        Bookings = Change is { Slots.Count: > 0 } ? Bookings.None with { Own = Change.Slots } : Bookings.None,
    };

    private void Must(Move move)
    {
        var decision = Do(move);
        if (decision.Refusals.Count > 0)
        {
            throw new InvalidOperationException($"{move.Command} in {State}: {string.Join("; ", decision.Refusals)}");
        }
    }
}
