namespace ChangeRelease.Domain.Changes;

/// <summary>How changes like this one went, as the host counts them.</summary>
public sealed record SimilarChanges
{
    /// <summary>Takes the two counts.</summary>
    /// <param name="trials">How many there were; zero or more.</param>
    /// <param name="successes">How many of them succeeded; zero to <paramref name="trials"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more succeeded than there were.</exception>
    public SimilarChanges(int trials, int successes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        (Trials, Successes) = (trials, successes);
    }

    /// <summary>How many there were.</summary>
    public int Trials { get; }

    /// <summary>How many of them succeeded.</summary>
    public int Successes { get; }

    /// <summary>The counts.</summary>
    /// <returns>For example <c>18 of 20</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Successes} of {Trials}");
}
