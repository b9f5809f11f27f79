using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Something that work takes while it lasts and gives back: an environment, a team, a person.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Capacity">How much of it there is at any time at which it is there; zero or more.</param>
public sealed record PlanningResource(ResourceId Id, int Capacity)
{
    /// <summary>When it is there: in the openings that all of these have in common; always when there is none.</summary>
    public ValueList<PlanningTimes> Times { get; init; } = [];
}
