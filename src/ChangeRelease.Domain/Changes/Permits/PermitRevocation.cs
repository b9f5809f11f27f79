using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>That a permit was made void.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who made it void.</param>
/// <param name="At">When, in whole microseconds: no step may begin from then on.</param>
public sealed record PermitRevocation(string Reason, Actor By, Instant At);
