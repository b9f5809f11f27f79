using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Gives the release its slots.</summary>
/// <param name="Slots">The slots in order, one a stage or one for all.</param>
[method: JsonConstructor]
public sealed record ScheduleRelease(ValueList<Slot> Slots) : ReleaseCommand
{
    /// <summary>Asks for one slot.</summary>
    /// <param name="slot">The slot; it holds preparation, work, back-out and the guard band.</param>
    public ScheduleRelease(Slot slot)
        : this([slot])
    {
    }

    private protected override Trigger Takes => ReleaseTriggers.Schedule;

    internal override ValueList<Slot> AskedSlots => Slots;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseScheduled(header, Slots);
}

/// <summary>Gives a scheduled release other slots.</summary>
/// <param name="Slots">The slots in order, one a stage or one for all.</param>
[method: JsonConstructor]
public sealed record RescheduleRelease(ValueList<Slot> Slots) : ReleaseCommand
{
    /// <summary>Asks for one slot.</summary>
    /// <param name="slot">The slot; it holds preparation, work, back-out and the guard band.</param>
    public RescheduleRelease(Slot slot)
        : this([slot])
    {
    }

    private protected override Trigger Takes => ReleaseTriggers.Reschedule;

    internal override ValueList<Slot> AskedSlots => Slots;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRescheduled(header, Slots);
}

/// <summary>Takes a scheduled release's slots away.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record UnscheduleRelease(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.Unschedule;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseUnscheduled(header, Reason);
}

/// <summary>Notes that the slot is over and the release never started.</summary>
public sealed record LapseReleaseSlot : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.LapseSlot;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseSlotLapsed(header);
}

/// <summary>Takes the release back to planning, because its scope or its artifacts changed, or it moved to a later train; its go is void.</summary>
/// <param name="Content">What the release says from now on.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record RecallRelease(ReleaseContent Content, string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.Recall;

    internal override string Because => Reason;

    internal override ReleaseContent ContentAfter(Release release) => Content;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRecalled(header, attempt.ContentAfter, Reason);
}
