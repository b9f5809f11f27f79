namespace ChangeRelease.Domain.Calendars;

/// <summary>The period that a recurrence rule repeats in: FREQ of RFC 5545 (S-44), from the finest to the coarsest.</summary>
public enum RecurrenceFrequency
{
    /// <summary>Seconds of the wall clock.</summary>
    Secondly,

    /// <summary>Minutes of the wall clock.</summary>
    Minutely,

    /// <summary>Hours of the wall clock: the nominal ones, without what a clock change skips or repeats.</summary>
    Hourly,

    /// <summary>Days.</summary>
    Daily,

    /// <summary>Weeks, from the rule's first day of the week on.</summary>
    Weekly,

    /// <summary>Calendar months.</summary>
    Monthly,

    /// <summary>Calendar years.</summary>
    Yearly,
}
