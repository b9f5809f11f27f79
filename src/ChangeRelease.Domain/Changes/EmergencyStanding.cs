using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What holds for an emergency at the instant of a decision (S-33, S-34).</summary>
/// <param name="Terms">The host's terms for emergencies.</param>
/// <param name="Incident">The incident, if it is known, and how severe it is; null when it is not known.</param>
/// <param name="BreakGlassUses">How often glass was broken in the present period; null when nobody counts, and then it cannot be broken.</param>
/// <param name="OverdueDebts">How many debts of the affected services are overdue; any raises the quorum by one approver. Null when nobody keeps them.</param>
public sealed record EmergencyStanding(EmergencyTerms Terms, KnownIncident? Incident, int? BreakGlassUses, int? OverdueDebts);

/// <summary>An incident that incident management knows.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Severity">How severe it is.</param>
public sealed record KnownIncident(IncidentId Id, Grade Severity);

/// <summary>A host's terms for emergencies.</summary>
/// <param name="LeastSeverity">The least severity of an incident for which glass may be broken.</param>
/// <param name="BreakGlassLimit">How often glass may be broken in a period.</param>
/// <param name="ProposalStands">How long a proposal to break glass waits for its second person.</param>
/// <param name="RatifyWithin">How long after its start an emergency must be ratified.</param>
/// <param name="ReviewWithin">How long after its start an emergency must be reviewed.</param>
public sealed record EmergencyTerms(Grade LeastSeverity, int BreakGlassLimit, Duration ProposalStands, Duration RatifyWithin, Duration ReviewWithin);
