namespace ChangeRelease.Domain.ICalendar;

/// <summary>What DTEND says of the occurrences of an event that recurs, on nights on which the clock changes (S-42).</summary>
public enum EntryEnds
{
    /// <summary>Each lasts as many hours as the first: what RFC 5545 says (3.8.5.3).</summary>
    AfterTheSameTime,

    /// <summary>Each ends at the same time of the wall clock as the first: what people mean who draw a block in a calendar.</summary>
    AtTheSameTime,
}
