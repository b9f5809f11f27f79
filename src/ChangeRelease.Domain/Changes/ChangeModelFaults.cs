using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What is wrong with a table of changes, beyond what is wrong with any table (S-11).</summary>
internal static class ChangeModelFaults
{
    /// <summary>Requirements on what a typed command says, each with the triggers whose commands say it: no other trigger ever meets them. A migration takes none.</summary>
    private static readonly (Requirement<ChangeAttempt> Requirement, Trigger[] Triggers)[] Spoken =
    [
        (Needs.SomeEdit, [ChangeTriggers.Amend, ChangeTriggers.CompleteAssessment]),
        (Needs.OtherModelKnown, [ChangeTriggers.ChangeType]),
        (Needs.DeferralAhead, [ChangeTriggers.Defer]),
        (Needs.VoteToCarryOver, [ChangeTriggers.CarryOver]),
        (Needs.PermitKnown, [ChangeTriggers.Revoke, ChangeTriggers.Report]),
        (Needs.FreezeMet, [ChangeTriggers.RequestOverride, ChangeTriggers.OverrideFreeze]),
        (Needs.ReviewFits, [ChangeTriggers.RecordReview]),
        (Needs.Migration.TargetKnown, []),
        .. new[] { Needs.Authorization, Needs.Ratifying }.Select(votes => (votes.VoteSeesContent, new[] { ChangeTriggers.CastVote, ChangeTriggers.RecordDecision })),
        .. new[] { Needs.AuthorizingBoard, Needs.RatifyingBoard }.SelectMany(board => new[]
        {
            (board.Asked, new[] { ChangeTriggers.RecordDecision, ChangeTriggers.WithdrawDecision }),
            (board.Known, [ChangeTriggers.RecordDecision, ChangeTriggers.WithdrawDecision]),
            (board.Undecided, [ChangeTriggers.RecordDecision]),
            (board.Decided, [ChangeTriggers.WithdrawDecision]),
        }),
    ];

    public static IEnumerable<LifecycleFault> Of(LifecycleTable<ChangeAttempt> table) => table.Rows.SelectMany(row => NeverMet(row).Concat(Owing(table, row)));

    private static IEnumerable<LifecycleFault> NeverMet(DraftRow<ChangeAttempt> row) => Spoken
        .Where(need => !need.Triggers.Contains(row.Trigger) && row.Requirements.Contains(need.Requirement))
        .Select(need => new LifecycleFault(
            "change.model.need-never-met",
            row.Place,
            $"It asks for {need.Requirement.Code}, which only {(need.Triggers is [] ? "a migration" : string.Join(" or ", need.Triggers.Select(trigger => trigger.Value)))} can meet. Ask for it there, or write a requirement that reads this trigger's arguments."));

    // Without its terms an emergency would start and owe nothing, and nobody would ever ask for its ratification (S-33).
    private static IEnumerable<LifecycleFault> Owing(LifecycleTable<ChangeAttempt> table, DraftRow<ChangeAttempt> row) =>
        table.Declared.Contains(ChangeStates.Ratifying) && Begins(row) && !row.Requirements.Contains(Needs.EmergencyTerms)
            ? [new LifecycleFault("change.model.start-owes-nothing", row.Place, $"It begins to make what is ratified afterwards, and does not ask for {Needs.EmergencyTerms.Code}, so that nothing would be owed. Ask for it.")]
            : [];

    private static bool Begins(DraftRow<ChangeAttempt> row) =>
        row.From.Phase.Order < Phase.Realization.Order && row.Outcomes.Any(outcome => outcome.Exit is null && ChangeFold.IsMaking(outcome.To.Phase));
}
