using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Soak;

/// <summary>What a walk came to.</summary>
internal sealed record Walked(Findings Findings, int Done, int Parts, TimeSpan Elapsed)
{
    public bool IsWhole => Done == Parts;
}
