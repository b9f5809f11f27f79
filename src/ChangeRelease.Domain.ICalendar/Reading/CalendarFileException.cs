using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Thrown when a calendar file cannot be used; it says everything that is wrong.</summary>
public sealed class CalendarFileException : FormatException
{
    internal CalendarFileException(ValueList<CalendarFileFault> faults)
        : base($"The calendar file cannot be used:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<CalendarFileFault> Faults { get; }
}
