using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Everything that a decision on bookings may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record BookingFacts
{
    /// <summary>Takes the facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="ledger">Which ledger it is.</param>
    /// <param name="holdStands">How long slots stay held that nobody confirms; longer than zero.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="holdStands"/> is not longer than zero: nothing could ever be confirmed.</exception>
    public BookingFacts(Stamp stamp, LedgerKey ledger, Duration holdStands)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(holdStands, Duration.Zero);
        (Stamp, Ledger, HoldStands) = (stamp, ledger, holdStands);
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }

    /// <summary>Which ledger it is.</summary>
    public LedgerKey Ledger { get; }

    /// <summary>How long slots stay held that nobody confirms.</summary>
    public Duration HoldStands { get; }

    /// <summary>The calendar whose ledger it is; null when it could not be looked up, and where the ledger is not a calendar's.</summary>
    public ChangeCalendar? Calendar { get; init; }

    /// <summary>The roles of who asks; null when the directory did not answer, and then nobody is a steward.</summary>
    public ValueList<RoleId>? Roles { get; init; }

    /// <summary>Whose it is, for windows whose scope names tenants (S-48); null where there is only one. Bookings are for no other.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>What the decision used (S-6).</summary>
    internal ValueList<Fact> Basis => DecisionBasis.Of(
        ("ledger", Ledger.ToString()),
        ("calendar", Calendar?.ToString()),
        ("roles", Roles is { Count: > 0 } roles ? string.Join(", ", roles) : null));
}
