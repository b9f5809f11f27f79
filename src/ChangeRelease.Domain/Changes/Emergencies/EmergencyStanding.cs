using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What holds for an emergency at the instant of a decision (S-33, S-34).</summary>
/// <param name="Terms">The host's terms for emergencies.</param>
/// <param name="Incident">The incident, if it is known, and how severe it is; null when it is not known.</param>
/// <param name="BreakGlassUses">How often glass was broken within the period that ends now; null when nobody counts, and then it cannot be broken.</param>
/// <param name="OverdueDebts">How many emergencies of the affected services are overdue with what they owe; null when nobody keeps them.</param>
public sealed record EmergencyStanding(EmergencyTerms Terms, KnownIncident? Incident, int? BreakGlassUses, int? OverdueDebts)
{
    /// <summary>The first instant at which a use is left again by time alone; null while one is left, or when time does not bring one.</summary>
    public Instant? UseLeftFrom { get; init; }

    /// <summary>The debts behind <see cref="OverdueDebts"/>, for whoever must pay them.</summary>
    public ValueList<OverdueDebt> Debts { get; init; } = [];
}

/// <summary>An incident that incident management knows.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Severity">How severe it is.</param>
public sealed record KnownIncident(IncidentId Id, Grade Severity);

/// <summary>A part of an emergency's debt that was not paid in time.</summary>
/// <param name="Change">The emergency.</param>
/// <param name="Part">What it owes.</param>
/// <param name="Since">The first instant at which it was overdue.</param>
public sealed record OverdueDebt(ChangeId Change, DebtPart Part, Instant Since)
{
    /// <summary>The debt in words.</summary>
    /// <returns>For example <c>Ratification of CHG-7 since 2026-11-05T09:00:00Z</c>.</returns>
    public override string ToString() => $"{Part} of {Change} since {Since.ToText()}";
}
