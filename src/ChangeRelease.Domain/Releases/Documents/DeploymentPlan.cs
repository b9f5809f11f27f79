using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Where a release is deployed, in which order, when and by whom.</summary>
/// <param name="Release">The release.</param>
/// <param name="Deployments">The deployments, each environment once, in the order in which they are made.</param>
public sealed record DeploymentPlan(ReleaseId Release, ValueList<PlannedDeployment> Deployments)
{
    /// <summary>Says everything that is missing.</summary>
    /// <returns>A refusal for each; empty when the plan is complete.</returns>
    public ValueList<Refusal> WhatIsMissing() => Unmet.Of(this, ReleaseDocumentNeeds.OfDeploymentPlan);
}
