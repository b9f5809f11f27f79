using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeStates;
using static ChangeRelease.Domain.Changes.ChangeTriggers;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>The normal model as it is, its next version, in which a database administrator checks after the authorization, and the way there.</summary>
internal static class Given
{
    public static State DbaReview { get; } = new("DbaReview", Phase.Authorization);

    public static Trigger SignOff { get; } = new("SignOff");

    public static Requirement<ChangeAttempt> Tagged { get; } = Requirement.For<ChangeAttempt>("dba.tag.missing")
        .Says("The change carries the tag 'dba'.")
        .IsMetWhen(attempt => attempt.Change.Content.Tags.Contains("dba"))
        .CuredBy(Remedy.Do("Amend the content: add the tag 'dba'"));

    public static ChangeModel Later { get; } = ChangeModels.Normal.Derive("normal", 2, normal => normal
        .Insert(DbaReview, Authorizing, Approved)
        .Share(DbaReview, Approved, Hold, Cancel, Amend, Annotate, Reauthorize)
        .In(DbaReview).On(SignOff).GoTo(Approved).When(Tagged));

    public static MigrationMap Map { get; } = MigrationMap.Between(ChangeModels.Normal.Lifecycle.Description, Later.Lifecycle.Description, Write);

    public static void Write(MigrationDraft map) => map
        .Move(Approved, DbaReview)
        .Move(Scheduled, DbaReview)
        .Keep(Implementing, BackingOut, Reviewing).AsIfPast(DbaReview)
        .KeepTheRest();
}
