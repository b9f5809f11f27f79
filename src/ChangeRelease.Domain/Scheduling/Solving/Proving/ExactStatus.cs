namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What is known of a problem after a search.</summary>
internal enum ExactStatus
{
    /// <summary>Neither a plan nor a proof that there is none.</summary>
    Unknown,

    /// <summary>A plan, or the bound that was given, without a proof that nothing costs less.</summary>
    Feasible,

    /// <summary>Nothing costs less than the plan, or than the bound that was given.</summary>
    Optimal,

    /// <summary>There is no plan, at any cost.</summary>
    Infeasible,
}
