using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What is asked for between two states.</summary>
/// <param name="Always">What stands on every path: without it, none leads there; in the order in which a shortest path meets it.</param>
/// <param name="Shortest">A shortest path; each of its moves says what it asks for.</param>
public sealed record RequirementsOnTheWay(ValueList<RequirementRef> Always, Trace Shortest);
