using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A release as its events made it (S-6): a value, equal to another with the same history.</summary>
public sealed partial record Release
{
    private Release()
    {
    }

    /// <summary>The release's name.</summary>
    public required ReleaseId Id { get; init; }

    /// <summary>How many events made it.</summary>
    public long Version { get; init; }

    /// <summary>The definition it lives under (S-13).</summary>
    public required LifecycleRef Model { get; init; }

    /// <summary>The state it is in.</summary>
    public required State Status { get; init; }

    /// <summary>What it says.</summary>
    public required ReleaseContent Content { get; init; }

    /// <summary>The digest of its material content: what votes and tests name (S-23, S-52).</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it stands: what maps and definitions need to know of it (S-13).</summary>
    public Standing Standing => new(Model, Status, Version);

    /// <summary>Who opened it.</summary>
    public required Actor Owner { get; init; }

    /// <summary>Everyone who had a hand in it (S-24).</summary>
    public required Contributors Contributors { get; init; }

    /// <summary>The votes that stand.</summary>
    public ValueList<Vote> Votes { get; init; } = [];

    /// <summary>The slots it is scheduled for or goes out in, in order; empty without a schedule.</summary>
    public ValueList<Slot> Slots { get; init; } = [];

    /// <summary>The digest of the content that passed the tests; null when none did.</summary>
    public Digest? Tested { get; init; }

    /// <summary>The changes as they were when it was let go; none before that, and once it is planned anew.</summary>
    public ValueList<CarriedContent> Carried { get; init; } = [];

    /// <summary>How many notes were added; they stand in the events.</summary>
    public int Annotations { get; init; }

    /// <summary>The instant of the latest event; later events are not earlier (S-73).</summary>
    public required Instant LastAt { get; init; }

    /// <summary>The commands that took effect (S-5).</summary>
    public required AppliedCommands Applied { get; init; }

    /// <summary>The slots that changes may ride on: none before it is scheduled, and none while it is stopped, on its way back, or out.</summary>
    public ValueList<Slot> BoardingSlots => Status == ReleaseStates.Scheduled || Status == ReleaseStates.Deploying ? Slots : [];

    /// <summary>What a calendar is asked about the release; null when it goes nowhere.</summary>
    /// <param name="classes">The classes that the host says it is of, beside its type.</param>
    /// <param name="tenant">Whose it is; null where there is only one tenant.</param>
    internal CalendarQuestion? QuestionWith(ValueList<ChangeClass> classes, TenantId? tenant) => Content.TargetsOf(tenant) is { Count: > 0 } targets
        ? new CalendarQuestion(targets, classes.With(new ChangeClass(Content.Type.Value)))
        : null;

    /// <summary>Makes a release from its events.</summary>
    /// <param name="events">All events of one release, in order.</param>
    /// <returns>The release, or null when there are no events.</returns>
    /// <exception cref="InvalidOperationException">The events are not one release's history.</exception>
    public static Release? Fold(IEnumerable<ReleaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate<ReleaseEvent, Release?>(null, Fold);
    }

    /// <summary>Makes the release after one more event; it looks at nothing but the two (S-6).</summary>
    /// <param name="release">The release before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The release after it.</returns>
    /// <exception cref="InvalidOperationException">The first event does not open a release, or a later one does.</exception>
    public static Release Fold(Release? release, ReleaseEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var next = (release, happened) switch
        {
            (null, ReleaseOpened opened) => Opened(opened),
            (not null, not ReleaseOpened) => Apply(release, happened),
            _ => throw new InvalidOperationException("A release's history begins with its opening, and has no other."),
        };
        var after = next with
        {
            Version = next.Version + 1,
            Status = happened.Header.Status,
            Digest = happened.Header.Content,
            LastAt = happened.Header.Stamp.At,
            Applied = next.Applied.With(happened.Header.Stamp.Command, happened.Header.Command),
        };
        return after.Visiting();
    }

    private static Release Opened(ReleaseOpened opened) => new()
    {
        Id = opened.Id,
        Model = opened.Model,
        Status = opened.Header.Status,
        Content = opened.Content,
        Digest = opened.Header.Content,
        Owner = opened.Header.Stamp.Actor,
        Contributors = Contributors.None.With(opened.Header.Stamp.Actor, "owner"),
        LastAt = opened.Header.Stamp.At,
        Applied = AppliedCommands.None,
    };

