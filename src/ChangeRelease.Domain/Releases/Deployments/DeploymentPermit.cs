using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A permit that a carried change issued for one environment, as the second check against the change's own history found it.</summary>
/// <param name="Environment">Where something may begin under it.</param>
/// <param name="Permit">The permit's digest: what the change calls it by.</param>
/// <param name="Content">The digest of the change's material content that was permitted (S-23).</param>
/// <param name="NotBefore">The first instant at which something may begin; itself inside.</param>
/// <param name="NotAfter">The last instant at which something may begin; itself inside.</param>
public sealed record DeploymentPermit(EnvironmentId Environment, Digest Permit, Digest Content, Instant NotBefore, Instant NotAfter)
{
    /// <summary>Why nothing may begin under it, by the change's own history: revoked, used up, ended, held; empty when something may.</summary>
    public ValueList<Refusal> Objections { get; init; } = [];

    /// <summary>The permit and where it is for.</summary>
    /// <returns>For example <c>0f3a5c77b2d1 in production</c>.</returns>
    public override string ToString() => $"{Permit.Abbreviated} in {Environment}";
}
