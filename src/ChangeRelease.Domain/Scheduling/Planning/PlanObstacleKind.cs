namespace ChangeRelease.Domain.Scheduling;

/// <summary>Why an item does not start somewhere; where several hold, the first of them is told.</summary>
public enum PlanObstacleKind
{
    /// <summary>What it depends on is left out.</summary>
    DependencyLeftOut,

    /// <summary>It takes more of a resource than there is.</summary>
    DemandTooGreat,

    /// <summary>It is longer than the horizon.</summary>
    TooLong,

    /// <summary>Its start is fixed elsewhere.</summary>
    Fixed,

    /// <summary>It would end after its deadline, or after the horizon.</summary>
    TooLate,

    /// <summary>It depends on something that is not yet done, or done too long ago.</summary>
    Dependency,

    /// <summary>Its calendar is not open: outside every window.</summary>
    Closed,

    /// <summary>A freeze of its calendar is in force.</summary>
    Frozen,

    /// <summary>A closure of the problem is in force.</summary>
    Closure,

    /// <summary>A resource is not there.</summary>
    ResourceAway,

    /// <summary>A resource is taken by others.</summary>
    ResourceBusy,

    /// <summary>An item that it must not overlap is there.</summary>
    Excluded,

    /// <summary>A limit is reached.</summary>
    LimitReached,

    /// <summary>A rule of the host's own does not allow it.</summary>
    Rule,

    /// <summary>Nothing is in the way: something else weighs more, or the search ended before it was tried.</summary>
    Free,
}
