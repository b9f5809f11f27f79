using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>An incident that is laid at the door of a release.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="By">Who linked it.</param>
/// <param name="At">When it was linked.</param>
/// <param name="Note">What it has to do with the release.</param>
public sealed record LinkedIncident(IncidentId Incident, ActorId By, Instant At, string Note)
{
    /// <summary>When it was told to be over; null while it is not.</summary>
    public Instant? OverAt { get; init; }
}
