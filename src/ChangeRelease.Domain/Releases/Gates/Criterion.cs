namespace ChangeRelease.Domain.Releases;

/// <summary>Something that must be shown before a release enters or leaves a phase. It is planned with the release, and approved with it.</summary>
/// <param name="Before">Before what.</param>
/// <param name="Gate">What must be shown; each name once in a release.</param>
public sealed record Criterion(CriterionPoint Before, Gate Gate)
{
    /// <summary>The gate and the point.</summary>
    /// <returns>For example <c>load test (Tests) before Go</c>.</returns>
    public override string ToString() => $"{Gate} before {Before}";
}
