using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Lays an incident at the door of the release; it is not accepted while one is open.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Note">What it has to do with the release; not blank.</param>
public sealed record LinkIncident(IncidentId Incident, string Note) : ReleaseCommand
{
    /// <summary>What it has to do with the release; not blank.</summary>
    public string Note { get; init => field = Text.Canonical(value, nameof(Note)); } = Text.Canonical(Note, nameof(Note));

    private protected override Trigger Takes => ReleaseTriggers.IncidentSeen;

    internal override string Because => Note;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new IncidentLinked(header, new LinkedIncident(Incident, header.Stamp.Actor.Id, header.Stamp.At, Note));
}

/// <summary>Tells that an incident is over.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Note">How it ended; not blank.</param>
public sealed record CloseIncident(IncidentId Incident, string Note) : ReleaseCommand
{
    /// <summary>How it ended; not blank.</summary>
    public string Note { get; init => field = Text.Canonical(value, nameof(Note)); } = Text.Canonical(Note, nameof(Note));

    private protected override Trigger Takes => ReleaseTriggers.IncidentOver;

    internal override string Because => Note;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new IncidentClosed(header, Incident, Note);
}

/// <summary>An incident was laid at its door.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Incident">The incident.</param>
public sealed record IncidentLinked(EventHeader Header, LinkedIncident Incident)
    : ReleaseEvent(Header);

/// <summary>An incident that was laid at its door is over.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Note">How it ended.</param>
public sealed record IncidentClosed(EventHeader Header, IncidentId Incident, string Note)
    : ReleaseEvent(Header);
