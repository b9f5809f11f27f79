using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a piece of work takes of a resource while it lasts.</summary>
/// <param name="Resource">Which resource.</param>
/// <param name="Amount">How much at a time; one or more.</param>
public sealed record Demand(ResourceId Resource, int Amount = 1)
{
    /// <summary>During which parts; they follow one another without another part between them.</summary>
    public WorkParts During { get; init; } = WorkParts.All;
}
