using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>The words that documents of release models may use without a host's adding any.</summary>
public static class ReleaseVocabulary
{
    private static readonly ValueList<Requirement<ReleaseAttempt>> Requirements =
    [
        Needs.Reason, Needs.Title, Needs.Version, Needs.Scope, Needs.Services, Needs.Environments, Needs.Rollout, Needs.RolloutSound,
        Needs.RemediationPlan, Needs.Artifacts, Needs.ArtifactNames, Needs.Provenance, Needs.Configurations, Needs.TestedThis, Needs.Tested, Needs.SomeEdit, Needs.NewDigest,
        Needs.ClearancesKnown, Needs.ChangesCleared, Needs.ExposureKept, Needs.NothingExposed, Needs.ActiveKnown, Needs.OneGoodVersion,
        Needs.PlacesKnown, Needs.PlacesFree, Needs.PlacesBooked, Needs.Packaged, Needs.PathKnown, Needs.OnPath, Needs.NothingSkipped, Needs.PathPassed, Needs.NoneUnderWay, Needs.DeploymentUnderWay,
        Needs.PromotionGateKnown, Needs.PromotionEvidenceFits, Needs.PromotionDirectoryKnown, Needs.PromotionEntitled, Needs.ExemptionAhead, .. Needs.ExemptedBy.All,
        Needs.ChangesAuthorized, Needs.ChangesAsLetGo, Needs.ChangesPermitted, Needs.CriteriaSound, Needs.ReadyToBuild, Needs.TestsComplete, Needs.ReadyToGo, Needs.ReadyToDeploy, Needs.Acceptable,
        Needs.CriterionKnown, Needs.CriterionEvidenceFits, Needs.CriterionDirectoryKnown, Needs.CriterionEntitled,
        Needs.EarlyLifeOver, Needs.IncidentsOver, Needs.IncidentNew, Needs.IncidentOpen,
        Needs.NextStage, Needs.SamePackage, Needs.StageInSlot, Needs.StageMayBegin, Needs.StageUnderWay, Needs.Baked, Needs.EveryStageDone,
        Needs.GoodVersionNamed, Needs.WayBackOpen, Needs.NoRollBackBegun,
        Needs.NoGateFailed, Needs.GatesPassed, Needs.GateKnown, Needs.EvidenceFits, Needs.EvidenceFresh, Needs.EvidenceSeen, Needs.GateDirectoryKnown, Needs.GateEntitled,
        .. Needs.DependenciesMet,
        .. Needs.Authorization.All, .. Needs.AuthorizingBoard.All, .. Needs.Slots.All,
    ];

    /// <summary>Everything in <see cref="Needs"/>, the question that the built-in model asks, and that model as a definition to exit to or derive from.</summary>
    public static Vocabulary<ReleaseAttempt> BuiltIn { get; } = Vocabulary<ReleaseAttempt>.Empty
        .With(Requirements)
        .With(ReleaseModels.Finding)
        .With(ReleaseModels.Ordinary.Lifecycle);
}
