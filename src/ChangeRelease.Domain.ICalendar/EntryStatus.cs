namespace ChangeRelease.Domain.ICalendar;

/// <summary>How certain an event is: STATUS of RFC 5545. One that is canceled is not in a file any more.</summary>
public enum EntryStatus
{
    /// <summary>Nothing is said.</summary>
    Unsaid,

    /// <summary>It is tentative.</summary>
    Tentative,

    /// <summary>It is definite.</summary>
    Confirmed,
}
