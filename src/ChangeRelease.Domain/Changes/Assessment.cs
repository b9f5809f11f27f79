using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What an assessor found: how much the change touches, and how likely it goes wrong.</summary>
/// <param name="Impact">How much it touches.</param>
/// <param name="Risk">How likely it goes wrong, and how badly.</param>
/// <param name="Reasoning">Why, in the assessor's words; may be empty.</param>
/// <param name="Assessor">Who assessed.</param>
public sealed record Assessment(Grade Impact, Grade Risk, string Reasoning, ActorId Assessor);
