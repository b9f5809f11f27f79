namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What a search found.</summary>
internal sealed class ExactResult
{
    public required ExactStatus Status { get; init; }

    /// <summary>The best plan that this search found itself; null where it found none, or none that costs less than the caller's.</summary>
    public required int[]? Starts { get; init; }

    /// <summary>What the best known plan costs, be it the caller's; meaningless where there is none.</summary>
    public required long Cost { get; init; }

    /// <summary>No plan costs less than this; meaningless where there is no plan.</summary>
    public required long LowerBound { get; init; }

    /// <summary>How many conflicts all runs so far had.</summary>
    public required long Conflicts { get; init; }

    /// <summary>How much work all runs so far did, in steps.</summary>
    public required long Steps { get; init; }
}
