namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a rule of conflicts is about (S-50).</summary>
public enum ConflictRuleKind
{
    /// <summary>Work on the same service in the same environment.</summary>
    SameService,

    /// <summary>Work on services of which one depends on the other, in the same environment.</summary>
    RelatedServices,

    /// <summary>Work of the same person.</summary>
    SamePerson,

    /// <summary>Work in the same environment, whatever the service.</summary>
    SameEnvironment,

    /// <summary>Work that has an environment to itself, and other work in it.</summary>
    ExclusiveEnvironment,

    /// <summary>Work with one key, and work with another.</summary>
    Exclusion,

    /// <summary>All work with one key.</summary>
    Limit,
}
