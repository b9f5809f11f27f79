using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A permit that a change has issued, and what became of it.</summary>
/// <param name="Permit">The permit.</param>
public sealed record PermitStanding(Permit Permit)
{
    /// <summary>That it was made void; null when it was not.</summary>
    public PermitRevocation? Revocation { get; init; }

    /// <summary>That work under it began; null when nobody said so.</summary>
    public PermitReport? Started { get; init; }

    /// <summary>That work under it finished or failed; null when nobody said so.</summary>
    public PermitReport? Result { get; init; }

    /// <summary>When the change was completed, backed out, canceled or begun anew, so that nothing more may begin under it; null while it is made.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Whether nothing more may begin under it, whatever time it is.</summary>
    public bool IsOver => Revocation is not null || Result is not null || EndedAt is not null;

    /// <summary>The report of that progress, or the one that stands in its place; null when there is none.</summary>
    internal PermitReport? ReportOf(PermitProgress progress) => progress == PermitProgress.Started ? Started : Result;
}
