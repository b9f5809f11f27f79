namespace ChangeRelease.Domain.Scheduling;

/// <summary>The kinds of what can be asked of a plan, and taken back.</summary>
public enum PlanningConstraintKind
{
    /// <summary>The deadline of an item.</summary>
    Deadline,

    /// <summary>The earliest start of an item.</summary>
    NotBefore,

    /// <summary>The fixed start of an item.</summary>
    Fixed,

    /// <summary>That an item is done within some times.</summary>
    Times,

    /// <summary>A closure.</summary>
    Closure,

    /// <summary>How much there is of a resource.</summary>
    Capacity,

    /// <summary>When a resource is there.</summary>
    ResourceTimes,

    /// <summary>A dependency.</summary>
    Precedence,

    /// <summary>An exclusion.</summary>
    Exclusion,

    /// <summary>A limit.</summary>
    Limit,

    /// <summary>A rule of the host's own.</summary>
    Rule,

    /// <summary>The end of the horizon: everything is done by then.</summary>
    Horizon,
}
