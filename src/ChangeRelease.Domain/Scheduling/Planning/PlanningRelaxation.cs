namespace ChangeRelease.Domain.Scheduling;

/// <summary>A constraint that, taken back alone, leaves out less, and what can be planned then.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Plan">A plan without it: it shows, for example, by how much a deadline would have to move.</param>
public sealed record PlanningRelaxation(PlanningConstraint Constraint, Plan Plan);
