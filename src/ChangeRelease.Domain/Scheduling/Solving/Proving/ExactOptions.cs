namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>How far to search, and with what to begin.</summary>
internal sealed class ExactOptions
{
    /// <summary>Only plans that cost less than this are looked for: the cost of a plan that the caller has.</summary>
    public long? UpperBound { get; init; }

    /// <summary>The starts of a plan; the search stays near it. It need not keep all rules, and it is not taken for a result.</summary>
    public int[]? Hint { get; init; }

    /// <summary>How many conflicts this run may have.</summary>
    public required long Conflicts { get; init; }

    /// <summary>How much work this run may do besides: raised bounds, and uses looked at.</summary>
    public long Steps { get; init; } = long.MaxValue;

    /// <summary>Is told of each better plan, in the order found: its starts, and what it costs.</summary>
    public Action<int[], long>? Improved { get; init; }
}
