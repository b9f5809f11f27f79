using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Moves a release to another definition: no trigger of any table, as opening is none (S-13).</summary>
internal static class ReleaseMigration
{
    public static Decision<ReleaseEvent> Decide(ReleaseAttempt attempt)
    {
        var refusals = Unmet.Of(attempt, [Needs.Reason, .. Needs.Migration.All, .. Needs.MigratedBy.All]);
        if (refusals.Count > 0)
        {
            return Decision.Refuse<ReleaseEvent>(refusals);
        }

        var header = new EventHeader(
            attempt.Stamp, CaseOf(attempt).Verdict!.Standing!.State, attempt.Release.Digest, ReleaseJson.DigestOf(attempt.Command), attempt.Facts.Basis);
        return Decision.Accept(attempt.Command.Happened(attempt, header));
    }

    public static MigrationCase CaseOf(ReleaseAttempt attempt)
    {
        var release = attempt.Release;
        var asked = attempt.Command as MigrateRelease;
        var target = TargetOf(attempt)?.Lifecycle.Reference;
        return new MigrationCase(
            release.Standing,
            FormattableString.Invariant($"{asked?.Model}, version {asked?.Version}"),
            target,
            target is null ? null : attempt.Facts.Migrations.Find(release.Model, target),
            HasBegun(release.Status));
    }

    /// <summary>What happens to a release that is moved: whether its votes stand, and whether it keeps its slots.</summary>
    public static ReleaseMigrated Moved(ReleaseAttempt attempt, EventHeader header, string reason)
    {
        var (release, standing) = (attempt.Release, CaseOf(attempt).Verdict!.Standing!);
        var isSameId = string.Equals(standing.Definition.Id, release.Model.Id, StringComparison.Ordinal);
        var keepsSlots = HasBegun(release.Status) || (isSameId && HoldsSlots(TargetOf(attempt)!, standing.State));
        return new ReleaseMigrated(header, release.Model, standing.Definition, isSameId, keepsSlots, reason);
    }

    private static bool HasBegun(State state) => state.Phase.Order >= Phase.Realization.Order;

    private static ReleaseModel? TargetOf(ReleaseAttempt attempt) => attempt.Command is MigrateRelease migrate
        ? attempt.Facts.Models.FirstOrDefault(model => model.Lifecycle.Reference is var reference && string.Equals(reference.Id, migrate.Model, StringComparison.Ordinal) && reference.Version == migrate.Version)
        : null;

    // A state in which a booking can be given back is one in which it is held.
    private static bool HoldsSlots(ReleaseModel model, State state) => model.Lifecycle.TriggersFrom(state)
        .Any(trigger => trigger == ReleaseTriggers.Unschedule || trigger == ReleaseTriggers.LapseSlot || trigger == ReleaseTriggers.Reschedule);
}
