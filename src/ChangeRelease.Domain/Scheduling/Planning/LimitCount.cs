namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a limit counts.</summary>
public enum LimitCount
{
    /// <summary>Items.</summary>
    Items,

    /// <summary>The sum of their <see cref="WorkItem.Risk"/>.</summary>
    Risk,
}
