using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a change stands that is to reverse a repudiated one.</summary>
/// <param name="Id">The reversing change.</param>
/// <param name="IsClosed">Whether it is closed, with its review successful.</param>
/// <param name="Reverses">The change that it says it reverses; null when it says so of none.</param>
public sealed record ReversalStanding(ChangeId Id, bool IsClosed, ChangeId? Reverses);
