using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One change in a backlog; entries are ordered by priority, then by how long they wait, then by name.</summary>
/// <param name="Id">The change.</param>
/// <param name="Priority">Its priority; null when no impact or no urgency is known, and then it comes last.</param>
/// <param name="Since">Since when it waits as it is; what waits longer comes first.</param>
/// <param name="Weight">What a plan counts for it.</param>
public sealed record BacklogEntry(ChangeId Id, Priority? Priority, Instant Since, int Weight) : IComparable<BacklogEntry>
{
    /// <summary>The entry of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="table">The priority table.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BacklogEntry Of(ChangeRequest change, PriorityTable table)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(table);
        var priority = table.Of(change.Content);
        return new BacklogEntry(change.Id, priority, change.Since, table.WeightOf(priority));
    }

    /// <summary>Whether this one comes before another; the weight has no say.</summary>
    /// <param name="other">The entry to compare with; null comes first.</param>
    /// <returns>A negative number, zero or a positive number, as for <see cref="IComparable{T}"/>.</returns>
    public int CompareTo(BacklogEntry? other) => other is null
        ? 1
        : Rank(Priority).CompareTo(Rank(other.Priority)) is not 0 and var byPriority ? byPriority
        : Since.CompareTo(other.Since) is not 0 and var byWait ? byWait
        : Id.CompareTo(other.Id);

    private static int Rank(Priority? priority) => (int?)priority ?? int.MaxValue;
}
