using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>What can be wrong with the table of a release model, beyond what can be wrong with any table.</summary>
internal static class ReleaseModelFaults
{
    // What happens with these triggers is worked out from what the requirement makes sure of; and in no model does anything go live before what it depends on (S-53).
    private static readonly (Trigger Trigger, Requirement<ReleaseAttempt> Need)[] Needed =
    [
        (ReleaseTriggers.BeginStage, Needs.NextStage),
        (ReleaseTriggers.BeginStage, Needs.Version),
        (ReleaseTriggers.BeginStage, Needs.SamePackage),
        (ReleaseTriggers.BeginStage, Needs.NoGateFailed),
        (ReleaseTriggers.RecordGate, Needs.EvidenceFits),
        (ReleaseTriggers.RecordPromotion, Needs.PromotionEvidenceFits),
        (ReleaseTriggers.RecordCriterion, Needs.CriterionEvidenceFits),
        (ReleaseTriggers.ExemptStep, Needs.Packaged),
        .. Needs.DependenciesMet.Select(need => (ReleaseTriggers.BeginStage, need)),
    ];

    public static IEnumerable<LifecycleFault> Of(LifecycleTable<ReleaseAttempt> table) => table.Rows.SelectMany(row => Leaving(row).Concat(Careless(row)));

    private static IEnumerable<LifecycleFault> Leaving(DraftRow<ReleaseAttempt> row) => row.ExitTable is null ? [] :
        [new LifecycleFault("release.model.exit", row.Place, "A release stays under the definition it was opened under. Lead to a state of this table, or migrate the release.")];

    private static IEnumerable<LifecycleFault> Careless(DraftRow<ReleaseAttempt> row) => Needed
        .Where(needed => needed.Trigger == row.Trigger && !row.Requirements.Contains(needed.Need))
        .Select(needed => new LifecycleFault("release.model.need-missing", row.Place, $"It does not ask for {needed.Need.Code}. Ask for it, or name a trigger of your own."));
}
