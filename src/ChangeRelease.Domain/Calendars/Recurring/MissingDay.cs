namespace ChangeRelease.Domain.Calendars;

/// <summary>What becomes of a day that a month or a year does not have: the 31st, 29 February, the fifth Monday (S-44).</summary>
public enum MissingDay
{
    /// <summary>It is skipped.</summary>
    Skip,

    /// <summary>It is the nearest day that exists: the last one, or the first when it is counted from the end.</summary>
    Clamp,
}
