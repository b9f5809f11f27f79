using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a plan says is in the way of an item: of a planned one before its start, of one that is left out at any time.</summary>
/// <param name="Item">The item.</param>
/// <param name="Obstacles">What is in its way, in the order of time.</param>
public sealed record ReasonClaim(WorkItemId Item, ValueList<ObstacleClaim> Obstacles);
