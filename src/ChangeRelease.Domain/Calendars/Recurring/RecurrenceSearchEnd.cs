namespace ChangeRelease.Domain.Calendars;

/// <summary>Why a search for starts came to its end (S-44).</summary>
public enum RecurrenceSearchEnd
{
    /// <summary>It found what was asked for.</summary>
    Found,

    /// <summary>There is no further start, however far one looks: the recurrence has ended, or not begun.</summary>
    NoMore,

    /// <summary>It met its bound in time; beyond it nothing was looked at.</summary>
    ReachedBound,

    /// <summary>It took all of its steps, or found as many starts as it may.</summary>
    OutOfSteps,
}
