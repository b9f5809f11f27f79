using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Notes that people came, now: nobody comes in the past, so that nobody is counted afterwards.</summary>
/// <param name="Arrived">Who came; members, guests, anybody.</param>
public sealed record RecordArrival(ValueList<ActorId> Arrived) : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.Arrive;

    internal override ValueList<ActorId> People => Arrived;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new PeopleArrived(header, attempt.People);
}

/// <summary>Notes that people went, now.</summary>
/// <param name="Departed">Who went.</param>
public sealed record RecordDeparture(ValueList<ActorId> Departed) : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.Depart;

    internal override ValueList<ActorId> People => Departed;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new PeopleDeparted(header, attempt.People);
}

/// <summary>Records what the board decided on an item. Who attended is who is present; nobody types it (S-22).</summary>
/// <param name="Change">The change.</param>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that the board read (S-23): the one on the agenda.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record DecideItem(ChangeId Change, VoteChoice Choice, Digest Seen, string Reason = "") : MeetingCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => MeetingTriggers.Decide;

    internal override ChangeId About => Change;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) =>
        new ItemRuled(header, attempt.Meeting.RulingOf(this), attempt.Facts.Answer!.Quorum!);
}

/// <summary>Puts an item off: to a later meeting, or to whichever comes next.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">Why; not blank.</param>
/// <param name="To">The later meeting of the same board; null for whichever comes next.</param>
public sealed record DeferItem(ChangeId Change, string Reason, MeetingId? To = null) : MeetingCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => MeetingTriggers.Defer;

    internal override string Because => Reason;

    internal override ChangeId About => Change;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new ItemDeferred(header, Change, To, Reason);
}
