using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A change request as its events made it (S-6): a value, equal to another with the same history.</summary>
public sealed record ChangeRequest
{
    // What every event sets: a change that nobody else has seen yet is not copied once more for it.
    private long _version;
    private State _status = null!;
    private Digest _digest = null!;
    private int _annotations;
    private Instant _lastAt;
    private Instant _since;
    private AppliedCommands _applied = null!;

    private ChangeRequest()
    {
    }

    /// <summary>The change's name.</summary>
    public required ChangeId Id { get; init; }

    /// <summary>How many events made it.</summary>
    public long Version
    {
        get => _version;
        init => _version = value;
    }

    /// <summary>The definition it lives under (S-13).</summary>
    public required LifecycleRef Model { get; init; }

    /// <summary>The state it is in.</summary>
    public required State Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>What it says.</summary>
    public required ChangeContent Content { get; init; }

    /// <summary>The digest of its material content: what votes name (S-23).</summary>
    public required Digest Digest
    {
        get => _digest;
        init => _digest = value;
    }

    /// <summary>Where it stands: what maps and definitions need to know of it (S-13).</summary>
    public Standing Standing => new(Model, Status, Version) { Origin = ResumesTo };

    /// <summary>Who opened it.</summary>
    public required Actor Requester { get; init; }

    /// <summary>Everyone who had a hand in it (S-24).</summary>
    public required Contributors Contributors { get; init; }

    /// <summary>The votes that stand.</summary>
    public ValueList<Vote> Votes { get; init; } = [];

    /// <summary>The latest vote of each person that an amendment voided; they count for nothing unless one is carried over (S-25).</summary>
    public ValueList<Vote> VoidedVotes { get; init; } = [];

    /// <summary>The version of a template that it was submitted under; null when it needs none, or no longer (S-30).</summary>
    public TemplatePin? Pin { get; init; }

    /// <summary>The template that it had a use of last, whether or not it still has; null when it never had one.</summary>
    public TemplateId? UsedTemplate { get; init; }

    /// <summary>The slots it is scheduled for or made in, in order; empty without a schedule.</summary>
    public ValueList<Slot> Slots { get; init; } = [];

    /// <summary>The release whose booking it rides on; null when it has its own.</summary>
    public ReleaseId? Aboard { get; init; }

    /// <summary>Where it goes when it is resumed; null unless it is on hold.</summary>
    public State? ResumesTo { get; init; }

    /// <summary>Until when it is put off; null unless it is deferred.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>The standing proposal to go ahead without authorization; null without one.</summary>
    public BreakGlassRequest? BreakGlassRequest { get; init; }

    /// <summary>The standing proposals to override a freeze, each for another occurrence.</summary>
    public ValueList<FreezeOverrideRequest> OverrideRequests { get; init; } = [];

    /// <summary>The occurrences of freezes that two people overrode for the change as it was authorized (S-48).</summary>
    public ValueList<FreezePass> FreezePasses { get; init; } = [];

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When it started; null before.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>The permits that its start issued, and what became of them, in order; none before.</summary>
    public ValueList<PermitStanding> Permits { get; init; } = [];

    /// <summary>How its making ended; null before.</summary>
    public Realization? Realization { get; init; }

    /// <summary>How it was judged afterwards; null when it was not.</summary>
    public Ratification? Ratification { get; init; }

    /// <summary>What an emergency owes since it started; null when it owes nothing.</summary>
    public EmergencyDebt? Debt { get; init; }

    /// <summary>Whether it started by breaking glass (S-34).</summary>
    public bool BrokeGlass { get; init; }

    /// <summary>The parts of its debt that were told to be overdue: a flag that stays, not an end (S-33).</summary>
    public ValueList<DebtPart> Escalated { get; init; } = [];

    /// <summary>What it still owes: its ratification until it is ratified or repudiated, its review until a person has reviewed it.</summary>
    public ValueList<DebtPart> Owed => Debt is null ? []
        : Enum.GetValues<DebtPart>().Where(part => part == DebtPart.Ratification ? Ratification is null : Review is not { Reviewer.IsService: false }).ToValueList();

    /// <summary>The latest post-implementation review; null before.</summary>
    public Review? Review { get; init; }

    /// <summary>The tasks that were done, in the order in which they were recorded; an edit of the plan leaves those that come before it.</summary>
    public ValueList<TaskRecord> Tasks { get; init; } = [];

    /// <summary>How many notes were added; they stand in the events.</summary>
    public int Annotations
    {
        get => _annotations;
        init => _annotations = value;
    }

    /// <summary>The instant of the latest event; later events are not earlier (S-73).</summary>
    public required Instant LastAt
    {
        get => _lastAt;
        init => _lastAt = value;
    }

    /// <summary>Since when it is in its state with its content: the instant of the latest event that changed one of them.</summary>
    public required Instant Since
    {
        get => _since;
        init => _since = value;
    }

    /// <summary>The commands that took effect (S-5).</summary>
    public required AppliedCommands Applied
    {
        get => _applied;
        init => _applied = value;
    }

    /// <summary>Whether the task after which there is no way back is recorded as done.</summary>
    public bool IsPastPointOfNoReturn => ProgressOf(PlanKind.Implementation).Done.Any(task => task.IsPointOfNoReturn);

