using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What an emergency owes, from the instant it starts (S-33).</summary>
/// <param name="RatifyBy">When it must be ratified or repudiated.</param>
/// <param name="ReviewBy">When it must be reviewed and closed.</param>
public sealed record EmergencyDebt(Instant RatifyBy, Instant ReviewBy);
