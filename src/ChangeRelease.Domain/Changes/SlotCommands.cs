using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Gives an approved change its slots, or a place aboard a release.</summary>
/// <param name="Slots">The slots in order, one a stage; empty when it rides on a release.</param>
/// <param name="Aboard">The release whose booking it rides on; null when it has slots of its own.</param>
[method: JsonConstructor]
public sealed record ScheduleChange(ValueList<Slot> Slots, ReleaseId? Aboard = null) : ChangeCommand
{
    /// <summary>Asks for one slot.</summary>
    /// <param name="slot">The slot; it holds preparation, work, back-out and the guard band.</param>
    public ScheduleChange(Slot slot)
        : this([slot])
    {
    }

    private protected override Trigger Takes => ChangeTriggers.Schedule;

    internal override ValueList<Slot> AskedSlots => Slots;

    internal override ReleaseId? AskedCarrier => Aboard;

    /// <summary>Asks for the place of a release.</summary>
    /// <param name="release">The release that carries the change.</param>
    /// <returns>The command.</returns>
    public static ScheduleChange On(ReleaseId release) => new(ValueList<Slot>.Empty, release);

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeScheduled(header, attempt.SlotCase.Slots, Aboard);
}

/// <summary>Gives a scheduled change other slots, or another place aboard a release.</summary>
/// <param name="Slots">The slots in order, one a stage; empty when it rides on a release.</param>
/// <param name="Aboard">The release whose booking it rides on; null when it has slots of its own.</param>
[method: JsonConstructor]
public sealed record RescheduleChange(ValueList<Slot> Slots, ReleaseId? Aboard = null) : ChangeCommand
{
    /// <summary>Asks for one slot.</summary>
    /// <param name="slot">The slot; it holds preparation, work, back-out and the guard band.</param>
    public RescheduleChange(Slot slot)
        : this([slot])
    {
    }

    private protected override Trigger Takes => ChangeTriggers.Reschedule;

    internal override ValueList<Slot> AskedSlots => Slots;

    internal override ReleaseId? AskedCarrier => Aboard;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeRescheduled(header, attempt.SlotCase.Slots, Aboard);
}

/// <summary>Takes a scheduled change's slots away.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record UnscheduleChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Unschedule;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeUnscheduled(header, Reason);
}

/// <summary>Notes that the slot is over and the change never started.</summary>
public sealed record LapseChangeSlot : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.LapseSlot;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new SlotLapsed(header);
}

/// <summary>Leaves a lapsed pre-authorization for the way of a normal change (S-31).</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record FallBackToNormal(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.FallBack;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeFellBack(header, model, Reason)
    {
        Lapses = attempt.TemplateLapses.Select(lapse => $"The template {attempt.Facts.Template!.Id} {lapse.Text}.").ToValueList(),
        ResumesTo = attempt.OriginElsewhere(header.Status, model),
    };
}
