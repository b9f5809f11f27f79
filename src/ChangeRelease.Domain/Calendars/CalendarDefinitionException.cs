using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Thrown when the rules of a calendar are wrong; it says everything that is.</summary>
public sealed class CalendarDefinitionException : Exception
{
    internal CalendarDefinitionException(CalendarId calendar, ValueList<CalendarFault> faults)
        : base($"The calendar '{calendar}' cannot be defined:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<CalendarFault> Faults { get; }
}
