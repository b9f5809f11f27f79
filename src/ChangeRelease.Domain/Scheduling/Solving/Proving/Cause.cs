namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Why a bound was raised. What each holds in <see cref="TrailEntry.Detail"/> and <see cref="TrailEntry.Moment"/> is said beside it.</summary>
internal enum Cause
{
    /// <summary>It was so from the start, or it follows from the problem alone.</summary>
    Given,

    /// <summary>The search tries it.</summary>
    Decision,

    /// <summary>A hole in the starts was skipped.</summary>
    Gap,

    /// <summary>A distance that holds; the detail is the arc.</summary>
    Distance,

    /// <summary>A distance can no longer hold, so its condition does not; the detail is the arc.</summary>
    Excluded,

    /// <summary>All other bounds of a clause are false; the detail is the clause.</summary>
    Clause,

    /// <summary>A resource is full; the detail is the use among all, the moment the bucket.</summary>
    Load,

    /// <summary>A resource is more than full; the detail is the resource, the moment the bucket. Only of conflicts.</summary>
    Overload,

    /// <summary>It would cost too much.</summary>
    Cost,
}
