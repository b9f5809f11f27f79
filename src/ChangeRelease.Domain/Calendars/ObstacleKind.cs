namespace ChangeRelease.Domain.Calendars;

/// <summary>Why a stretch of time cannot hold the slot that is looked for; where several hold, the first of them is told.</summary>
public enum ObstacleKind
{
    /// <summary>It is outside the acceptable times.</summary>
    NotAcceptable,

    /// <summary>A freeze is in force for a target.</summary>
    Frozen,

    /// <summary>No window is open for a target, or the default has it closed.</summary>
    Closed,

    /// <summary>A window that holds only so many changes, or a freeze that lets only so many pass, has no place left.</summary>
    Full,

    /// <summary>It is free, but ends too soon to hold preparation, work and back-out (S-47).</summary>
    TooShort,
}
