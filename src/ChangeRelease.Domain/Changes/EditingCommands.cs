using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Opens a change under a change model; whoever acts is its requester.</summary>
/// <param name="Id">The change's name; it must be new.</param>
/// <param name="Model">The change model's id.</param>
/// <param name="Content">What the change says; it may be incomplete until it is submitted.</param>
public sealed record OpenChange(ChangeId Id, string Model, ChangeContent Content) : ChangeCommand
{
    private protected override Trigger? Takes => null;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        throw new InvalidOperationException("A change is opened before there is anything to attempt.");
}

/// <summary>Edits the content. A material edit voids votes and booking and leads back to where they are won (S-23).</summary>
/// <param name="Content">What the change says from now on, whole. Its assessment is kept by an immaterial edit and dropped by a material one.</param>
public sealed record AmendChange(ChangeContent Content) : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Amend;

    // Risk is judged anew after a material edit: the old assessment does not speak for the new content.
    internal override ChangeContent ContentAfter(ChangeRequest change, Stamp stamp)
    {
        var assessed = Content with { Assessment = change.Content.Assessment };
        return ChangeFields.IsMaterial(change.Content, assessed) ? assessed with { Assessment = null } : assessed;
    }

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeAmended(
        header,
        attempt.ContentAfter,
        ChangeFields.Changed(attempt.Change.Content, attempt.ContentAfter),
        attempt.IsMaterialAmendment,
        attempt.ResumesAfterAmendment,
        model);
}

/// <summary>Puts the draft under another change model.</summary>
/// <param name="Model">The other change model's id.</param>
public sealed record RetypeChange(string Model) : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.ChangeType;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeTypeChanged(header, model);
}

/// <summary>Stops the change where it is; a booking is released.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record HoldChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Hold;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeHeld(header, ChangeStates.ResumesTo(attempt.Change.Status), Reason);
}

/// <summary>Gives the change up.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record CancelChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Cancel;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeCanceled(header, Reason);
}

/// <summary>Adds a note.</summary>
/// <param name="Note">The note; not blank.</param>
public sealed record AnnotateChange(string Note) : ChangeCommand
{
    /// <summary>The note; not blank.</summary>
    public string Note { get; init => field = Text.Canonical(value, nameof(Note)); } = Text.Canonical(Note, nameof(Note));

    private protected override Trigger Takes => ChangeTriggers.Annotate;

    internal override string Because => Note;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeAnnotated(header, Note);
}

/// <summary>Notes that a task of a plan was done. Whoever notes a task of making or undoing the change counts among its implementers (S-24).</summary>
/// <param name="Name">Which task, as its plan calls it.</param>
/// <param name="Evidence">What shows it; may be empty, unless the task demands evidence.</param>
public sealed record RecordChangeTask(string Name, string Evidence = "") : ChangeCommand
{
    /// <summary>Which task, as its plan calls it.</summary>
    public string Name { get; init => field = Text.Canonical(value, nameof(Name)); } = Text.Canonical(Name, nameof(Name));

    /// <summary>What shows it; may be empty, unless the task demands evidence.</summary>
    public string Evidence { get; init => field = Text.Canonical(value, nameof(Evidence)); } = Text.Canonical(Evidence, nameof(Evidence));

    private protected override Trigger Takes => ChangeTriggers.RecordTask;

    internal override string Because => Name;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        PlannedTask.Find(attempt.Change, Name) is { } planned
            ? new TaskRecorded(header, new TaskRecord(planned.Plan, planned.Task.Name, Evidence, attempt.Stamp.Actor.Id, attempt.Stamp.At))
            : new TaskRecorded(header, new TaskRecord(PlanKind.Implementation, Name, Evidence, attempt.Stamp.Actor.Id, attempt.Stamp.At));
}
