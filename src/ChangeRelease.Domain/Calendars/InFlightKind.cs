namespace ChangeRelease.Domain.Calendars;

/// <summary>What a contract about work in flight asks for (S-47).</summary>
public enum InFlightKind
{
    /// <summary>To be over.</summary>
    MustFit,

    /// <summary>To be over a little later, or whenever it is done.</summary>
    MayOverrun,

    /// <summary>To stop at the next stage boundary.</summary>
    StopAtStageBoundary,

    /// <summary>To be aborted and backed out.</summary>
    AbortAndBackOut,
}
