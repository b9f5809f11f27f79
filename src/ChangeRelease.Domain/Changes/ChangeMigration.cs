using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Moves a change to another definition: no trigger of any table, as opening is none (S-13).</summary>
internal static class ChangeMigration
{
    public static Decision<ChangeEvent> Decide(ChangeAttempt attempt)
    {
        var refusals = Unmet.Of(attempt, [Needs.Reason, .. Needs.Migration.All, Needs.DebtKept, .. Needs.MigratedBy.All]);
        if (refusals.Count > 0)
        {
            return Decision.Refuse<ChangeEvent>(refusals);
        }

        var standing = CaseOf(attempt).Verdict!.Standing!;
        var header = new EventHeader(attempt.Stamp, standing.State, DigestUnder(standing.Definition, attempt.Change), ChangeJson.DigestOf(attempt.Command), attempt.Facts.Basis);
        return Decision.Accept(attempt.Command.Happened(attempt, header, standing.Definition));
    }

    public static MigrationCase CaseOf(ChangeAttempt attempt)
    {
        var (change, models) = (attempt.Change, attempt.Facts.Models);
        var asked = attempt.Command as MigrateChange;
        var target = TargetOf(attempt)?.Lifecycle.Reference;
        return new MigrationCase(
            change.Standing,
            FormattableString.Invariant($"{asked?.Model}, version {asked?.Version}"),
            target,
            target is null ? null : models.Migrations.Find(change.Model, target),
            change.StartedAt is not null);
    }

    public static bool LeavesDebt(ChangeAttempt attempt) =>
        attempt.Change is { Debt: not null, Ratification: null } && TargetOf(attempt)?.Lifecycle.Description.Triggers.Any(known => known.Trigger == ChangeTriggers.Ratify) != true;

    /// <summary>What happens to a change that is moved: what it resumes to, whether its votes stand, and whether it keeps its slots.</summary>
    public static ChangeMigrated Moved(ChangeAttempt attempt, EventHeader header, string reason)
    {
        var (change, standing) = (attempt.Change, CaseOf(attempt).Verdict!.Standing!);
        var isSameType = string.Equals(standing.Definition.Id, change.Model.Id, StringComparison.Ordinal);
        var keepsSlots = change.StartedAt is not null || (isSameType && HoldsSlots(TargetOf(attempt)!, standing.State));
        return new ChangeMigrated(header, change.Model, standing.Definition, standing.Origin, isSameType, keepsSlots, reason);
    }

    private static ChangeModel? TargetOf(ChangeAttempt attempt) =>
        attempt.Command is MigrateChange migrate ? attempt.Facts.Models.Find(migrate.Model, migrate.Version) : null;

    // A state in which a booking can be given back is one in which it is held.
    private static bool HoldsSlots(ChangeModel model, State state) => model.Lifecycle.TriggersFrom(state)
        .Any(trigger => trigger == ChangeTriggers.Unschedule || trigger == ChangeTriggers.LapseSlot || trigger == ChangeTriggers.Reschedule);

    // The type is material: under another one, the same content is another one, and votes on it are void (S-23).
    private static Digest DigestUnder(LifecycleRef model, ChangeRequest change) =>
        string.Equals(model.Id, change.Model.Id, StringComparison.Ordinal) ? change.Digest : ChangeFields.DigestOf(model.Id, change.Content);
}
