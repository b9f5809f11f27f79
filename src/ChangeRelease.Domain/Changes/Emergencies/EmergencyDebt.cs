using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What an emergency owes, from the instant it starts (S-33).</summary>
/// <remarks>Each part is in time before its instant, and overdue from that instant on (S-40).</remarks>
/// <param name="RatifyBy">The first instant at which it is overdue to ratify or repudiate it.</param>
/// <param name="ReviewBy">The first instant at which its review by a person is overdue.</param>
public sealed record EmergencyDebt(Instant RatifyBy, Instant ReviewBy)
{
    /// <summary>When a part is due.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The first instant at which it is overdue.</returns>
    public Instant DueAt(DebtPart part) => part == DebtPart.Ratification ? RatifyBy : ReviewBy;

    /// <summary>Whether a part is overdue, if it is not paid.</summary>
    /// <param name="part">The part.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>True from its instant on.</returns>
    public bool IsOverdue(DebtPart part, Instant now) => DueAt(part) <= now;
}
