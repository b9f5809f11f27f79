using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A stage of the rollout that has begun: since when, what was shown of it, and when it ended.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Environment">Where it deployed to.</param>
/// <param name="Exposure">Which part of the environment it exposed.</param>
/// <param name="Package">The digest of the package that it deployed.</param>
/// <param name="Changes">The changes that it brought, each with its permit.</param>
/// <param name="BegunAt">When it began.</param>
public sealed record StageRun(string Stage, EnvironmentId Environment, Share Exposure, Digest Package, ValueList<PermittedChange> Changes, Instant BegunAt)
{
    /// <summary>From when its bake time counts: when it began, or when the rollout last went on after a pause.</summary>
    public Instant BakesFrom { get; init; } = BegunAt;

    /// <summary>When it ended; null while it is under way.</summary>
    public Instant? FinishedAt { get; init; }

    /// <summary>What was shown of its gates, in order.</summary>
    public ValueList<GateResult> Results { get; init; } = [];

    /// <summary>What was shown last of a gate.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <returns>The result; null when nothing was shown yet.</returns>
    public GateResult? Latest(string gate) => Results.LastOrDefault(result => string.Equals(result.Evidence.Gate, gate, StringComparison.Ordinal));

    /// <summary>The gates whose latest evidence failed.</summary>
    internal IEnumerable<GateResult> Failed => Results
        .GroupBy(result => result.Evidence.Gate, StringComparer.Ordinal)
        .Select(results => results.Last())
        .Where(result => result.Verdict == GateVerdict.Failed);
}
