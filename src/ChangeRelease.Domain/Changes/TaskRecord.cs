using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A task of a plan that was done.</summary>
/// <param name="Plan">Which plan it is of.</param>
/// <param name="Name">Which task.</param>
/// <param name="Evidence">What shows it; may be empty.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record TaskRecord(PlanKind Plan, string Name, string Evidence, ActorId By, Instant At);
