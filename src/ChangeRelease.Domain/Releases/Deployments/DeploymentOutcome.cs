namespace ChangeRelease.Domain.Releases;

/// <summary>How a deployment ended.</summary>
public enum DeploymentOutcome
{
    /// <summary>The package runs there.</summary>
    Succeeded,

    /// <summary>It does not; the next deployment of it is the next attempt.</summary>
    Failed,
}
