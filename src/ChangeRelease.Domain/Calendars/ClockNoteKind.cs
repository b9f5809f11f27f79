namespace ChangeRelease.Domain.Calendars;

/// <summary>What a clock change does to an occurrence of a rule.</summary>
public enum ClockNoteKind
{
    /// <summary>Its start does not exist on the wall clock.</summary>
    SkippedStart,

    /// <summary>Its end does not exist on the wall clock.</summary>
    SkippedEnd,

    /// <summary>Its start exists twice on the wall clock.</summary>
    RepeatedStart,

    /// <summary>Its end exists twice on the wall clock.</summary>
    RepeatedEnd,

    /// <summary>It is left without time and does not take place.</summary>
    DoesNotOccur,
}
