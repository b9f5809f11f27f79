namespace ChangeRelease.Domain.Calendars;

/// <summary>How much a reader of recurrences takes.</summary>
public enum RecurrenceDialect
{
    /// <summary>What RFC 5545 allows, and nothing else.</summary>
    Strict,

    /// <summary>
    /// Also what other programs write against RFC 5545 but what has one plain meaning: a day part under a frequency that may not have it
    /// leaves days out, and a number of a weekday that has nothing to count in is not looked at. Each is named as a departure.
    /// </summary>
    Widened,
}
