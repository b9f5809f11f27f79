using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>A subject or two as they are when the queue begins, and commands for them that follow from each other, usually.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Records">What was recorded so far.</param>
/// <param name="Ways">The commands; the n-th of them is called by the freight's name and n.</param>
internal sealed record Freight(string Name, IReadOnlyList<EventRecord> Records, Func<Random, Errand[]> Ways);
