namespace ChangeRelease.Domain.Changes;

/// <summary>What becomes of changes in flight that were submitted under earlier versions, when a version of a template is published (S-31).</summary>
public enum EarlierVersions
{
    /// <summary>They fall back to the way of a normal change.</summary>
    FallBack,

    /// <summary>They go on under the version that they were submitted under, as long as that one holds.</summary>
    GoOn,
}
