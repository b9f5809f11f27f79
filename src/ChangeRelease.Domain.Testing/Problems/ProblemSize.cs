namespace ChangeRelease.Domain.Testing;

/// <summary>How large random problems are.</summary>
/// <param name="Points">How many points the grid has within the horizon: from and to.</param>
/// <param name="Items">How many items there are: from and to.</param>
/// <param name="Resources">How many resources at most.</param>
internal sealed record ProblemSize((int From, int To) Points, (int From, int To) Items, int Resources)
{
    /// <summary>Small enough for <see cref="BruteForce"/>, most of the time.</summary>
    public static ProblemSize Small { get; } = new((5, 14), (2, 5), 2);

    /// <summary>A few days or weeks, some dozens of items.</summary>
    public static ProblemSize Medium { get; } = new((60, 600), (6, 30), 4);
}
