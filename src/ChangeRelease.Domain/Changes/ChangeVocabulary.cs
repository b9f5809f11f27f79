using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The words that documents of change models may use without a host's adding any.</summary>
public static class ChangeVocabulary
{
    private static readonly ValueList<Requirement<ChangeAttempt>> Requirements =
    [
        Needs.CarrierReady, Needs.CarrierCovers, Needs.Reason,
        Needs.Title, Needs.Justification, Needs.AffectedServices, Needs.TargetEnvironments, Needs.ImplementationPlan,
        Needs.TestPlan, Needs.RemediationPlan, Needs.TasksDiffer, Needs.OnePointOfNoReturn, Needs.PointOfNoReturnInMaking, Needs.WorkFits,
        Needs.BackOutFits, Needs.OutagesAffect, Needs.PlansKept, Needs.TaskKnown, Needs.TaskDue, Needs.TaskOpen, Needs.TaskInOrder,
        Needs.TaskShown, Needs.EvidenceComplete, Needs.TasksDone, Needs.WayBack, Needs.DependsOnOthers, Needs.DependenciesKnown, Needs.DependenciesAcyclic,
        Needs.DependenciesMade, Needs.Requester, Needs.Incident, Needs.DeedDone, Needs.DeedWhen, Needs.DeedPast,
        Needs.DeedBy, Needs.SomeEdit, Needs.OtherModelKnown, Needs.OtherModelFits, Needs.OtherModelDiffers,
        .. ChangeRows.AssessmentInputs,
        Needs.AssessorsKnown, Needs.AbleAssessor, Needs.TimesProposed, Needs.Assessed, Needs.DeferralAhead, Needs.DeferralOver,
        Needs.TemplateKnown, Needs.TemplateRiskKnown, Needs.TemplateStands, Needs.TemplateUseLeft, Needs.TemplateLapsed, Needs.TemplateKnownForEdit,
        Needs.TemplateKept,
        Needs.EmergencyTerms, Needs.IncidentKnown, Needs.SevereEnough, Needs.BreakGlassCounted, Needs.DebtsKnown,
        Needs.DebtsPaid, Needs.BreakGlassLeft, Needs.BreakGlassProposed, Needs.ProposalStands, Needs.SecondPerson,
        Needs.AccountsKnown, Needs.PersonProposes, Needs.DebtTolerated, Needs.DebtOpen, Needs.DebtOverdue,
        Needs.FreezeMet, Needs.FreezeOverridable, Needs.MayOverride, Needs.NotOverridden, Needs.OverrideProposed, Needs.OverrideStands,
        Needs.SecondOverrider, Needs.OverriderIndependent,
        Needs.CarrierKeepsSlots, Needs.ReviewFits, Needs.Reviewed, Needs.ReviewedByPerson,
        Needs.ReviewedByPersonUnlessSuccessful, Needs.RatifiedOrReversed, Needs.VoteToCarryOver,
        Needs.ChainHeadKnown, Needs.PermitKnown, Needs.PermitNotVoid, Needs.PermitOpen, Needs.ReportInOrder, Needs.ReportAgrees,
        .. Needs.CarriedOverBy.All, .. Needs.Authorization.All, .. Needs.Ratifying.All, .. Needs.AuthorizingBoard.All, .. Needs.RatifyingBoard.All, .. Needs.Slots.All,
    ];

    /// <summary>Everything in <see cref="Needs"/>, the questions that the built-in models ask, and those models as definitions to exit to or derive from.</summary>
    public static Vocabulary<ChangeAttempt> BuiltIn { get; } = Vocabulary<ChangeAttempt>.Empty
        .With(Requirements)
        .With(ChangeRows.Materiality, ChangeRows.Bounds)
        .With(ChangeRows.HeldFrom)
        .With(ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle));
}
