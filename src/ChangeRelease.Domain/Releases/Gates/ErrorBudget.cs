namespace ChangeRelease.Domain.Releases;

/// <summary>What is left of an error budget, counted in whatever the host counts: requests, minutes.</summary>
public sealed record ErrorBudget
{
    /// <summary>Takes the two counts.</summary>
    /// <param name="remaining">What is left; below zero when more was spent than there was.</param>
    /// <param name="total">All that there was; at least 1, and not less than <paramref name="remaining"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is below 1, or <paramref name="remaining"/> is above it.</exception>
    public ErrorBudget(long remaining, long total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(remaining, total);
        (Remaining, Total) = (remaining, total);
    }

    /// <summary>What is left; below zero when more was spent than there was.</summary>
    public long Remaining { get; }

    /// <summary>All that there was; at least 1.</summary>
    public long Total { get; }

    /// <summary>Whether at least a share of it is left; compared exactly.</summary>
    /// <param name="least">The share; exactly so much is enough.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="least"/> is null.</exception>
    public bool Holds(Share least)
    {
        ArgumentNullException.ThrowIfNull(least);
        return (Int128)Remaining * Share.Whole >= (Int128)Total * least.BasisPoints;
    }

    /// <summary>What is left, of how much.</summary>
    /// <returns>For example <c>1200 of 4320</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Remaining} of {Total}");
}
