using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>How much of a calendar file is read. What goes beyond is a fault, never cut off in silence.</summary>
public sealed record CalendarFileLimits
{
    /// <summary>What holds where nothing else is said.</summary>
    public static CalendarFileLimits Ordinary { get; } = new();

    /// <summary>The most bytes of the file; ordinarily 4 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Bytes
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 4 << 20;

    /// <summary>The most lines, as they stand in the file; ordinarily 100 000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Lines
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 100_000;

    /// <summary>The most bytes of one line, unfolded; ordinarily 64 KiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LineBytes
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 1 << 16;

    /// <summary>How deep components may stand in each other, the calendar counted; ordinarily 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Depth
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 4;

    /// <summary>The most events, overrides counted; ordinarily 10 000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Events
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 10_000;

    /// <summary>The most rules of one event; ordinarily 4, and never more than a set has (<see cref="RecurrenceSet.MostRules"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Rules
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 4;

    /// <summary>The most single times of one event: added, excluded, and overridden; ordinarily 2 000, and never more than a set has (<see cref="RecurrenceSet.MostTimes"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Times
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 2_000;

    /// <summary>The most starts of one event in the year after its first; ordinarily 10 000, which is more than one an hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int StartsOfAYear
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 10_000;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
