using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <content>What moving a change to another definition asks for; no table does (S-13).</content>
public static partial class Needs
{
    /// <summary>The requirements on the way to the other definition.</summary>
    public static MigrationNeeds<ChangeAttempt> Migration { get; } = new("change", ChangeMigration.CaseOf);

    /// <summary>The requirements on who moves a change to another definition.</summary>
    public static ProcessOwnerNeeds<ChangeAttempt> MigratedBy { get; } =
        new("change", "migration", attempt => attempt.Stamp, attempt => attempt.Facts.Directory, attempt => attempt.Change.Contributors);

    /// <summary>What an emergency owes is not left behind (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtKept { get; } = Need(
            "change.migration.debt-left", "What an emergency owes can be paid under the other definition.", attempt => !ChangeMigration.LeavesDebt(attempt))
        .Explains(attempt => Why.Because($"It was made without waiting and is yet to be ratified, and {ChangeMigration.CaseOf(attempt).Target} has no row for {ChangeTriggers.Ratify}.")
            .CuredBy(Remedy.Do("Have it ratified or repudiated first")))
        .After(Migration.TargetKnown);
}
