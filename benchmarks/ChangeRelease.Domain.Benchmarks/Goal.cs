namespace ChangeRelease.Domain.Benchmarks;

/// <summary>One line that a figure has to keep to.</summary>
/// <param name="Claim">What is compared.</param>
/// <param name="Limit">The greatest value that still meets the goal.</param>
/// <param name="Reached">What was measured.</param>
internal sealed record Goal(string Claim, double Limit, Spread Reached)
{
    public bool IsMet => Reached.Median <= Limit;
}

/// <summary>Everything that was measured for a figure, and what it had to reach.</summary>
/// <param name="Title">The figure's name.</param>
/// <param name="Contenders">What was measured.</param>
/// <param name="Goals">What it had to reach.</param>
internal sealed record Figure(string Title, IReadOnlyList<Measured> Contenders, IReadOnlyList<Goal> Goals);
