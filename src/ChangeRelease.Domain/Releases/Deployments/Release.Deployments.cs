using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>Where its packages have been before production.</content>
public sealed partial record Release
{
    /// <summary>Every deployment before production, of every package it ever had, in order.</summary>
    public ValueList<Deployment> Deployments { get; init; } = [];

    /// <summary>The environments that a package may leave out, as they were granted.</summary>
    public ValueList<PromotionExemption> PromotionExemptions { get; init; } = [];

    /// <summary>The latest deployment of the present package to an environment.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The deployment; null when there was none.</returns>
    public Deployment? DeploymentTo(EnvironmentId environment) => Content.Package is { Digest: var package }
        ? Deployments.LastOrDefault(deployment => deployment.Environment == environment && deployment.Package == package)
        : null;

    private Release Deploying(Deployment deployment) => this with { Deployments = Deployments.With(deployment) };

    private Release Deployed(EnvironmentId environment, Func<Deployment, Deployment> with)
    {
        var latest = DeploymentTo(environment);
        return this with { Deployments = Deployments.Select(deployment => ReferenceEquals(deployment, latest) ? with(deployment) : deployment).ToValueList() };
    }
}
