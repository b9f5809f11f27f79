using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Facts that stand still: for samples, tests, and hosts that load everything at once.</summary>
public sealed record FactBook : IFactSource
{
    /// <summary>The change calendar; null when there is none.</summary>
    public ChangeCalendar? Calendar { get; init; }

    /// <summary>Who is in which role; null when nobody knows.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>Whose approvals are needed; null when there is no policy.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>The templates.</summary>
    public ValueList<TemplateStanding> Templates { get; init; } = [];

    /// <summary>The terms for emergencies; null when there are none.</summary>
    public EmergencyTerms? Emergencies { get; init; }

    /// <summary>The incidents that are known.</summary>
    public ValueList<KnownIncident> Incidents { get; init; } = [];

    /// <inheritdoc/>
    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => new(Calendar);

    /// <inheritdoc/>
    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => new(Directory);

    /// <inheritdoc/>
    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => new(Policy);

    /// <inheritdoc/>
    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) =>
        new(Templates.FirstOrDefault(standing => standing.Id == template));

    /// <inheritdoc/>
    public ValueTask<EmergencyStanding?> EmergencyAsync(ChangeContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var severity = Incidents.FirstOrDefault(incident => incident.Id == content.Incident)?.Severity;
        return new ValueTask<EmergencyStanding?>(
            Emergencies is { } terms ? new EmergencyStanding(terms, severity, BreakGlassUses: 0, OverdueDebts: 0) : null);
    }
}

/// <summary>An incident that incident management knows.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Severity">How severe it is.</param>
public sealed record KnownIncident(IncidentId Id, Grade Severity);
