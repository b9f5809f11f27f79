using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>One attempt to bring a package into an environment before production: a record of its own, with its report. In production the stages of the rollout are the deployments, see <see cref="StageRun"/>.</summary>
/// <param name="Environment">Where.</param>
/// <param name="Package">The digest of the package.</param>
/// <param name="Attempt">The how manieth attempt with this package there; from 1.</param>
/// <param name="Configuration">The configuration that it runs with there; null when none is planned for the environment.</param>
/// <param name="By">Who began it.</param>
/// <param name="BegunAt">When it began.</param>
public sealed record Deployment(EnvironmentId Environment, Digest Package, int Attempt, ConfigurationVersion? Configuration, ActorId By, Instant BegunAt)
{
    /// <summary>The slot for which it takes up a place in the environment; null where no model asks for places.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Slot? Slot { get; init; }

    /// <summary>How it ended; null while it is under way.</summary>
    public DeploymentOutcome? Outcome { get; init; }

    /// <summary>When it ended; null while it is under way.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What was reported at its end.</summary>
    public string Report { get; init; } = string.Empty;

    /// <summary>What was shown there since, in order.</summary>
    public ValueList<GateResult> Results { get; init; } = [];

    /// <summary>What was shown last of a gate.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <returns>The result; null when nothing was shown yet.</returns>
    public GateResult? Latest(string gate) => Results.LastOrDefault(result => string.Equals(result.Evidence.Gate, gate, StringComparison.Ordinal));

    /// <summary>The package, the environment and the attempt.</summary>
    /// <returns>For example <c>0f3a5c77b2d1 in staging, attempt 2</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Package.Abbreviated} in {Environment}, attempt {Attempt}");
}
