namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>What a solver is asked for.</summary>
internal sealed record SolverRequest(CompactProblem Problem, int[][] Dependencies, IHostRules? Rules, long Seed, SearchBudget Budget)
{
    /// <summary>A schedule to begin with; null when there is none.</summary>
    public int[]? Previous { get; init; }

    /// <summary>Ends the search.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether the first schedule that leaves nothing out is enough.</summary>
    public bool WholeIsEnough { get; init; }

    /// <summary>Told of each better schedule, and of each better bound.</summary>
    public Action<Worth, Worth>? Better { get; init; }
}
