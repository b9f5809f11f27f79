using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a set of dependencies comes to.</summary>
/// <param name="Order">The releases that are not live yet, each after all that it goes live after, and by id where that leaves a choice. Who waits for something missing, or for a circle, is not among them.</param>
/// <param name="Refusals">Every arrow that leads to no known release, each with its path, and one shortest path around for each group of releases that wait for each other.</param>
/// <param name="Steps">How many looks at a release or an arrow it took: always the same for the same question, and in proportion to their number.</param>
public sealed record DependencyReview(ValueList<ReleaseId> Order, ValueList<Refusal> Refusals, int Steps)
{
    /// <summary>Whether every release can go live some time.</summary>
    public bool IsSound => Refusals.Count == 0;
}
