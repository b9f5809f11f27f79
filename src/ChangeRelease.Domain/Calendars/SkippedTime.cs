namespace ChangeRelease.Domain.Calendars;

/// <summary>What becomes of a wall-clock time that a clock change skips (S-43).</summary>
public enum SkippedTime
{
    /// <summary>It moves forward by as much as the clock does: 02:30 becomes 03:30.</summary>
    ForwardByGap,

    /// <summary>It is the first instant after the gap: 02:30 becomes 03:00.</summary>
    AfterGap,

    /// <summary>The occurrence does not take place that time, which is reported.</summary>
    DoesNotOccur,
}
