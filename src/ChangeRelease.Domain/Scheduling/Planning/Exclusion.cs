using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Items no two of which may overlap (S-50); touching is not overlapping.</summary>
/// <param name="Name">What it is called in reasons; not blank, each name once.</param>
/// <param name="Items">The items; at least two, each once.</param>
public sealed record Exclusion(string Name, ValueList<WorkItemId> Items)
{
    /// <summary>How long after the end of one the next may start; zero or longer.</summary>
    public Duration Gap { get; init; } = Duration.Zero;
}
