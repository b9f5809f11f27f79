using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the rows of several built-in change models have in common.</summary>
internal static class ChangeRows
{
    public const string Immaterial = "immaterial";
    public const string Material = "material";
    public const string WithinBounds = "within bounds";
    public const string OutsideBounds = "outside bounds";

    public static Requirement<ChangeAttempt>[] Submission { get; } =
    [
        Needs.Title, Needs.Justification, Needs.AffectedServices, Needs.TargetEnvironments, Needs.ImplementationPlan,
        Needs.TestPlan, Needs.RemediationPlan, Needs.TasksDiffer, Needs.OnePointOfNoReturn, Needs.PointOfNoReturnInMaking,
        Needs.WorkFits, Needs.BackOutFits, Needs.OutagesAffect, Needs.DependsOnOthers, Needs.DependenciesAcyclic, Needs.Slots.EffortKnown, Needs.Requester,
    ];

    /// <summary>Editing what was handed in before.</summary>
    public static Requirement<ChangeAttempt>[] Amending { get; } = [Needs.SomeEdit, Needs.PlansKept, Needs.DependsOnOthers, Needs.DependenciesAcyclic];

    public static Requirement<ChangeAttempt>[] Recording { get; } =
        [Needs.TaskKnown, Needs.TaskDue, Needs.TaskOpen, Needs.TaskInOrder, Needs.TaskShown];

    public static Requirement<ChangeAttempt>[] Template { get; } = [Needs.TemplateStands, Needs.TemplateUseLeft];

    /// <summary>What the scheme asks for; what others wait for comes first.</summary>
    public static Requirement<ChangeAttempt>[] AssessmentInputs { get; } =
    [
        Needs.SchemeKnown, Needs.LikelihoodGiven, Needs.QuestionsAnswered, Needs.AnswersOffered, Needs.AnsweredOnce, Needs.ScoresGiven, Needs.ScoresInRange,
        Needs.HistoryKnown, Needs.ServiceGraphKnown, Needs.ServicesInGraph, Needs.NothingUnasked,
    ];

    public static Requirement<ChangeAttempt>[] Retype { get; } = [Needs.OtherModelFits, Needs.OtherModelDiffers];

    public static Requirement<ChangeAttempt>[] Voting { get; } = VotingOn(Needs.Authorization);

    public static Requirement<ChangeAttempt>[] CarryingOver { get; } = [Needs.Reason, Needs.VoteToCarryOver, .. Needs.CarriedOverBy.All];

    public static Requirement<ChangeAttempt>[] RatifyVoting { get; } = VotingOn(Needs.Ratifying);

    public static Requirement<ChangeAttempt>[] Deciding { get; } = [.. Needs.AuthorizingBoard.Recording];

    public static Requirement<ChangeAttempt>[] Undeciding { get; } = [Needs.Reason, .. Needs.AuthorizingBoard.Withdrawing];

    public static Requirement<ChangeAttempt>[] RatifyDeciding { get; } = [.. Needs.RatifyingBoard.Recording];

    public static Requirement<ChangeAttempt>[] RatifyUndeciding { get; } = [Needs.Reason, .. Needs.RatifyingBoard.Withdrawing];

    public static Requirement<ChangeAttempt>[] Repudiation { get; } =
        [Needs.Reason, Needs.Ratifying.VoterIsPerson, Needs.Ratifying.VoterEligible, Needs.RatifyingBoard.DeciderIndependent];

    public static Requirement<ChangeAttempt>[] FittingSlots { get; } =
    [
        Needs.CarrierReady, Needs.Slots.SlotAhead, Needs.Slots.SlotsInOrder, Needs.Slots.WithinTimes, Needs.Slots.NotFrozen,
        Needs.Slots.Open, Needs.Slots.LongEnough, Needs.Slots.PlaceLeft,
    ];

    public static Requirement<ChangeAttempt>[] Starting { get; } =
    [
        Needs.CarrierKeepsSlots, Needs.Slots.InsideSlot, Needs.Slots.TimeLeft, Needs.Slots.WithinTimes, Needs.Slots.NotFrozen,
        Needs.Slots.Open, Needs.Slots.BookingHeld, Needs.DependenciesMade, Needs.ChainHeadKnown,
    ];

    public static Requirement<ChangeAttempt>[] StartingNow { get; } =
        [Needs.Slots.EffortKnown, Needs.Slots.NotFrozenFromNow, Needs.Slots.PassLeftFromNow, Needs.IncidentKnown, Needs.DependenciesMade, Needs.ChainHeadKnown];

    public static Requirement<ChangeAttempt>[] BreakingGlass { get; } =
        [Needs.ProposalStands, Needs.SecondPerson, Needs.SevereEnough, Needs.BreakGlassLeft, Needs.DebtsPaid, Needs.Slots.EffortKnown, Needs.Slots.NotFrozenFromNow, Needs.Slots.PassLeftFromNow, Needs.DependenciesMade, Needs.ChainHeadKnown];

    public static Requirement<ChangeAttempt>[] ProposingOverride { get; } =
        [Needs.Reason, Needs.MayOverride, Needs.NotOverridden];

    public static Requirement<ChangeAttempt>[] Overriding { get; } =
        [Needs.MayOverride, Needs.NotOverridden, Needs.OverrideStands, Needs.SecondOverrider, Needs.OverriderIndependent];

    public static Requirement<ChangeAttempt>[] Revoking { get; } = [Needs.Reason, Needs.PermitNotVoid, Needs.PermitOpen];

    public static Requirement<ChangeAttempt>[] Reporting { get; } = [Needs.ReportInOrder, Needs.ReportAgrees];

    public static Selector<ChangeAttempt> Materiality { get; } = Selector.For<ChangeAttempt>(
        "amendment", [Immaterial, Material], attempt => attempt.IsMaterialAmendment ? Material : Immaterial);

    public static Selector<ChangeAttempt> Bounds { get; } = Selector.For<ChangeAttempt>(
        "amendment under a template",
        [Immaterial, WithinBounds, OutsideBounds],
        attempt => !attempt.IsMaterialAmendment ? Immaterial : attempt.TemplateIsOutgrown ? OutsideBounds : WithinBounds);

    /// <summary>Where a held change goes: back to where it was.</summary>
    public static OriginSelector<ChangeAttempt> HeldFrom { get; } = Selector.Origin<ChangeAttempt>("held from", attempt => attempt.Change.ResumesTo!);

    private static Requirement<ChangeAttempt>[] VotingOn(Approvals.BallotNeeds<ChangeAttempt> ballot) =>
        [.. ballot.Voting];
}
