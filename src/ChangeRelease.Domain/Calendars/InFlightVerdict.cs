namespace ChangeRelease.Domain.Calendars;

/// <summary>What work in flight does at an instant, the mildest first (S-47).</summary>
public enum InFlightVerdict
{
    /// <summary>It goes on.</summary>
    GoOn,

    /// <summary>It ends its present stage and begins no other.</summary>
    StopAtStageBoundary,

    /// <summary>It is aborted and backed out.</summary>
    BackOut,

    /// <summary>It should be over, or should not have begun.</summary>
    Overdue,
}
