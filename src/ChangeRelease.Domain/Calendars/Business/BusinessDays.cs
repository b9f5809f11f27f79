namespace ChangeRelease.Domain.Calendars;

/// <summary>Days of a business calendar on which rules recur.</summary>
internal enum BusinessDays
{
    /// <summary>Days that are worked.</summary>
    Worked,

    /// <summary>Days that are not worked, for whatever reason.</summary>
    Off,

    /// <summary>Days that holidays have off.</summary>
    Holidays,
}
