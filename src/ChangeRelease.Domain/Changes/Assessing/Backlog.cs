using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Puts changes into the order in which they deserve attention: for a backlog, and for the agenda of a board.</summary>
public static class Backlog
{
    /// <summary>Orders changes: by priority, then what waits longer first, then by name; what has no priority comes last.</summary>
    /// <param name="changes">The changes, in any order.</param>
    /// <param name="table">The priority table.</param>
    /// <returns>An entry for each, in an order that does not depend on the order given.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ValueList<BacklogEntry> Order(IEnumerable<ChangeRequest> changes, PriorityTable table)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(table);
        return changes.Select(change => BacklogEntry.Of(change, table)).Order().ToValueList();
    }
}
