using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A change that another depends on.</summary>
/// <param name="Change">The change.</param>
/// <param name="IsMade">Whether it is made and stands.</param>
/// <param name="Ends">When its last slot ends; null when it has none.</param>
internal sealed record PlanningDependency(ChangeId Change, bool IsMade, Instant? Ends);
