using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static VendorWorkflow.DatabaseWords;

namespace VendorWorkflow;

/// <summary>The change model for database migrations, in two versions, and the map from one to the other.</summary>
internal static class MigrationModels
{
    public const string Id = "database-migration";

    /// <summary>Normal, with the administrator's review on the way to authorization, a backup, and no deferring.</summary>
    public static ChangeModel First { get; } = ChangeModels.Normal.Derive(Id, version: 1, change => change
        .Insert(DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing)
        .Share(DbaReview, ChangeStates.Authorizing)
        .Require(ChangeStates.Draft, ChangeTriggers.Submit, BackupNamed)
        .Forbid(ChangeTriggers.Defer)
        .Takes(Clear, Finding)
        .In(DbaReview).On(Clear).GoTo(ChangeStates.Authorizing).When(ByAdministrator, FindingGiven));

    /// <summary>The same, with a rehearsal between approval and schedule.</summary>
    public static ChangeModel Second { get; } = First.Derive(Id, version: 2, change => change
        .Insert(Rehearsing, ChangeStates.Authorizing, ChangeStates.Approved)
        .Share(Rehearsing, ChangeStates.Approved)
        .Takes(Rehearse, TookMinutes)
        .In(Rehearsing).On(Rehearse).GoTo(ChangeStates.Approved).When(ShortRehearsal.With(Arguments.Of(LongestMinutes, 90L))));

    /// <summary>Who is approved has not rehearsed and goes back to do so; who has begun is excused by name. Nobody goes forward.</summary>
    public static MigrationMap ToSecond { get; } = MigrationMap.Between(First.Lifecycle.Description, Second.Lifecycle.Description, map => map
        .Move(ChangeStates.Approved, Rehearsing)
        .Move(ChangeStates.Scheduled, Rehearsing)
        .Keep(ChangeStates.Implementing, ChangeStates.BackingOut, ChangeStates.Reviewing).AsIfPast(Rehearsing)
        .KeepTheRest());

    /// <summary>Every model that the vendor's customers may use.</summary>
    public static ChangeModelCatalog Catalog { get; } =
        new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, First, Second]).WithMigrations(ToSecond);
}