    private static Release Apply(Release release, ReleaseEvent happened) => happened switch
    {
        ReleaseAmended it => release.Edited(it, it.Content),
        PackageBuilt it => release.Edited(it, release.Content with { Package = it.Package }),
        ReleaseTestsPassed => release with { Tested = happened.Header.Content },
        ReleaseVoteCast it => release with { Votes = release.Votes.With(it.Vote) },
        ReleaseVoteWithdrawn it => release with { Votes = release.Votes.Where(vote => vote.Board is not null || vote.Voter != it.Voter).ToValueList() },
        ReleaseDecisionWithdrawn it => release with { Votes = release.Votes.Where(vote => vote.Board?.Board != it.Board).ToValueList() },
        ReleaseScheduled it => release with { Slots = it.Slots },
        ReleaseRescheduled it => release with { Slots = it.Slots },
        ReleaseUnscheduled or ReleaseSlotLapsed or ReleaseCanceled => release with { Slots = [] },
        ReleaseReplanned => release.Restarted(),
        ReleaseRecalled it => release.Edited(it, it.Content).Restarted(),
        ReleaseRolledForward it => release.Edited(it, it.Content).Restarted(),
        ReleaseMigrated it => release with { Model = it.To, Votes = it.VotesStand ? release.Votes : [], Slots = it.KeepsSlots ? release.Slots : [] },
        ReleaseWentGo it => release with { Carried = it.Carried },
        CriterionRecorded it => release with { CriterionResults = release.CriterionResults.With(it.Result) },
        IncidentLinked it => release with { Incidents = release.Incidents.With(it.Incident) },
        IncidentClosed it => release.Over(it.Incident, it.Header.Stamp.At),
        PromotionBegun it => release.Deploying(it.Deployment),
        DeploymentFinished it => release.Deployed(it.Environment, deployment => deployment with { Outcome = it.Outcome, EndedAt = it.Header.Stamp.At, Report = it.Report }),
        PromotionRecorded it => release.Deployed(it.Environment, deployment => deployment with { Results = deployment.Results.With(it.Result) }),
        PromotionExempted it => release with { PromotionExemptions = release.PromotionExemptions.With(it.Exemption) },
        DeploymentStarted it => release.Deployed(it),
        StageBegun it => release.Begun(it),
        GateRecorded it => release.Running(run => run with { Results = run.Results.With(it.Result) }),
        StageFinished it => release.Running(run => run with { FinishedAt = it.Header.Stamp.At }),
        RolloutFinished it => release with { RolledOutAt = it.Header.Stamp.At },
        RolloutContinued it => release.Continued(it.Header.Stamp.At),
        ReleaseRollBackStarted => release with { IsGoingBack = true },
        ReleaseRolledBack => release with { IsGoingBack = false, Exposures = [] },
        ReleaseAnnotated => release with { Annotations = release.Annotations + 1 },
        ReleaseActedOn it => release.ActedOn(it.Header.Status),
        _ => release,
    };

    private Release Edited(ReleaseEvent it, ReleaseContent content) =>
        this with { Content = content, Contributors = Contributors.With(it.Header.Stamp.Actor, "editor") };

    // What a host's own trigger means follows from the phases it leads between, as it does for the built-in ones.
    private Release ActedOn(State to) => to.Phase.Order < Phase.Ready.Order && !(Status.Phase.Order <= to.Phase.Order) ? Reopened(to.Phase)
        : to == ReleaseStates.Approved || to.Phase == Phase.Ended || (to.Phase.Order is null && !(Status.Phase.Order >= Phase.Realization.Order)) ? this with { Slots = [] }
        : this;

    // Back before it was let go, by way of a place aside, too, what was agreed, booked and rolled out is void; back to be prepared it is tested anew.
    private Release Reopened(Phase to) => to.Order < Phase.Authorization.Order ? Restarted() : this with { Votes = [], Slots = [], Runs = [], Carried = [], DeployingSince = null, StartedBy = null, RolledOutAt = null };

    private Release Restarted() => this with { Votes = [], Slots = [], Runs = [], Carried = [], DeployingSince = null, StartedBy = null, RolledOutAt = null, Tested = null };
}