    /// <summary>Whether it is closed, and did what it should.</summary>
    public bool HasSucceeded =>
        Status == ChangeStates.Closed && Review is { Outcome: ReviewOutcome.Successful or ReviewOutcome.SuccessfulWithIssues };

    /// <summary>What a calendar is asked about the change; null when it is made on nothing.</summary>
    /// <param name="classes">The classes that the host says it is of, beside its model.</param>
    /// <param name="tenant">Whose it is; null where there is only one tenant.</param>
    internal CalendarQuestion? QuestionWith(ValueList<ChangeClass> classes, TenantId? tenant) => Content.TargetsOf(tenant) is { Count: > 0 } targets
        ? new CalendarQuestion(targets, classes.With(new ChangeClass(Model.Id))) { Passes = FreezePasses }
        : null;

    internal IEnumerable<DebtPart> Untold => Owed.Except(Escalated);

    internal ValueList<DebtPart> OverdueUntold(Instant now) => Untold.Where(part => Debt!.IsOverdue(part, now)).ToValueList();

    /// <summary>Whether it was made and stands, so that what depends on it may start: completed, and neither repudiated nor reviewed as a failure.</summary>
    public bool IsMade => Ratification != Changes.Ratification.Repudiated
        && (HasSucceeded || (Realization == Changes.Realization.Completed && Review?.Outcome is null or ReviewOutcome.Successful or ReviewOutcome.SuccessfulWithIssues));

    /// <summary>Whether it may go out with a release: scheduled aboard it for its slots, or being made.</summary>
    /// <param name="release">The release.</param>
    /// <param name="slots">The release's slots.</param>
    /// <returns>True when it may.</returns>
    public bool MayGoWith(ReleaseId release, ValueList<Slot> slots) =>
        Aboard == release && Slots.Equals(slots) && (Status == ChangeStates.Scheduled || Status == ChangeStates.Implementing);

    /// <summary>How far a plan has come.</summary>
    /// <param name="plan">Which plan.</param>
    /// <returns>What is done, and what is ahead.</returns>
    public PlanProgress ProgressOf(PlanKind plan) => PlanProgress.Of(this, plan);

    internal Vote? VoidedVoteOf(ActorId voter) => VoidedVotes.FirstOrDefault(vote => vote.Voter == voter);

    /// <summary>Makes a change from its events.</summary>
    /// <param name="events">All events of one change, in order.</param>
    /// <returns>The change, or null when there are no events.</returns>
    /// <exception cref="InvalidOperationException">The events are not one change's history.</exception>
    public static ChangeRequest? Fold(IEnumerable<ChangeEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ChangeRequest? change = null;
        foreach (var happened in events)
        {
            change = GoOn(change, happened);
        }

        return change;
    }

    /// <summary>Makes the change after one more event; it looks at nothing but the two (S-6).</summary>
    /// <param name="change">The change before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The change after it.</returns>
    /// <exception cref="InvalidOperationException">The first event does not open a change, or a later one does.</exception>
    public static ChangeRequest Fold(ChangeRequest? change, ChangeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return After(change, happened, isSeen: true);
    }

    /// <summary>The same, where nobody else has the change before: it is not to be used any more.</summary>
    internal static ChangeRequest GoOn(ChangeRequest? change, ChangeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return After(change, happened, isSeen: false);
    }

    private static ChangeRequest After(ChangeRequest? change, ChangeEvent happened, bool isSeen)
    {
        var next = (change, happened) switch
        {
            (null, ChangeOpened opened) => Opened(opened),
            (not null, not ChangeOpened) => ChangeFold.Apply(change, happened),
            _ => throw new InvalidOperationException("A change's history begins with its opening, and has no other."),
        };
        var own = isSeen && ReferenceEquals(next, change) ? next with { } : next;
        own.Pass(happened, isSeen);
        return PermitFold.After(own, happened);
    }

    private void Pass(ChangeEvent happened, bool isSeen)
    {
        var header = happened.Header;
        if (_status != header.Status || _digest != header.Content)
        {
            (_status, _digest, _since) = (header.Status, header.Content, header.Stamp.At);
        }

        (_version, _lastAt) = (_version + 1, header.Stamp.At);
        _annotations += happened is ChangeAnnotated ? 1 : 0;
        if (isSeen)
        {
            _applied = _applied.With(header.Stamp.Command, header.Command);
        }
        else
        {
            _applied.Add(header.Stamp.Command, header.Command);
        }
    }

    /// <summary>The permit of that digest; null when none was issued.</summary>
    internal PermitStanding? FindPermit(Digest permit) => Permits.FirstOrDefault(standing => standing.Permit.Digest == permit);

    private static ChangeRequest Opened(ChangeOpened opened) => new()
    {
        Id = opened.Id,
        Model = opened.Model,
        Status = opened.Header.Status,
        Content = opened.Content,
        Digest = opened.Header.Content,
        Requester = opened.Header.Stamp.Actor,
        Contributors = ChangeFold.WithImplementers(Contributors.None.With(opened.Header.Stamp.Actor, "requester"), opened.Content),
        OpenedAt = opened.Header.Stamp.At,
        Since = opened.Header.Stamp.At,
        LastAt = opened.Header.Stamp.At,
        Applied = AppliedCommands.Begin(),
    };
}
