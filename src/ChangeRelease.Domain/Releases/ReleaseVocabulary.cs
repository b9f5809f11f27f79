using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>The words that documents of release models may use without a host's adding any.</summary>
public static class ReleaseVocabulary
{
    private static readonly ValueList<Requirement<ReleaseAttempt>> Requirements =
    [
        Needs.Reason, Needs.Title, Needs.Version, Needs.Scope, Needs.Services, Needs.Environments, Needs.Stages,
        Needs.RemediationPlan, Needs.Artifacts, Needs.ArtifactNames, Needs.Provenance, Needs.Configurations, Needs.TestedThis, Needs.Tested, Needs.SomeEdit, Needs.NewDigest,
        Needs.ClearancesKnown, Needs.ChangesCleared, Needs.NextStage, Needs.EveryStageDone,
        .. Needs.Authorization.All, .. Needs.AuthorizingBoard.All, .. Needs.Slots.All,
    ];

    /// <summary>Everything in <see cref="Needs"/>, and the built-in model as a definition to exit to or derive from.</summary>
    public static Vocabulary<ReleaseAttempt> BuiltIn { get; } = Vocabulary<ReleaseAttempt>.Empty
        .With(Requirements)
        .With(ReleaseModels.Ordinary.Lifecycle);
}
